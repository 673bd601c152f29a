"""Goals per level.

In: the verdicts of the goals in force. Out: a ``Counted``: for each level how many goals certainly have it, and how many possibly.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.evaluate.scoring import range_of
from criteria.evaluate.total_verdict import Counted, LevelCount
from criteria.evaluate.verdict import GoalVerdict
from criteria.model.plan import Goal, Plan


def counted(plan: Plan, verdicts: Sequence[GoalVerdict]) -> Counted:
    """Every level that one of the goals can have at all, best first, also those that none reaches."""
    goals = {goal.id: goal for goal in plan.goals}
    names = {
        name: verdict.scale for verdict in verdicts for name in (*_levels(goals[verdict.id]), *verdict.counted_levels)
    }
    found = tuple(
        LevelCount(
            name,
            names[name],
            sum(verdict.counted_levels == (name,) for verdict in verdicts),
            sum(name in verdict.counted_levels for verdict in verdicts),
        )
        for name in sorted(names, key=lambda name: (-range_of([name], names[name])[1], name[0].isdigit(), name))
    )
    return Counted(found, len(verdicts), sum(verdict.counted[0] != verdict.counted[1] for verdict in verdicts))


def _levels(goal: Goal) -> tuple[str, ...]:
    return () if goal.any_score else tuple(step.id for step in goal.outcomes)
