"""The date tests: which days pass.

In: a relation (*by*, *before*, *inden* …), a period or boundary, the readings. Out: the first and last day that pass,
None for an open side; exactly the table of ``docs/dates.md``. ``by D`` and ``after D``, ``before D`` and ``from D``
each split the days in two.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import assert_never

from criteria.dates.calendar import next_working_day
from criteria.dates.durations import add_days
from criteria.dates.period import Period
from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused

Days = tuple[date | None, date | None]


class Relation(Enum):
    """How a day may lie to a period."""

    BY = "by"
    BEFORE = "before"
    INDEN = "inden"
    AFTER = "after"
    FROM = "from"
    IN = "in"
    BETWEEN = "between"

    @property
    def words(self) -> frozenset[str]:
        """The readings that the word itself uses, whatever stands after it."""
        return _WORDS.get(self, frozenset())


_WORDS = {
    Relation.BY: frozenset({"weekend"}),
    Relation.BEFORE: frozenset({"weekend"}),
    Relation.INDEN: frozenset({"inden", "weekend"}),
}


def words_of(relation: Relation, *periods: Period) -> frozenset[str]:
    """The readings that the test uses: its own word's and its periods'. A boundary leaves ``inden`` one meaning."""
    own = relation.words
    if any(p.boundary for p in periods):
        own -= {"inden"}
    elif relation is Relation.BEFORE:
        own -= {"weekend"}  # "before D" names a day that is already too late; nothing falls due on it
    return own.union(*(p.words for p in periods))


def passing_days(
    relation: Relation, period: Period, last: Period | None = None, readings: Mapping[str, str] | None = None
) -> Days:
    """The first and last day that pass ``relation`` to ``period`` (``between`` has a ``last`` period as well)."""
    chosen = readings or {}
    match relation:
        case Relation.BY:
            return None, _due(period.latest, chosen)
        case Relation.BEFORE:
            return None, _due(period.latest, chosen) if period.boundary else add_days(period.earliest, -1)
        case Relation.INDEN:
            strict = chosen.get("inden", READINGS["inden"].default) == "strict" and not period.boundary
            return None, _due(add_days(period.earliest, -1) if strict else period.latest, chosen)
        case Relation.AFTER:
            return add_days(period.latest, 1), None
        case Relation.FROM:
            return first_day(period), None
        case Relation.IN:
            return period.earliest, period.latest
        case Relation.BETWEEN:
            return _between(period, last or period)
        case _ as unreachable:
            assert_never(unreachable)


def first_day(period: Period) -> date:
    """The first day of a period, or the day after a boundary."""
    return add_days(period.latest, 1) if period.boundary else period.earliest


def _between(first: Period, last: Period) -> Days:
    start = first_day(first)
    if last.latest < start:
        raise DateRefused("range-reversed", first=str(first), last=str(last))
    return start, last.latest


def _due(day: date, readings: Mapping[str, str]) -> date:
    """The last day that is in time; on request a deadline on a weekend or holiday moves to the next working day."""
    return next_working_day(day) if readings.get("weekend") == "next-working-day" else day
