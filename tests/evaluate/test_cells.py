"""In which cells of the ladder facts leave a quantity, one kind of quantity after the other."""

import pytest

import criteria
from criteria.evaluate.cells import left, steps_left
from criteria.evaluate.levels import ground_of
from criteria.evaluate.readings import in_force
from criteria.evaluate.worlds import Ground
from criteria.ladder.ladders import ladders

PLAN = """\
plan "Cells"
  year 2020
facts
  report sent: date
  approved: date
  visitors: number
  costs: number
  state: one of "open", "closed", "lost"
  log tours
    held: date
goal 1 "Days"
  fulfilled when report sent by 1 October 2020
  partial when report sent by 31 October 2020
goal 2 "Numbers"
  fulfilled when visitors above 100
  partial when visitors between 50 and 100
goal 3 "Texts"
  fulfilled when state is "open"
  partial when state is "closed"
goal 4 "Truth"
  fulfilled when report sent by approved
goal 5 "Rows"
  fulfilled when all tours are held by 1 October 2020
goal 6 "Quotient"
  fulfilled when visitors / costs above 2
"""
CASES = [
    ("1", {"report sent": "2020-10-01"}, {0}),
    ("1", {"report sent": "2020-09-30..2020-10-02"}, {0, 1}),
    ("1", {"report sent": "never"}, {3}),
    ("2", {"visitors": "100"}, {1}),
    ("2", {"visitors": "99..101"}, {1, 2}),
    ("2", {"visitors": "49"}, {0}),
    ("3", {"state": "closed"}, {0}),
    ("3", {"state": "lost"}, {2}),
    ("3", {"state": "unknown"}, {0, 1, 2}),
    ("4", {"report sent": "2020-10-02", "approved": "2020-10-01"}, {1}),
    ("4", {"report sent": "2020-10-01", "approved": "2020-10-01"}, {0}),
    ("5", {"tours": [{"held": "2020-10-01"}, {"held": "2020-10-02"}]}, {0}),
    ("5", {"tours": [{"held": "2020-10-01"}]}, {1}),
]


@pytest.fixture(scope="module")
def plan() -> criteria.Plan:
    return criteria.parse(PLAN)


def ground(plan: criteria.Plan, facts: dict[str, object]) -> Ground:
    return ground_of(plan.model, criteria.facts(facts, plan=plan), None, in_force(plan.model, {}))


@pytest.mark.parametrize(("number", "facts", "cells"), CASES)
def test_the_cells_are_those_that_some_world_gives(
    plan: criteria.Plan, number: str, facts: dict[str, object], cells: set[int]
) -> None:
    goal = next(goal for goal in plan.model.goals if goal.id == number)
    here = ground(plan, facts)
    (axis,) = ladders(plan.model, goal, [here.readings]).axes
    assert left(here, axis).cells == cells


@pytest.mark.parametrize(
    ("number", "facts", "steps", "exact"),
    [
        ("1", {"report sent": "2020-10-02"}, {"partial"}, True),
        ("2", {"visitors": "99..101"}, {"fulfilled", "partial"}, True),
        ("6", {"visitors": "5", "costs": "2"}, {"fulfilled"}, True),
    ],
)
def test_the_levels_are_those_at_the_cells(
    plan: criteria.Plan, number: str, facts: dict[str, object], steps: set[str], exact: bool
) -> None:
    goal = next(goal for goal in plan.model.goals if goal.id == number)
    found = steps_left(ground(plan, facts), goal)
    assert found is not None
    assert ({step.id for step in found[0]}, found[1]) == (steps, exact)


def test_a_fault_leaves_every_cell(plan: criteria.Plan) -> None:
    """By nothing nothing can be divided."""
    goal = plan.model.goals[5]
    here = ground(plan, {"visitors": "5", "costs": "0"})
    (axis,) = ladders(plan.model, goal, [here.readings]).axes
    found = left(here, axis)
    assert (found.cells, found.faulty) == (set(range(len(axis.cells))), True)
    assert steps_left(here, goal) is None


def test_beyond_the_limits_every_cell_is_left_or_nothing_is_said(
    plan: criteria.Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    goal = plan.model.goals[1]
    here = ground(plan, {"visitors": "unknown"})
    monkeypatch.setattr(here, "looks", -1)
    (axis,) = ladders(plan.model, goal, [here.readings]).axes
    assert left(here, axis).widened
    monkeypatch.setattr("criteria.ladder.ladders.d.MOST_AXES", 0)
    assert steps_left(here, goal) is None
