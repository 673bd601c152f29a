"""What people decided, as a verdict sees it: the judgement of a judged goal, an override beside what was computed, and whether the goal
still counts.

In: a goal, the decisions that facts bring, the as-of day. Out: a ``GoalVerdict``. Holds: as of a day before it was taken a decision is
not there; of several the last counts; nothing computed is ever taken away.
"""

from __future__ import annotations

from datetime import date

from criteria.evaluate.verdict import GoalVerdict, Missing, ReadingResult, Reason, Truth, UsedFact
from criteria.facts.record import Decision, Facts
from criteria.frozen import evolve
from criteria.model.plan import Goal, Judged
from criteria.model.scale import Step, between
from criteria.model.standing import Standing


def judged_steps(goal: Goal, facts: Facts, as_of: date | None) -> tuple[Step, ...]:
    """The step that was judged, else every one that could be."""
    found = last(goal, facts, as_of, "judgement")
    if found and found.step:
        return (found.step,)
    return (between(goal.scale.lowest.low, goal.scale.steps[0].high),) if goal.any_score else goal.scale.steps


def judged_verdict(goal: Goal, judged: Judged, facts: Facts, as_of: date | None) -> GoalVerdict:
    """The verdict on a goal that takes its level from a judgement; without one it is open over its whole scale."""
    steps = judged_steps(goal, facts, as_of)
    found = last(goal, facts, as_of, "judgement")
    path = f"judgement goal {goal.id}"
    said = (UsedFact(path, found.text, found.place.short),) if found else ()
    levels = tuple(step.id for step in steps)
    return GoalVerdict(
        goal.id,
        goal.title,
        levels,
        (steps[-1].low, steps[0].high),
        (ReadingResult({}, levels),),
        (),
        () if found else (Missing(path, judged.place),),
        (),
        (),
        False,
        Reason(judged.text, Truth.TRUE if found else Truth.UNKNOWN, judged.place, facts=said),
        place=goal.place,
        quote=goal.quote,
        scale=goal.scale,
        judged=judged,
        judgement=found,
    )


def decided(verdict: GoalVerdict, goal: Goal, facts: Facts, as_of: date | None) -> GoalVerdict:
    """The verdict with what stands beside it: an override, and how the goal stands."""
    if not facts.decisions and goal.standing is None:
        return verdict
    found = last(goal, facts, as_of, "override")
    override = found if found and found.step else None
    standing = standing_of(goal, facts, as_of)
    return evolve(verdict, override=override, standing=standing) if override or standing else verdict


def standing_of(goal: Goal, facts: Facts, as_of: date | None) -> Standing | None:
    """How the goal stands apart from its level, by the last decision or by the plan; None where it counts."""
    return _given_standing(last(goal, facts, as_of, "override"), as_of) or _planned(goal, as_of)


def last(goal: Goal, facts: Facts, as_of: date | None, kind: str) -> Decision | None:
    """The last decision of a kind that was taken by then."""
    taken = [d for d in facts.decisions if (d.kind, d.goal) == (kind, goal.id) and (as_of is None or d.day <= as_of)]
    return taken[-1] if taken else None


def _given_standing(found: Decision | None, as_of: date | None) -> Standing | None:
    if found is None or found.standing is None or _ahead(found.since, as_of):
        return None
    return Standing(
        found.standing, found.reason, found.since, found.successor, found.by, found.place.short, place=found.place
    )


def _planned(goal: Goal, as_of: date | None) -> Standing | None:
    return None if goal.standing is None or _ahead(goal.standing.since, as_of) else goal.standing


def _ahead(day: date | None, as_of: date | None) -> bool:
    """Whether a day still lies ahead of the day of the report."""
    return day is not None and as_of is not None and day > as_of
