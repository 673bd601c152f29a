"""The days that pass a test of a day against a period of the plan.

In: a relation, its period or periods, readings. Out: the first and the last passing day as ordinals; a side without end is the
calendar's. Holds: where a reading turns the two ends of "between" round, no day passes.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.dates.period import Period
from criteria.dates.refused import DateRefused
from criteria.dates.relations import Relation, passing_days
from criteria.ladder.domains import FIRST, LAST


def window(
    readings: Mapping[str, str], relation: Relation, first: Period, last: Period | None = None
) -> tuple[int, int]:
    """The days that pass."""
    try:
        low, high = passing_days(relation, first, last, readings)
    except DateRefused:
        return LAST, FIRST
    return (low.toordinal() if low else FIRST), (high.toordinal() if high else LAST)
