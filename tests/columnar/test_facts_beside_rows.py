"""Rows tested against a single fact of their subject: columns answer wherever that fact is not open, and say so where it is."""

from __future__ import annotations

from datetime import date
from itertools import product

import criteria
from columnar.test_agreement import agree, answered

PLAN = criteria.parse(
    """
plan "Beside"
facts
  opened: date
  floor: number
  log visits
    area: one of "North", "South"
    held: date
    guests: number
goal 1 "Day"
  fulfilled when at least 1 visits where held by opened
  partial when all visits have held from opened
goal 2 "Number"
  fulfilled when all visits where held in 2020 have guests at least floor
goal 3 "Sum"
  fulfilled when (sum of guests of visits where held after opened) at least floor
""",
    "beside",
)
OPENED = (date(2020, 5, 1), None, "unknown", "may 2020")
FLOORS = (5, 6, "5..6", None)
ROWS = (
    [],
    [
        {"area": "North", "held": date(2020, 5, 1), "guests": 5},
        {"area": "South", "held": date(2020, 5, 2), "guests": 4},
    ],
    [{"area": "South", "held": date(2020, 4, 30), "guests": 6}, {"area": "North", "held": None, "guests": "unknown"}],
    [{"area": "South", "held": date(2020, 5, 12), "guests": 6}],
)
SETS = [
    criteria.facts({"opened": opened, "floor": floor, "visits": rows}, plan=PLAN)
    for opened, floor, rows in product(OPENED, FLOORS, ROWS)
]


def test_rows_against_a_fact_have_the_levels_of_the_reference() -> None:
    """Where the fact is given the rows are told apart; where it is open the subject is left, unless it all comes to one level."""
    asked, rows = answered(PLAN.model, SETS, None)
    assert [goal.id for goal in asked.goals] == ["1", "2", "3"]
    assert agree(PLAN.model, SETS, None) > len(SETS)
    left = {1: 0, 2: 0}
    for (opened, floor, visits), row in zip(product(OPENED, FLOORS, ROWS), rows, strict=True):
        if not any(visit["held"] is None for visit in visits):
            assert row["g0_rest"] <= (visits != [] and isinstance(opened, str))
            assert row["g1_rest"] <= (visits != [] and not isinstance(floor, int))
            left[1] += row["g0_rest"]
            left[2] += row["g1_rest"]
    assert all(left.values())
