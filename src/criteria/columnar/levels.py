"""The levels of a goal as columns: the best, the worst, whether they depend on a reading, and what is left to the reference.

In: a goal, its combinations of readings, a desk. Out: four columns, and two more a combination. Holds: where nothing can be open the level
is the first whose condition holds; else every cell that the row leaves is followed through the goal's decision diagram, which is exact as
long as no two open quantities rest on the same fact; where they do, the row is left.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import assert_never

from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.expressions import (
    Sql,
    Truth,
    differ,
    every,
    first_that_holds,
    negated,
    some,
    written,
)
from criteria.columnar.lies import Lies
from criteria.columnar.quantities import Placed, entangled, placed
from criteria.frozen import frozen
from criteria.ladder.diagram import Diagram, TooWide
from criteria.ladder.formula import Fixed, Formula, HowMany, Negated, tests
from criteria.ladder.ladders import Formulas, Ladders, formulas, ladders
from criteria.ladder.quantities import Quantity, Test
from criteria.model import terms as t
from criteria.model.plan import Goal
from criteria.model.scale import Step

Readings = Mapping[str, str]


@frozen
class Levels:
    """Places of levels among the goal's outcomes; ``each``: best and worst under every combination."""

    best: Sql
    worst: Sql
    depends: Truth
    rest: Truth
    each: tuple[tuple[Sql, Sql], ...]


def levels(desk: Desk, goal: Goal, every_reading: Sequence[Readings], base: Readings) -> Levels:
    """The goal as columns. Raises ``Uncolumned``."""
    whole = [{**base, **reading} for reading in every_reading]
    try:
        made = ladders(desk.plan, goal, whole)
    except TooWide:
        raise Uncolumned("too many cells") from None
    found = {axis.quantity: placed(desk, axis, base) for axis in made.axes}
    asked = [formulas(desk.plan, goal, readings) for readings in whole]
    rest = desk.let(some(*(each.lies.rest for each in found.values()), *_left_over(found, asked)))
    if all(each.lies.open is False and each.lies.void is False for each in found.values()):
        return _known(desk, goal, found, asked, rest)
    return _open(desk, goal, made, [found[axis.quantity].lies for axis in made.axes], rest)


def _left_over(found: Mapping[Quantity, Placed], asked: Sequence[Formulas]) -> list[Truth]:
    """Within each combination: quantities that hang together, and shares of nothing that several tests ask for, each free by itself."""
    left: list[Truth] = []
    for periods in asked:
        said: dict[Quantity, set[object]] = {}
        for one in (one for levels in periods for _, formula in levels for one in tests(formula)):
            said.setdefault(one.quantity, set()).add(one.said)
        left += entangled([found[quantity] for quantity in said])
        left += [found[quantity].lies.void for quantity, ways in said.items() if len(ways) > 1]
    return left


# ---- nothing open ------------------------------------------------------------------------------------------------------


def _known(desk: Desk, goal: Goal, found: Mapping[Quantity, Placed], asked: Sequence[Formulas], rest: Truth) -> Levels:
    """The first level that holds."""
    known: dict[Formula, Truth] = {}
    ranks = [desk.named(_rank(desk, goal, found, periods, known)) for periods in asked]
    depends = some(*(_unlike(rank, ranks[0]) for rank in ranks[1:]))
    return Levels(ranks[0], ranks[0], desk.let(depends), rest, tuple((rank, rank) for rank in ranks))


def _unlike(one: Sql, other: Sql) -> Truth:
    return False if one.text == other.text else written("{} <> {}", one, other)


def _rank(
    desk: Desk, goal: Goal, found: Mapping[Quantity, Placed], periods: Formulas, known: dict[Formula, Truth]
) -> Sql:
    """The place of the level; of several periods that of the worst."""
    place = {step.id: number for number, step in enumerate(goal.outcomes)}
    ranks = []
    for levels_of in periods:
        cases = [(_holds(desk, found, asked, known), place[level.step.id]) for level, asked in levels_of]
        ranks.append(first_that_holds(cases, place[goal.scale.lowest.id]))
    rank = ranks[0]
    for other in ranks[1:]:
        rank = written("greatest({}, {})", rank, other)
    return rank


def _holds(desk: Desk, found: Mapping[Quantity, Placed], asked: Formula, known: dict[Formula, Truth]) -> Truth:
    """A formula; equal ones are worked out once."""
    if asked not in known:
        known[asked] = desk.let(_formula(desk, found, asked, known))
    return known[asked]


def _formula(desk: Desk, found: Mapping[Quantity, Placed], asked: Formula, known: dict[Formula, Truth]) -> Truth:
    match asked:
        case Fixed(value):
            return value
        case Test(quantity, passing):
            one = found[quantity]
            return one.lies.among(one.axis.passed[passing])
        case Negated(item):
            return negated(_holds(desk, found, item, known))
        case HowMany(items, relation, amount):
            parts = [_holds(desk, found, item, known) for item in items]
            if relation is t.Comparison.AT_LEAST and amount == len(parts):
                return every(*parts)
            if relation is t.Comparison.AT_LEAST and amount == 1:
                return some(*parts)
            return _counted(desk, parts, relation, amount)
        case _:  # pragma: no cover
            assert_never(asked)


def _counted(desk: Desk, parts: Sequence[Truth], relation: t.Comparison, amount: object) -> Truth:
    """How many hold stands so to an amount."""
    from fractions import Fraction

    from criteria.columnar.wholes import Ratio, Whole, constant, plus, stands

    assert isinstance(amount, Fraction)
    total = constant(0)
    for part in parts:
        one = (
            constant(int(part))
            if isinstance(part, bool)
            else Whole(written("CASE WHEN {} THEN 1 ELSE 0 END", part), 0, 1)
        )
        total = plus(desk, total, one)
    return stands(desk, relation, Ratio(total), amount)


# ---- something open ----------------------------------------------------------------------------------------------------


def _open(desk: Desk, goal: Goal, made: Ladders, lies: Sequence[Lies], rest: Truth) -> Levels:
    """The levels at all cells that are left."""
    reached = [_reached(desk, ladder.step, lies) for ladder in made.each]
    outcomes = goal.outcomes
    pairs = []
    for found in reached:
        steps = [found.get(step, False) for step in outcomes]
        best = first_that_holds([(holds, place) for place, holds in enumerate(steps)], len(steps) - 1)
        worst = first_that_holds([(holds, place) for place, holds in reversed([*enumerate(steps)])], 0)
        pairs.append((desk.named(best), desk.named(worst)))
    unlike = [differ(found.get(step, False), reached[0].get(step, False)) for found in reached[1:] for step in outcomes]
    return Levels(*pairs[0], desk.let(some(*unlike)), rest, tuple(pairs))


def _reached(desk: Desk, diagram: Diagram, lies: Sequence[Lies]) -> dict[Step, Truth]:
    """Whether each level can be reached: node by node, from the first axis on."""
    forest = diagram.forest
    coming: dict[int, list[Truth]] = {diagram.root: [True]}
    ends: dict[Step, Truth] = {}
    while coming:
        node = min(coming, key=lambda one: (forest.nodes[one][0], one))
        axis, branches = forest.nodes[node]
        here = desk.let(some(*coming.pop(node)))
        if axis == len(forest.sizes):
            step = forest.values[branches[0]]
            assert isinstance(step, Step)
            ends[step] = here
            continue
        cells: dict[int, list[int]] = {}
        for cell, branch in enumerate(branches):
            cells.setdefault(branch, []).append(cell)
        for branch, among in cells.items():
            coming.setdefault(branch, []).append(every(here, desk.let(lies[axis].among(among))))
    return ends
