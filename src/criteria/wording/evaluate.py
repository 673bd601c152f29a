"""Sentences of the evaluate layer."""

SENTENCES: dict[str, tuple[str, str]] = {
    "correction": (
        "{path} has the day {day}, after the record closed on {closes}: a correction, not new knowledge",
        "{path} har dagen {day}, efter at registreringen lukkede {closes}: en rettelse, ikke ny viden",
    ),
    "duty-missing": (
        "goal {name} is {light}, which requires {duty}; it is not there",
        "mål {name} er {light_da}, og det kræver {duty}; det er der ikke",
    ),
    "duty-unknown": (
        "goal {name} is {light}, which requires {duty}; whether it is there is not known",
        "mål {name} er {light_da}, og det kræver {duty}; om det er der, vides ikke",
    ),
    "lowest-before-middle": (
        "goal {name}: the lowest level holds, and so does one above it; the lowest was tried first and is taken",
        "mål {name}: det laveste niveau er opfyldt, og det er et over det også; det laveste prøves først og gælder",
    ),
    "lowest-may-be-before-middle": (
        "goal {name}: the lowest level can hold together with one above it; the lowest is tried first and would be taken",
        "mål {name}: det laveste niveau kan være opfyldt sammen med et over det; det laveste prøves først og ville gælde",
    ),
    "unmatched-rows": (
        "{count} of {log} with {values}: no row of {table} has the same, so nothing counts them",
        "{count} af {log} med {values}: ingen række i {table} har det samme, så intet tæller dem med",
    ),
}
