"""Days counted from a day, by a calendar that no engine has: columns answer for every day that they list, and say so of any other."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import criteria
from columnar.test_agreement import agree, answered
from criteria.columnar.listed import AROUND

TEXT = """
plan "Counted"
  {period}
facts
  received: date
  answered: date
  table cases
    opened: date
    closed: date
goal 1 "Working days"
  fulfilled when answered by 10 working days after received
  partial when answered by 2 months after received
goal 2 "Weeks"
  fulfilled when answered from 2 weeks before received
goal 3 "The month after"
  fulfilled when answered by the 10th of the month after received
goal 4 "Bank days of rows"
  fulfilled when all cases have closed by 3 bank days after opened
  partial when at least 1 cases where closed by 5 working days after received
goal 5 "How long"
  fulfilled when (working days from received to answered) at most 9 working days
"""
EASTER = date(2020, 4, 7)  # Thursday, Friday and Monday are holidays
SOON = [EASTER + timedelta(days) for days in (-15, -14, -3, 0, 1, 14, 15, 16, 17, 33, 34, 61, 62)]
ROWS = [
    [],
    [{"opened": EASTER, "closed": EASTER + timedelta(days)} for days in (0, 3)],
    [{"opened": EASTER, "closed": EASTER + timedelta(days)} for days in (8, 9)],
]
ODD = [(date(1850, 1, 1), SOON[0], []), (None, SOON[0], []), ("unknown", SOON[1], ROWS[1]), (EASTER, None, ROWS[2])]
GIVEN = [*product((EASTER, EASTER + timedelta(4)), SOON, ROWS), *ODD]


def test_days_counted_from_a_day_have_the_levels_of_the_reference() -> None:
    plan = criteria.parse(TEXT.format(period="year 2020"), "counted")
    sets = [
        criteria.facts({"received": one, "answered": other, "cases": rows}, plan=plan) for one, other, rows in GIVEN
    ]
    asked, rows = answered(plan.model, sets, None)
    assert not asked.left
    known = len(sets) - len(ODD)
    assert not any(row[f"g{goal.number}_rest"] for row in rows[:known] for goal in asked.goals)
    assert agree(plan.model, sets, None) >= known * 5
    assert [rows[known][f"g{n}_rest"] for n in range(5)] == [
        True,
        False,
        True,
        False,
        True,
    ]  # in no list; weeks need none


def test_where_nothing_tells_which_days_there_are_it_is_left_to_the_reference() -> None:
    """A list has an end: without proven days of the source or a period of the plan there is none."""
    plan = criteria.parse(TEXT.format(period="language english"), "counted")
    sets = [criteria.facts({"received": EASTER, "answered": EASTER, "cases": []}, plan=plan)]
    asked, _ = answered(plan.model, sets, None)
    assert {goal.id for goal in asked.goals} == {"2"}
    assert {goal.construct for goal in asked.left} == {"offset", "anchored", "elapsed"}
    assert AROUND > 4 * 365
