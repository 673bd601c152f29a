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
    # the words that are quoted
    "broken-quote": (
        "the quoted text breaks at “{found}”: something is missing there, or a word stands there that cannot",
        "det citerede går i stykker ved »{found}«: der mangler noget, eller der står et ord, der ikke kan stå der",
    ),
    "undefined-term": (
        "the quoted text speaks of “{found}” as standing above; the plan has no such words anywhere else",
        "det citerede taler om »{found}« som noget, der står ovenfor; planen har ingen sådanne ord andre steder",
    ),
    "no-total": (
        "{number} goals stand in sections, and nothing says whether they add up to a total or are only counted",
        "{number} mål står i afsnit, og intet siger, om de lægges sammen eller kun tælles op",
    ),
}
