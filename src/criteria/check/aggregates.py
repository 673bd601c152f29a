"""What rows come to: counts, sums, shares, means, quantiles, distinct texts, first and last days, the value of one row.

In: an aggregate and the scope it stands in. Out: a ``Value`` with its type, or None after a fault. Holds: the value is read with the row
in force; a mean has the unit of what it is the mean of; "for" splits words at the first name of a record.
"""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from criteria.check import arithmetic, infer, literals, plurals, rows, slips
from criteria.check.context import Context, walk
from criteria.check.faults import both
from criteria.check.infer import Value
from criteria.check.scopes import RowNames, Scope, cut, split
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.types import ChoiceType, DateType, NumberType, TextType, Unit
from criteria.syntax import tree
from criteria.syntax.aggregates import parted

_WHERE = {"en": "where", "da": "hvor"}


def aggregate(ctx: Context, expr: tree.Aggregate, scope: Scope) -> Value | None:
    """The value that the rows come to."""
    expr = named(ctx, expr, scope)
    if expr.rows is None:
        ctx.faults.error("sum-rows-expected", expr.place, found=ctx.words(expr))
        return None
    found = rows.rows(ctx, expr.rows, scope, tested=expr.kind == "share")
    if found is None:
        return None
    if found.rest.words:
        _words_after(ctx, found)
        return None
    match expr.kind:
        case "count":
            return Value(terms.Count(found.rows, place=expr.place), infer.number(Unit.NUMBER))
        case "share":
            return _share(ctx, expr, found)
        case "distinct":
            return _distinct(ctx, expr, found)
        case "earliest" | "latest" | "one":
            return _row_value(ctx, expr, found)
        case "sum" | "mean" | "median" | "percentile" | "smallest" | "largest":
            return _number(ctx, expr, found)
        case _ as unreachable:
            assert_never(unreachable)


def named(ctx: Context, expr: tree.Aggregate, scope: Scope) -> tree.Aggregate:
    """``mean of wait for cases``: the words after the first "for" that a record begins."""
    said = expr.weight or expr.value
    if expr.rows is None or expr.rows.name.words or not isinstance(said, tree.Run):
        return expr
    every, known = parted(said), RowNames(ctx.names, scope.local)
    value, name = next((pair for pair in every if split(scope.filled(pair[1]), known)), every[-1])
    filled = evolve(expr, rows=evolve(expr.rows, name=name))
    return evolve(filled, weight=value) if expr.weight else evolve(filled, value=value)


def grouped(ctx: Context, node: object, scope: Scope) -> tuple[tree.Run, tree.Rows] | None:
    """The column of ``median of wait of cases per area`` and its rows, when a test says one."""
    found = (named(ctx, each, scope).rows for each in walk(node) if isinstance(each, tree.Aggregate))
    return next(((each.per, each) for each in found if each and each.per), None)


def _words_after(ctx: Context, found: rows.Found) -> None:
    if slips.keyword(ctx, cut(found.rest, 1)[0]):
        return
    said = found.rest.text
    suggestion = f"{_WHERE[ctx.language]} {said}"
    ctx.faults.error("words-after-rows", found.rest.place, suggestion=suggestion, found=said, record=found.table.name)


def _share(ctx: Context, expr: tree.Aggregate, found: rows.Found) -> Value | None:
    if found.test is None:
        ctx.faults.error("test-expected", expr.place, found=ctx.words(expr))
        return None
    return Value(terms.Share(found.rows, found.test, place=expr.place), infer.number(Unit.PERCENT))


def _distinct(ctx: Context, expr: tree.Aggregate, found: rows.Found) -> Value | None:
    """``number of different municipalities of registrations``; the column may stand in the plural."""
    assert expr.value is not None
    told = ctx.value(plurals.singular(expr.value, found.table), found.inner)
    if told is None:
        return None
    if not isinstance(told.type, TextType | ChoiceType):
        words = both("found", infer.word(told.type)) | both("expected", "text")
        ctx.faults.error("type-mismatch", expr.value.place, words=words)
        return None
    return Value(terms.Distinct(found.rows, told.term, place=expr.place), infer.number(Unit.NUMBER))


def _row_value(ctx: Context, expr: tree.Aggregate, found: rows.Found) -> Value | None:
    """A day, or for one row a number as well."""
    assert expr.value is not None
    read = ctx.value(expr.value, found.inner)
    if read is None:
        return None
    one = expr.kind == "one"
    if not isinstance(read.type, DateType) and not (one and isinstance(read.type, NumberType)):
        words = both("found", infer.word(read.type)) | both("expected", "number-or-date" if one else "date")
        ctx.faults.error("type-mismatch", expr.value.place, words=words)
        return None
    if one:
        return Value(terms.OfOne(found.rows, read.term, place=expr.place), read.type)
    return Value(terms.EdgeDay(found.rows, read.term, expr.kind == "latest", place=expr.place), read.type)


def _number(ctx: Context, expr: tree.Aggregate, found: rows.Found) -> Value | None:
    read = ctx.value(expr.value, found.inner) if expr.value else None
    if read is None or expr.value is None or not arithmetic.is_number(ctx, read, expr.value.place):
        return None
    weight = ctx.value(expr.weight, found.inner) if expr.weight else None
    if expr.weight and (weight is None or not arithmetic.is_number(ctx, weight, expr.weight.place)):
        return None
    term = _statistic(ctx, expr, found.rows, read.term, weight.term if weight else None)
    return Value(term, infer.number(read.unit or Unit.NUMBER)) if term else None


def _statistic(
    ctx: Context, expr: tree.Aggregate, of: terms.Rows, value: terms.Term, weight: terms.Term | None
) -> terms.Term | None:
    match expr.kind:
        case "sum":
            return terms.Sum(of, value, place=expr.place)
        case "mean":
            return terms.Mean(of, value, weight, place=expr.place)
        case "median":
            return terms.Median(of, value, place=expr.place)
        case "smallest" | "largest":
            return terms.Percentile(of, value, Fraction(expr.kind == "largest"), place=expr.place)
        case _:
            share = _percent(ctx, expr)
            return None if share is None else terms.Percentile(of, value, share, place=expr.place)


def _percent(ctx: Context, expr: tree.Aggregate) -> Fraction | None:
    """The 90 of ``90th percentile``."""
    found = literals.amount((expr.share,), ctx.language)
    if isinstance(found, literals.Misread):
        ctx.faults.error(
            found.kind, expr.place, found=expr.share, suggestion=found.suggestion, limit=str(literals.MAX_DIGITS)
        )
        return None
    if found is None or not 0 < found.value <= 100:
        ctx.faults.error("percentile-range", expr.place, found=expr.share)
        return None
    return found.value / 100
