"""A log's row that no row of the table asks for is told of, once for each combination; the others are not."""

import criteria
from criteria.diagnostics import Severity

PLAN = """plan "x"
  year 2020

facts
  log tours
    area: text
    guide: text
    held: date

table targets
  | area | guide | planned |
  | North | Ann  |       1 |
  | South | Bo   |       1 |
  column done = count of tours with the same area and guide, held in 2020

goal 1 "a"
  fulfilled when all targets have done at least planned
"""


def notices(*tours):
    plan = criteria.parse(PLAN)
    names = ("area", "guide", "held")
    report = plan.evaluate({"tours": [dict(zip(names, tour, strict=True)) for tour in tours]})
    return [n for n in report.verdict.notices if n.kind == "unmatched-rows"]


def test_a_matching_row_is_not_told_of_whatever_its_case():
    assert notices(("north ", "ANN", "2020-05-01"), ("South", "Bo", "2021-01-01")) == []


def test_rows_that_match_nothing_are_told_of_once_a_combination():
    found = notices(("North", "Bo", "2020-05-01"), ("north", "bo", "2020-06-01"), ("East", "Ann", "2020-06-01"))
    assert [(n.values["count"], n.values["values"]) for n in found] == [
        ("2", "area North, guide Bo"),
        ("1", "area East, guide Ann"),
    ]
    assert {n.severity for n in found} == {Severity.NOTICE}
    assert (
        found[0].message()
        == "2 of tours with area North, guide Bo: no row of targets has the same, so nothing counts them"
    )


def test_a_row_whose_value_is_unknown_may_match_and_is_not_told_of():
    assert notices(("unknown", "Bo", "2020-05-01"), (None, "Ann", "2020-05-01")) == []
