"""Sentences of the evaluate layer."""

SENTENCES: dict[str, tuple[str, str]] = {
    "correction": (
        "{path} has the day {day}, after the record closed on {closes}: a correction, not new knowledge",
        "{path} har dagen {day}, efter at registreringen lukkede {closes}: en rettelse, ikke ny viden",
    ),
    "unmatched-rows": (
        "{count} of {log} with {values}: no row of {table} has the same, so nothing counts them",
        "{count} af {log} med {values}: ingen række i {table} har det samme, så intet tæller dem med",
    ),
}
