"""Time from one day to another: ``working days from received to closed net of paused``.

In: the unit and the two days. Out: a number of that unit. Holds: what is taken off is a number of a unit that converts into it.
"""

from __future__ import annotations

from criteria.check.arithmetic import is_number
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import Value, like, number, word
from criteria.check.scopes import Scope
from criteria.model import terms
from criteria.model.types import Unit
from criteria.source import Place
from criteria.syntax import tree


def elapsed(ctx: Context, expr: tree.Elapsed, scope: Scope) -> Value | None:
    """The time between, less what is taken off."""
    unit = Unit(expr.unit.replace("_", " "))
    start, end = ctx.moment(expr.start, scope), ctx.moment(expr.end, scope)
    net = ctx.value(expr.net, scope) if expr.net else None
    if start is None or end is None or (expr.net and net is None):
        return None
    whole = Value(_between(unit, start.term, end.term, expr.place), number(unit))
    return _net(ctx, whole, net, expr, expr.net.place) if expr.net and net else whole


def _between(unit: Unit, start: terms.Term, end: terms.Term, place: Place) -> terms.Term:
    """Weeks are held in days, years in months."""
    if unit in (Unit.DAYS, Unit.WEEKS):
        return terms.DaysBetween(start, end, place=place)
    return terms.Elapsed(start, end, Unit.MONTHS if unit is Unit.YEARS else unit, place=place)


def _net(ctx: Context, whole: Value, net: Value, expr: tree.Elapsed, place: Place) -> Value | None:
    if not is_number(ctx, net, place):
        return None
    unit = like(whole.unit or Unit.DAYS, net.unit or Unit.NUMBER)
    if unit is None:
        words = both("left", word(whole.type)) | both("right", word(net.type))
        ctx.faults.error("unit-mismatch", place, related=(expr.place,), words=words)
        return None
    return Value(terms.Subtract(whole.term, net.term, place=expr.place), number(unit))
