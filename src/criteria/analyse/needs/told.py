"""What is told of a goal: for each level whether it is secured, reachable or lost, and the ways to it.

Made by ``every.needs``; read by the report.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from criteria.analyse.needs.margins import Margin
from criteria.analyse.needs.things import Item
from criteria.frozen import field, frozen
from criteria.model import terms as t
from criteria.model.plan import Goal
from criteria.model.scale import Step

Status = Literal["secured", "reachable", "lost"]


@frozen
class ToldWay:
    """What must happen, and what must not happen beside it. ``every_reading``: it does under all readings, by the strictest days."""

    musts: tuple[Item, ...]
    keeps: tuple[Item, ...]
    every_reading: bool = True


@frozen
class LevelNeeds:
    """The ways to a level, fewest things first; ``more`` were found than are told, and there may be more still where they were ``cut``."""

    step: Step
    status: Status
    ways: tuple[ToldWay, ...] = ()
    more: int = 0
    cut: bool = False


@frozen
class GoalNeeds:
    """``at_rest``: the levels if nothing more happens, best first. ``why``: why no ways are told (``judged``, ``line``, ``too-wide``,
    ``nobody``, or the plan says that the goal does not count, ``standing``). ``subjects``: of a goal asked of many, each by itself."""

    goal: Goal
    levels: tuple[LevelNeeds, ...]
    at_rest: tuple[Step, ...] = ()
    why: str = ""
    subject: str = ""
    subjects: tuple[GoalNeeds, ...] = ()
    margins: tuple[Margin, ...] = ()
    tests: Mapping[int, t.Condition] = field(factory=dict)  # for each axis a condition of the plan that tests it

    def level(self, name: str) -> LevelNeeds | None:
        """The level with this id."""
        return next((level for level in self.levels if level.step.id == name), None)

    @property
    def aim(self) -> LevelNeeds | None:
        """The best level that is not lost."""
        return next((level for level in self.levels if level.status != "lost"), None)


@frozen
class Needs:
    as_of: date
    goals: tuple[GoalNeeds, ...]
    readings: Mapping[str, str]


def next_day(level: LevelNeeds) -> date | None:
    """The nearest last day over all ways of the level, under the readings in force."""
    days = [day for way in level.ways for item in way.musts for day in (item.by,) if day]
    return min(days, default=None)
