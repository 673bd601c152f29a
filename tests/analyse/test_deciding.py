"""What is told of a word's readings is what the facts beside it come to, under the one reading and under the other."""

import pytest

import criteria
from analyse.said import said_of
from criteria.analyse.cell_words import step_name
from criteria.evaluate.evaluation import default_levels
from example_plans import example

PLANS = ("astra-2020/plan.literal", "astra-2020/plan.attested", "udviklingsrum-2017/plan", "udviklingsrum-2021/plan")
DECIDES = "reading-decides"


@pytest.mark.parametrize("name", PLANS)
def test_the_facts_come_to_the_levels_that_are_told(name: str) -> None:
    plan = example(name)
    found = said_of(name)
    told = [
        each for each in (*found.diagnostics, *(silent.finding for silent in found.accepted)) if each.kind == DECIDES
    ]
    assert told
    for each in told:
        goal = next(goal for goal in plan.model.goals if goal.id == each.goal)
        names = {step.id: step_name(plan.model, goal, step) for step in goal.outcomes}
        word, facts = each.values["word"], criteria.facts(each.witness, plan=plan)
        for value, level in ((each.values["one"], each.values["level"]), (each.values["other"], each.values["else"])):
            reached = default_levels(plan.model, goal, facts, None, {word: value})
            assert [names[step] for step in reached] == [level], each.message()
