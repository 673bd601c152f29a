"""Cells of the tables that the plan fixes: their values, and the type of a column that nothing declares.

In: cells as written. Out: dates, numbers, texts, yes or no; or the type that all cells of a column have. Holds: a cell that is not of its
column's type, or empty, is a finding at the cell.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import assert_never

from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import like, word
from criteria.check.literals import MAX_DIGITS, Amount, Misread, written
from criteria.check.moments import day
from criteria.check.suggestions import unknown
from criteria.dates.durations import Duration, parse_duration
from criteria.dates.phrases import parse
from criteria.dates.refused import DateRefused
from criteria.diagnostics import Diagnostic
from criteria.model.identity import Odd, digits_of
from criteria.model.plan import Column, fold
from criteria.model.types import TIMES, ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType
from criteria.syntax import tree

CellValue = date | Fraction | str | bool | Duration
Cells = dict[str, CellValue]

_ANSWERS = {"yes": True, "no": False, "ja": True, "nej": False}


def typed(ctx: Context, column: Column, cell: tree.DataCell) -> CellValue | None:
    """The value of a cell, or None after a fault."""
    text = " ".join(cell.text.split())
    if not text and not isinstance(column.type, TextType):
        ctx.faults.error("cell-empty", cell.place, column=column.name, words=both("expected", word(column.type)))
        return None
    match column.type:
        case TextType(form):
            found = digits_of(form, text) if form and text else text
            if isinstance(found, Odd):
                ctx.faults.add(Diagnostic(f"cell-{found.kind}", cell.place, {"found": text, **found.values}))
                return None
            return found
        case ChoiceType(options=options):
            declared = {fold(option): option for option in options}
            if fold(text) not in declared:
                unknown(ctx, text, cell.place, options, "choice-of")
            return declared.get(fold(text))
        case YesNoType():
            if fold(text) not in _ANSWERS:
                ctx.faults.error("answer-expected", cell.place, found=text)
            return _ANSWERS.get(fold(text))
        case DateType():
            return day(ctx, tree.DateWords(text, place=cell.place))
        case DurationType():
            return _duration(ctx, text, column, cell)
        case NumberType(unit=unit):
            return _number(ctx, text, column, unit, cell)
        case _ as unreachable:
            assert_never(unreachable)


def _duration(ctx: Context, text: str, column: Column, cell: tree.DataCell) -> Duration | None:
    found = parse_duration(text)
    if found is None:
        words = both("expected", word(column.type))
        ctx.faults.error("cell-mismatch", cell.place, found=text, column=column.name, words=words)
    return found


def _number(ctx: Context, text: str, column: Column, unit: Unit, cell: tree.DataCell) -> Fraction | None:
    found = written(text, ctx.language)
    if isinstance(found, Misread):
        ctx.faults.error(found.kind, cell.place, found=text, suggestion=found.suggestion, limit=str(MAX_DIGITS))
        return None
    if found is None:
        words = both("expected", word(column.type))
        ctx.faults.error("cell-mismatch", cell.place, found=text, column=column.name, words=words)
        return None
    bare = found.unit is Unit.NUMBER and (unit is Unit.KRONER or any(unit in group for group in TIMES))
    value = found.value / unit.scale if bare else found.value
    if not bare and like(found.unit, unit) is None:
        words = both("expected", word(column.type))
        suggestion = f"{text}%" if unit is Unit.PERCENT and found.unit is Unit.NUMBER else None
        ctx.faults.error(
            "cell-mismatch", cell.place, suggestion=suggestion, found=text, column=column.name, words=words
        )
        return None
    if isinstance(column.type, NumberType) and not column.type.bounds.holds(value):
        ctx.faults.error("cell-out-of-bounds", cell.place, related=(column.place,), found=text, column=column.name)
    return value


def inferred(ctx: Context, cells: list[tree.DataCell]) -> Type:
    """The type that all cells have: numbers of one unit, durations, yes or no, dates, else text."""
    texts = [" ".join(cell.text.split()) for cell in cells]
    numbers = [written(text, ctx.language) for text in texts]
    units = {found.unit for found in numbers if isinstance(found, Amount)}
    if texts and all(isinstance(found, Amount | Misread) for found in numbers) and len(units) <= 1:
        return NumberType(next(iter(units), Unit.NUMBER))
    if texts and all(parse_duration(text) for text in texts):
        return DurationType()
    if texts and all(fold(text) in _ANSWERS for text in texts):
        return YesNoType()
    return DateType() if texts and all(_is_date(ctx, text) for text in texts) else TextType()


def _is_date(ctx: Context, text: str) -> bool:
    try:
        return bool(parse(text, within=ctx.period))
    except DateRefused:
        return False
