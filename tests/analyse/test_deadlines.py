"""The next date of a goal: the last day on which an open condition can still be met."""

from datetime import date

import pytest

import criteria
from criteria.analyse.deadlines import deadlines

PLAN = """\
plan "Dates"
  year 2020
facts
  received: date
  sent: date
  answered: date
  visitors: number
  log tours
    held: date
goal 1
  fulfilled when
    - {condition}
"""


def next_dates(condition: str, facts: dict[str, str], as_of: str) -> list[tuple[str, str]]:
    plan = criteria.parse(PLAN.replace("{condition}", condition))
    record = criteria.facts(facts, plan=plan)
    verdict = plan.evaluate(record, as_of).verdict
    found = deadlines(plan.model, plan.model.goals[0], record, verdict.goals[0], verdict.readings, verdict.as_of)
    return [(each.day.isoformat(), each.strictest.isoformat()) for each in found]


@pytest.mark.parametrize(
    ("condition", "facts", "as_of", "expected"),
    [
        ("sent by 1 October", {}, "2020-09-30", [("2020-10-01", "2020-10-01")]),
        ("sent by 1 October", {}, "2020-10-01", []),
        ("sent by 1 October", {"sent": "2020-09-01"}, "2020-09-30", []),
        ("sent by 1 October", {"sent": "2020-09-01"}, "2020-08-31", [("2020-10-01", "2020-10-01")]),
        ("sent before 1 October", {}, "2020-09-01", [("2020-09-30", "2020-09-30")]),
        ("sent inden 1 October", {}, "2020-09-01", [("2020-09-30", "2020-09-30")]),
        ("sent by medio november", {}, "2020-09-01", [("2020-11-20", "2020-11-15")]),
        ("sent in november", {}, "2020-09-01", [("2020-11-30", "2020-11-30")]),
        ("sent between 1 May and end of june", {}, "2020-03-01", [("2020-06-30", "2020-06-30")]),
        ("sent after 1 May", {}, "2020-03-01", []),
        ("sent by 4 weeks after received", {}, "2020-03-01", []),
        ("sent by 4 weeks after received", {"received": "2020-03-02"}, "2020-03-01", []),
        ("sent by 4 weeks after received", {"received": "2020-03-02"}, "2020-03-02", [("2020-03-30", "2020-03-30")]),
        ("sent by received", {"received": "2020-03-02"}, "2020-03-02", []),
        ("some tours held in 2020", {"tours": []}, "2020-03-02", [("2020-12-31", "2020-12-31")]),
        ("at least 3 tours held by 1 May", {"tours": []}, "2020-03-02", [("2020-05-01", "2020-05-01")]),
        ("visitors at least 5", {}, "2020-03-02", []),
        (
            "sent by 1 May or answered by 1 June",
            {},
            "2020-03-02",
            [("2020-05-01", "2020-05-01"), ("2020-06-01", "2020-06-01")],
        ),
        ("sent by 1 May or answered by 1 June", {}, "2020-05-02", [("2020-06-01", "2020-06-01")]),
    ],
)
def test_deadlines(condition, facts, as_of, expected):
    assert next_dates(condition, facts, as_of) == expected


def test_a_deadline_names_the_condition_that_needs_it():
    plan = criteria.parse(PLAN.replace("{condition}", "sent by medio november"))
    record = criteria.facts({}, plan=plan)
    verdict = plan.evaluate(record, "2020-06-30").verdict
    (found,) = deadlines(plan.model, plan.model.goals[0], record, verdict.goals[0], verdict.readings, date(2020, 6, 30))
    assert found.text == "sent by medio november"
