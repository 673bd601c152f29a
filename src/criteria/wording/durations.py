"""Sentences about durations, deadlines of rows and recurring dates; the checker's words fill them in."""

SENTENCES: dict[str, tuple[str, str]] = {
    "times-differ": (
        "{left} and {right} do not convert into each other; measure and limit must be of one kind",
        "{left_da} og {right_da} kan ikke omregnes til hinanden; det målte og grænsen skal være af samme slags",
    ),
}
