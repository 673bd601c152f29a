"""Days as SQL, and days that are counted from one: weeks or working days after it, a day of its year.

In: a term that stands for a day. Out: a ``Day``, or a ``Moment``: the day that it is counted from, and a function that a calendar computes.
Holds: no calendar is asked in SQL; what follows from a day is worked out when the query is written. Raises ``Uncolumned``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from criteria.columnar import cells, facts
from criteria.columnar.desk import Desk, Uncolumned, named
from criteria.columnar.expressions import day as literal_day
from criteria.columnar.given import Day
from criteria.dates.durations import Duration, Unit, add
from criteria.dates.period import Period
from criteria.frozen import frozen
from criteria.ladder.domains import FIRST, LAST
from criteria.model import terms as t

STEPS = {Unit.DAYS: 1, Unit.WEEKS: 7}


@frozen(eq=False)
class Moment:
    """A day that is ``at(base)``. ``moved``: by how many days it lies from its base, whatever that is, None where a calendar has to tell.
    ``turns``: whether a later base can give an earlier day. ``span``: where the term is a period, its days."""

    base: Day
    at: Callable[[int], int]
    moved: int | None = 0
    turns: bool = False
    span: Callable[[int], Period] | None = None

    def period(self, base: int) -> Period:
        """The days that the term means, seen from its base."""
        that = date.fromordinal(self.at(base))
        return self.span(base) if self.span else Period(that, that)

    def bases(self, low: int, high: int) -> tuple[int, int]:
        """The first and the last base whose day lies from ``low`` to ``high``, turned round where there is none."""
        if self.moved == 0:
            return low, high
        if self.turns:
            raise Uncolumned("day that turns back")
        return (low if low <= FIRST else self._least(low)), (high if high >= LAST else self._least(high + 1) - 1)

    def _least(self, day: int) -> int:
        """The first base whose day is not before ``day``; the day after the last one where there is none."""
        low, high = FIRST, LAST
        while low <= high:
            middle = (low + high) // 2
            low, high = (low, middle - 1) if self.at(middle) >= day else (middle + 1, high)
        return low


def day(desk: Desk, term: t.Term) -> Day:
    """A date, with nothing counted from it."""
    match term:
        case t.Fact(path):
            return facts.day(desk, path)
        case t.Cell():
            return cells.day(desk, term)
        case t.Chosen(name, alternatives):
            return day(desk, dict(alternatives)[desk.readings[name]])
        case t.DateValue(phrase):
            first = phrase.period(desk.readings).earliest.toordinal()
            return Day(literal_day(first), literal_day(first), False, True, False, (first, first))
        case t.EdgeDay() | t.OfOne():
            from criteria.columnar.picked import picked_day

            return picked_day(desk, term)
        case _:
            raise Uncolumned(named(term))


def moment(desk: Desk, term: t.Term) -> Moment:
    """A date, and what is counted from it."""
    match term:
        case t.Offset(base, duration, forward):
            return _shifted(moment(desk, base), duration, forward, desk.readings.get("month-end", "clip"))
        case t.Anchored(base, anchor):
            inner, readings = moment(desk, base), dict(desk.readings)

            def span(base: int) -> Period:
                return anchor.period(date.fromordinal(inner.at(base)), readings)

            return Moment(inner.base, lambda base: span(base).latest.toordinal(), None, inner.turns, span)
        case t.Chosen(name, alternatives):
            return moment(desk, dict(alternatives)[desk.readings[name]])
        case _:
            return Moment(day(desk, term), lambda base: base)


def _shifted(inner: Moment, duration: Duration, forward: bool, month_end: str) -> Moment:
    """Beyond the calendar it is its last or first day, as in ``evaluate/moments.py``."""

    def shifted(base: int) -> int:
        try:
            return add(date.fromordinal(inner.at(base)), duration, forward=forward, month_end=month_end).toordinal()
        except (OverflowError, ValueError):
            return LAST if forward else FIRST

    step = STEPS.get(duration.unit)
    moved = (
        None if inner.moved is None or step is None else inner.moved + duration.amount * (step if forward else -step)
    )
    turns = inner.turns or (bool(duration.words) and month_end == "error")
    return Moment(inner.base, shifted, moved, turns)
