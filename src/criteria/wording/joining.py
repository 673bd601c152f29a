"""Sentences of the syntax layer about lists, bullets, and what joins conditions."""

SENTENCES: dict[str, tuple[str, str]] = {
    "either-both": (
        "`either A or B` leaves open whether both will do: write `, not both` after it, or leave out `either`",
        "`enten A eller B` lader stå åbent, om begge må gælde: skriv `, men ikke begge` efter, eller udelad `enten`",
    ),
    "bullet-sign": (
        "found {found} at the start of a line; a bullet is `-` and a blank",
        "fandt {found} først på en linje; et punkt begynder med `-` og et mellemrum",
    ),
    "tick-box": (
        "found {found}; whether a condition holds follows from the facts, so a bullet has no box",
        "fandt {found}; om en betingelse gælder, følger af fakta, så et punkt har intet felt til kryds",
    ),
    "semicolon": (
        "found a semicolon; a bullet ends without a sign, and each stands on a line of its own",
        "fandt et semikolon; et punkt slutter uden tegn, og hvert står på sin egen linje",
    ),
    "items-in-line": (
        "the items of {found} stand as bullets below it; within a line conditions are joined by words such as {or}",
        "det, der hører til {found}, står som punkter under; i én linje forbindes betingelser med ord som {or}",
    ),
    "joiner-at-end": (
        "found {found} at an end of a bullet; how bullets are joined says the line above them: {all} (understood), {any}",
        "fandt {found} yderst i et punkt; hvordan punkter forbindes, siger linjen over dem: {all} (underforstået), {any}",
    ),
    "one-of-head": (
        "found {found} over a list, which leaves open whether more than one will do; for at least one write {any}",
        "fandt {found} over en liste, hvor det står åbent, om flere må gælde; for mindst én skrives {any}",
    ),
}
