"""Goals that come to a score without levels: judged by somebody, or along a line through stated points.

In: built by ``check/standings.py`` and ``check/linear.py``. Out: found by everyone in ``model/plan.py``. Holds: a line's points
stand in the order of its quantity; beyond its ends the score stays what it is at the end.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from criteria.frozen import field, frozen
from criteria.model.terms import AllOf, Condition, Term
from criteria.model.types import Unit
from criteria.source import Place


@frozen
class Judged:
    """The goal takes its level from a recorded judgement: of a step of its scale, or of any percent."""

    by: str
    in_percent: bool = False
    text: str = ""  # as the plan writes it
    place: Place = field(eq=False, kw_only=True)


@frozen
class Linear:
    """``points`` are (value, score), the lowest value first; where ``provided`` fails the score is the lowest of them.

    ``tested`` is everything the score rests on, as one condition: that the value is known, and ``provided``."""

    value: Term
    points: tuple[tuple[Fraction, Fraction], ...]
    unit: Unit
    tested: Condition
    provided: Condition | None = None
    text: str = ""  # as the plan writes it
    place: Place = field(eq=False, kw_only=True)

    @property
    def known(self) -> Condition:
        """The part of ``tested`` that is about the quantity."""
        return self.tested.items[0] if isinstance(self.tested, AllOf) else self.tested

    @property
    def lowest(self) -> Fraction:
        return min(score for _, score in self.points)

    @property
    def highest(self) -> Fraction:
        return max(score for _, score in self.points)

    def at(self, value: Fraction | None, *, upper: bool = False) -> Fraction:
        """The score of a value; None is without end, downwards or ``upper``."""
        points = self.points
        if value is None:
            return points[-1 if upper else 0][1]
        for (low, first), (high, last) in pairwise(points):
            if low <= value <= high:
                return first + (last - first) * (value - low) / (high - low)
        return points[0][1] if value < points[0][0] else points[-1][1]
