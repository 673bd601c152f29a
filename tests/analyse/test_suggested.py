"""Suggested examples: pasted into the plan they pass, and leave nothing out but what they say cannot be found."""

from pathlib import Path

import pytest

from criteria import pipeline
from criteria.analyse.suggested import suggested
from criteria.report.suggestions import suggestions_text
from testing.plans import EVERY_TYPE

EXAMPLES = Path(__file__).parents[2] / "examples"
PLANS = ("astra-2020/plan.da", "eud-network/plan", "nts-strategy/plan.da", "udviklingsrum-2021/plan")


def plan_of(text: str):
    checked = pipeline.check_text(text, "plan.criteria")
    assert checked.plan is not None, [str(fault) for fault in checked.diagnostics]
    return checked.plan


@pytest.mark.parametrize("name", PLANS)
def test_pasted_into_a_plan_they_leave_nothing_out(name):
    nothing_left((EXAMPLES / f"{name}.criteria").read_text(encoding="utf-8"))


def test_every_type_of_value_is_written_so_that_it_reads_back():
    nothing_left(EVERY_TYPE)


def nothing_left(text: str) -> None:
    plan = plan_of(text)
    found = suggested(pipeline.rehearse_plan(plan).left)
    after = pipeline.rehearse_plan(plan_of(f"{text}\n{suggestions_text(plan, found)}"))
    assert [run.example.title for run in after.runs if not run.passed] == []
    left = {str(what) for what, done in after.targets if not done}
    assert left <= {str(what) for what in found.missed}


PLAN = """
plan "Small"
  year 2020
facts
  report sent: date
  visitors: number
goal 1 "Report"
  fulfilled when report sent by medio november and visitors at least 12,000
  partial when report sent
"""


def test_facts_lie_on_the_threshold_and_a_step_beside():
    text = suggestions_text(plan := plan_of(PLAN), suggested(pipeline.rehearse_plan(plan).left))
    for edge in (
        "20 November 2020",
        "21 November 2020",
        "15 November 2020",
        "12000",
        "11999",
        "never",
    ):
        assert f": {edge}\n" in text, edge


def test_a_goal_that_is_judged_has_nothing_to_touch():
    plan = plan_of('plan "P"\ngoal 1 "Judged"\n  judged by "the board"\n')
    assert pipeline.rehearse_plan(plan).targets == ()
    assert suggestions_text(plan, suggested(pipeline.rehearse_plan(plan).left)) == "# the examples leave nothing out\n"


def test_an_expectation_touches_its_own_reading_alone():
    example = """
example "On the twentieth"
  given
    report sent: 20 November 2020
    visitors: 12,000
  expect
    goal 1: fulfilled
"""
    targets = pipeline.rehearse_plan(plan_of(PLAN + example)).targets
    left = {(what.text, what.side.value, what.readings) for what, done in targets if not done and hasattr(what, "side")}
    assert ("report sent by medio november", "true", ()) not in left
    assert ("report sent by medio november", "true", (("primo-medio-ultimo", "point"),)) in left


def test_facts_that_are_open_touch_no_side():
    example = """
example "Nothing known"
  given
    visitors: 12,000
  expect
    goal 1: fulfilled or partial or not fulfilled
"""
    targets = pipeline.rehearse_plan(plan_of(PLAN + example)).targets
    done = {what.text for what, done in targets if done and hasattr(what, "side")}
    assert done == {"visitors at least 12,000"}
