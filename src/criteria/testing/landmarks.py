"""What a plan speaks of: its days, numbers and durations, which facts should lie near.

In: a checked plan. Out: ``Landmarks``. Holds: a day stands for every varied reading of the words that name it, and so does each end of
the days that pass a test; a percent is held as a ratio, as everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from itertools import product

from criteria.dates.durations import Duration
from criteria.dates.phrases import Phrase
from criteria.dates.readings import READINGS, defaults
from criteria.dates.relations import words_of
from criteria.evaluate.shape import Node, walk
from criteria.frozen import frozen
from criteria.ladder.domains import FIRST, LAST
from criteria.ladder.windows import window
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.types import Unit

LONELY = (date(2020, 1, 1), date(2020, 12, 31))  # the stretch of a plan that names no day at all


@frozen
class Landmarks:
    """The days of the goals come first; ``span`` is the stretch that the plan is about; ``numbers`` go by their unit."""

    days: tuple[date, ...]
    span: tuple[date, date]
    numbers: Mapping[Unit, tuple[Fraction, ...]]
    durations: tuple[Duration, ...]


def landmarks(plan: Plan) -> Landmarks:
    """Everything that the plan's goals speak of, in order."""
    days: set[date] = set()
    around = [day for day in (*(plan.period or ()), plan.record_closes) if day]
    around += [amendment.start for amendment in plan.amendments]
    numbers: dict[Unit, set[Fraction]] = {}
    durations: set[Duration] = set()
    for node in nodes(plan):
        days |= set(days_of(node))
        if isinstance(node, t.Number):
            numbers.setdefault(node.unit, set()).add(node.value)
        if isinstance(node, t.Offset):
            durations.add(node.duration)
    for goal in every_wording(plan):
        if goal.linear:
            numbers.setdefault(goal.linear.unit, set()).update(value for value, _ in goal.linear.points)
    return Landmarks(
        tuple(dict.fromkeys((*sorted(days), *around))),
        plan.period or ((min(days), max(days)) if days else LONELY),
        {unit: tuple(sorted(values)) for unit, values in numbers.items()},
        tuple(sorted(durations, key=str)),
    )


def every_wording(plan: Plan) -> Iterator[Goal]:
    """The goals of every version of the plan."""
    yield from plan.goals
    for amendment in plan.amendments:
        yield from amendment.goals


def nodes(plan: Plan) -> Iterator[Node]:
    """Every term and condition of every goal, and what stands behind computed columns."""
    for goal in every_wording(plan):
        levels = [
            *goal.levels,
            *(level for period in (goal.each.periods if goal.each else ()) for level in period.levels),
        ]
        conditions = [condition for level in levels for condition in (level.literal, level.relaxed)]
        for condition in dict.fromkeys((*conditions, *goal.conditions)):
            yield from walk(condition, plan)


def days_of(node: Node) -> Iterator[date]:
    """The first and last days of a phrase, and of the days that pass a test of phrases, under each varied reading."""
    if isinstance(node, t.DateValue):
        for readings in varied(node.phrase.words):
            period = node.phrase.period(readings)
            yield from (period.earliest, period.latest)
    if isinstance(node, t.DateTest) and (phrases := phrases_of(node)):
        for readings in varied(words_of(node.relation, *(phrase.period() for phrase in phrases))):
            passing = window(readings, node.relation, *(phrase.period(readings) for phrase in phrases))
            yield from (date.fromordinal(day) for day in passing if FIRST < day < LAST)


def phrases_of(test: t.DateTest) -> tuple[Phrase, ...]:
    """The phrases of a test that is against phrases of the plan alone."""
    ends = (test.first,) if test.last is None else (test.first, test.last)
    phrases = tuple(end.phrase for end in ends if isinstance(end, t.DateValue))
    return phrases if len(phrases) == len(ends) else ()


def varied(words: frozenset[str]) -> Iterator[dict[str, str]]:
    """Every combination of the readings that are tried unasked, over the defaults."""
    names = sorted(words)
    for values in product(*(READINGS[name].varied for name in names)):
        yield {**defaults(), **dict(zip(names, values, strict=True))}
