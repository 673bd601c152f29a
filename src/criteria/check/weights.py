"""Weights: how much each goal or section counts, and whether they add up.

In: ``weight`` lines. Out: ``Weight``s, and whether those of one total come to a whole. Holds: all weights of one total are of one kind,
and each of its goals has one; percents come to 100 % and fractions to 1, or it is a finding; points may come to any number.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.literals import MAX_DIGITS, Misread, amount
from criteria.frozen import frozen
from criteria.model.scale import plain
from criteria.model.totals import TotalUnit, Weight, WeightKind
from criteria.model.types import Unit
from criteria.source import Place
from criteria.syntax import tree

_FRACTION = re.compile(r"([0-9]{1,9})/([0-9]{1,9})", re.ASCII)
_UNITS = {
    Unit.PERCENT: (TotalUnit.PERCENT, 100),
    Unit.KRONER: (TotalUnit.KRONER, 1),
    Unit.NUMBER: (TotalUnit.NUMBER, 1),
}
_KINDS = {TotalUnit.PERCENT: WeightKind.PERCENT, TotalUnit.POINTS: WeightKind.POINTS}


@frozen
class Weighed:
    """A goal or a section as a total counts it."""

    name: str
    weight: Weight | None
    said: bool  # a weight is written, though it may have a fault
    place: Place


def score(ctx: Context, written: tree.Score) -> tuple[Fraction, TotalUnit] | None:
    """The amount on the scale of scores, or None after a fault."""
    negative = written.digits.startswith("-")
    digits = written.digits.removeprefix("-")
    exact = _FRACTION.fullmatch(digits)
    if exact and written.unit and int(exact[2]):
        value = Fraction(int(exact[1]), int(exact[2]))
        return (-value if negative else value), TotalUnit(written.unit)
    sign = {"percent": ("%",), "kr": ("kr",)}.get(written.unit, ())
    found = amount((digits, *sign), ctx.language)
    if isinstance(found, Misread):
        ctx.faults.error(
            found.kind, written.place, found=written.text, suggestion=found.suggestion, limit=str(MAX_DIGITS)
        )
        return None
    if found is None or found.unit not in _UNITS:
        ctx.faults.error("amount-expected", written.place, found=written.text, words=both("expected", "number"))
        return None
    unit, scale = _UNITS[found.unit]
    if written.unit == "points":
        unit = TotalUnit.POINTS
    value = found.value * scale
    return (-value if negative else value), unit


def positive(ctx: Context, written: tree.Score) -> tuple[Fraction, TotalUnit] | None:
    """The same of an amount that must be above zero."""
    found = score(ctx, written)
    if found and found[0] <= 0:
        ctx.faults.error("not-positive", written.place, found=written.text)
        return None
    return found


def weight(ctx: Context, lines: Sequence[tree.WeightLine]) -> Weight | None:
    """The weight of a goal or section; a second one is a finding."""
    for again in lines[1:]:
        ctx.faults.error("weight-twice", again.place, related=(lines[0].place,))
    return _weight(ctx, lines[0]) if lines else None


def _weight(ctx: Context, line: tree.WeightLine) -> Weight | None:
    written = line.score
    fraction = _FRACTION.fullmatch(written.digits)
    if fraction and not written.unit:
        above, below = int(fraction[1]), int(fraction[2])
        if not above or not below:
            ctx.faults.error("not-positive", written.place, found=written.text)
            return None
        return Weight(WeightKind.FRACTION, Fraction(above, below), written.digits, place=line.place)
    found = positive(ctx, written)
    if found is None:
        return None
    value, unit = found
    if unit not in _KINDS:
        sign = "%" if ctx.language == "en" else " pct."
        suggestion = f"{written.digits}{sign}" if unit is TotalUnit.NUMBER else None
        ctx.faults.error("weight-unit", written.place, found=written.text, suggestion=suggestion)
        return None
    kind = _KINDS[unit]
    return Weight(kind, value / 100 if kind is WeightKind.PERCENT else value, place=line.place)


def adds_up(ctx: Context, parts: Sequence[Weighed], place: Place) -> bool:
    """Whether the weights of one total are of one kind and come to a whole; what is wrong with them is told."""
    found = [(part, part.weight) for part in parts if part.weight]
    for part in parts:
        if not part.said:
            ctx.faults.error("weight-missing", part.place, related=(place,), name=part.name)
    if not found:
        return True
    first, of = found[0]
    for part, each in found[1:]:
        if each.kind is not of.kind:
            words = both("found", _named(each.kind)) | both("expected", _named(of.kind))
            ctx.faults.error(
                "weights-mixed", each.place, related=(of.place,), name=part.name, other=first.name, words=words
            )
            return True
    total = sum((each.value for _, each in found), Fraction())
    if of.kind is WeightKind.POINTS or total == 1 or len(found) < len(parts):
        return True
    ctx.faults.warning(
        "weights", place, found=_told(total, of.kind, ctx.language), expected=_told(Fraction(1), of.kind, ctx.language)
    )
    return False


def _named(kind: WeightKind) -> str:
    return f"weight-{kind.value}"


def _told(value: Fraction, kind: WeightKind, language: str) -> str:
    """``95%``, ``11/12``: as the plan writes weights."""
    if kind is WeightKind.FRACTION:
        return str(value)
    text = _decimal(value * 100, language)
    return f"{text} pct." if language == "da" else f"{text}%"


def in_points(ctx: Context, value: Fraction) -> str:
    """``12 points``"""
    text = _decimal(value, ctx.language)
    return f"{text} point" if ctx.language == "da" else f"{text} points"


def _decimal(value: Fraction, language: str) -> str:
    """As the plan's surface writes it; what never ends as a fraction."""
    return plain(value).replace(".", ",") if language == "da" else plain(value)
