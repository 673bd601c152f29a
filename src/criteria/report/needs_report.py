"""What Python programs get of ``Plan.needs``: each goal by its number, and the report in every form.

In: ``Needs`` with their plan and facts. Out: ``NeedsReport``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from criteria.analyse.needs.every import needs
from criteria.analyse.needs.told import GoalNeeds, Needs
from criteria.diagnostics import Lang
from criteria.facts.record import Facts
from criteria.model.plan import Plan
from criteria.report.follow_up import Look, needs_text
from criteria.report.json_text import json_text
from criteria.report.needs import needs_data


class NeedsReport:
    """What each goal still needs, by its number: ``needs["2"].level("fulfilled").ways``."""

    def __init__(self, needs: Needs, plan: Plan, facts: Facts) -> None:
        self.needs, self.plan, self.facts = needs, plan, facts

    def __getitem__(self, goal: str | int) -> GoalNeeds:
        for each in self.needs.goals:
            if each.goal.id == str(goal):
                return each
        raise KeyError(goal)

    def __iter__(self) -> Iterator[GoalNeeds]:
        return iter(self.needs.goals)

    def __repr__(self) -> str:
        return f"<NeedsReport as of {self.needs.as_of.isoformat()}>"

    def to_data(self, level: str | None = None) -> dict[str, object]:
        """The document of ``to_json`` as plain data; ``level``: the id of the only one that is asked about."""
        return needs_data(self.needs, self.plan, self.facts, level)

    def to_json(self, level: str | None = None) -> str:
        """Schema ``criteria/needs/1``."""
        return json_text(self.to_data(level))

    def to_text(self, form: str = "text", lang: Lang | None = None, width: int = 100, colour: bool = False) -> str:
        """For people, in the plan's language unless told otherwise."""
        return needs_text(self.needs, self.plan, self.facts, Look(form, lang or self.plan.language, width, colour))


def needs_report(plan: Plan, facts: Facts, as_of: date, readings: Mapping[str, str], goal: str = "") -> NeedsReport:
    """What all goals need, or the one with this number."""
    return NeedsReport(needs(plan, facts, as_of, readings, goal or None), plan, facts)
