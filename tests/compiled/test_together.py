"""All goals as one function say what each goal's own function says."""

from __future__ import annotations

import pytest

import criteria
from criteria.compiled.together import TOGETHER

MANY = "\n".join(
    [
        'plan "Many"\n  year 2020\nfacts\n  n: number\n  m: number',
        *(
            f"goal {number}\n  fulfilled when n at least {number}\n  partial when m at least {number}"
            for number in range(1, 2 * TOGETHER + 4)
        ),
    ]
)
FAULTY = """plan "Faulty"
  year 2020
facts
  n: number
  m: number
goal 1
  fulfilled when n at least 3
goal 2
  fulfilled when n, in percent of m at least 50%
goal 3
  fulfilled when m at most 3
"""


@pytest.mark.parametrize(("n", "m"), [(0, 0), (7, 60), (60, 7), (200, 0), ("55..56", 90)])
def test_more_goals_than_one_function_holds(n: object, m: int) -> None:
    plan = criteria.parse(MANY, "many")
    fast = plan.compile()
    found = fast.levels(fast.bind({"n": n, "m": m}))
    report = plan.evaluate({"n": n, "m": m})
    assert [*found.items()] == [(goal.id, report[goal.id].levels) for goal in plan.model.goals]


def test_answers_belong_to_whoever_asked() -> None:
    fast = criteria.parse(FAULTY, "faulty").compile()
    bound = fast.bind({"n": 3, "m": 3})
    fast.levels(bound).clear()
    assert fast.levels(bound) == {"1": ("fulfilled",), "2": ("fulfilled",), "3": ("fulfilled",)}


@pytest.mark.parametrize("m", [0, 1, 5])
def test_what_is_at_fault_in_one_goal_is_so_in_that_one_alone(m: int) -> None:
    plan = criteria.parse(FAULTY, "faulty")
    fast = plan.compile()
    report = plan.evaluate({"n": 3, "m": m})
    assert fast.levels(fast.bind({"n": 3, "m": m})) == {goal: report[goal].levels for goal in ("1", "2", "3")}


def test_what_cannot_be_nought_is_not_asked_whether_it_is() -> None:
    text = FAULTY.replace("m: number", "m: number above 0")
    plan = criteria.parse(text, "above")
    fast = plan.compile()
    for facts in ({"n": 3, "m": "0.5..6"}, {"n": "1..4", "m": "6..8"}, {"n": 1, "m": "unknown"}):
        report = plan.evaluate(facts)
        assert fast.levels(fast.bind(facts)) == {goal: report[goal].levels for goal in ("1", "2", "3")}


def test_a_goal_may_have_very_many_levels() -> None:
    scores = range(300, 0, -1)
    levels = "\n".join(f"  {score} points when n at least {score}" for score in scores)
    scale = ", ".join(f"{score} points" for score in (*scores, 0))
    text = f'plan "Long"\n  year 2020\nfacts\n  n: number\ngoal 1\n  scale {scale}\n{levels}\n'
    fast = criteria.parse(text, "long").compile()
    for n in (0, 1, 150, 301):
        assert fast.levels(fast.bind({"n": n})) == {"1": (str(min(n, 300)),)}
