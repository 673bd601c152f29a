"""Levels that are asked for alone, without reasons, are those of the verdict: of goals that are judged, graded, or asked of many."""

from datetime import date

import pytest

import criteria
from criteria.evaluate.evaluation import default_levels, goal_verdict

PLAN = """
plan "Levels alone"
  year 2020
facts
  sent: date
  visitors: number
  table schools, each a school
    name: text
    pupils: number
goal 1 "Sent"
  fulfilled when sent by medio november
  partial when sent
goal 2 "Visitors"
  score of visitors linear from 0% at 100 to 100% at 200
goal 3 "Judged"
  judged by "the board"
goal 4 "Judged in percent"
  judged by "the board", in percent
goal 5 "Schools" for each school
  fulfilled when its pupils at least 100
  partial when its pupils at least 50
"""
SCHOOLS = [{"name": "Aby", "pupils": 120}, {"name": "Byby", "pupils": "40..60"}]
JUDGED = {"level": "50 %", "by": "the board", "date": "2020-12-01", "reason": "half"}
FACTS = {
    "nothing": {},
    "open": {"sent": "november 2020", "visitors": "150..250", "schools": SCHOOLS},
    "known": {
        "sent": "2020-11-03",
        "visitors": 150,
        "schools": SCHOOLS[:1],
        "judgements": [{"goal": goal, **JUDGED} for goal in (3, 4)],
    },
    "nobody to ask": {"schools": []},
}


@pytest.mark.parametrize("as_of", [None, date(2020, 11, 15)], ids=str)
@pytest.mark.parametrize("given", FACTS)
def test_levels_alone_are_those_of_the_verdict(given: str, as_of: date | None) -> None:
    plan = criteria.parse(PLAN)
    report = plan.evaluate(FACTS[given], as_of)
    facts = criteria.facts(FACTS[given], plan=plan)
    for goal in plan.model.goals:
        assert default_levels(plan.model, goal, facts, as_of, {}) == report[goal.id].levels, goal.id
        assert goal_verdict(plan.model, goal, facts, as_of, {}).levels == report[goal.id].levels, goal.id
        assert set(report[goal.id].levels) <= {step.id for step in goal.outcomes} or goal.any_score, goal.id
