"""Amounts as SQL: a numeric term as a ratio of whole numbers, and when it has no value.

In: a numeric term over facts, and over what rows come to. Out: ``Amount``. Holds: divisions multiply crosswise; a divisor that is nought
is a fault, which leaves the row to the reference. Raises ``Uncolumned``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

from criteria.columnar import cells, elapsed, facts, gathered
from criteria.columnar.desk import Desk
from criteria.columnar.expressions import Truth, every, negated, some, written
from criteria.columnar.growing import NONE, Growth
from criteria.columnar.wholes import (
    Ratio,
    Whole,
    absolute,
    compared,
    constant,
    extreme,
    light,
    minus,
    over_one,
    plus,
    times,
)
from criteria.frozen import evolve, frozen
from criteria.ladder.domains import Numbers, within
from criteria.model import terms as t
from criteria.model.types import NumberType


@frozen
class Ends:
    """The least and the most. ``up`` and ``down``: rows that may still come lead as near to ``roof`` (None: as far up) or to nought as may
    be. ``every``: all numbers of the kind between the ends can be."""

    least: Ratio
    most: Ratio
    up: bool = False
    down: bool = False
    roof: int | None = None
    every: bool = False


@frozen
class Amount:
    """A ratio where it is ``known`` and not ``never``. Where it is not: ``free``, what a fact can be, or ``ends``, the least and the most
    that rows come to; None of both where more comes in. ``void``: there may be no rows to take a share of, which leaves the test free.
    ``loose``: the ends may be wider than what rows come to. ``growth``: the rows that may still come; ``settled``: those that are there
    are all known."""

    value: Ratio
    known: Truth = True
    never: Truth = False
    rest: Truth = False
    free: Numbers | None = None
    ends: Ends | None = None
    void: Truth = False
    loose: Truth = False
    growth: Growth = NONE
    settled: Truth = True


def amount(desk: Desk, term: t.Term) -> Amount:
    """The value of a term; a chosen definition is that of the readings in force."""
    key = desk.key("amount", term)
    if key not in desk.known:
        desk.known[key] = _made(desk, term)
    found = desk.known[key]
    assert isinstance(found, Amount)
    return found


def _made(desk: Desk, term: t.Term) -> Amount:
    match term:
        case t.Number(value):
            return Amount(Ratio(constant(value.numerator), constant(value.denominator)))
        case t.Fact(path, NumberType() as kind):
            found = facts.number(desk, path)
            return Amount(found.value, found.known, False, found.rest, within(kind.bounds, whole=kind.whole))
        case t.Cell():
            return cells.number(desk, term)
        case t.Chosen(name, alternatives):
            return amount(desk, dict(alternatives)[desk.readings[name]])
        case t.Add(terms):
            return _folded(desk, terms, sum_of)
        case t.Subtract(left, right):
            return _folded(desk, (left, right), _less)
        case t.Difference(left, right):
            apart = _folded(desk, (left, right), _less)
            return evolve(apart, value=Ratio(absolute(desk, apart.value.top), apart.value.bottom))
        case t.Larger(terms):
            return _folded(desk, terms, lambda desk, one, other: _extreme(desk, one, other, larger=True))
        case t.Smaller(terms):
            return _folded(desk, terms, lambda desk, one, other: _extreme(desk, one, other, larger=False))
        case t.Multiply(left, right):
            return _folded(desk, (left, right), _product)
        case t.Divide(left, right) | t.PercentOf(left, right):
            return _divided(desk, left, right, unsigned=isinstance(term, t.PercentOf))
        case t.DaysBetween():
            return elapsed.apart(desk, term)
        case t.Elapsed():
            return elapsed.elapsed(desk, term)
        case _:
            return gathered.amount_of_rows(desk, term)


def _folded(desk: Desk, terms: Sequence[t.Term], join: object) -> Amount:
    """Several amounts as one; open where one of them is."""
    parts = [amount(desk, term) for term in terms]
    value = reduce(lambda one, other: join(desk, one, other), (part.value for part in parts))  # type: ignore[operator]
    return _joint(value, parts)


def _joint(value: Ratio, parts: Sequence[Amount]) -> Amount:
    known = every(*(part.known for part in parts))
    never = some(*(part.never for part in parts))
    return Amount(value, known, never, some(*(part.rest for part in parts), *(part.void for part in parts)))


def sum_of(desk: Desk, one: Ratio, other: Ratio) -> Ratio:
    """Two ratios together."""
    left, right, bottom = over_one(desk, one, other)
    return Ratio(light(desk, plus(desk, left, right)), bottom)


def _less(desk: Desk, one: Ratio, other: Ratio) -> Ratio:
    left, right, bottom = over_one(desk, one, other)
    return Ratio(light(desk, minus(desk, left, right)), bottom)


def _extreme(desk: Desk, one: Ratio, other: Ratio, *, larger: bool) -> Ratio:
    left, right, bottom = over_one(desk, one, other)
    return Ratio(light(desk, extreme(desk, left, right, larger=larger)), bottom)


def _product(desk: Desk, one: Ratio, other: Ratio) -> Ratio:
    return Ratio(light(desk, times(desk, one.top, other.top)), light(desk, times(desk, one.bottom, other.bottom)))


def _divided(desk: Desk, left: t.Term, right: t.Term, *, unsigned: bool) -> Amount:
    """Crosswise; nought below is a fault."""
    parts = amount(desk, left), amount(desk, right)
    one, other = parts[0].value, parts[1].value
    below = absolute(desk, other.top)
    top = times(desk, one.top, other.bottom)
    if not unsigned and other.top.low < 0:
        sign = Whole(written("CASE WHEN {} < 0 THEN -1 ELSE 1 END", other.top.sql), -1, 1)
        top = times(desk, top, sign if other.top.high > 0 else constant(-1))
    value = Ratio(light(desk, top), light(desk, times(desk, one.bottom, below)))
    found = _joint(value, parts)
    fault = every(found.known, negated(found.never), compared(desk, t.Comparison.EQUAL, other.top, constant(0)))
    return evolve(found, rest=some(found.rest, fault))
