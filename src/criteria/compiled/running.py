"""What generated functions call while they run: days counted by a calendar, groups, places in a row of numbers.

In: ordinals, whole numbers and fractions, columns. Out: the same. Holds: exact; ``NoValue`` where a day is never, ``Fault`` where there is
nothing to compute with, which leaves the goal to the reference.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from criteria.compiled.slots import NEVER
from criteria.dates.anchored import Anchor
from criteria.dates.durations import Duration, add
from criteria.dates.period import Period
from criteria.dates.relations import Relation
from criteria.evaluate.rounding import rounded
from criteria.evaluate.worlds import NoValue
from criteria.ladder.domains import FIRST, LAST
from criteria.ladder.windows import window
from criteria.model.totals import RoundingWay

Exact = int | Fraction


class Fault(Exception):
    """An empty group, a zero divisor: the goal is left to the reference, which takes the test as free."""


def shifted(duration: Duration, forward: bool, clip: str, day: int) -> int:
    """The day so far after (or before) another; the end of the calendar where there is none."""
    if day == NEVER:
        raise NoValue
    try:
        return add(date.fromordinal(day), duration, forward=forward, month_end=clip).toordinal()
    except (OverflowError, ValueError):
        return LAST if forward else FIRST


def lasting(anchor: Anchor, readings: Mapping[str, str], day: int) -> int:
    """The last day of a stretch that is counted from a day."""
    if day == NEVER:
        raise NoValue
    return anchor.period(date.fromordinal(day), readings).latest.toordinal()


def spanned(relation: Relation, anchor: Anchor | None, readings: Mapping[str, str], base: int, day: int) -> bool:
    """Whether a day stands so to the stretch counted from another, or to that day itself."""
    that = date.fromordinal(base)
    low, high = window(readings, relation, anchor.period(that, readings) if anchor else Period(that, that))
    return low <= day <= high


def grouped(keys: Iterable[object], rows: Iterable[tuple[object, ...]]) -> dict[object, list[tuple[object, ...]]]:
    """Rows by their keys."""
    found: dict[object, list[tuple[object, ...]]] = {}
    for key, row in zip(keys, rows, strict=True):
        found.setdefault(key, []).append(row)
    return found


def groups(column: Sequence[object]) -> tuple[object, ...]:
    """The values there are, each once; none at all is a fault."""
    found = tuple(dict.fromkeys(column))
    if not found:
        raise Fault
    return found


def whole_ratio(top: Exact, bottom: Exact) -> Fraction:
    """A ratio as one number."""
    return Fraction(top) / Fraction(bottom)


def middle(values: list[Exact]) -> Exact:
    """The median."""
    if not values:
        raise Fault
    values.sort()
    half = len(values) // 2
    return values[half] if len(values) % 2 else Fraction(values[half - 1] + values[half]) / 2


def nearest_rank(share: Fraction, values: list[Exact]) -> Exact:
    """The smallest value that at least this share of the values do not exceed."""
    if not values:
        raise Fault
    values.sort()
    place = -(-share.numerator * len(values) // share.denominator)
    return values[max(place, 1) - 1]


def mean(values: list[Exact]) -> Exact:
    """Their sum over their number."""
    if not values:
        raise Fault
    return Fraction(sum(values)) / len(values)


def rounding(way: RoundingWay, step: Fraction, top: Exact, bottom: Exact) -> Fraction:
    """A multiple of a step."""
    return rounded(whole_ratio(top, bottom), way, step)


def earliest(days: list[int]) -> int:
    """The first of them."""
    if not days:
        raise Fault
    return min(days)


def latest(days: list[int]) -> int:
    """The last of them."""
    if not days:
        raise Fault
    return max(days)
