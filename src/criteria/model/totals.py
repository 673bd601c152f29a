"""How goals and sections are summed up: weights, totals and their steps.

Holds: a score and a percent stand on the scale of scores, 100 for 100 %; a weight in percent or as a fraction is a ratio (30 % is 3/10).
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from criteria.frozen import field, frozen
from criteria.model.nodes import place_field
from criteria.source import Place


class TotalUnit(Enum):
    PERCENT = "percent"
    POINTS = "points"
    KRONER = "kr"
    NUMBER = "number"


class WeightKind(Enum):
    PERCENT = "percent"
    FRACTION = "fraction"
    POINTS = "points"


@frozen
class Weight:
    """``weight 30%``, ``weight 7/12``, ``weight 5 points``."""

    kind: WeightKind
    value: Fraction
    text: str = field(
        default="", eq=False
    )  # the digits of a fraction as the plan writes them: 4/12 is no other weight than 1/3
    place: Place = field(eq=False, kw_only=True)


class TotalKind(Enum):
    """What a total is made of."""

    MEAN_OF_GOALS = "mean_of_goals"
    WEIGHTED_MEAN_OF_GOALS = "weighted_mean_of_goals"
    SUM_OF_POINTS = "sum_of_points"
    MEAN_OF_SECTIONS = "mean_of_sections"
    WEIGHTED_MEAN_OF_SECTIONS = "weighted_mean_of_sections"
    SUM_OF_SECTIONS = "sum_of_sections"


OF_SECTIONS = frozenset((TotalKind.MEAN_OF_SECTIONS, TotalKind.WEIGHTED_MEAN_OF_SECTIONS, TotalKind.SUM_OF_SECTIONS))
WEIGHTED = frozenset((TotalKind.WEIGHTED_MEAN_OF_GOALS, TotalKind.WEIGHTED_MEAN_OF_SECTIONS, TotalKind.SUM_OF_POINTS))


@frozen
class Cap:
    """Never more than this."""

    limit: Fraction
    unit: TotalUnit
    place: Place = place_field()


@frozen
class NothingBelow:
    """Below the limit nothing at all."""

    limit: Fraction
    unit: TotalUnit
    place: Place = place_field()


class RoundingWay(Enum):
    """``half-up`` takes a half away from zero, as schools teach it."""

    HALF_UP = "half-up"
    DOWN = "down"
    UP = "up"


@frozen
class Rounding:
    """To the multiple of ``to`` that is nearest, or next below or above."""

    way: RoundingWay
    to: Fraction
    unit: TotalUnit
    place: Place = place_field()


@frozen
class PaidBy:
    """From each row's first number on its second is paid; below the first row nothing. The rows rise in both."""

    table: str
    rows: tuple[tuple[Fraction, Fraction], ...]
    unit: TotalUnit
    place: Place = place_field()


@frozen
class PaidLinearly:
    """``low_pay`` up to ``low``, ``high_pay`` from ``high`` on, and in a straight line between them."""

    low: Fraction
    low_pay: Fraction
    high: Fraction
    high_pay: Fraction
    unit: TotalUnit
    place: Place = place_field()


Step = Cap | NothingBelow | Rounding | PaidBy | PaidLinearly


@frozen
class Total:
    """What is summed up, in which unit, and what is then done with it, step by step. No step falls where its input rises."""

    kind: TotalKind
    base: TotalUnit
    steps: tuple[Step, ...] = ()
    adds_up: bool = True  # weights in percent or fractions come to one whole
    place: Place = field(eq=False, kw_only=True)

    @property
    def unit(self) -> TotalUnit:
        """The unit of the end result."""
        return self.steps[-1].unit if self.steps else self.base


@frozen
class Section:
    """A part of the plan with its goals, by their ids in the plan's order."""

    title: str
    goals: tuple[str, ...]
    weight: Weight | None = None
    total: Total | None = None
    counts: bool = False
    quote: str = ""
    place: Place = field(eq=False, kw_only=True)


@frozen
class TotalExpectation:
    """What an example expects of the plan's total, or of a section's: the least and the most it can come to."""

    section: str | None
    readings: tuple[tuple[str, str], ...]
    low: Fraction
    high: Fraction
    unit: TotalUnit
    place: Place = field(eq=False, kw_only=True)
