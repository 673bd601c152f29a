"""Sentences about the dated versions of a plan."""

SENTENCES: dict[str, tuple[str, str]] = {
    "amendment-empty": (
        "the amendment changes nothing; expected a goal below it",
        "tillægget ændrer intet; ventede et mål under det",
    ),
    "amendment-outside": (
        "{day} lies outside the plan's period, {first} to {last}: one version judges all of it",
        "{day} ligger uden for planens periode, {first} til {last}: én version gælder for det hele",
    ),
    "amendments-overlap": (
        "goal {name} is changed twice from {day}; only one version can be in force",
        "mål {name} ændres to gange fra {day}; kun én version kan gælde",
    ),
    "goal-added": (
        "goal {name} is new: the plan has no earlier version of it",
        "mål {name} er nyt: planen har ingen tidligere version af det",
    ),
}
