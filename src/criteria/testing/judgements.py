"""The judgements that judged goals need.

In: a palette. Out: a strategy of the rows of ``judgements``. Holds: each names a level of its goal, who, when and why.
"""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from criteria.model.plan import Goal, Plan
from criteria.testing.exact_values import days
from criteria.testing.palette import Palette


def judged_goals(plan: Plan) -> tuple[Goal, ...]:
    """The goals that somebody has to judge."""
    return tuple(goal for goal in plan.goals if goal.judged)


@st.composite
def judgements(draw: st.DrawFn, colours: Palette, goals: tuple[Goal, ...]) -> list[dict[str, object]]:
    """One for each of the goals, or when facts may be incomplete for some."""
    chosen = [goal for goal in goals if colours.complete or draw(st.booleans())]
    return [judgement(goal, draw(st.sampled_from(sayings(goal))), draw(days(colours))) for goal in chosen]


def sayings(goal: Goal) -> list[str]:
    """What may be said: the levels by name or score."""
    unit = " points" if goal.scale.points else " %"
    scores = [f"{step.score.numerator}/{step.score.denominator}{unit}" for step in goal.scale.steps]
    return [
        step.id if "_" in step.id or step.id.isalpha() else said
        for step, said in zip(goal.scale.steps, scores, strict=True)
    ]


def judgement(goal: Goal, level: str, day: date) -> dict[str, object]:
    """A row of ``judgements``."""
    return {"goal": goal.id, "level": level, "by": "a judge", "date": day, "reason": "drawn"}
