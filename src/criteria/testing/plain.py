"""A value as a Python program would give it to ``plan.evaluate``.

In: a value of the facts layer and its declared type. Out: an int, a Decimal or a Fraction in the declared unit (60 for 60 %), a date, a
text, a bool, a ``Duration``; the word ``never`` for a day that never comes.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from criteria.facts.record import Value
from criteria.model.scale import plain as written
from criteria.model.types import NumberType, Type

NEVER, UNKNOWN = "never", "unknown"


def plain(value: Value, kind: Type) -> object:
    """The value; percents, which are held as ratios, are told in percent."""
    if isinstance(value, Fraction) and isinstance(kind, NumberType):
        return number(value * kind.unit.scale)
    return value


def number(value: Fraction) -> int | Decimal | Fraction:
    """The simplest exact kind of number."""
    if value.denominator == 1:
        return int(value)
    text = written(value)
    return value if "/" in text else Decimal(text)
