"""What is asked of a source, and each goal as the output shows it.

In: a plan, the day, readings; the query that was written for them. Out: ``Job``, ``Shown``, read by whatever engine answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from criteria.columnar.asked import AskedGoal, Query
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.evaluate.versions import plan_at
from criteria.facts.record import NO_FACTS
from criteria.frozen import frozen
from criteria.model.plan import Plan

Readings = Mapping[str, str]
Progress = Callable[[int, int], None]


@frozen
class Job:
    """What is asked of a source."""

    plan: Plan
    as_of: date | None
    moved: Readings
    every_reading: bool = False
    form: str = ""  # of the file that the answers go to at once, as its name ends; empty where they stay here


@frozen
class Shown:
    """A goal as the output shows it. ``asked`` is None where every subject was evaluated one by one."""

    id: str
    number: int
    asked: AskedGoal | None
    outcomes: tuple[str, ...]  # best first
    readings: tuple[Readings, ...]

    @property
    def rests(self) -> bool:
        """Whether some answers stand in ``one_by_one``."""
        return self.asked is None or self.asked.rests


def goals_shown(job: Job, asked: Query) -> Iterator[Shown]:
    """The goals in the order of the plan."""
    columned = {goal.id: goal for goal in asked.goals}
    now, base = plan_at(job.plan, job.as_of), in_force(job.plan, job.moved)
    for number, goal in enumerate(now.goals):
        found = columned.get(goal.id)
        left = ({},) if goal.judged else tuple(combinations(now, every_level(goal), NO_FACTS, base).each)
        yield Shown(goal.id, number, found, tuple(step.id for step in goal.outcomes), found.readings if found else left)
