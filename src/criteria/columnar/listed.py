"""Days listed with what follows from each of them: a relation of whole numbers, joined by the day.

In: a day of a row, and a function of days that a calendar computes. Out: whole numbers of that row, and where the day is in no list.
Holds: days are counted from ``EPOCH``; a list has fewer than ``MOST`` days, those that rows are proven to have, else those around the plan.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.expressions import Sql, Truth, written
from criteria.columnar.expressions import day as literal_day
from criteria.columnar.given import Day
from criteria.frozen import frozen
from criteria.ladder.domains import FIRST, LAST

EPOCH = 730_120  # the first day of 2000
MOST = 12 * 366
AROUND = 4 * 366  # days before and after the plan's own


@frozen
class Listed:
    """What follows from the day of a row; ``missing``: the day is in no list."""

    numbers: tuple[Sql, ...]
    missing: Truth


def listed(desk: Desk, found: Day, follows: Callable[[int], Sequence[int]], construct: str) -> Listed:
    """The numbers that follow from the one day of a row."""
    rows = [(base - EPOCH, *follows(base)) for base in _days(desk, found, construct)]
    key = desk.named(Sql(number(desk, found.first).text, found.first.stage))
    names = desk.joined(rows, key)
    present = written("{} IS NOT NULL", names[0])
    numbers = tuple(desk.named(written("coalesce({}, 0)", name)) for name in names)
    return Listed(numbers, desk.let(written("NOT {}", present)))


def number(desk: Desk, found: Sql) -> Sql:
    """A day as a whole number."""
    return Sql(desk.dialect.apart.format(start=literal_day(EPOCH).text, end=found.text), found.stage)


def _days(desk: Desk, found: Day, construct: str) -> range:
    """Those that rows are proven to have, or those around the plan's own that they may have."""
    low, high = found.ends or (FIRST, LAST)
    if high - low >= MOST:
        if desk.plan.period is None:
            raise Uncolumned(construct)
        first, last = (day.toordinal() for day in desk.plan.period)
        low, high = max(low, first - AROUND), min(high, last + AROUND)
    if not low <= high < low + MOST:
        raise Uncolumned(construct)
    return range(low, high + 1)
