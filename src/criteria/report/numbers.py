"""Numbers as text.

In: exact rationals, units, margins. Out: text in the reader's language: ``2.5%`` and ``2,5 pct.``. Rounding is for
display only and never contradicts what was decided: digits are added until a number that is not zero does not look
like it, or stands on its own side of a limit (trust.md B12).
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from criteria.evaluate.verdict import Margin
from criteria.model.scale import decimal as _decimal
from criteria.model.scale import plain as exact
from criteria.model.types import Unit
from criteria.report.texts import say

DIGITS = 2
MOST_DIGITS = 12

__all__ = ["amount", "exact", "margin", "measured", "number", "score"]


def number(value: Fraction, lang: str, limits: Iterable[Fraction] = (Fraction(0),), digits: int = DIGITS) -> str:
    """Rounded for reading (a half away from zero), on the same side of every limit as the value itself."""
    limits = tuple(limits)
    while digits < MOST_DIGITS and any(_side(_rounded(value, digits), each) != _side(value, each) for each in limits):
        digits += 1
    text = _decimal(_rounded(value, digits), digits)
    whole, _, decimals = text.partition(".")
    decimals = decimals.rstrip("0")
    thousands, point = (".", ",") if lang == "da" else (",", ".")
    return _grouped(whole, thousands) + (point + decimals if decimals else "")


def amount(value: Fraction, unit: Unit, lang: str, limits: Iterable[Fraction] = (Fraction(0),)) -> str:
    """A number, already scaled (60 for 60 %, a ratio alike), with its unit."""
    text = number(value, lang, limits)
    one = abs(value) == 1
    match unit:
        case Unit.PERCENT | Unit.RATIO:
            return say("percent", lang, n=text)
        case Unit.PERCENTAGE_POINT:
            return say("percentage_point" if one else "percentage_points", lang, n=text)
        case Unit.KRONER:
            return say("kr", lang, n=text)
        case Unit.NUMBER:
            return text
        case _:  # a unit of time
            key = unit.value.replace(" ", "_")
            return say(key.removesuffix("s") if one else key, lang, n=text)


def measured(value: Margin, distance: Margin | None, lang: str) -> str:
    """The tested quantity, or its range, never shown on the other side of the limit it was held against."""
    low, high = value.low, value.high
    if low is None or high is None:
        key, end = ("at_least", low) if low is not None else ("at_most", high)
        return "" if end is None else say(key, lang, amount=amount(end, value.unit, lang))
    if low == high:
        away = [distance.low] if distance and distance.low is not None and distance.low == distance.high else []
        return amount(low, value.unit, lang, [Fraction(0), *(low + d for d in away), *(low - d for d in away)])
    return f"{number(low, lang)}–{amount(high, value.unit, lang)}"


def margin(value: Margin, lang: str) -> str:
    """How far from the limit, and on which side: ``2 days to spare``, ``missed by 0.4 percentage points``."""
    low, high = value.low, value.high
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return _open_margin(low, high, value.unit, lang)
    if low == high:
        return _one_margin(low, value.unit, lang)
    if low >= 0:
        return say("to_spare", lang, amount=_span(low, high, value.unit, lang))
    if high <= 0:
        return say("missed_by", lang, amount=_span(-high, -low, value.unit, lang))
    return say("from_to", lang, low=_one_margin(low, value.unit, lang), high=_one_margin(high, value.unit, lang))


def _open_margin(low: Fraction | None, high: Fraction | None, unit: Unit, lang: str) -> str:
    """One side has no end: what is certain about the other."""
    if low is not None:
        return say("at_least_to_spare", lang, amount=_distance(low, unit, lang)) if low >= 0 else ""
    if high is not None and high < 0:
        return say("at_least_missed", lang, amount=_distance(high, unit, lang))
    return say("at_most_to_spare", lang, amount=_distance(high, unit, lang)) if high else ""


def _one_margin(value: Fraction, unit: Unit, lang: str) -> str:
    if value == 0:
        return say("on_limit", lang)
    return say("to_spare" if value > 0 else "missed_by", lang, amount=_distance(value, unit, lang))


def _span(low: Fraction, high: Fraction, unit: Unit, lang: str) -> str:
    return f"{number(low, lang)}–{_distance(high, unit, lang)}"


def _distance(value: Fraction, unit: Unit, lang: str) -> str:
    """The distance of two percents is in percentage points."""
    return amount(abs(value), Unit.PERCENTAGE_POINT if unit in (Unit.PERCENT, Unit.RATIO) else unit, lang)


def score(low: Fraction, high: Fraction, lang: str) -> str:
    """``100 %`` or ``50–100 %``."""
    ends = [number(low, lang)] if low == high else [number(low, lang), number(high, lang)]
    return f"{'–'.join(ends)} %"


def _rounded(value: Fraction, digits: int) -> Fraction:
    scaled = abs(value) * 10**digits + Fraction(1, 2)
    whole = Fraction(scaled.numerator // scaled.denominator, 10**digits)
    return whole if value >= 0 else -whole


def _side(value: Fraction, limit: Fraction) -> int:
    return (value > limit) - (value < limit)


def _grouped(whole: str, separator: str) -> str:
    """Thousands from five digits on in any amount: ``50.400.000``; years never come here."""
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    start = len(digits) % 3
    parts = [digits[:start]] if start else []
    parts += [digits[i : i + 3] for i in range(start, len(digits), 3)]
    return sign + separator.join(parts)
