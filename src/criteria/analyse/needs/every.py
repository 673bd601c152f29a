"""What each goal of a plan still needs, as of a day.

In: a plan, its facts, a day, readings. Out: ``Needs``. Holds: a level is secured, reachable or lost as the verdict of that day has it;
doing what a way says, and nothing else, reaches its level when the record closes; no part of it does in every case.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from criteria.analyse.needs.at_rest import at_rest
from criteria.analyse.needs.one_goal import About, needs_of_goal, status_of, worth
from criteria.analyse.needs.told import GoalNeeds, LevelNeeds, Needs
from criteria.evaluate.decided import standing_of
from criteria.evaluate.evaluation import default_levels
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level, rows_asked
from criteria.evaluate.versions import plan_at
from criteria.evaluate.worlds import Key, RowRef
from criteria.evaluate.years import as_known
from criteria.facts.record import Facts
from criteria.frozen import evolve, frozen
from criteria.ladder.diagram import TooWide
from criteria.model.each import Each
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step, best_first

Progress = Callable[[int, int], None]


def needs(
    plan: Plan,
    facts: Facts,
    as_of: date,
    readings: Mapping[str, str] | None = None,
    goal: str | None = None,
    progress: Progress | None = None,
) -> Needs:
    """Every goal of the version in force, or the one asked for."""
    plan = plan_at(plan, as_of)
    base, facts = in_force(plan, readings or {}), as_known(plan, facts, as_of)
    asked = [each for each in plan.goals if goal is None or each.id == goal]
    about = _Asked(plan, facts, at_rest(plan, facts, as_of), as_of, base, ({}, {}))
    found = []
    for number, each in enumerate(asked):
        if progress:
            progress(number, len(asked))
        found.append(_goal(about, each))
    return Needs(as_of, tuple(found), base)


@frozen
class _Asked:
    plan: Plan
    facts: Facts
    closed: Facts
    as_of: date
    base: Mapping[str, str]
    shared: tuple[dict[Key, object], dict[Key, object]]


def _goal(asked: _Asked, goal: Goal) -> GoalNeeds:
    plan, facts = asked.plan, asked.facts
    if goal.linear or goal.judged:
        return _without_ways(asked, goal, "line" if goal.linear else "judged")
    if standing_of(goal, facts, asked.as_of):
        return _without_ways(asked, goal, "standing")
    subjects = goal.each.subjects if goal.each else None
    if subjects is None:
        return _ways(asked, goal, None)
    record = plan.records[subjects.record]
    if record.rows is None and not (record.key in facts.records and facts.records[record.key].rows):
        return _without_ways(asked, goal, "nobody")
    one = evolve(goal, each=Each(None, goal.each.periods, place=goal.each.place)) if goal.each else goal
    each = [evolve(_ways(asked, one, row), subject=name) for row, name in rows_asked(plan, goal, facts)]
    return evolve(_without_ways(asked, goal, ""), subjects=tuple(each), at_rest=_worst([one.at_rest for one in each]))


def _worst(every: list[tuple[Step, ...]]) -> tuple[Step, ...]:
    """The levels of the worst, each taken by itself; none where one has none."""
    least = min((worth(steps[0]) for steps in every if steps), default=None)
    found = {step for steps in every for step in steps if least is not None and worth(step) <= least}
    return best_first(found) if all(every) else ()


def _ways(asked: _Asked, goal: Goal, subject: RowRef | None) -> GoalNeeds:
    every = combinations(asked.plan, every_level(goal), asked.facts, asked.base).each
    readings = [{**asked.base, **each} for each in every]
    try:
        return needs_of_goal(
            About(asked.plan, goal, asked.facts, asked.as_of, readings, asked.closed, asked.shared, subject)
        )
    except TooWide:
        return _without_ways(asked, goal, "too-wide")


def _without_ways(asked: _Asked, goal: Goal, why: str) -> GoalNeeds:
    """The status of each level alone."""
    names = default_levels(asked.plan, goal, asked.facts, asked.as_of, asked.base)
    outcomes = goal.outcomes
    possible = [step for step in outcomes if step.id in names]
    told = [LevelNeeds(step, status_of(step, possible, outcomes[-1])) for step in outcomes] if possible else []
    return GoalNeeds(goal, tuple(told), why=why)
