"""Numbers put together: what ``+ - * /``, differences, larger, smaller and ``in percent of`` make of their parts.

In: values with their places. Out: a value with the unit that comes out. Holds: parts that are no numbers, and units that do not go
together, are findings that show both places; a difference of two dates is a number of days.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction

from criteria.check import infer
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import Value
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.types import DateType, NumberType, Unit
from criteria.source import Place

Part = tuple[Place, Value]
_Build = Callable[[tuple[terms.Term, ...], Place], terms.Term]


def _add(parts: tuple[terms.Term, ...], place: Place) -> terms.Term:
    """A sum of many parts is one flat ``Add``."""
    first = parts[0].terms if isinstance(parts[0], terms.Add) else parts[:1]
    return terms.Add((*first, *parts[1:]), place=place)


_BUILD: dict[str, _Build] = {
    "+": _add,
    "-": lambda parts, place: terms.Subtract(parts[0], parts[1], place=place),
    "*": lambda parts, place: terms.Multiply(parts[0], parts[1], place=place),
    "/": lambda parts, place: terms.Divide(parts[0], parts[1], place=place),
    "difference": lambda parts, place: terms.Difference(parts[0], parts[1], place=place),
    "larger": lambda parts, place: terms.Larger(parts, place=place),
    "smaller": lambda parts, place: terms.Smaller(parts, place=place),
    "percent_of": lambda parts, place: terms.PercentOf(parts[0], parts[1], place=place),
}


def combined(ctx: Context, operation: str, parts: Sequence[Part], place: Place) -> Value | None:
    """The parts under the operation."""
    if operation == "-" and all(isinstance(v.type, DateType) for _, v in parts):
        return Value(terms.DaysBetween(parts[1][1].term, parts[0][1].term, place=place), infer.number(Unit.DAYS))
    numeric = [is_number(ctx, v, where) for where, v in parts]  # all are asked, for the sake of their findings
    if not all(numeric):
        return None
    unit = _unit(ctx, operation, parts)
    if unit is None:
        return None
    result = Unit.PERCENT if operation == "percent_of" else unit
    return Value(_BUILD[operation](tuple(v.term for _, v in parts), place), infer.number(result))


def is_number(ctx: Context, found: Value, place: Place) -> bool:
    """Whether it is one; anything else is a finding."""
    if isinstance(found.type, NumberType):
        return True
    ctx.faults.error("type-mismatch", place, words=both("found", infer.word(found.type)) | both("expected", "number"))
    return False


def _unit(ctx: Context, operation: str, parts: Sequence[Part]) -> Unit | None:
    (first, start), *others = parts
    unit = start.unit or Unit.NUMBER
    for place, part in others:
        found = infer.OPERATIONS[operation].get((unit, part.unit or Unit.NUMBER))
        if found is None:
            names = both("left", infer.word(infer.number(unit))) | both("right", infer.word(part.type))
            ctx.faults.error("unit-mismatch", place, related=(first,), words=names)
            return None
        unit = found
    return unit


def negated(ctx: Context, inner: Value, place: Place) -> Value | None:
    """``-3``, ``-budget``."""
    if not is_number(ctx, inner, place):
        return None
    if isinstance(inner.term, terms.Number):
        return Value(evolve(inner.term, value=-inner.term.value), inner.type)
    zero = terms.Number(Fraction(0), inner.unit or Unit.NUMBER, place=place)
    return Value(terms.Subtract(zero, inner.term, place=place), inner.type)
