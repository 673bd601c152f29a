"""Numbers: a term as a ratio of two whole numbers, so that code multiplies crosswise where the reference divides.

In: a numeric term and the rows around it. Out: an ``Amount``; its bottom is above nought. Holds: exact, whole numbers and fractions alike;
a divisor that is nought raises ``Fault``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from fractions import Fraction
from functools import partial
from math import gcd, lcm

from criteria.compiled import aggregates, leaves, lookups, rows
from criteria.compiled.days import between
from criteria.compiled.expressions import (
    Truth,
    Whole,
    assigned,
    call,
    chosen,
    compared,
    minus,
    name,
    plus,
    times,
    tree,
)
from criteria.compiled.leaves import Leaf, uncut
from criteria.compiled.running import Fault, rounding
from criteria.compiled.shapes import Amount, around_of
from criteria.compiled.writer import Around, Uncompiled, Writer
from criteria.model import terms as t
from criteria.model.types import Bounds, Type


def amount(w: Writer, term: t.Term, around: Around) -> Amount:
    """The value of a term; what took statements is worked out once."""
    match term:
        case t.Number(value):
            return Amount(value.numerator, value.denominator, positive=value >= 0)
        case t.Fact():
            return _leaf(leaves.fact(w, term), term.type)
        case t.Cell():
            found = leaves.cell(w, term, around)
            return _leaf(found, term.type) if isinstance(found, Leaf) else amount(w, *found)
        case t.Chosen(which, alternatives):
            return amount(w, dict(alternatives)[w.readings[which]], around)
        case t.Lookup():
            return _looked_up(w, lookups.looked_up(w, term, around), around)
    key = ("amount", term, around_of(w, term, around), w.said(term))
    known = w.known(key)
    if known is None:
        known = _computed(w, term, around)
        known = Amount(w.light(known.top), w.light(known.bottom), positive=known.positive)
        w.learn(key, known)
    assert isinstance(known, Amount)
    return known


def _leaf(leaf: Leaf, kind: Type) -> Amount:
    """A number as it is given."""
    bounds: Bounds | None = getattr(kind, "bounds", None)
    positive = bounds is not None and bounds.low is not None and bounds.low >= 0
    above = positive and bounds is not None and (bounds.low != 0 or bounds.low_open)
    if isinstance(leaf.value, Fraction):
        value = leaf.value / leaf.scale
        return Amount(value.numerator, value.denominator, positive=value >= 0)
    assert isinstance(leaf.value, int | ast.expr)
    return Amount(leaf.value, leaf.scale, leaf, positive=positive, above=above)


def _looked_up(w: Writer, found: t.Term | lookups.Found, around: Around) -> Amount:
    """The amount of the case in force."""
    if not isinstance(found, lookups.Found):
        return amount(w, found, around)
    cases = [lookups.plain(case) for case in found.cases.values()]
    numbers = {case: case.value for case in cases if isinstance(case, t.Number)}
    bottom = lcm(*(value.denominator for value in numbers.values()))
    top = found.among(w, lambda case: int(numbers[lookups.plain(case)] * bottom))  # type: ignore[index]
    return Amount(top, bottom, positive=all(value >= 0 for value in numbers.values()))


def whole(w: Writer, term: t.Term, around: Around) -> Amount:
    """An amount to compute with: the open values of what it rests on count one by one."""
    found = amount(w, term, around)
    if found.leaf is not None:
        uncut(w, found.leaf)
    return found


def _computed(w: Writer, term: t.Term, around: Around) -> Amount:
    match term:
        case t.Count():
            return Amount(rows.count(w, term.rows, None, around), positive=True)
        case t.Sum():
            return rows.total(w, term, around)
        case t.Share(of, test):
            return rows.share(w, of, test, around)
        case t.Add(terms):
            return _folded(w, terms, around, partial(_summed, w))
        case t.Subtract(left, right):
            return _folded(w, (left, right), around, partial(_summed, w, sign=-1))
        case t.Difference(left, right):
            apart = _folded(w, (left, right), around, partial(_summed, w, sign=-1))
            return Amount(call("abs", apart.top), apart.bottom, positive=True)
        case t.Larger(terms):
            return _folded(w, terms, around, partial(_extreme, w, t.Comparison.AT_LEAST))
        case t.Smaller(terms):
            return _folded(w, terms, around, partial(_extreme, w, t.Comparison.AT_MOST))
        case t.Multiply(left, right):
            return _folded(w, (left, right), around, _multiplied)
        case t.Divide(left, right):
            return _divided(w, left, right, around, absolute=False)
        case t.PercentOf(left, right):
            return _divided(w, left, right, around, absolute=True)
        case t.DaysBetween(start, end):
            return Amount(between(w, start, end, None, around))
        case t.Elapsed(start, end, unit):
            return Amount(between(w, start, end, unit, around))
        case t.Mean() | t.Median() | t.Percentile() | t.Distinct():
            return aggregates.aggregate(w, term, around)
        case t.Rounded(value, way, step):
            found = whole(w, value, around)
            return Amount(w.call(partial(rounding, way, step), found.top, found.bottom))
        case _:
            raise Uncompiled(leaves.construct(term))


def _folded(
    w: Writer, terms: Sequence[t.Term], around: Around, operation: Callable[[Amount, Amount], Amount]
) -> Amount:
    """The operation over operands from left to right."""
    values = [whole(w, term, around) for term in terms]
    result = values[0]
    for value in values[1:]:
        result = operation(result, value)
    return result


def _summed(w: Writer, a: Amount, b: Amount, sign: int = 1) -> Amount:
    a, b = alike(w, a, b)
    return Amount(
        (plus if sign > 0 else minus)(a.top, b.top), a.bottom, positive=a.positive and b.positive and sign > 0
    )


def _extreme(w: Writer, relation: t.Comparison, a: Amount, b: Amount) -> Amount:
    """The larger or the smaller of two."""
    a, b = alike(w, a, b)
    first, second = w.light(a.top), w.light(b.top)
    return Amount(
        w.light(chosen(compared(relation, first, second), first, second)), a.bottom, positive=a.positive and b.positive
    )


def _multiplied(a: Amount, b: Amount) -> Amount:
    return Amount(times(a.top, b.top), times(a.bottom, b.bottom), positive=a.positive and b.positive)


def alike(w: Writer, a: Amount, b: Amount) -> tuple[Amount, Amount]:
    """Two amounts over one bottom."""
    if isinstance(a.bottom, int) and isinstance(b.bottom, int):
        both = lcm(a.bottom, b.bottom)
        return _over(a, both // a.bottom, both), _over(b, both // b.bottom, both)
    first, second = w.light(a.bottom), w.light(b.bottom)
    if isinstance(first, ast.Name) and isinstance(second, ast.Name) and first.id == second.id:
        return a, b
    bottom = w.light(times(first, second))
    return _over(a, second, bottom), _over(b, first, bottom)


def _over(a: Amount, factor: Whole, bottom: Whole) -> Amount:
    return Amount(times(a.top, factor), bottom, positive=a.positive)


def _divided(w: Writer, left: t.Term, right: t.Term, around: Around, *, absolute: bool) -> Amount:
    """A quotient, or a ratio of the base without its sign."""
    divisor = whole(w, right, around)
    top = divisor.top
    if isinstance(top, int):
        if top == 0:
            w.add(ast.Raise(w.constant(Fault)))
            return Amount(0)
        value = whole(w, left, around)
        sign = -1 if top < 0 and not absolute else 1
        return reduced(times(times(value.top, divisor.bottom), sign), times(value.bottom, abs(top)), value.positive)
    top = w.light(top)
    if not divisor.above:
        w.add(ast.If(tree(compared(t.Comparison.EQUAL, top, 0)), [ast.Raise(w.constant(Fault))], []))
    value = whole(w, left, around)
    factor, bottom = _without_common(divisor.bottom, value.bottom)
    over = times(value.top, factor)
    if divisor.positive:
        return reduced(over, times(bottom, top), value.positive)
    if absolute:
        return reduced(over, times(bottom, w.keep(call("abs", top))), value.positive)
    return _signed(w, over, bottom, top)


def _without_common(a: Whole, b: Whole) -> tuple[Whole, Whole]:
    """Both without the factor that they share, where they are known."""
    if isinstance(a, int) and isinstance(b, int):
        common = gcd(a, b) or 1
        return a // common, b // common
    return a, b


def _signed(w: Writer, over: Whole, bottom: Whole, top: Whole) -> Amount:
    """A quotient whose divisor may have either sign."""
    first, second = w.keep(over), w.keep(top)
    turned = [assigned(each.id, ast.UnaryOp(ast.USub(), name(each.id))) for each in (first, second)]
    w.add(ast.If(tree(compared(t.Comparison.BELOW, second, 0)), turned, []))
    return Amount(name(first.id), times(bottom, name(second.id)))


def reduced(top: Whole, bottom: Whole, positive: bool) -> Amount:
    """Without common factors, where both are known."""
    return Amount(*_without_common(top, bottom), positive=positive)


def compare(w: Writer, relation: t.Comparison, left: t.Term, right: t.Term, around: Around) -> Truth:
    """Two amounts, crosswise."""
    a, b = amount(w, left, around), amount(w, right, around)
    for one, other in ((a, b), (b, a)):
        if one.leaf is not None:
            known = isinstance(other.top, int) and isinstance(other.bottom, int)
            leaves.cut(w, one.leaf, _limit(other)) if known else uncut(w, one.leaf)
    first, second = times(a.top, b.bottom), times(b.top, a.bottom)
    if isinstance(a.bottom, int) and isinstance(b.bottom, int):
        common = gcd(a.bottom, b.bottom)
        first, second = times(a.top, b.bottom // common), times(b.top, a.bottom // common)
    return compared(relation, *smaller(first, second))


def _limit(known: Amount) -> list[Fraction]:
    assert isinstance(known.top, int)
    assert isinstance(known.bottom, int)
    return [Fraction(known.top, known.bottom)]


def smaller(first: Whole, second: Whole) -> tuple[Whole, Whole]:
    """Both sides without the factor that a known number and a multiple share."""
    for one, other, turned in ((first, second, False), (second, first, True)):
        if isinstance(one, int) and isinstance(other, ast.BinOp) and isinstance(other.op, ast.Mult):
            factor = other.right
            if (
                isinstance(factor, ast.Constant)
                and isinstance(factor.value, int)
                and (common := gcd(one, factor.value)) > 1
            ):
                rest = times(other.left, factor.value // common)
                return (rest, one // common) if turned else (one // common, rest)
    return first, second
