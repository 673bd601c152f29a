"""Sums over rows.

In: a ``Sum`` in a world. Out: a ``Numbers`` set: each open row adds what it can in worlds of its own, and further rows add endlessly.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.evaluate import arithmetic as a
from criteria.evaluate.apart import Apart
from criteria.evaluate.leaves import may_grow
from criteria.evaluate.rows import belongs, candidates, extras, forget, one_by_one
from criteria.evaluate.shape import trimmed
from criteria.evaluate.worlds import Env, Faulty, Ground, Key, NoValue, RowRef, World
from criteria.frozen import define
from criteria.ladder.domains import Numbers, number
from criteria.model import terms as t


@define
class SettledSum:
    """The sum over the rows that add the same in every world; the others are left to look at."""

    left: dict[int, None]
    sum: Fraction = Fraction(0)


def total(world: World, term: t.Sum, env: Env) -> Numbers:
    """The sum over the rows; 0 when there are none."""
    ground, env = world.ground, trimmed(term, env)
    record = ground.plan.records[term.rows.record]
    grows = may_grow(ground, record)
    settled = _settled_sum(ground, term, env)
    alone = one_by_one(ground, settled.left, grows=grows)
    result, apart = number(settled.sum), Apart(world)
    for place in list(settled.left):
        row, before = RowRef(record.key, place), ground.uncertain
        adds = _adds(world, row, term, env) if alone else _contribution(apart, row, term, env)
        result = a.add(result, adds)
        if ground.uncertain == before:
            del settled.left[place]
            settled.sum += adds.value
    if grows:
        row = RowRef(record.key, -1)
        more = _contribution(apart, row, term, env)
        forget(world, row)
        if more != number(0):
            world.touch(extras(ground, term.rows, env))
            result = a.endlessly(result, more)
    apart.close()
    return result


def _settled_sum(ground: Ground, term: t.Sum, env: Env) -> SettledSum:
    key: Key = ("sum", term, env)
    if key not in ground.memo:
        ground.memo[key] = SettledSum(dict.fromkeys(candidates(ground, term.rows, env)))
    found = ground.memo[key]
    assert isinstance(found, SettledSum)
    return found


def _adds(world: World, row: RowRef, term: t.Sum, env: Env) -> Numbers:
    """What a row adds in this world."""
    if not belongs(world, row, term.rows, env):
        return number(0)
    return world.ground.amount(world, term.value, env.inside(row))


def _contribution(apart: Apart, row: RowRef, term: t.Sum, env: Env) -> Numbers:
    """What a row can add, over worlds of its own. Where some of them have no value, or a fault, it is asked whether this is one."""

    def run(inner: World) -> Numbers | NoValue | Faulty:
        try:
            return _adds(inner, row, term, env)
        except (NoValue, Faulty) as trouble:
            return trouble

    found = apart.run(row, (term, env), run, uncut=True)
    sets = [each for each in found if isinstance(each, Numbers)]
    troubles = {type(e): e for e in found if not isinstance(e, Numbers)}
    looked = apart.touched[-1].looked if apart.touched else set()
    for place, (kind, trouble) in enumerate(troubles.items(), start=1):
        certain = not sets and place == len(troubles)
        if certain or apart.world.ask_once(("trouble", term, row, env, kind), env.rows, looked):
            raise trouble
    return a.union(sets)
