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
from criteria.ladder.quantities import Kind
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


LONG = """plan "P"
  year 2020

facts
  table towns, each a town
    town: text
    ok: yes/no
  log events
    held: date

goal 1 "Many" for each town
  fulfilled when
    - ok
    - count of towns at least {towns}
    - count of events at least {events}
"""


def of_text(text: str) -> Plan:
    plan = pipeline.check_text(text, "plan.criteria").plan
    assert plan is not None
    return plan


@pytest.mark.parametrize(("towns", "events", "found"), [(3, 700, True), (3, 5000, False), (900, 1, False)])
def test_more_rows_than_anybody_reads_are_no_witness(towns: int, events: int, found: bool) -> None:
    plan = of_text(LONG.format(towns=towns, events=events))
    ((goal, made, (readings,)),) = climbed(plan)
    wanted = [(axis.quantity, axis.cells[-1]) for axis in made.axes if axis.quantity.kind is Kind.NUMBERS]
    shown = witness(plan, goal, readings, wanted)
    assert (shown is not None) == found
    if shown:
        assert len({row["town"] for row in shown.data["towns"]}) == 3  # type: ignore[attr-defined]
