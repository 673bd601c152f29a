"""Which version of a plan is in force on a day, and what the other versions say of the same facts.

In: a plan with its amendments, an as-of day or none. Out: the plan as it stood on that day (with none: the last version); for each goal
that was ever amended, which version judged it and the levels of the others; the goals that were removed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from criteria.evaluate.verdict import GoalVerdict, Otherwise, RemovedGoal, Version
from criteria.frozen import evolve, frozen
from criteria.model.amendments import Amendment
from criteria.model.plan import Goal, Plan

Ask = Callable[[Goal], tuple[str, ...]]  # a goal → its levels under the default readings


@frozen
class Wording:
    """A goal from one version on, until the next wording of it; ``goal`` is None from where it is removed."""

    version: Version
    goal: Goal | None
    reason: str = ""


def plan_at(plan: Plan, as_of: date | None) -> Plan:
    """The plan with the goals that are in force on the day."""
    if not plan.amendments:
        return plan
    goals = {goal.id: goal for goal in plan.goals}
    for amendment in _until(plan, as_of):
        goals.update((goal.id, goal) for goal in amendment.goals)
        for removal in amendment.removed:
            goals.pop(removal.goal, None)
    return evolve(plan, goals=tuple(goals.values()))


def every_goal(plan: Plan) -> tuple[Goal, ...]:
    """Each goal of any version once, in its last words, in the order of the plan."""
    goals = {goal.id: goal for goal in plan.goals}
    for amendment in plan.amendments:
        goals.update((goal.id, goal) for goal in amendment.goals)
    return tuple(goals.values())


def only(plan: Plan, wanted: set[str]) -> Plan:
    """The plan with nothing but these goals, in all its versions."""
    return evolve(
        plan,
        goals=tuple(goal for goal in plan.goals if goal.id in wanted),
        amendments=tuple(
            evolve(
                each,
                goals=tuple(goal for goal in each.goals if goal.id in wanted),
                removed=tuple(removal for removal in each.removed if removal.goal in wanted),
            )
            for each in plan.amendments
        ),
    )


def wordings(plan: Plan, name: str) -> tuple[Wording, ...]:
    """The versions of one goal, the first one first."""
    return tuple(_wordings(plan, name))


def _wordings(plan: Plan, name: str) -> Iterator[Wording]:
    first = next((goal for goal in plan.goals if goal.id == name), None)
    if first:
        yield Wording(Version(None, ""), first)
    for amendment in plan.amendments:
        version = Version(amendment.start, amendment.title)
        yield from (Wording(version, goal) for goal in amendment.goals if goal.id == name)
        yield from (Wording(version, None, each.reason) for each in amendment.removed if each.goal == name)


def judged_by(plan: Plan, verdict: GoalVerdict, as_of: date | None, ask: Ask) -> GoalVerdict:
    """The verdict with the version that gave it, and what each other version would give."""
    every = wordings(plan, verdict.id) if plan.amendments else ()
    if len(every) < 2:
        return verdict
    used = _in_force(every, as_of)
    others = tuple(Otherwise(each.version, ask(each.goal)) for each in every if each.goal and each is not used)
    return evolve(verdict, version=used.version, otherwise=others)


def removed_goals(plan: Plan, as_of: date | None, ask: Ask) -> tuple[RemovedGoal, ...]:
    """The goals that are no longer in force on the day, and what their last words would give."""
    found = []
    for goal in every_goal(plan) if plan.amendments else ():
        every = wordings(plan, goal.id)
        used = _in_force(every, as_of)
        if used.goal is None:
            last = next(each.goal for each in reversed(every[: every.index(used)]) if each.goal)
            found.append(
                RemovedGoal(goal.id, last.title, used.reason, used.version, ask(last), last.scale, last.weight)
            )
    return tuple(found)


def _in_force(every: tuple[Wording, ...], as_of: date | None) -> Wording:
    """The last wording that has begun; before the first one, that first one."""
    begun = [each for each in every if each.version.start is None or as_of is None or each.version.start <= as_of]
    return begun[-1] if begun else every[0]


def _until(plan: Plan, as_of: date | None) -> tuple[Amendment, ...]:
    return tuple(each for each in plan.amendments if as_of is None or each.start <= as_of)
