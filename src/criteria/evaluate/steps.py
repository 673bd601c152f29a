"""The steps of a total: caps, thresholds, rounding, and what is paid for it.

In: an exact number. Out: the number after a step. Holds: no step falls where its input rises, so the ends of a range go to the ends.
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import assert_never

from criteria.evaluate.total_verdict import Range, Stage
from criteria.model.totals import Cap, NothingBelow, PaidBy, PaidLinearly, Rounding, RoundingWay, Step, Total

HALF = Fraction(1, 2)
NOTHING = Fraction(0)


def stages(total: Total, base: Range) -> tuple[Stage, ...]:
    """The range before the first step and after each."""
    found = [Stage(0, base, total.base)]
    for number, step in enumerate(total.steps, 1):
        low, high = found[-1].range
        found.append(Stage(number, (taken(step, low), taken(step, high)), step.unit))
    return tuple(found)


def taken(step: Step, value: Fraction) -> Fraction:
    """The number after a step."""
    match step:
        case Cap(limit):
            return min(value, limit)
        case NothingBelow(limit):
            return NOTHING if value < limit else value
        case Rounding(way, to):
            return rounded(value / to, way) * to
        case PaidBy(_, rows):
            return max((pay for start, pay in rows if start <= value), default=NOTHING)
        case PaidLinearly(low, low_pay, high, high_pay):
            inside = min(max(value, low), high)
            return low_pay + (high_pay - low_pay) * (inside - low) / (high - low)
        case _:  # pragma: no cover
            assert_never(step)


def rounded(value: Fraction, way: RoundingWay) -> Fraction:
    """To a whole number; a half goes away from zero."""
    match way:
        case RoundingWay.DOWN:
            return Fraction(floor(value))
        case RoundingWay.UP:
            return Fraction(ceil(value))
        case RoundingWay.HALF_UP:
            whole = Fraction(floor(abs(value) + HALF))
            return whole if value >= 0 else -whole
        case _:  # pragma: no cover
            assert_never(way)
