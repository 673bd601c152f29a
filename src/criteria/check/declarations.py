"""Facts and their types.

In: the fact lines of the tree. Out: ``FactDeclaration``s by folded spelling, key and display name alike. Holds: a name stands for
one thing; both places are shown when it does not; bounds admit something; a choice is listed once.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.check import series
from criteria.check.context import Context
from criteria.check.faults import both
from criteria.check.infer import Value, like, number, word
from criteria.check.scopes import Scope, name_of
from criteria.frozen import evolve
from criteria.model.identity import LENGTHS
from criteria.model.plan import FactDeclaration, fold
from criteria.model.series import Series
from criteria.model.terms import Number
from criteria.model.types import Bounds, ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType
from criteria.source import Place
from criteria.syntax import tree

_UNITS = {
    "number": Unit.NUMBER,
    "percent": Unit.PERCENT,
    "percentage_point": Unit.PERCENTAGE_POINT,
    "kr": Unit.KRONER,
    "days": Unit.DAYS,
    "weeks": Unit.WEEKS,
    "working_days": Unit.WORKING_DAYS,
    "bank_days": Unit.BANK_DAYS,
    "months": Unit.MONTHS,
    "years": Unit.YEARS,
    "seconds": Unit.SECONDS,
    "minutes": Unit.MINUTES,
    "hours": Unit.HOURS,
}
_PLAIN: dict[str, Type] = {"date": DateType(), "text": TextType(), "duration": DurationType(), "yes_no": YesNoType()}


def facts(ctx: Context) -> None:
    """Every fact of the plan into the names in force."""
    for line, names, keys in _lines(ctx.plan.facts, (), ()):
        place = _place(line.name)
        path, name = " ".join(keys), " ".join(names)
        if line.per:
            _declare_series(ctx, series.declared(ctx, line, path, name, type_of(ctx, line.type)))
            continue
        label = line.label.value if line.label else ""
        _declare(ctx, FactDeclaration(path, name, type_of(ctx, line.type), label, place=place))


def _lines(
    lines: tuple[tree.FactLine | tree.FactGroup, ...], names: tuple[str, ...], keys: tuple[str, ...]
) -> Iterator[tuple[tree.FactLine, tuple[str, ...], tuple[str, ...]]]:
    """Each fact with the words of its name and of its key, those of its headings before them."""
    for line in lines:
        inner_names = (*names, name_of(line.name))
        inner_keys = (*keys, name_of(line.key or line.name))
        if isinstance(line, tree.FactGroup):
            yield from _lines(line.lines, inner_names, inner_keys)
        else:
            yield line, inner_names, inner_keys


def _place(words: tuple[tree.Word, ...]) -> Place:
    """From the first word to the last."""
    return evolve(words[0].place, end=words[-1].place.end)


def _declare_series(ctx: Context, made: Series) -> None:
    for spelling in dict.fromkeys((fold(made.path), fold(made.name))):
        other = ctx.names.facts.get(spelling) or ctx.names.series.get(spelling)
        if other:
            ctx.faults.error("duplicate-fact", made.place, related=(other.place,), name=made.name)
        else:
            ctx.names.series[spelling] = made


def _declare(ctx: Context, fact: FactDeclaration) -> None:
    for spelling in dict.fromkeys((fold(fact.path), fold(fact.name))):
        other = ctx.names.facts.get(spelling) or ctx.names.series.get(spelling)
        if other:
            ctx.faults.error("duplicate-fact", fact.place, related=(other.place,), name=fact.name)
        else:
            ctx.names.facts[spelling] = fact


def type_of(ctx: Context, words: tree.TypeWords) -> Type:
    """The type that the words declare."""
    if words.base in ("choice", "ordered"):
        return _choices(ctx, words)
    if words.base in LENGTHS:
        return TextType(words.base)
    if words.base in _PLAIN:
        return _PLAIN[words.base]
    return NumberType(_UNITS[words.base], _bounds(ctx, words, _UNITS[words.base]))


def _choices(ctx: Context, words: tree.TypeWords) -> ChoiceType:
    seen: dict[str, tree.Text] = {}
    for choice in words.choices:
        before = seen.setdefault(fold(choice.value), choice)
        if before is not choice:
            ctx.faults.error("choice-twice", choice.place, related=(before.place,), found=choice.value)
    return ChoiceType(tuple(choice.value for choice in seen.values()), words.base == "ordered")


# ---- bounds -----------------------------------------------------------------------------------------------------------


def _bounds(ctx: Context, words: tree.TypeWords, unit: Unit) -> Bounds:
    """Every bound taken together; bounds that admit nothing are a finding."""
    found = Bounds()
    for tail in words.bounds:
        for side, limit, is_open in _sides(tail):
            value = _limit(ctx, limit, unit)
            if value is not None:
                found = _narrowed(found, side, value, is_open)
    low, high = found.low, found.high
    if low is not None and high is not None and (low > high or (low == high and (found.low_open or found.high_open))):
        ctx.faults.error("bounds-admit-nothing", words.place, found=ctx.words(words))
    return found


_SIDES: dict[str, tuple[tuple[str, bool], ...]] = {
    "at_least": (("low", False),),
    "above": (("low", True),),
    "at_most": (("high", False),),
    "below": (("high", True),),
    "equal": (("low", False), ("high", False)),
    "not_equal": (),
}


def _sides(tail: tree.Tail) -> Iterator[tuple[str, tree.Expr, bool]]:
    """The limits that a bound sets: the side, the expression, and whether the limit itself lies outside."""
    if isinstance(tail, tree.BetweenTail):
        yield "low", tail.low, False
        yield "high", tail.high, False
    elif isinstance(tail, tree.CompareTail):
        for side, is_open in _SIDES[tail.relation]:
            yield side, tail.operand, is_open


def _limit(ctx: Context, expr: tree.Expr, unit: Unit) -> Fraction | None:
    """A literal of the type's unit; a bare number is meant in it."""
    found = ctx.value(expr, Scope())
    if found is None:
        return None
    if not isinstance(found.term, Number):
        ctx.faults.error("limit-expected", expr.place, found=ctx.words(expr))
        return None
    if found.term.unit is Unit.NUMBER:
        return found.term.value / unit.scale
    if like(found.term.unit, unit) is None:
        words = both("left", word(number(unit))) | both("right", word(Value(found.term, found.type).type))
        ctx.faults.error("unit-mismatch", expr.place, words=words)
        return None
    return found.term.value


def _narrowed(bounds: Bounds, side: str, value: Fraction, is_open: bool) -> Bounds:
    """The tighter of the old limit and the new one."""
    if side == "low":
        old = (bounds.low, bounds.low_open)
        new = value if old[0] is None else max(old[0], value)
        return evolve(bounds, low=new, low_open=is_open if new != old[0] else old[1] or (is_open and new == value))
    old = (bounds.high, bounds.high_open)
    new = value if old[0] is None else min(old[0], value)
    return evolve(bounds, high=new, high_open=is_open if new != old[0] else old[1] or (is_open and new == value))
