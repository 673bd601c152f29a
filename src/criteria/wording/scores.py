"""Sentences of the check layer about scales, scores, judges and goals that no longer count."""

SENTENCES: dict[str, tuple[str, str]] = {
    "score-expected": (
        "found {found}, expected a score in percent or points, such as 60% or 6 points",
        "fandt {found}, ventede en score i procent eller point, som 60 pct. eller 6 point",
    ),
    "scale-mixed": (
        "{found} mixes percent and points; a scale is in one of them",
        "{found} blander procent og point; en skala er i det ene eller det andet",
    ),
    "scale-order": (
        "{found} is not in order; a scale lists its steps best first",
        "{found} står ikke i orden; en skala nævner sine trin med det bedste først",
    ),
    "score-twice": ("the scale has {found} twice", "skalaen har {found} to gange"),
    "score-above-whole": (
        "found {found}; a score in percent is 100 at most, a score in points may be any number",
        "fandt {found}; en score i procent er højst 100, en score i point må være et hvilket som helst tal",
    ),
    "level-off-scale": (
        "found {found}, which is no step of the scale: {expected}",
        "fandt {found}, som ikke er et trin på skalaen: {expected}",
    ),
    "level-missing": (
        "goal {name} has no condition for {found}; only the lowest step of a goal's own scale needs none",
        "mål {name} har ingen betingelse for {found}; kun det laveste trin på målets egen skala kan stå uden",
    ),
    "judged-and-computed": (
        "goal {name} is judged, and has levels with conditions; it can be one or the other",
        "mål {name} vurderes og har niveauer med betingelser; det kan kun være det ene eller det andet",
    ),
    "linear-and-levels": (
        "goal {name} has a score along a line, and levels, a judge or a scale besides; it can have one of them",
        "mål {name} har en score ad en linje og desuden niveauer, en bedømmer eller en skala; det kan kun have én af dem",
    ),
    "whole-goal-expected": (
        "{found} stands in goal {name}, which is asked of each; it belongs in a goal that is asked as a whole",
        "{found} står i mål {name}, som stilles til hver; det hører til i et mål, der stilles som helhed",
    ),
    "linear-order": (
        "{found} goes back and forth; from point to point the quantity has to rise, or to fall",
        "{found} går frem og tilbage; fra punkt til punkt skal størrelsen stige eller falde",
    ),
    "linear-for-periods": (
        "goal {name} has a score along a line, and is asked in each period; ask it of each row instead",
        "mål {name} har en score ad en linje og stilles i hver periode; stil det i stedet til hver række",
    ),
    "judged-for-each": (
        "goal {name} is judged, and asked of each; a judgement is of a goal as a whole",
        "mål {name} vurderes og stilles til hver; en vurdering gælder et mål som helhed",
    ),
    "judged-in-points": (
        "goal {name} is judged in percent on a scale in points; leave in percent out, or write the scale in percent",
        "mål {name} vurderes i procent på en skala i point; udelad i procent, eller skriv skalaen i procent",
    ),
    "reason-expected": (
        "goal {name} no longer counts, for a reason that is empty",
        "mål {name} tæller ikke længere, af en grund der er tom",
    ),
    "replaced-by-itself": ("goal {name} is replaced by itself", "mål {name} erstattes af sig selv"),
}
