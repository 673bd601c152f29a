"""Stated rounding: ``X rounded to whole percent``, ``rounded to 1 decimal``, ``rounded up``.

In: a rounded value. Out: ``Rounded`` with the step in the value's own unit. Holds: a unit that is said is that of the value; decimals
count in the unit as it is shown, so those of a percentage are of its percents.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.check import infer
from criteria.check.arithmetic import is_number
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import Value, like
from criteria.model import terms
from criteria.model.totals import RoundingWay
from criteria.model.types import Unit
from criteria.syntax import tree

MOST_DECIMALS = 12
_UNITS = {"percent": Unit.PERCENT, "kr": Unit.KRONER, "days": Unit.DAYS, "number": Unit.NUMBER}


def rounded(ctx: Context, expr: tree.RoundedValue, value: Value | None) -> Value | None:
    """The value, rounded as the plan says."""
    if value is None or not is_number(ctx, value, expr.value.place):
        return None
    unit = value.unit or Unit.NUMBER
    said = _UNITS[expr.unit] if expr.unit else unit
    shared = like(unit, said)
    if shared is None and not {unit, said} <= {Unit.PERCENT, Unit.PERCENTAGE_POINT, Unit.RATIO}:
        words = both("left", infer.word(value.type)) | both("right", infer.word(infer.number(said)))
        ctx.faults.error("unit-mismatch", expr.place, related=(expr.value.place,), words=words)
        return None
    digits = int(expr.decimals) if expr.decimals.isdecimal() else 0
    if (expr.decimals and not expr.decimals.isdecimal()) or digits > MOST_DECIMALS:
        ctx.faults.error("decimals-range", expr.place, found=expr.decimals, limit=str(MOST_DECIMALS))
        return None
    scale = 100 if unit is Unit.RATIO and said is not Unit.NUMBER else said.scale
    step = Fraction(1, scale * 10**digits)
    return Value(terms.Rounded(value.term, RoundingWay(expr.way), step, place=expr.place), infer.number(unit))
