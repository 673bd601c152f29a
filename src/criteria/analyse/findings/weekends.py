"""Deadlines whose last day is a Saturday, a Sunday or a holiday.

In: a plan. Out: ``weekend-deadline``, under each reading of the deadline's words that the plan leaves open. Holds: a plan that settles the
reading *weekend* has said what it wants; a period in which something happens is no deadline.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from criteria.analyse.findings.made import asked, every_goal, finding, nodes
from criteria.dates.calendar import NAMED, holidays
from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused
from criteria.dates.relations import Relation, passing_days, words_of
from criteria.diagnostics import Diagnostic
from criteria.model import terms as t
from criteria.model.plan import Plan

_DEADLINES = (Relation.BY, Relation.BEFORE, Relation.INDEN)
_WEEKEND = {5: ("a Saturday", "en lørdag"), 6: ("a Sunday", "en søndag")}


def find(plan: Plan) -> Iterator[Diagnostic]:
    """One finding for each test and day."""
    if "weekend" in plan.settled:
        return
    for goal in every_goal(plan):
        for test in nodes(tuple(asked(goal))):
            if isinstance(test, t.DateTest) and isinstance(test.first, t.DateValue) and _falls_due(test, test.first):
                for day, reading in _last_days(test, test.first, plan.settled).items():
                    if name := _name(day):
                        found = test.text or test.first.phrase.text
                        told = reading or None
                        yield finding(
                            "weekend-deadline",
                            test.place,
                            goal.id,
                            reading=told,
                            found=found,
                            day=day.isoformat(),
                            name=name[0],
                            name_da=name[1],
                        )


def _falls_due(test: t.DateTest, end: t.DateValue) -> bool:
    """``before D`` names a day that is already too late, so that nothing falls due on the day before it."""
    due = test.relation is not Relation.BEFORE or end.phrase.period().boundary
    return test.relation in _DEADLINES and due


def _last_days(test: t.DateTest, end: t.DateValue, settled: Mapping[str, str]) -> dict[date, dict[str, str]]:
    """Each last day with the reading that gives it: none where all readings give the same."""
    try:
        used = sorted(words_of(test.relation, end.phrase.period()) - {"weekend"} - settled.keys())
    except DateRefused:
        return {}
    found: dict[date, dict[str, str]] = {}
    for values in product(*(READINGS[word].varied for word in used)):
        chosen = dict(zip(used, values, strict=True))
        try:
            last = passing_days(test.relation, end.phrase.period({**settled, **chosen}), None, {**settled, **chosen})[1]
        except DateRefused:
            continue
        if last:
            found.setdefault(last, chosen)
    return found if len(found) > 1 else {day: {} for day in found}


def _name(day: date) -> tuple[str, str] | None:
    """What makes it no working day."""
    danish = holidays(day.year).get(day)
    return (NAMED[danish].english, danish) if danish else _WEEKEND.get(day.weekday())
