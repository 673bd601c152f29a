"""Stated rounding: a step function, so that asking about the rounded value is asking about the value itself.

In: a ``Rounded`` term with its set of values, or with a limit. Out: the set of multiples, or the question that says the same of the
value. Exact: half away from zero, up and down are monotone.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from criteria.evaluate import arithmetic as a
from criteria.ladder.domains import MOST_POINTS, Numbers, finite
from criteria.model.totals import RoundingWay

HALF = Fraction(1, 2)


def rounded(value: Fraction, way: RoundingWay, step: Fraction) -> Fraction:
    """One number."""
    steps = value / step
    match way:
        case RoundingWay.UP:
            return ceil(steps) * step
        case RoundingWay.DOWN:
            return floor(steps) * step
        case RoundingWay.HALF_UP:
            return (floor(steps + HALF) if steps >= 0 else ceil(steps - HALF)) * step
        case _ as unreachable:
            assert_never(unreachable)


def all_rounded(values: Numbers, way: RoundingWay, step: Fraction) -> Numbers:
    """Every number of a set."""
    if values.points is not None:
        return finite(rounded(value, way, step) for value in values.points)
    low, high = a.ends(values)
    first, last = rounded(low, way, step), rounded(high, way, step)
    begin, end = (None if values.low is None else first), (None if values.high is None else last)
    count = (last - first) / step + 1
    if begin is None or end is None or count > MOST_POINTS:
        whole = step == 1 and not values.hull
        return Numbers(None, begin, end, whole=whole, hull=not whole, torn=values.torn)
    if values.hull or (values.whole and step != 1):
        return Numbers(None, first, last, hull=first != last, torn=values.torn) if first != last else Numbers((first,))
    return finite(first + number * step for number in range(int(count)))


def asked(limit: Fraction, way: RoundingWay, step: Fraction, *, strict: bool) -> tuple[Fraction, bool]:
    """The limit, and whether strictly, that the value is held against so that its rounding is at least (above) ``limit``."""
    steps = limit / step
    least = floor(steps) + 1 if strict else ceil(steps)  # the first multiple that passes
    match way:
        case RoundingWay.UP:
            return (least - 1) * step, True
        case RoundingWay.DOWN:
            return least * step, False
        case RoundingWay.HALF_UP:
            return (least - HALF) * step, least <= 0
        case _ as unreachable:
            assert_never(unreachable)
