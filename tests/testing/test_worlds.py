"""Worlds of incomplete facts: complete, and their level is among the levels of the facts."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria import face, pipeline
from criteria.evaluate.evaluation import default_levels
from criteria.evaluate.years import as_known
from criteria.facts.record import Exactly, Never
from criteria.testing import facts, worlds
from testing.plans import every_plan

LAW = [
    (plan, as_of)
    for plan in every_plan()
    if plan.id in ("astra-2020", "udviklingsrum-2021", "every type")
    for as_of in (None, "2020-07-01")
]


def levels(plan: face.Plan, found: object, as_of: str | None = None) -> dict[str, set[str]]:
    """Under the default readings, without reasons."""
    day = date.fromisoformat(as_of) if as_of else None
    known = as_known(plan.model, criteria.facts(found, plan=plan), day)
    return {goal.id: set(default_levels(plan.model, goal, known, day, {})) for goal in plan.model.goals}


@pytest.mark.parametrize(("param", "as_of"), LAW, ids=lambda each: getattr(each, "id", None) or str(each))
@settings(max_examples=15)
@given(data=st.data())
def test_the_level_of_a_world_is_among_the_levels_of_the_facts(param, as_of, data):
    (plan,) = param.values
    known = data.draw(facts(plan))
    open_ = levels(plan, known, as_of)
    world = data.draw(worlds(known, plan, as_of=as_of))
    closed = levels(plan, world)
    assert {goal: found for goal, found in closed.items() if not found <= open_[goal]} == {}


@pytest.mark.parametrize("plan", every_plan())
@settings(max_examples=10)
@given(data=st.data(), as_of=st.sampled_from([None, "2020-07-01"]))
def test_a_world_is_complete(plan, data, as_of):
    known = data.draw(st.one_of(st.none(), facts(plan)))
    found = pipeline.load_facts(data.draw(worlds(known, plan, as_of=as_of)), plan.model).facts
    assert found is not None
    assert found.values.keys() == plan.model.facts.keys()
    said = [given_.possible for given_ in found.values.values()]
    said += [cell.possible for rows in found.records.values() for row in rows.rows for cell in row.cells.values()]
    assert all(isinstance(what, Exactly | Never) for what in said)
