"""Amounts: the set of numbers that a term can be in a world.

In: a numeric term and the rows in force. Out: a ``Numbers`` set, exact where the term's operands share no open fact, or share single
facts in which the term is monotone between its kinks; otherwise its hull, and the world is marked ``widened``.
Raises ``NoValue`` (a date is never) and ``Faulty`` (an empty group, a zero divisor).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import partial

from criteria.evaluate import arithmetic as a
from criteria.evaluate import rows
from criteria.evaluate.corners import values_at_corners
from criteria.evaluate.domains import Days, Numbers, finite, number
from criteria.evaluate.leaves import look_cell, look_fact
from criteria.evaluate.moments import moment
from criteria.evaluate.shape import Shape, reach, shape, walk
from criteria.evaluate.worlds import Env, Extras, Faulty, Key, RowRef, World, watch
from criteria.model import terms as t

MOST_SHARED = 8  # a term that rests twice on more open facts than this is answered by its hull
FEW_POINTS = 16


def trimmed(node: t.Term | t.Condition | t.Rows, env: Env) -> Env:
    """The part of ``env`` that the node depends on, so that equal quantities have equal keys."""
    deep, group = reach(node)
    return Env(env.rows[:deep], env.groups if group else ())


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
    key: Key = ("term", term, trimmed(term, env))
    known = world.cell(key)
    if known is not None:
        world.touch(key)
        return _number(known)
    return _computed(world, term, env)


def _number(domain: object) -> Numbers:
    assert isinstance(domain, Numbers)
    return domain


def _cell(world: World, term: t.Cell, env: Env) -> Numbers:
    row = env.rows[term.scope]
    column = world.ground.plan.records[term.record].columns[term.column]
    if column.computed is None:
        return _number(look_cell(world, row, column).domain)
    key: Key = ("cell", row, column.key)
    known = world.cell(key)
    if known is not None:
        world.touch(key)
        return _number(known)
    return amount(world, column.computed, Env((row,)))


def _computed(world: World, term: t.Term, env: Env) -> Numbers:
    match term:
        case t.Count(of):
            return rows.count(world, of, None, env)
        case t.Sum(of, value):
            return rows.total(world, of, value, env)
        case t.Share(of, test):
            return rows.share(world, of, test, env, term.place)
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
            return _days_between(world, start, end, env)
        case _:  # pragma: no cover
            raise AssertionError(term)


def ask(world: World, term: t.Term, env: Env, limit: Fraction, *, strict: bool) -> bool:
    """Whether the amount is at least ``limit`` (above it when ``strict``)."""
    with watch(world.ground) as leaves:
        values = amount(world, term, env)
    key, of = quantity(world, term, env)
    above, below = values.cut(limit, strict=strict)
    if values.hull and above and below and world.cell(key) is not None:
        world.widened = True
    return world.split(key, of, above, below, leaves)


def quantity(world: World, term: t.Term, env: Env) -> tuple[Key, tuple[RowRef, ...]]:
    """The key that cuts of a term are remembered by, and the rows it belongs to."""
    match term:
        case t.Fact(path):
            return ("fact", path), ()
        case t.Cell(_, column, scope):
            return ("cell", env.rows[scope], column), (env.rows[scope],)
        case t.Chosen(name, alternatives):
            return quantity(world, dict(alternatives)[world.ground.readings[name]], env)
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
    """The operation over operands from left to right, minding facts that several of them rest on."""
    values, shared, seen = [], set[Key](), set[Key]()
    for operand in operands:
        with watch(world.ground) as leaves:
            values.append(amount(world, operand, env))
        shared |= {leaf for leaf in leaves if leaf in seen or any(_overlap(leaf, other) for other in seen)}
        seen |= leaves
    if shared:
        return _resting_twice(world, term, operands, env, operation, shared, seen)
    result = values[0]
    for value in values[1:]:
        result = operation(result, value)
    return result


def _overlap(leaf: Key, other: Key) -> bool:
    return isinstance(leaf, Extras) and isinstance(other, Extras) and leaf.overlaps(other)


def _resting_twice(
    world: World,
    term: t.Term,
    operands: tuple[t.Term, ...],
    env: Env,
    operation: Callable[[Numbers, Numbers], Numbers],
    shared: set[Key],
    seen: set[Key],
) -> Numbers:
    """A term that rests on a fact more than once: by the corners of its facts' ranges and its kinks, else the hull."""
    facts: dict[Key, t.Fact] = {
        ("fact", n.path): n for n in walk(term, choose=world.ground.readings.__getitem__) if isinstance(n, t.Fact)
    }
    for key, fact in facts.items():
        _choose_point(world, key, fact)
    resolved = [amount(world, operand, env) for operand in operands]
    open_facts: dict[Key, t.Fact] = {k: f for k, f in facts.items() if not look_fact(world, f).domain.single}
    tame = (
        seen <= facts.keys()
        and len(open_facts) <= MOST_SHARED
        and all(shape(term, f) is not Shape.OTHER for f in open_facts.values())
    )
    if tame and not open_facts.keys().isdisjoint(shared):
        return _by_corners(world, term, facts, open_facts)
    result = resolved[0]
    for value in resolved[1:]:
        result = operation(result, value)
    if not result.single and (not tame or open_facts.keys() & shared):
        world.widened = True
    return result


def _choose_point(world: World, key: Key, fact: t.Fact) -> None:
    """A fact with few possible values that a term rests on twice is asked value by value."""
    while True:
        domain = look_fact(world, fact).domain
        if not isinstance(domain, Numbers) or domain.points is None or not 1 < len(domain.points) <= FEW_POINTS:
            return
        yes, no = domain.cut(domain.points[-1], strict=False)
        world.split(key, (), yes, no)


def _by_corners(world: World, term: t.Term, facts: dict[Key, t.Fact], open_facts: dict[Key, t.Fact]) -> Numbers:
    """From the least to the largest value at the corners of the facts' ranges and at the term's kinks."""
    settled = {key: look_fact(world, fact).domain for key, fact in facts.items()}
    reach_of = {key: a.ends(_number(settled[key])) for key in open_facts}
    ranges = {fact.path: (fact, reach_of[key][0], reach_of[key][-1]) for key, fact in open_facts.items()}

    def value(node: t.Term, point: Mapping[str, Fraction]) -> Fraction:
        inner = World(world.ground, world.choices)
        inner.cells = settled | {("fact", path): number(at) for path, at in point.items()}
        return amount(inner, node, Env()).value

    values, certain = values_at_corners(term, ranges, value)
    world.widened |= not certain
    return a.spanning(values) if certain else a.spanning([*values, a.FAR, -a.FAR], hull=True)


def _days_between(world: World, start: t.Term, end: t.Term, env: Env) -> Numbers:
    first, last = moment(world, start, env), moment(world, end, env)
    spans: list[tuple[int, int]] = []
    for one in (first, last):
        days = one.reached(world) if one.leaf else Days(((one.at(0), one.at(0)),))
        spans.append((one.at(days.first), one.at(days.last)))
    (a_low, a_high), (b_low, b_high) = spans
    if first.leaf and last.leaf and first.leaf.key == last.leaf.key:
        world.widened = True
    whole = Numbers(None, Fraction(b_low - a_high), Fraction(b_high - a_low), whole=True)
    return finite([Fraction(b_low - a_high)]) if b_low - a_high == b_high - a_low else whole
