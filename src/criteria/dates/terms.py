"""What a phrase says, before anybody computes days: a closed union of frozen terms.

In: nothing. Out: the classes. A ``year`` of None is not given yet; a term inside a ``Phrase`` always has its years. A
season's year is the year it begins in, a school year's likewise; a week's year is the ISO year.
"""

from __future__ import annotations

from enum import Enum

from criteria.dates.durations import Duration, Unit
from criteria.frozen import frozen


class Kind(Enum):
    """The stretches that a calendar has names for."""

    DAY = "day"
    NAMED = "named-day"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half-year"
    TERTIAL = "tertial"
    YEAR = "year"
    SCHOOL_YEAR = "school-year"
    SEASON = "season"
    WEEK = "week"


@frozen
class Stretch:
    """A day, month, quarter …: which one of its year."""

    kind: Kind
    year: int | None
    number: int = 0  # of the month, quarter, half-year, tertial, season, week
    day: int = 0
    name: str = ""  # of a named day
    weekday: int | None = None  # as written; it decides nothing


@frozen
class Part:
    """Primo, medio or ultimo of a stretch."""

    part: str
    of: Stretch


@frozen
class Boundary:
    """The end of a stretch: between its last day and the next."""

    of: Stretch


@frozen
class Pick:
    """The first, second … or last (-1) weekday, working day or bank day of a stretch."""

    nth: int
    day: int | Unit
    of: Stretch


@frozen
class Shift:
    """A duration after or before a day or boundary."""

    duration: Duration
    forward: bool
    anchor: Simple


@frozen
class Range:
    """From the first day of one to the last day of another, both included."""

    first: Simple
    last: Simple


Simple = Stretch | Part | Boundary | Pick
Term = Simple | Shift | Range
