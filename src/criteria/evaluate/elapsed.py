"""Time from one day to another, as the set of numbers that it can be.

In: two terms that are days, and how their distance is measured. Out: a ``Numbers`` set. A measure grows with the last day and shrinks
with the first, so that the ends of both give the ends of the set. Never is ruled out first (``NoValue``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import partial

from criteria.dates.elapsed import counted_between, months_between
from criteria.evaluate.moments import Moment, moment, spoken_for
from criteria.evaluate.worlds import Env, World
from criteria.ladder.domains import EARLIEST, FIRST, LATEST, MOST_POINTS, Days, Numbers, finite
from criteria.model import terms as t
from criteria.model.types import Unit

Measure = Callable[[int, int], Fraction]  # two days as ordinals
NO_LEAF = Days(((FIRST, FIRST),))
FEW = 200  # measures that look at a calendar are taken one by one for no more pairs of days than these


def DAYS(first: int, last: int) -> Fraction:  # noqa: N802 - a constant measure
    """Days, the first not counted."""
    return Fraction(last - first)


def measure(unit: Unit, readings: Mapping[str, str]) -> Measure:
    """The measure of a unit that only a calendar can count."""
    if unit is Unit.MONTHS:
        return partial(_by_calendar, partial(months_between, month_end=readings.get("month-end", "clip")))
    return partial(_by_calendar, partial(counted_between, bank=unit is Unit.BANK_DAYS))


def _by_calendar(between: Callable[[date, date], Fraction | int], first: int, last: int) -> Fraction:
    return Fraction(between(date.fromordinal(first), date.fromordinal(last)))


def elapsed(world: World, start: t.Term, end: t.Term, env: Env, between: Measure) -> Numbers:
    """The time from the one to the other."""
    first, last = moment(world, start, env), moment(world, end, env)
    froms, tos = (one.reached(world) if one.leaf else NO_LEAF for one in (first, last))
    if first.leaf and last.leaf and first.leaf.key == last.leaf.key:
        return _same_day(first, last, froms, between)
    if froms.size * tos.size <= (MOST_POINTS if between is DAYS else FEW):
        return finite(between(first.at(c), last.at(d)) for c in froms.each() for d in tos.each())
    low = None if _far(tos.first, froms.last) else between(first.at(froms.last), last.at(tos.first))
    high = None if _far(froms.first, tos.last) else between(first.at(froms.first), last.at(tos.last))
    gaps = first.shifted or last.shifted or len(froms.spans) > 1 or len(tos.spans) > 1
    steps = not _months(between)
    return Numbers(None, low, high, whole=steps, hull=gaps or not steps)


def _far(low: int, high: int) -> bool:
    """A day that nobody knows is as far away as may be; no limit of a plan lies beyond."""
    return low <= EARLIEST or high >= LATEST


def _months(between: Measure) -> bool:
    inner = between.args[0] if isinstance(between, partial) else between
    return isinstance(inner, partial) and inner.func is months_between


def _same_day(first: Moment, last: Moment, days: Days, between: Measure) -> Numbers:
    """Both move with one day."""
    return finite(between(first.at(d), last.at(d)) for d in spoken_for(days))
