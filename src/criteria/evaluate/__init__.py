"""Plan and facts in, verdicts out: for each goal and reading the set of levels that some complete world gives, with reasons."""
