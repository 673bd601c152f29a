"""Types of facts and cells, and units of numbers.

A number is an exact rational (``fractions.Fraction``), never a float. A percent and a percentage point are held as ratios: 60 % is 3/5;
weeks are held in days, years in months, minutes and hours in seconds.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from criteria.frozen import frozen


class Unit(Enum):
    """The unit of a number. ``RATIO`` is a quotient of like units; it compares with a percent and with a plain number."""

    NUMBER = "number"
    PERCENT = "percent"
    PERCENTAGE_POINT = "percentage point"
    KRONER = "kr"
    DAYS = "days"
    RATIO = "ratio"
    WEEKS = "weeks"
    WORKING_DAYS = "working days"
    BANK_DAYS = "bank days"
    MONTHS = "months"
    YEARS = "years"
    SECONDS = "seconds"
    MINUTES = "minutes"
    HOURS = "hours"

    @property
    def scale(self) -> Fraction:
        """What a value is multiplied by to be shown: 100 for percents, 1/7 for weeks, which are held in days."""
        return _SCALES.get(self._value_, _ONE)


_ONE = Fraction(1)
_SCALES = {
    Unit.PERCENT.value: Fraction(100),
    Unit.PERCENTAGE_POINT.value: Fraction(100),
    Unit.WEEKS.value: Fraction(1, 7),  # held in days
    Unit.YEARS.value: Fraction(1, 12),  # held in months
    Unit.MINUTES.value: Fraction(1, 60),  # held in seconds
    Unit.HOURS.value: Fraction(1, 3600),
}
TIMES = (  # units of time; those of one group convert into each other exactly
    frozenset({Unit.DAYS, Unit.WEEKS}),
    frozenset({Unit.WORKING_DAYS}),
    frozenset({Unit.BANK_DAYS}),
    frozenset({Unit.MONTHS, Unit.YEARS}),
    frozenset({Unit.SECONDS, Unit.MINUTES, Unit.HOURS}),
)


@frozen
class Bounds:
    """Declared limits of a number, each side closed unless ``open``; None is no limit."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether ``value`` lies within."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below


@frozen
class DateType:
    pass


@frozen
class NumberType:
    unit: Unit
    bounds: Bounds = Bounds()
    whole: bool = False  # whole numbers only


@frozen
class TextType:
    """A text; ``form`` where it is a number of identity with a check digit, ``ean`` or ``cvr``."""

    form: str = ""


@frozen
class ChoiceType:
    """One of the texts, in the plan's order; where they are ``ordered``, from the worst to the best."""

    options: tuple[str, ...]
    ordered: bool = False


@frozen
class YesNoType:
    pass


@frozen
class DurationType:
    """A calendar duration such as 4 weeks or 10 working days: one value each, whatever it counts."""


Type = DateType | NumberType | TextType | ChoiceType | YesNoType | DurationType
