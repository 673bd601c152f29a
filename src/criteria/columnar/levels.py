"""The levels of a goal as columns: the best, the worst, whether they depend on a reading, and what is left to the reference.

In: a goal, its combinations of readings, a desk. Out: four columns, and two more a combination. Holds: where nothing can be open the level
is the first whose condition holds; else every cell that the row leaves is followed through the goal's decision diagram, which is exact as
long as no two open quantities rest on the same fact; where they do, the row is left, unless one level is all that comes out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.expressions import (
    Sql,
    Truth,
    differ,
    every,
    first_that_holds,
    some,
    written,
)
from criteria.columnar.functions import Functions, holds
from criteria.columnar.lies import Lies
from criteria.columnar.quantities import Placed, entangled, may_be_void, placed
from criteria.frozen import frozen
from criteria.ladder.cells import MOST_FREE
from criteria.ladder.diagram import Diagram, TooWide, combined, end
from criteria.ladder.formula import tests
from criteria.ladder.ladders import Formulas, Ladders, formulas, ladders
from criteria.ladder.quantities import Quantity, Test
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
    each: tuple[tuple[Sql, Sql], ...] = ()


def levels(desk: Desk, goal: Goal, every_reading: Sequence[Readings], base: Readings) -> Levels:
    """The goal as columns. Raises ``Uncolumned``."""
    try:
        return _levels(desk, goal, every_reading, base)
    except TooWide:
        raise Uncolumned("too many cells") from None


def _levels(desk: Desk, goal: Goal, every_reading: Sequence[Readings], base: Readings) -> Levels:
    whole = [{**base, **reading} for reading in every_reading]
    made = ladders(desk.plan, goal, whole, partial(may_be_void, desk.plan))
    found = {axis.quantity: placed(desk, axis, base) for axis in made.axes}
    asked = [formulas(desk.plan, goal, readings) for readings in whole]
    freely, together = _left_over(found, asked)
    rest = desk.let(some(*(each.lies.rest for each in found.values()), *freely))
    lies = [found[axis.quantity].lies for axis in made.axes]
    if all(each.lies.open is False and each.lies.void is False for each in found.values()):
        return _known(desk, goal, made, lies, rest)
    loose = desk.let(some(*(each.lies.loose for each in found.values()), *together))
    return _open(desk, goal, made, lies, (rest, loose))


def _left_over(found: Mapping[Quantity, Placed], asked: Sequence[Formulas]) -> tuple[list[Truth], list[Truth]]:
    """Within each combination: shares of nothing whose tests the diagram does not tell apart, and quantities that hang together."""
    left: list[Truth] = []
    together: list[Truth] = []
    for periods in asked:
        said: dict[Quantity, list[Test]] = {}
        for one in (one for levels in periods for _, formula in levels for one in tests(formula)):
            said.setdefault(one.quantity, []).append(one)
        together += entangled([found[quantity] for quantity in said])
        left += [found[quantity].lies.void for quantity, ways in said.items() if _freely(found[quantity].lies, ways)]
    return left, together


def _freely(lies: Lies, ways: Sequence[Test]) -> bool:
    """Whether tests of nothing are free in ways that no cells show: different tests that pass alike, or too many of them."""
    each = {(one.said, one.passing) for one in ways}
    alike = len({said for said, _ in each}) > len({passing for _, passing in each})
    return alike or len(lies.axis.passed) > MOST_FREE


# ---- nothing open ------------------------------------------------------------------------------------------------------


def _known(desk: Desk, goal: Goal, made: Ladders, lies: Sequence[Lies], rest: Truth) -> Levels:
    """The one level, as functions of the cells: whether it is this good or better, and whether a reading makes it another."""
    functions = Functions(desk, lies)
    place = {step: number for number, step in enumerate(goal.outcomes)}

    def rank(step: Diagram) -> Sql:
        this_good = [
            holds(functions, combined(partial(_as_good, place, number), step)) for number in range(len(place) - 1)
        ]
        return desk.named(
            first_that_holds([(each, n) for n, each in enumerate(this_good)], len(place) - 1, desk.dialect.place)
        )

    first = made.each[0].step
    ranks = tuple(rank(ladder.step) for ladder in made.each) if desk.every_reading else (rank(first),)
    unlike = end(first.forest, False)
    for ladder in made.each[1:]:
        unlike = combined(_or, unlike, combined(_differ, ladder.step, first))
    return Levels(
        ranks[0], ranks[0], holds(functions, unlike), rest, tuple((each, each) for each in ranks if desk.every_reading)
    )


def _as_good(place: Mapping[Step, int], least: int, step: Step) -> bool:
    return place[step] <= least


def _differ(one: Step, other: Step) -> bool:
    return one != other


def _or(one: bool, other: bool) -> bool:
    return one or other


# ---- something open ----------------------------------------------------------------------------------------------------


def _open(desk: Desk, goal: Goal, made: Ladders, lies: Sequence[Lies], left: tuple[Truth, Truth]) -> Levels:
    """The levels at all cells that are left. Where some of the cells may be none, what they come to is sure as long as it is one level."""
    reached = [_reached(desk, ladder.step, lies) for ladder in made.each]
    outcomes = goal.outcomes
    pairs = []
    for found in reached:
        steps = [found.get(step, False) for step in outcomes]
        best = first_that_holds(
            [(holds, place) for place, holds in enumerate(steps)], len(steps) - 1, desk.dialect.place
        )
        worst = first_that_holds(
            [(holds, place) for place, holds in reversed([*enumerate(steps)])], 0, desk.dialect.place
        )
        pairs.append((desk.named(best), desk.named(worst)))
    unlike = [differ(found.get(step, False), reached[0].get(step, False)) for found in reached[1:] for step in outcomes]
    rest, loose = left
    several = (written("{} <> {}", best, worst) for best, worst in pairs)
    rest = desk.let(some(rest, every(loose, some(*several))))
    return Levels(*pairs[0], desk.let(some(*unlike)), rest, tuple(pairs) if desk.every_reading else ())


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
