"""Facts made to order. In: quantities of a goal and where each shall lie. Out: drafts of facts in which they do."""
