"""Sentences about durations, deadlines of rows and recurring dates; the checker's words fill them in."""

SENTENCES: dict[str, tuple[str, str]] = {
    "times-differ": (
        "{left} and {right} do not convert into each other; measure and limit must be of one kind",
        "{left_da} og {right_da} kan ikke omregnes til hinanden; det målte og grænsen skal være af samme slags",
    ),
    "no-such-stretch": (
        "found {found}, and none of them lies within the period",
        "fandt {found}, og ingen af dem ligger inden for perioden",
    ),
    "recurring-without-period": (
        "found every {found}, and the plan has no year; of which year?",
        "fandt hver(t) {found}, og planen har intet år; i hvilket år?",
    ),
    "recurring-without-date": (
        "{found}: {record} has no date that says when, and the sentence tests none",
        "{found}: {record} har ingen dato, der siger hvornår, og sætningen prøver ingen",
    ),
    "too-many-stretches": (
        "found {found}, expected at most as many as there are: {count}",
        "fandt {found}, ventede højst så mange, som der er: {count}",
    ),
    "recurring-tail": (
        "found {found}, expected a day of each stretch such as by the 10th, or by 5 bank days after its end",
        "fandt {found}, ventede en dag i hvert stykke som senest den 10. eller senest 5 bankdage efter dets udgang",
    ),
    "recurring-stretch": (
        "found {found}, expected a column of the rows, or years, half-years, quarters, months or weeks",
        "fandt {found}, ventede en kolonne i rækkerne eller år, halvår, kvartaler, måneder eller uger",
    ),
    "days-out-of-order": (
        "found {found}, which does not come after the day before it",
        "fandt {found}, som ikke kommer efter dagen før den",
    ),
    "each-needs-rows": (
        "found {found}, expected the rows that happen by each of the days: some reports are sent by each of …",
        "fandt {found}, ventede de rækker, der sker senest hver af dagene: nogle rapporter er sendt senest hver af …",
    ),
    "recorded-twice": (
        "{name} has two columns that say when a row was recorded",
        "{name} har to kolonner, der siger, hvornår en række blev registreret",
    ),
    "end-expected": (
        "found {found}, expected its end: closes 5 bank days after its end",
        "fandt {found}, ventede dets udgang: lukkes 5 bankdage efter dets udgang",
    ),
    "stretch-expected": (
        "found {found}, expected the year, half-year, quarter, month or school year of a date: the year before start",
        "fandt {found}, ventede året, halvåret, kvartalet, måneden eller skoleåret for en dato: året før start",
    ),
    "day-of-stretch-expected": (
        "found {found}, and {stretch} has no such day",
        "fandt {found}, og {stretch} har ingen sådan dag",
    ),
}
