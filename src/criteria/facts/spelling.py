"""What is given, written so that it reads back.

In: a ``Given`` and its declared type. Out: the text that a file of facts would hold, in the plan's language; for a
workbook a date or a number, where one says the same. A choice among free texts has no spelling in a cell and becomes
``unknown``, which only widens.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from criteria.dates.durations import Duration
from criteria.facts.numbers import plain_number
from criteria.facts.record import (
    DayBetween,
    Exactly,
    Given,
    Never,
    Nothing,
    NumberBetween,
    OneOf,
    SomeDayOf,
    Unknown,
    Value,
)
from criteria.model.types import NumberType, TextType, Type, Unit

WORDS = {
    "unknown": ("unknown", "ukendt"),
    "never": ("never", "aldrig"),
    "yes": ("yes", "ja"),
    "no": ("no", "nej"),
    "or": ("or", "eller"),
}
_AMBIGUOUS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
CELL_DIGITS = 15
FIRST_CELL_DATE = date(1900, 3, 1)  # before it, Excel's calendar has a day too many


def word(name: str, lang: str) -> str:
    """One of the words that facts files know, in the plan's language."""
    return WORDS[name][1 if lang == "da" else 0]


def spelled(given: Given, type_: Type, lang: str, decimal: str = ".") -> str:
    """The text; ``decimal`` is the decimal sign of the file."""
    match given.possible:
        case Exactly(value):
            return _value(value, type_, lang, decimal)
        case OneOf(values) if not isinstance(type_, TextType):
            return f" {word('or', lang)} ".join(_value(value, type_, lang, decimal) for value in values)
        case SomeDayOf(phrase):
            return phrase.text
        case DayBetween(first, last):
            return f"{first.isoformat()}..{last.isoformat()}"
        case NumberBetween(low, high):
            return f"{_value(low, type_, lang, decimal)}..{_value(high, type_, lang, decimal)}"
        case Never():
            return word("never", lang)
        case Nothing():
            return ""
        case Unknown() | OneOf():
            return word("unknown", lang)


def cell_value(given: Given, type_: Type, lang: str) -> str | date | Decimal:
    """A date or a number where a cell of a workbook holds it exactly, else the text."""
    match given.possible:
        case Exactly(date() as day) if day >= FIRST_CELL_DATE:
            return day
        case Exactly(Fraction() as number) if "/" not in (text := plain_number(number * _cell_scale(type_))):
            if len(text.replace(".", "").lstrip("-0")) <= CELL_DIGITS and len(text) <= 2 * CELL_DIGITS:
                return Decimal(text)
    return spelled(given, type_, lang)


def _cell_scale(type_: Type) -> Fraction:
    """A percent cell holds the ratio, and its format shows a percentage; points have no format."""
    return type_.unit.scale if isinstance(type_, NumberType) and type_.unit is not Unit.PERCENT else Fraction(1)


def _value(value: Value, type_: Type, lang: str, decimal: str) -> str:
    match value:
        case bool():
            return word("yes" if value else "no", lang)
        case Fraction():
            return _number(value, type_, decimal)
        case date():
            return value.isoformat()
        case Duration():
            return value.phrase(lang)
    return value


def _number(number: Fraction, type_: Type, decimal: str) -> str:
    """All digits; a number that could be read with a thousands separator gets one more zero."""
    scale = type_.unit.scale if isinstance(type_, NumberType) else 1
    text = plain_number(number * scale, decimal)
    if decimal == "." and _AMBIGUOUS.fullmatch(text):
        text += "0"
    return f"{text} %" if scale == 100 and isinstance(type_, NumberType) and type_.unit is Unit.PERCENT else text
