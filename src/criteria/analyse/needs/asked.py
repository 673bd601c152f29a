"""Which level is asked about: the word of a person as the id of a step.

In: a plan, a text such as ``fulfilled``, ``delvist opfyldt`` or ``60``. Out: the id, or None where no goal has such a level.
"""

from __future__ import annotations

from criteria.evaluate.versions import every_goal
from criteria.facts.levels import NAMES, level_said
from criteria.facts.refusal import Refused
from criteria.model.plan import Plan, fold

SHORT = {"delvist": "partial", "delvis": "partial", "partly": "partial", "fuldt": "fulfilled"}


def level_named(plan: Plan, text: str | None) -> str | None:
    """The first goal that has it says what it is."""
    if text is None:
        return None
    for goal in every_goal(plan):
        try:
            return level_said(SHORT.get(fold(text), text), goal, plan.language).id
        except Refused:
            continue
    return None


def level_ids(plan: Plan) -> tuple[str, ...]:
    """All levels of all goals."""
    found = dict.fromkeys(step.id for goal in every_goal(plan) for step in goal.outcomes)
    return tuple(found) or tuple(NAMES)
