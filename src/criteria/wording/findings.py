"""Findings about a plan that can be read: a sentence each, English and Danish."""

SENTENCES: dict[str, tuple[str, str]] = {
    # what is accepted
    "acceptance-unused": (
        "{found} is accepted here, but there is no such finding",
        "{found} godtages her, men der er intet sådant fund",
    ),
    "unknown-finding": (
        "there is no kind of finding {found}",
        "der er ingen slags fund {found}",
    ),
    "accepting-no-finding": (
        "{found} is no finding about a plan that can be read; only those can be accepted",
        "{found} er ikke et fund om en plan, der kan læses; kun dem kan man godtage",
    ),
    "acceptance-without-reason": (
        "{found} is accepted without a reason",
        "{found} godtages uden en grund",
    ),
}
