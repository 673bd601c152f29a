"""Sentences about durations, deadlines of rows and recurring dates; the checker's words fill them in."""

SENTENCES: dict[str, tuple[str, str]] = {
    "times-differ": (
        "{left} and {right} do not convert into each other; measure and limit must be of one kind",
        "{left_da} og {right_da} kan ikke omregnes til hinanden; det målte og grænsen skal være af samme slags",
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
