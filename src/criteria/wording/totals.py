"""Sentences about weights, sections and totals, and what the reports say of them."""

WORDS: dict[str, tuple[str, str]] = {
    "weight-percent": ("percent", "procent"),
    "weight-fraction": ("fractions", "brøker"),
    "weight-points": ("points", "point"),
    "in-percent": ("percent", "procent"),
    "in-points": ("points", "point"),
    "in-kr": ("kr", "kr"),
    "in-number": ("numbers without a unit", "tal uden enhed"),
    "the-plan": ("the plan", "planen"),
    "the-section": ("the section", "afsnittet"),
    "few-decimals": ("a number of decimals from 0 to 9", "et antal decimaler fra 0 til 9"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "not-positive": ("found {found}, expected more than zero", "fandt {found}, ventede mere end nul"),
    "weight-unit": (
        "found the weight {found}, expected percent, a fraction such as 3/8, or points",
        "fandt vægten {found}, ventede procent, en brøk som 3/8 eller point",
    ),
    "weight-twice": ("a weight is given twice", "en vægt er givet to gange"),
    "weight-missing": (
        "{name} has no weight, and the total that it counts in is weighted",
        "{name} har ingen vægt, og det samlede resultat, som det tæller med i, er vægtet",
    ),
    "weights-mixed": (
        "{name} has a weight in {found}, but {other} in {expected}; the weights of one total are of one kind",
        "{name} har en vægt i {found_da}, men {other} i {expected_da}; vægtene i ét samlet resultat er af én slags",
    ),
    "weights": (
        "the weights of this total add up to {found}, expected {expected}; until they do, no total is computed",
        "vægtene i dette samlede resultat giver tilsammen {found}, ventede {expected}; før de gør, beregnes intet samlet resultat",
    ),
    "weights-unused": (
        "no total uses this weight; a weighted one begins with weighted mean, or sum of points",
        "intet samlet resultat bruger denne vægt; et vægtet begynder med vægtet gennemsnit eller summen af point",
    ),
    "points-in-mean": (
        "goal {name} is scored in points, and this mean is of percent; write sum of points, or give its levels in percent",
        "mål {name} får point, og dette gennemsnit er af procent; skriv summen af point, eller giv dets niveauer i procent",
    ),
    "score-above-weight": (
        "goal {name} can come to {found}, more than its weight of {expected}",
        "mål {name} kan nå {found}, mere end sin vægt på {expected}",
    ),
    "points-expected": (
        "goal {name} has no weight in points, and the total is a sum of points",
        "mål {name} har ingen vægt i point, og det samlede resultat er en sum af point",
    ),
    "total-twice": ("a total stands here already", "her står allerede et samlet resultat"),
    "total-unit": (
        "found {found}, expected an amount in {expected}",
        "fandt {found}, ventede et beløb i {expected_da}",
    ),
    "rounding-unit": (
        "found a rounding to whole {found}, but the total is in {expected} here",
        "fandt en afrunding til hele {found_da}, men her er det samlede resultat i {expected_da}",
    ),
    "pay-table": (
        "found {found}, expected a table with two columns of numbers and rows that the plan gives: from how much, and what is paid",
        "fandt {found}, ventede en tabel med to kolonner med tal og rækker, som planen giver: fra hvor meget, og hvad der udbetales",
    ),
    "pay-order": (
        "found {found}, expected amounts that rise: what is paid never falls where the total rises",
        "fandt {found}, ventede stigende beløb: udbetalingen falder aldrig, hvor det samlede resultat stiger",
    ),
    "duplicate-section": ("the section “{name}” stands twice", "afsnittet “{name}” står to gange"),
    "section-without-goals": (
        "the section “{name}” has no goals; they stand after its heading, up to the next section",
        "afsnittet “{name}” har ingen mål; de står efter dets overskrift, frem til næste afsnit",
    ),
    "sections-in-section": (
        "a section's total is made of its goals, not of sections",
        "et afsnits samlede resultat dannes af dets mål, ikke af afsnit",
    ),
    "no-sections": (
        "the total is made of sections, and the plan has none",
        "det samlede resultat dannes af afsnit, og planen har ingen",
    ),
    "section-without-total": (
        "the section “{name}” has no total, and the plan's total is made of those of its sections",
        "afsnittet “{name}” har intet samlet resultat, og planens dannes af afsnittenes",
    ),
    "section-units": (
        "the sections' totals are in different units, which do not add up",
        "afsnittenes samlede resultater er i forskellige enheder, som ikke kan lægges sammen",
    ),
    "total-expected": (
        "found an expectation of a total, and {name} declares none",
        "fandt en forventning om et samlet resultat, og {name_da} erklærer intet",
    ),
    "undefined-section": (
        "found the section “{found}”, which the plan does not have",
        "fandt afsnittet “{found}”, som planen ikke har",
    ),
}

LABELS: dict[str, tuple[str, str]] = {
    "total": ("Total", "Samlet"),
    "to": ("to", "til"),
    "section": ("Section", "Afsnit"),
    "mean_of_goals": ("mean of goals", "gennemsnit af mål"),
    "weighted_mean_of_goals": ("weighted mean of goals", "vægtet gennemsnit af mål"),
    "sum_of_points": ("sum of points", "summen af point"),
    "mean_of_sections": ("mean of sections", "gennemsnit af afsnit"),
    "weighted_mean_of_sections": ("weighted mean of sections", "vægtet gennemsnit af afsnit"),
    "sum_of_sections": ("sum of sections", "summen af afsnit"),
    "nothing_below": ("nothing below {amount}", "intet under {amount}"),
    "rounded-half-up": ("rounded to the nearest {amount}", "afrundet til nærmeste {amount}"),
    "rounded-down": ("rounded down to a multiple of {amount}", "rundet ned til et multiplum af {amount}"),
    "rounded-up": ("rounded up to a multiple of {amount}", "rundet op til et multiplum af {amount}"),
    "paid_by": ("paid by {name}", "udbetalt efter {name}"),
    "paid_linearly": (
        "paid linearly from {low_pay} at {low} to {high_pay} at {high}",
        "udbetalt lineært fra {low_pay} ved {low} til {high_pay} ved {high}",
    ),
    "total_parts": ("Weights: {parts}", "Vægte: {parts}"),
    "total_now": ("now {share}", "nu {share}"),
    "total_count": ("{goals} goal: {counts}", "{goals} mål: {counts}"),
    "total_counts": ("{goals} goals: {counts}", "{goals} mål: {counts}"),
    "total_left_out": ("Left out: {names}.", "Medregnes ikke: {names}."),
    "total_rescaled": (
        "The weights of the rest are scaled up to the whole.",
        "Vægtene af resten er skaleret op til det hele.",
    ),
    "total_by_people": (
        "Counted with the score that a person has set: goal {names}.",
        "Medregnet med den score, som en person har fastsat: mål {names}.",
    ),
    "total_depends": (
        "Depends on the reading of {names}; over all readings {range}:",
        "Afhænger af læsningen af {names}; over alle læsninger {range}:",
    ),
    "total_widened": (
        "The range may be wider than it need be.",
        "Spændet kan være bredere end nødvendigt.",
    ),
    "total_fault": ("cannot be computed", "kan ikke beregnes"),
    "total-of-nothing": (
        "No goal is in force: a total of nothing is no number.",
        "Intet mål er i kraft: et samlet resultat af ingenting er intet tal.",
    ),
    "weights-do-not-add-up": (
        "The weights do not add up to a whole, so no total is computed.",
        "Vægtene giver ikke tilsammen et hele, så intet samlet resultat beregnes.",
    ),
    "section-without-number": ("The section “{about}” has no number.", "Afsnittet “{about}” har intet tal."),
    "removed": ("removed", "udgået af planen"),
    "nothing-in-force": ("none of its goals is in force", "ingen af dets mål er i kraft"),
}
