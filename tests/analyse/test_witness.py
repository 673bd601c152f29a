"""Facts that show it: quantities lie where they are wanted, the data read back, and the evaluator gives one level."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from criteria import pipeline
from criteria.analyse.witness import level_of_facts, witness
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.facts.load import load
from criteria.facts.record import NO_FACTS
from criteria.ladder.ladders import Ladders, ladders
from criteria.model.plan import Goal, Plan

EXAMPLES = Path(__file__).parents[2] / "examples"


def plan_of(path: str) -> Plan:
    plan = pipeline.check_file(EXAMPLES / path).plan
    assert plan is not None
    return plan


def climbed(plan: Plan) -> Iterator[tuple[Goal, Ladders, list[Mapping[str, str]]]]:
    base = in_force(plan, {})
    for goal in plan.goals:
        if not goal.judged and not goal.linear:
            every = [{**base, **each} for each in combinations(plan, every_level(goal), NO_FACTS, base).each]
            yield goal, ladders(plan, goal, every), every


@pytest.mark.parametrize("number", range(6))
def test_every_cell_of_astra_has_a_witness_under_every_reading(number: int) -> None:
    plan = plan_of("astra-2020/plan.criteria")
    goal, found, every = list(climbed(plan))[number]
    for readings in every:
        for axis in found.axes:
            for cell in axis.cells:
                shown = witness(plan, goal, readings, [(axis.quantity, cell)])
                assert shown is not None, (goal.id, axis.quantity.node, cell)
                assert level_of_facts(plan, goal, shown.facts, readings) is not None
                assert load(shown.data, plan) == (shown.facts, [])
