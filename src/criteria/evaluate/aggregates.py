"""Aggregates of numbers: means, medians, percentiles, distinct texts, the value of one row.

In: an aggregate term in a world. Out: a ``Numbers`` set, from what each row can bring. Raises ``Faulty`` where no row brings a value,
where weights add up to nought, and for one row where there are none or several.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any, assert_never

from criteria.evaluate import arithmetic as a
from criteria.evaluate.averages import mean, weights
from criteria.evaluate.distinct import distinct
from criteria.evaluate.edges import day_of_row
from criteria.evaluate.gathering import Bring, Gathered, OverRows, filled, gather, the_one
from criteria.evaluate.quantiles import median, percentile
from criteria.evaluate.ranks import placed
from criteria.evaluate.shape import trimmed
from criteria.evaluate.texts import possible_texts
from criteria.evaluate.worlds import Env, Faulty, World, alike, watch
from criteria.ladder.domains import Numbers, number
from criteria.model import terms as t

Numeric = t.Mean | t.Median | t.Percentile | t.Distinct | t.OfOne
Weighed = tuple[Numbers, Numbers]  # a value and its weight
ONE, ZERO = number(1), Fraction(0)


def aggregated(world: World, term: Numeric, env: Env) -> Numbers:
    """The numbers that the rows can come to."""
    match term:
        case t.Mean():
            return _mean(world, term, env)
        case t.Median(_, value):
            return median(filled(world, term, env, _amount(value)))
        case t.Percentile(_, value, share):
            return percentile(filled(world, term, env, _amount(value)), share)
        case t.Distinct(_, value):
            return distinct(gather(world, term, env, lambda inside, row: possible_texts(inside, value, row)))
        case t.OfOne(_, value):
            return a.union(the_one(world, term, env, _amount(value)))
        case _:  # pragma: no cover
            assert_never(term)


def parts_of(world: World, term: OverRows, env: Env) -> Gathered[Any]:
    """What the rows bring, for whoever tells how many were counted."""
    match term:
        case t.Mean():
            return gather(world, term, env, _weighed(term.value, term.weight))
        case t.Distinct(_, value):
            return gather(world, term, env, lambda inside, row: possible_texts(inside, value, row))
        case t.Rank():
            return placed(world, term, env)
        case t.EdgeDay(_, value):
            return gather(world, term, env, day_of_row(value))
        case t.Median(_, value) | t.Percentile(_, value) | t.OfOne(_, value):
            return gather(world, term, env, _amount(value))
        case _:  # pragma: no cover
            assert_never(term)


def _amount(value: t.Term) -> Bring[Numbers]:
    return lambda world, env: world.ground.amount(world, value, env)


def _weighed(value: t.Term, weight: t.Term | None) -> Bring[Weighed]:
    def bring(world: World, env: Env) -> Weighed:
        with watch(world.ground) as beside:
            values = world.ground.amount(world, value, env)
        if weight is None:
            return values, ONE
        with watch(world.ground) as looked:
            weighing = world.ground.amount(world, weight, env)
        if any(alike(leaf, looked) for leaf in beside):
            world.widened = True
        return values, weighing

    return bring


def _mean(world: World, term: t.Mean, env: Env) -> Numbers:
    with watch(world.ground) as leaves:
        found = filled(world, term, env, _weighed(term.value, term.weight))
    if term.weight is not None:
        total = weights(found)
        some, none = total.at_least(ZERO, strict=True) or total.at_most(ZERO, strict=True), total.equal(ZERO)
        around = trimmed(term, env)
        if not some or (none and not world.ask_once(("weighed", term, around), around.rows, leaves)):
            raise Faulty("zero-weights", term.place, term.rows.record)
    return mean(found)
