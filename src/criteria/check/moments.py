"""Dates in a date's place: a declared date, a day counted from one, or a date phrase.

In: an expression where a date is expected. Out: a ``Value`` of type date. Holds: a declared name goes before a phrase; a phrase
without a year takes it from the plan's period and says so; a refused phrase is a finding at the words at fault.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from criteria.check import limits, placed, slips
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import DATE, Value, word
from criteria.check.scopes import ColumnName, DefinedName, FactName, Scope, SeriesName
from criteria.dates.cycles import spelled
from criteria.dates.phrases import Phrase, parse
from criteria.dates.refused import DateRefused
from criteria.frozen import evolve
from criteria.model.terms import DateValue
from criteria.model.types import DateType
from criteria.nearest import nearest
from criteria.source import Place
from criteria.syntax import tree

Near = Callable[[], str | None]  # a declared name that is near, looked for only once it is asked for
_PHRASES = (
    tree.Run,
    tree.Binary,
    tree.DateWords,
    tree.OfChain,
    tree.Offset,
    tree.Placed,
)  # what may be the words of a date


def moment(ctx: Context, expr: tree.Expr, scope: Scope) -> Value | None:
    """The date that the words mean."""
    if isinstance(expr, tree.Run) and expr.words and expr.words[0].kind is tree.WordKind.ITS:
        return _dated(ctx, ctx.value(expr, scope), expr.place)
    if isinstance(expr, tree.Run | tree.OfChain) and _is_name(ctx, expr, scope):
        return _dated(ctx, ctx.value(expr, scope), expr.place)
    if seen := placed.seen_from(expr):
        return placed.placed(ctx, seen, scope)
    if (
        isinstance(expr, tree.Placed)
        and isinstance(expr.base, tree.Run | tree.OfChain)
        and _is_name(ctx, expr.base, scope)
    ):
        return placed.placed(ctx, expr, scope)  # tells which words name no stretch
    if isinstance(expr, tree.Offset):
        return _counted(ctx, expr, scope)
    if isinstance(expr, _PHRASES):
        return _phrase(ctx, expr, scope)
    return _dated(ctx, ctx.value(expr, scope), expr.place)


def day(ctx: Context, node: tree.Run | tree.DateWords, *, boundary_next: bool = False) -> date | None:
    """One certain day: a phrase of the header or of a table's cell. ``boundary_next``: the end of X is the day after it."""
    phrase = read(ctx, _text(ctx, node), node.place)
    if phrase is None:
        return None
    days = phrase.period()
    if days.earliest != days.latest or phrase.words or (days.boundary and not boundary_next):
        ctx.faults.error("day-expected", node.place, found=phrase.text, days=f"{days.earliest} – {days.latest}")
        return None
    return days.latest + timedelta(1) if days.boundary else days.latest


def read(ctx: Context, text: str, place: Place, *, near: Near | None = None) -> Phrase | None:
    """A date phrase within the plan's period; refused ones become findings, with a declared name that is near as suggestion."""
    said = spelled(text, ctx.cycle) if ctx.cycle else text
    try:
        phrase = parse(said, within=ctx.period)
    except DateRefused as refused:
        found = refused.diagnostic(place)
        joiner = slips.joiner(said[refused.start : refused.end], ctx.language)
        ctx.faults.add(evolve(found, suggestion=found.suggestion or (near and near()) or joiner))
        return None
    for note in phrase.notes:
        ctx.faults.add(note.diagnostic(place))
    if not phrase.year_given and ctx.cycle is None:
        days = phrase.period()
        ctx.faults.notice("year-from-plan", place, found=text, days=_days(days.earliest, days.latest))
    return phrase


def _days(first: date, last: date) -> str:
    return first.isoformat() if first == last else f"{first.isoformat()}..{last.isoformat()}"


def _is_name(ctx: Context, expr: tree.Run | tree.OfChain, scope: Scope) -> bool:
    run = expr.head if isinstance(expr, tree.OfChain) else expr
    match ctx.names.look_up(scope.spelled(run.words), scope):
        case FactName() | ColumnName():
            return isinstance(expr, tree.Run)
        case DefinedName() | SeriesName():
            return True
        case _:
            return False


def _dated(ctx: Context, value: Value | None, place: Place) -> Value | None:
    if value and not isinstance(value.type, DateType):
        ctx.faults.error("type-mismatch", place, words=both("found", word(value.type)) | both("expected", "date"))
        return None
    return value


def _text(ctx: Context, expr: tree.Expr) -> str:
    """The words of a phrase, as written."""
    return ctx.words(expr) if isinstance(expr, tree.OfChain) else " ".join(getattr(expr, "text", "").split())


def _phrase(ctx: Context, expr: tree.Expr, scope: Scope) -> Value | None:
    text = _text(ctx, expr)

    def near() -> str | None:
        return None if any(c.isdigit() for c in text) else nearest(text, ctx.names.in_scope(scope))

    phrase = read(ctx, text, expr.place, near=near)
    return Value(DateValue(phrase, place=expr.place), DATE) if phrase else None


def _counted(ctx: Context, expr: tree.Offset, scope: Scope) -> Value | None:
    """A day counted from a declared date is an ``Offset``; counted from a fixed day it is a phrase of its own."""
    if not (isinstance(expr.base, tree.Run | tree.OfChain) and _is_name(ctx, expr.base, scope)):
        if limits.is_limit(ctx, expr.amount, scope):
            return _from(ctx, expr, moment(ctx, expr.base, scope), scope)
        if isinstance(expr.base, tree.Offset) or placed.seen_from(expr.base):
            return _from(ctx, expr, moment(ctx, expr.base, scope), scope)
        return _phrase(ctx, expr, scope)
    return _from(ctx, expr, moment(ctx, expr.base, scope), scope)


def _from(ctx: Context, expr: tree.Offset, base: Value | None, scope: Scope) -> Value | None:
    length = limits.limit(ctx, expr.amount, scope)
    if base is None or length is None:
        return None
    return Value(limits.counted(base.term, length, expr.direction == "after", expr.place), DATE)
