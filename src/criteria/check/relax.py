"""*At least as good*: a lower level is never missed by being too early or too good.

In: the literal conditions of a goal's levels, best first. Out: the relaxed ones; the same object where nothing changes.
Holds: only bounds of the top-level conjunction (bullets, and-lists, several tails, and the row tests of quantifiers that grow with
their rows) are touched: never inside not, any of, or a definition. ``in``, ``on``, ``between`` and equality count as two bounds. The
better direction of a quantity is that of the topmost level that bounds it on one side by a constant; bounds pointing the other way
are dropped; a date left with none has happened, a number is known.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import Enum

from criteria.check.rank_bounds import ranked, ranks_of
from criteria.dates.relations import Relation
from criteria.frozen import evolve, frozen
from criteria.model import terms
from criteria.model.terms import Comparison, Condition, Quantity, Term


class Side(Enum):
    """Where a bound stands: as a lower limit (not before, at least) or an upper one (not after, at most)."""

    LOW = "low"
    HIGH = "high"


_OTHER = {Side.LOW: Side.HIGH, Side.HIGH: Side.LOW}
_DATES = {
    Relation.BY: (Side.HIGH,),
    Relation.BEFORE: (Side.HIGH,),
    Relation.INDEN: (Side.HIGH,),
    Relation.AFTER: (Side.LOW,),
    Relation.FROM: (Side.LOW,),
    Relation.IN: (Side.LOW, Side.HIGH),
    Relation.BETWEEN: (Side.LOW, Side.HIGH),
}
_NUMBERS = {
    Comparison.AT_LEAST: (Side.LOW,),
    Comparison.ABOVE: (Side.LOW,),
    Comparison.AT_MOST: (Side.HIGH,),
    Comparison.BELOW: (Side.HIGH,),
    Comparison.EQUAL: (Side.LOW, Side.HIGH),
}
_GROWING = (Comparison.AT_LEAST, Comparison.ABOVE)


@frozen
class Counted:
    """The number or share of rows that a quantifier asks about: a quantity like any other."""

    quantity: Quantity
    rows: terms.Rows
    test: Condition | None


Subject = Term | Counted


@frozen
class Bounds:
    """One test of a quantity: the sides it bounds, each with its limit."""

    subject: Subject
    sides: tuple[tuple[Side, Term], ...]


def relaxed(levels: Sequence[Condition]) -> list[Condition]:
    """The levels under the reading *at-least-as-good*; the first is the top one and stays as it is."""
    better = _directions(levels)
    return [*levels[:1], *(_relaxed(level, better) for level in levels[1:])]


# ---- what bounds what -------------------------------------------------------------------------------------------------


def _bounds(item: Condition) -> Bounds | None:
    """The bounds that a single test sets, or None."""
    match item:
        case terms.DateTest(relation=relation, value=value, first=first, last=last):
            limits = (first, last or first)
            sides = _DATES[relation]
            return Bounds(value, tuple(zip(sides, limits if len(sides) == 2 else limits[:1], strict=True)))
        case terms.Compare(relation=comparison, left=left, right=right) if comparison in _NUMBERS:
            return Bounds(left, tuple((side, right) for side in _NUMBERS[comparison]))
        case terms.Between(value=value, low=low, high=high):
            return Bounds(value, ((Side.LOW, low), (Side.HIGH, high)))
        case terms.Quantified(amount=terms.Number() as amount, relation=comparison) if comparison in _NUMBERS:
            counted = Counted(item.quantity, item.rows, item.test)
            return Bounds(counted, tuple((side, amount) for side in _NUMBERS[comparison]))
        case terms.Matches(value=terms.Fact() | terms.Cell() as value, options=options) if ranks := ranks_of(item):
            worst, best, most = ranks
            ends = ((Side.LOW, options[0]),) * (worst > 0) + ((Side.HIGH, options[-1]),) * (best < most)
            return Bounds(value, ends) if ends else None
        case _:
            return None


def _row_test(item: Condition) -> Condition | None:
    """The test of each row, where more rows that pass make the condition truer; of every group, the test of each."""
    match item:
        case terms.EveryGroup(test=test):
            return test
        case terms.SomeGroups(relation=relation, test=test) if relation in _GROWING:
            return test
        case terms.Quantified(quantity=Quantity.ALL | Quantity.SOME, test=test):
            return test
        case terms.Quantified(quantity=Quantity.SHARE | Quantity.COUNT, relation=relation, test=test) if (
            relation in _GROWING
        ):
            return test
        case _:
            return None


def _conjuncts(item: Condition) -> Iterator[Condition]:
    """The tests of a conjunction, those of its rows included. A list of one is a definition, closed to this reading."""
    waiting = [item]
    while waiting:
        part = waiting.pop()
        if isinstance(part, terms.AllOf) and len(part.items) > 1:
            waiting.extend(reversed(part.items))
            continue
        yield part
        if inner := _row_test(part):
            waiting.append(inner)


def _directions(levels: Sequence[Condition]) -> dict[Subject, Side]:
    """For each quantity the side that the topmost one-sided constant bound stands on: HIGH means that less is better."""
    found: dict[Subject, Side] = {}
    for level in levels:
        sides: dict[Subject, set[Side]] = {}
        for part in _conjuncts(level):
            bounds = _bounds(part)
            if bounds:
                sides.setdefault(bounds.subject, set()).update(side for side, limit in bounds.sides if constant(limit))
        for subject, bounded in sides.items():
            if len(bounded) == 1:
                found.setdefault(subject, next(iter(bounded)))
    return found


def constant(term: Term) -> bool:
    """Whether the plan alone fixes the value."""
    match term:
        case terms.Number() | terms.TextValue() | terms.DateValue():
            return True
        case terms.Add(terms=parts) | terms.Larger(terms=parts) | terms.Smaller(terms=parts):
            return all(constant(part) for part in parts)
        case terms.Subtract() | terms.Multiply() | terms.Divide() | terms.Difference():
            return constant(term.left) and constant(term.right)
        case terms.PercentOf(value=value, base=base):
            return constant(value) and constant(base)
        case _:
            return False


# ---- dropping ---------------------------------------------------------------------------------------------------------


def _relaxed(item: Condition, better: dict[Subject, Side]) -> Condition:
    """The conjunction without the bounds that point the wrong way."""
    kept: set[Subject] = set()
    for part in _list(item):
        bounds = _bounds(part)
        if bounds and any(side is better.get(bounds.subject, side) for side, _ in bounds.sides):
            kept.add(bounds.subject)
    return _rebuilt(item, better, kept) or item


def _list(item: Condition) -> Iterator[Condition]:
    """The tests of one conjunction, without those of its rows."""
    if isinstance(item, terms.AllOf) and len(item.items) > 1:
        for part in item.items:
            yield from _list(part)
    else:
        yield item


def _rebuilt(item: Condition, better: dict[Subject, Side], kept: set[Subject]) -> Condition | None:
    """The condition relaxed, or None when nothing of it is left; ``kept`` grows by the quantities that need no further test."""
    if isinstance(item, terms.AllOf) and len(item.items) > 1:
        parts = [_rebuilt(part, better, kept) for part in item.items]
        items = tuple(part for part in parts if part is not None)
        if len(items) == len(parts) and all(new is old for new, old in zip(items, item.items, strict=True)):
            return item
        if len(items) > 1:
            return evolve(item, items=items)
        only = next(iter(items), None)
        return evolve(only, quote=only.quote or item.quote) if only else None
    new = _test(item, better, kept)
    return new and _inside(new, better)


def _inside(item: Condition, better: dict[Subject, Side]) -> Condition:
    """The row tests of a quantifier, relaxed."""
    inner = _row_test(item)
    if inner is None:
        return item
    new = _relaxed(inner, better)
    return item if new is inner else evolve(item, test=new)


def _test(item: Condition, better: dict[Subject, Side], kept: set[Subject]) -> Condition | None:
    """One test with the bounds that point the better way."""
    bounds = _bounds(item)
    if bounds is None or bounds.subject not in better:
        return item
    sides = [side for side, _ in bounds.sides if side is better[bounds.subject]]
    if len(sides) == len(bounds.sides):
        return item
    if sides:
        return _one_sided(item, sides[0])
    if bounds.subject in kept:
        return None
    kept.add(bounds.subject)
    return _unbounded(item)


def _one_sided(item: Condition, side: Side) -> Condition:
    """One of the two bounds of a test."""
    low = side is Side.LOW
    match item:
        case terms.DateTest(first=first, last=last):
            limit = first if low else last or first
            return evolve(item, relation=Relation.FROM if low else Relation.BY, first=limit, last=None)
        case terms.Between():
            relation, limit = (Comparison.AT_LEAST, item.low) if low else (Comparison.AT_MOST, item.high)
            return terms.Compare(
                relation, item.value, limit, item.unit, place=item.place, text=item.text, quote=item.quote
            )
        case terms.Matches():
            return ranked(item, low=low)
        case _:
            return evolve(item, relation=Comparison.AT_LEAST if low else Comparison.AT_MOST)


def _unbounded(item: Condition) -> Condition:
    """A quantity without any bound left: a date has happened, a number is known."""
    about = {"place": item.place, "text": item.text, "quote": item.quote}
    match item:
        case terms.DateTest(value=value):
            return terms.Happened(value, **about)  # type: ignore[arg-type]
        case terms.Compare(left=value) | terms.Between(value=value) | terms.Matches(value=value):
            return terms.Known(value, **about)  # type: ignore[arg-type]
        case terms.Quantified(rows=rows, test=test) if item.quantity is Quantity.SHARE and test:
            return terms.Known(terms.Share(rows, test, place=item.place), **about)  # type: ignore[arg-type]
        case terms.Quantified(rows=rows, test=test):
            where = (*rows.where, test) if test else rows.where
            return terms.Known(terms.Count(evolve(rows, where=where), place=item.place), **about)  # type: ignore[arg-type]
        case _ as unreachable:  # nothing else has bounds
            return unreachable
