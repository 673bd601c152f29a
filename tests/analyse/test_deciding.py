"""What is told of a word's readings is what the facts beside it come to, under the one reading and under the other."""

import pytest

from criteria.analyse.cell_words import step_name
from criteria.analyse.findings import levels
from example_plans import example

PLANS = ("astra-2020/plan.literal", "astra-2020/plan.attested", "udviklingsrum-2017/plan", "udviklingsrum-2021/plan")


@pytest.mark.parametrize("name", PLANS)
def test_the_facts_come_to_the_levels_that_are_told(name: str) -> None:
    plan = example(name)
    told = [each for each in levels.find(plan.model) if each.kind == "reading-decides"]
    assert told
    for each in told:
        goal = next(goal for goal in plan.model.goals if goal.id == each.goal)
        names = {step.id: step_name(plan.model, goal, step) for step in goal.outcomes}
        word = each.values["word"]
        for value, level in ((each.values["one"], each.values["level"]), (each.values["other"], each.values["else"])):
            report = plan.evaluate(each.witness, readings={word: value})
            assert [names[reached] for reached in report[goal.id].levels] == [level], each.message()
