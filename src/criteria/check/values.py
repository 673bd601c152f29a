"""Expressions to terms: names, numbers, arithmetic, aggregates, each with its type.

In: an expression and the scope it stands in. Out: a ``Value``, or None after a fault. Holds: a declared name goes before a number;
both sides of an operation are read, so that the faults of both are found.
"""

from __future__ import annotations

from typing import assert_never

from criteria.check import aggregates, arithmetic, infer, literals, lookups, rounding, series, slips, years
from criteria.check.context import Context
from criteria.check.elapsed import elapsed
from criteria.check.faults import both
from criteria.check.infer import Value
from criteria.check.lending import lent, parts
from criteria.check.scopes import ColumnName, DefinedName, FactName, Scope, SeriesName
from criteria.check.suggestions import undefined
from criteria.model import terms
from criteria.model.types import TextType, Unit
from criteria.source import Place
from criteria.syntax import tree

MAX_DEPTH = 60


def value(ctx: Context, expr: tree.Expr, scope: Scope) -> Value | None:
    """The value that an expression means."""
    if _depth(expr) > MAX_DEPTH:
        ctx.faults.error("nested-too-deep", expr.place, limit=str(MAX_DEPTH))
        return None
    return _value(ctx, lent(expr), scope)


def _depth(expr: tree.Expr) -> int:
    """How deep arithmetic nests, counted without recursion."""
    deepest, waiting = 0, [(expr, 1)]
    while waiting:
        item, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting.extend((part, depth + 1) for part in parts(item))
    return deepest


def _value(ctx: Context, expr: tree.Expr, scope: Scope) -> Value | None:
    match expr:
        case tree.Run():
            return _run(ctx, expr, scope)
        case tree.OutOf(part=part):
            return _value(ctx, part, scope)  # on a scale; "quantities" sees to it that it is the scale of its subject
        case tree.OfChain():
            return _applied(ctx, expr, scope)
        case tree.Text():
            return Value(terms.TextValue(expr.value, place=expr.place), TextType())
        case tree.Binary(op=op):
            return _combined(ctx, op, (expr.left, expr.right), expr.place, scope)
        case tree.Function(name=name, arguments=arguments):
            return _combined(ctx, name, arguments, expr.place, scope)
        case tree.Negative():
            inner = _value(ctx, expr.value, scope)
            return inner and arithmetic.negated(ctx, inner, expr.place)
        case tree.Aggregate():
            return aggregates.aggregate(ctx, expr, scope)
        case tree.RoundedValue():
            return rounding.rounded(ctx, expr, _value(ctx, expr.value, scope))
        case tree.Offset() | tree.DateWords() | tree.Placed():
            return ctx.moment(expr, scope)
        case tree.Elapsed():
            return elapsed(ctx, expr, scope)
        case tree.Timed():
            return years.timed(ctx, expr, scope)
        case tree.Growth():
            return years.growth(ctx, expr, scope)
        case _ as unreachable:
            assert_never(unreachable)


def _combined(
    ctx: Context, operation: str, arguments: tuple[tree.Expr, ...], place: Place, scope: Scope
) -> Value | None:
    parts = [(a.place, _value(ctx, a, scope)) for a in arguments]
    known = [(where, v) for where, v in parts if v is not None]
    return arithmetic.combined(ctx, operation, known, place) if len(known) == len(parts) else None


def _run(ctx: Context, expr: tree.Run, scope: Scope) -> Value | None:
    """Words side by side: a declared name, else a number with its unit."""
    if expr.words and expr.words[0].kind is tree.WordKind.ITS:
        return lookups.its(ctx, expr, scope)
    words = scope.spelled(expr.words)
    match ctx.names.look_up(words, scope):
        case FactName(declaration=fact):
            return Value(terms.Fact(fact.path, fact.type, place=expr.place), fact.type)
        case ColumnName(table=table, key=key, depth=depth):
            column = ctx.column(table, key)
            if column is None:
                return None
            return Value(terms.Cell(table.key, key, depth, column.type, place=expr.place), column.type)
        case DefinedName(definition=definition, depth=depth):
            return _defined(ctx, ctx.readers.defined(ctx, definition, (), scope.group, expr.place, depth), expr.place)
        case SeriesName(series=found, said=said):
            return series.value(ctx, found, said, scope, expr.place)
    match literals.amount(words, ctx.language):
        case literals.Amount(value=number, unit=unit):
            return Value(terms.Number(number, unit, place=expr.place), infer.number(unit))
        case literals.Misread(kind=kind, suggestion=suggestion):
            ctx.faults.error(kind, expr.place, found=expr.text, suggestion=suggestion, limit=str(literals.MAX_DIGITS))
            return None
        case None:
            undefined(ctx, expr, words, scope)
            return None
        case _ as unreachable:
            assert_never(unreachable)


def _applied(ctx: Context, expr: tree.OfChain, scope: Scope) -> Value | None:
    """``deviation of income``; ``60% of wanted`` is a part of an amount."""
    head = scope.spelled(expr.head.words)
    named = ctx.names.look_up(head, scope)
    if isinstance(named, SeriesName):
        said = series.said_of(ctx, named.series, expr.of, scope)
        return None if said is None else series.value(ctx, named.series, {**named.said, **said}, scope, expr.place)
    if not isinstance(named, DefinedName):
        if slips.share_alone(ctx, expr, scope):
            return None
        if ctx.names.look_up(scope.spelled(expr.of.words), scope) and literals.is_percent(head):
            return _part(ctx, expr, scope)
        undefined(ctx, expr.head, head, scope, only_definitions=True)
        return None
    argument = scope.spelled(expr.of.words)
    return _defined(ctx, ctx.readers.defined(ctx, named.definition, argument, scope.group, expr.place), expr.place)


def _part(ctx: Context, expr: tree.OfChain, scope: Scope) -> Value | None:
    """``60% of wanted`` has the unit of what it is a part of."""
    ratio, base = _run(ctx, expr.head, scope), _run(ctx, expr.of, scope)
    if ratio is None or base is None or not arithmetic.is_number(ctx, base, expr.of.place):
        return None
    return Value(terms.Multiply(ratio.term, base.term, place=expr.place), infer.number(base.unit or Unit.NUMBER))


def _defined(ctx: Context, meaning: Value | terms.Condition | None, place: Place) -> Value | None:
    if meaning is None or isinstance(meaning, Value):
        return meaning
    ctx.faults.error("type-mismatch", place, words=both("found", "condition") | both("expected", "value"))
    return None
