"""Totals: what is summed up, in which unit, and the steps that follow.

In: ``total`` lines. Out: ``Total``s. Holds: every step takes the unit that the step before it gives; what is paid never falls where the
total rises, so that a range of totals is a range of pay.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import assert_never

from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.scopes import Table
from criteria.check.suggestions import unknown
from criteria.check.weights import positive, score
from criteria.model.plan import fold
from criteria.model.totals import (
    Cap,
    NothingBelow,
    PaidBy,
    PaidLinearly,
    Rounding,
    RoundingWay,
    Step,
    Total,
    TotalKind,
    TotalUnit,
)
from criteria.model.types import NumberType, Unit
from criteria.source import Place
from criteria.syntax import tree

MOST_DECIMALS = 9
_OF_COLUMN = {Unit.PERCENT: TotalUnit.PERCENT, Unit.KRONER: TotalUnit.KRONER, Unit.NUMBER: TotalUnit.NUMBER}
_WHOLE = {"percent": TotalUnit.PERCENT, "points": TotalUnit.POINTS, "kr": TotalUnit.KRONER}
_WAYS = {"half-up": RoundingWay.HALF_UP, "down": RoundingWay.DOWN, "up": RoundingWay.UP}


def total(ctx: Context, line: tree.TotalLine, base: TotalUnit, adds_up: bool) -> Total:
    """The total of a line; steps with a fault are left out."""
    unit = base
    steps: list[Step] = []
    for written in line.steps:
        step = _step(ctx, written, unit)
        if step is None:
            break
        steps.append(step)
        unit = step.unit
    return Total(TotalKind(line.kind), base, tuple(steps), adds_up, place=line.place)


def only(ctx: Context, lines: Sequence[tree.TotalLine]) -> tree.TotalLine | None:
    """The first total of a plan or section; another is a finding."""
    for again in lines[1:]:
        ctx.faults.error("total-twice", again.place, related=(lines[0].place,))
    return lines[0] if lines else None


def _step(ctx: Context, step: tree.Step, unit: TotalUnit) -> Step | None:
    match step:
        case tree.Cap(limit):
            found = in_unit(ctx, limit, unit)
            return None if found is None else Cap(found, unit, place=step.place)
        case tree.NothingBelow(limit):
            found = in_unit(ctx, limit, unit)
            return None if found is None else NothingBelow(found, unit, place=step.place)
        case tree.Rounded(way):
            found = _rounded_to(ctx, step, unit)
            return None if found is None else Rounding(_WAYS[way], found, unit, place=step.place)
        case tree.PaidBy(name):
            return _paid_by(ctx, name, unit, step.place)
        case tree.PaidLinearly():
            return _paid_linearly(ctx, step, unit)
        case _:  # pragma: no cover
            assert_never(step)


def in_unit(ctx: Context, written: tree.Score, unit: TotalUnit) -> Fraction | None:
    """An amount in the unit that the total has at this step."""
    found = score(ctx, written)
    if found is None:
        return None
    bare = found[1] is TotalUnit.NUMBER and unit is TotalUnit.POINTS
    if found[1] is not unit and not bare:
        ctx.faults.error("total-unit", written.place, found=written.text, words=both("expected", f"in-{unit.value}"))
        return None
    return found[0]


def _rounded_to(ctx: Context, step: tree.Rounded, unit: TotalUnit) -> Fraction | None:
    if step.nearest:
        return in_unit(ctx, step.nearest, unit) if positive(ctx, step.nearest) else None
    if step.whole:
        if _WHOLE[step.whole] is unit:
            return Fraction(1)
        words = both("found", f"in-{step.whole}") | both("expected", f"in-{unit.value}")
        ctx.faults.error("rounding-unit", step.place, words=words)
        return None
    digits = step.decimals
    if not (digits.isascii() and digits.isdigit()) or int(digits) > MOST_DECIMALS:
        ctx.faults.error("amount-expected", step.place, found=digits, words=both("expected", "few-decimals"))
        return None
    return Fraction(1, 10 ** int(digits))


def _paid_linearly(ctx: Context, step: tree.PaidLinearly, unit: TotalUnit) -> PaidLinearly | None:
    from_pay, to_pay = score(ctx, step.low_pay), score(ctx, step.high_pay)
    low, high = in_unit(ctx, step.low, unit), in_unit(ctx, step.high, unit)
    if from_pay is None or to_pay is None or low is None or high is None:
        return None
    (least, paid), (most, again) = from_pay, to_pay
    if again is not paid:
        expected = both("expected", f"in-{paid.value}")
        ctx.faults.error("total-unit", step.high_pay.place, found=step.high_pay.text, words=expected)
        return None
    if low >= high or least > most:
        ctx.faults.error("pay-order", step.place, found=f"{step.low.text}, {step.high.text}")
        return None
    return PaidLinearly(low, least, high, most, paid, place=step.place)


# ---- a table that the plan fixes --------------------------------------------------------------------------------------


def _paid_by(ctx: Context, name: tree.Run, unit: TotalUnit, place: Place) -> PaidBy | None:
    table = ctx.names.tables.get(fold(" ".join(word.text for word in name.words)))
    if table is None:
        unknown(ctx, name.text, name.place, (t.name for t in ctx.names.tables.values()), "record")
        return None
    columns = [column.type for column in table.columns.values()]
    units = [_OF_COLUMN.get(each.unit) for each in columns if isinstance(each, NumberType)]
    if table.rows is None or len(columns) != 2 or len(units) != 2 or None in units:
        ctx.faults.error("pay-table", name.place, related=(table.place,), found=table.name)
        return None
    start, paid = units[0], units[1]
    bare = start is TotalUnit.NUMBER and unit is TotalUnit.POINTS
    if start is not unit and not bare:
        words = both("expected", f"in-{unit.value}")
        first = next(iter(table.columns.values()))
        ctx.faults.error(
            "total-unit", name.place, related=(first.place,), found=f"{table.name}: {first.name}", words=words
        )
        return None
    assert start
    assert paid
    rows = _rows(ctx, table, start, paid)
    return None if rows is None else PaidBy(table.name, rows, paid, place=place)


def _rows(
    ctx: Context, table: Table, start: TotalUnit, paid: TotalUnit
) -> tuple[tuple[Fraction, Fraction], ...] | None:
    """From so much on, so much; both rise from row to row."""
    first, second = table.columns
    ctx.names.used_columns |= {(table.key, first), (table.key, second)}
    found: list[tuple[Fraction, Fraction]] = []
    for row in table.rows or ():
        at, pay = row.values.get(first), row.values.get(second)
        if not isinstance(at, Fraction) or not isinstance(pay, Fraction):
            return None  # a cell with a fault of its own
        at, pay = at * _scale(start), pay * _scale(paid)
        if found and (at <= found[-1][0] or pay < found[-1][1]):
            ctx.faults.error("pay-order", row.place, found=table.name)
            return None
        found.append((at, pay))
    return tuple(found) or None


def _scale(unit: TotalUnit) -> int:
    return 100 if unit is TotalUnit.PERCENT else 1
