"""Facts on the edge of each threshold of a plan: ``criteria.testing.boundary_facts``.

In: a plan, and perhaps one of its goals. Out: a strategy of ``Boundary``s. Holds: a witness confirmed by the reference evaluator puts the
quantity where the boundary says; the goal's other quantities lie so that the level turns on this one, wherever it can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import partial
from itertools import islice

from hypothesis import strategies as st

from criteria import face
from criteria.analyse.thresholds import Edge, Side, Wanted, cell_of, edges, ways
from criteria.analyse.witness import witness
from criteria.frozen import frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis
from criteria.ladder.domains import Days, Numbers
from criteria.ladder.ladders import Ladder
from criteria.model.plan import Goal, Plan
from criteria.testing.plain import plain, plain_facts

MOST_WAYS = 6  # ways to set the other quantities that are tried
VARIETY = 2  # of those in which every side is found, so many are drawn


@frozen
class Boundary:
    """Facts that put one quantity of a goal on a threshold or beside it.

    ``words`` is the plan's condition, ``side`` is ``"below"``, ``"on"`` or ``"above"`` (of a day ``"before"``, ``"on"`` or ``"after"``),
    ``at`` is what the quantity comes to there, ``reading`` the readings under which the threshold lies where it does:
    ``plan.evaluate(edge.facts, readings=edge.reading)``. A day that passes last, or first, is *on* the threshold.
    """

    goal: str
    words: str
    side: str
    at: object
    reading: Mapping[str, str]
    facts: dict[str, object]


def boundary_facts(plan: face.Plan, goal: str | int | None = None) -> st.SearchStrategy[Boundary]:
    """A boundary of ``plan``, or of one goal: ``Boundary(goal="2", words="visitors at least 12,000", side="below", at=11_999, …)``.

    Raises ``ValueError`` where the goal does not exist, or where no goal tests a day or a number against a limit of the plan.
    """
    goals = [each for each in plan.model.goals if goal is None or each.id == str(goal)]
    found = [turn for each in goals for turn in _turns(plan.model, each)]
    if not found:
        raise ValueError(f"goal {goal} has no threshold" if goals else f"the plan has no goal {goal}")
    known: dict[int, tuple[Boundary, ...]] = {}

    def at(number: int) -> tuple[Boundary, ...]:
        if number not in known:
            known[number] = found[number]()
        return known[number]

    return st.sampled_from(range(len(found))).map(at).filter(bool).flatmap(st.sampled_from)


Turn = Callable[[], tuple[Boundary, ...]]


def _turns(plan: Plan, goal: Goal) -> Iterator[Turn]:
    """The thresholds of a goal, each to be looked at when it is drawn."""
    try:
        found = edges(plan, goal)
    except d.TooWide:
        return
    for edge, ladder in found.each:
        yield partial(boundaries, plan, found.axes, edge, ladder)


def boundaries(plan: Plan, axes: tuple[Axis, ...], edge: Edge, ladder: Ladder) -> tuple[Boundary, ...]:
    """Every side of a threshold, in ways in which the level turns on it; where none is found, in any way."""
    found: list[Boundary] = []
    cells = dict.fromkeys(cell_of(axes[edge.axis], side.value) for side in edge.sides)
    for others in islice(ways(axes, ladder, edge.axis, cells), MOST_WAYS):
        sides = [_boundary(plan, axes, edge, side, others) for side in edge.sides]
        if all(sides):
            found += [side for side in sides if side]
        if len(found) >= VARIETY * len(edge.sides):
            break
    return tuple(found or filter(None, (_boundary(plan, axes, edge, side, []) for side in edge.sides)))


def _boundary(plan: Plan, axes: tuple[Axis, ...], edge: Edge, side: Side, others: Wanted) -> Boundary | None:
    """One side, if facts are found for it."""
    found = witness(plan, edge.goal, edge.readings, [(axes[edge.axis].quantity, side.value), *others])
    if found is None:
        return None
    return Boundary(edge.goal.id, edge.words, side.name, _at(side), edge.told, plain_facts(found.facts, plan))


def _at(side: Side) -> object:
    """The value as a Python program gives it."""
    if isinstance(side.value, Days):
        return date.fromordinal(side.value.first)
    assert isinstance(side.value, Numbers)
    return plain(side.value.value, side.kind)
