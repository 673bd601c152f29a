"""Amounts: the set of numbers that a term can be in a world.

In: a numeric term and the rows in force. Out: a ``Numbers`` set, exact where the term's operands share no open fact, or share single
facts in which the term is monotone between its kinks; otherwise its hull, and the world is marked ``widened``.
Raises ``NoValue`` (a date is never) and ``Faulty`` (an empty group, a zero divisor).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fractions import Fraction
from functools import partial

from criteria.evaluate import arithmetic as a
from criteria.evaluate import rounding, rows
from criteria.evaluate.aggregates import aggregated
from criteria.evaluate.elapsed import DAYS, elapsed, measure
from criteria.evaluate.groups import empty_group
from criteria.evaluate.leaves import Leaf, key_of, look_cell, look_fact, whole_of
from criteria.evaluate.linear import extremes
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.memory import remembered
from criteria.evaluate.moments import pin
from criteria.evaluate.ranks import ranked
from criteria.evaluate.shape import trimmed
from criteria.evaluate.shares import narrowed, shares
from criteria.evaluate.sums import total
from criteria.evaluate.worlds import Env, Faulty, Key, NoValue, RowRef, World, alike, watch
from criteria.frozen import evolve
from criteria.ladder.domains import Days, Numbers, number
from criteria.model import terms as t

FEW_POINTS = 16  # an open value that a term rests on twice is asked about when it has no more than these


def amount(world: World, term: t.Term, env: Env) -> Numbers:
    """The values of ``term``."""
    match term:
        case t.Number(value):
            return number(value)
        case t.Fact():
            return _number(look_fact(world, term).domain)
        case t.Cell():
            return _cell(world, term, env)
        case t.Chosen(name, alternatives):
            return amount(world, dict(alternatives)[world.ground.readings[name]], env)
        case t.Lookup():
            return amount(world, looked_up(world, term, env), env)
    key: Key = ("term", term, trimmed(term, env))
    known = world.cell(key)
    if known is not None:
        world.touch(key, open_=not known.single)
        return _number(known)
    result = remembered(world, ("amount", key), (term,), lambda: _tried(world, term, env)).result
    if isinstance(result, Numbers):
        return result
    assert isinstance(result, Exception)
    raise result.with_traceback(None)


def _tried(world: World, term: t.Term, env: Env) -> Numbers | NoValue | Faulty:
    """The values, or why there are none."""
    try:
        return _computed(world, term, env)
    except (NoValue, Faulty) as trouble:
        return trouble


def _number(domain: object) -> Numbers:
    assert isinstance(domain, Numbers)
    return domain


def _cell(world: World, term: t.Cell, env: Env) -> Numbers:
    row = world.ground.row(env, term.scope)
    column = world.ground.plan.records[term.record].columns[term.column]
    if column.computed is None:
        return _number(look_cell(world, row, column).domain)
    key: Key = ("cell", row, column.key)
    known = world.cell(key)
    if known is not None:
        world.touch(key, open_=not known.single)
        return _number(known)
    return amount(world, column.computed, Env((row,)))


def _computed(world: World, term: t.Term, env: Env) -> Numbers:
    match term:
        case t.Count(of):
            return rows.count(world, of, env)
        case t.Sum():
            return total(world, term, env)
        case t.Share(of):
            found = rows.filled(world, term, env)
            if found is None:
                raise Faulty("empty-group", term.place, empty_group(world, of.record, env))
            return shares(found)
        case t.Add(terms):
            return _joined(world, term, terms, env, a.add)
        case t.Subtract(left, right):
            return _joined(world, term, (left, right), env, a.subtract)
        case t.Difference(left, right):
            return _joined(world, term, (left, right), env, lambda x, y: a.absolute(a.subtract(x, y)))
        case t.Larger(terms):
            return _joined(world, term, terms, env, partial(a.extreme, largest=True))
        case t.Smaller(terms):
            return _joined(world, term, terms, env, partial(a.extreme, largest=False))
        case t.Multiply(left, right):
            return _joined(world, term, (left, right), env, lambda x, y: a.by_corners(x, y, lambda p, q: p * q))
        case t.Divide(left, right):
            _divisor(world, right, env)
            return _joined(world, term, (left, right), env, lambda x, y: a.by_corners(x, y, lambda p, q: p / q))
        case t.PercentOf(left, right):
            _divisor(world, right, env)
            return _joined(world, term, (left, right), env, lambda x, y: a.by_corners(x, y, lambda p, q: p / abs(q)))
        case t.DaysBetween(start, end):
            return elapsed(world, start, end, env, DAYS)
        case t.Elapsed(start, end, unit):
            return elapsed(world, start, end, env, measure(unit, world.ground.readings))
        case t.Mean() | t.Median() | t.Percentile() | t.Distinct() | t.OfOne():
            return aggregated(world, term, env)
        case t.Rank():
            return ranked(world, term, env)
        case t.Rounded(value, way, step):
            return rounding.all_rounded(amount(world, value, env), way, step)
        case _:  # pragma: no cover
            raise AssertionError(term)


def ask(world: World, term: t.Term, env: Env, limit: Fraction, *, strict: bool) -> bool:
    """Whether the amount is at least ``limit`` (above it when ``strict``)."""
    if isinstance(term, t.Rounded):
        limit, strict = rounding.asked(limit, term.way, term.step, strict=strict)
        return ask(world, term.value, env, limit, strict=strict)
    key, of = quantity(world, term, env)
    with asking(world, key), watch(world.ground) as leaves:
        values = amount(world, term, env)
        above, below = _halves(world, term, env, values, limit, strict=strict)
    if values.torn and above and below:
        world.widened = True
    return world.split(key, of, above, below, None if isinstance(key, tuple) and key[0] == "fact" else leaves)


@contextmanager
def asking(world: World, key: Key) -> Iterator[None]:
    """What is asked meanwhile is asked for the sake of this quantity."""
    before, world.asking = world.asking, world.asking or key
    try:
        yield
    finally:
        world.asking = before


def _halves(
    world: World, term: t.Term, env: Env, values: Numbers, limit: Fraction, *, strict: bool
) -> tuple[Numbers | None, Numbers | None]:
    """The set cut in two; a half with gaps may hold less than its ends say."""
    above, below = values.cut(limit, strict=strict)
    if not values.hull or above is None or below is None:
        return above, below
    if isinstance(term, t.Share):
        found = rows.tally(world, term.rows, term.test, trimmed(term, env))
        return narrowed(found, above), narrowed(found, below)
    return evolve(above, torn=True), evolve(below, torn=True)


def quantity(world: World, term: t.Term, env: Env) -> tuple[Key, tuple[RowRef, ...]]:
    """The key that cuts of a term are remembered by, and the rows it belongs to."""
    match term:
        case t.Fact():
            return key_of(world.ground, term, env), ()
        case t.Cell():
            return key_of(world.ground, term, env), (world.ground.row(env, term.scope),)
        case t.Chosen(name, alternatives):
            return quantity(world, dict(alternatives)[world.ground.readings[name]], env)
        case t.Lookup():
            return quantity(world, looked_up(world, term, env), env)
        case _:
            around = trimmed(term, env)
            return ("term", term, around), around.rows


def _divisor(world: World, term: t.Term, env: Env) -> None:
    """A divisor has one sign from here on; zero is a fault."""
    values = amount(world, term, env)
    low, high = values.ends()
    if (low is None or low <= 0) and (high is None or high >= 0):
        if not ask(world, term, env, Fraction(0), strict=False):
            return
        if not ask(world, term, env, Fraction(0), strict=True):
            raise Faulty("zero-divisor", term.place, "")


def _joined(
    world: World, term: t.Term, operands: tuple[t.Term, ...], env: Env, operation: Callable[[Numbers, Numbers], Numbers]
) -> Numbers:
    """The operation over operands from left to right, minding what several of them rest on."""
    values, shared = _operands(world, operands, env)
    pinned = [_pinned(world, key) for key in sorted(shared, key=repr)]
    if any(pinned):
        values, shared = _operands(world, operands, env)
    exact = extremes(world, term, env, amount) if shared else None
    if exact is not None:
        return exact
    result = values[0]
    for value in values[1:]:
        result = operation(result, value)
    if shared and not result.single:
        world.widened = True
    return result


def _operands(world: World, operands: tuple[t.Term, ...], env: Env) -> tuple[list[Numbers], set[Key]]:
    """The values of each operand, and the open keys that more than one of them rests on."""
    values, shared, seen = [], set[Key](), set[Key]()
    for operand in operands:
        with watch(world.ground) as looked:
            values.append(amount(world, operand, env))
        leaves = world.beneath(looked)
        shared |= {leaf for leaf in leaves if alike(leaf, seen)}
        seen |= leaves
    return values, shared


def _pinned(world: World, key: Key) -> bool:
    """A fact or cell with few possible values is asked until one is left."""
    while isinstance(key, tuple) and key[0] in ("fact", "cell"):
        domain = world.cell(key) or whole_of(world.ground, key)
        of = (key[1],) if key[0] == "cell" else ()
        if isinstance(domain, Days) and 1 < domain.size <= FEW_POINTS:
            pin(world, Leaf(key, of, domain))
        elif isinstance(domain, Numbers) and domain.points is not None and 1 < len(domain.points) <= FEW_POINTS:
            world.split(key, of, *domain.cut(domain.points[-1], strict=False))
        else:
            return isinstance(domain, Days | Numbers) and domain.single
    return False
