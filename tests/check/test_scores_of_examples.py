"""The scores that an example may expect, and what a plan accepts though nothing tells it."""

from fractions import Fraction

import pytest

from criteria import pipeline
from criteria.check.acceptances import unused
from criteria.model.plan import Plan

PLAN = """
plan "Scores"
  year 2020
  accept no-total because "one goal"
facts
  wait: days
goal 1 "Wait"
  score of wait linear from 0% at 12 days to 60% at 8 days
total mean of goals
example "One"
  given
    wait: 10 days
  expect
    {expected}
"""


def read(expected: str) -> Plan:
    checked = pipeline.check_text(PLAN.format(expected=expected), "plan.criteria")
    assert checked.plan is not None, [each.message() for each in checked.diagnostics]
    return checked.plan


@pytest.mark.parametrize("score", ["0%", "22.5%", "60%", "20% to 50%", "50% to 20%"])
def test_a_score_on_the_line(score):
    assert read(f"goal 1: {score}").examples


def test_a_score_beyond_the_line():
    checked = pipeline.check_text(PLAN.format(expected="goal 1: 61%"), "plan.criteria")
    assert [each.kind for each in checked.diagnostics] == ["level-off-scale"]


def test_a_total_that_is_no_finite_decimal_is_a_fraction():
    (example,) = read("total: 100/3%").examples
    assert [each.low for each in example.totals] == [Fraction(100, 3)]


def test_what_is_accepted_and_never_told():
    found = unused(read("goal 1: 30%").accepted, ())
    assert [(each.kind, each.values) for each in found] == [("acceptance-unused", {"found": "no-total"})]
