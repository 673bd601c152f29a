"""The days by which something must still happen, in a goal's own words.

In: a goal with its verdict as of a day. Out: ``Deadline``s after that day, the next one first: the last day on which an open condition
can still be met, under the readings in force and under the strictest. Conditions that are settled have no deadline any more, and days
that count from another event are not known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused
from criteria.dates.relations import passing_days
from criteria.dates.relations import words_of as relation_words
from criteria.evaluate.reference import condition_of
from criteria.evaluate.shape import walk
from criteria.evaluate.verdict import GoalVerdict, Reason, Truth, Verdict
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.source import Place


@frozen
class Deadline:
    """``text`` is the condition that needs it."""

    day: date
    strictest: date
    text: str


def every_deadline(plan: Plan, verdict: Verdict) -> dict[str, tuple[Deadline, ...]]:
    """Those of each goal, by its number; none without an as-of day."""
    if verdict.as_of is None:
        return {}
    goals = {goal.id: goal for goal in plan.goals}
    return {
        found.id: deadlines(plan, goals[found.id], found, verdict.readings, verdict.as_of)
        for found in verdict.goals
        if found.id in goals
    }


def deadlines(
    plan: Plan, goal: Goal, verdict: GoalVerdict, readings: Mapping[str, str], as_of: date
) -> tuple[Deadline, ...]:
    """Those after ``as_of``, each once."""
    if verdict.decided:
        return ()
    waiting = set(_open(tree for _, tree in verdict.levels_because))
    found = {
        Deadline(day, strictest, test.text): None
        for level in goal.levels
        for test in _tests(condition_of(readings, level), readings)
        if test.place in waiting
        for day, strictest in _last_days(test, plan, readings)
        if day > as_of
    }
    return tuple(sorted(found, key=lambda each: (each.day, each.text)))


def _open(trees: Iterable[Reason]) -> Iterator[Place]:
    """The conditions that are not settled."""
    for tree in trees:
        if tree.children:
            yield from _open(tree.children)
        elif tree.truth is Truth.UNKNOWN:
            yield tree.place


def _tests(condition: t.Condition, readings: Mapping[str, str]) -> Iterator[t.Condition]:
    """The single tests of a condition."""
    match condition:
        case t.AllOf(items) | t.AnyOf(items) | t.NumberOf(_, _, items):
            for item in items:
                yield from _tests(item, readings)
        case t.Not(item):
            yield from _tests(item, readings)
        case t.EveryGroup(test=test):
            yield from _tests(test, readings)
        case t.ChosenCondition(name, alternatives):
            yield from _tests(dict(alternatives)[readings[name]], readings)
        case _:
            yield condition


def _last_days(test: t.Condition, plan: Plan, readings: Mapping[str, str]) -> Iterator[tuple[date, date]]:
    """The last passing day of each date test inside, also of the rows it counts."""
    for node in walk(test, plan, readings.__getitem__):
        if isinstance(node, t.DateTest):
            day = _last_day(node, readings)
            if day is not None:
                yield day, min(filter(None, (_last_day(node, each) for each in _every(node, readings))), default=day)


def _last_day(test: t.DateTest, readings: Mapping[str, str]) -> date | None:
    """None where there is no end, or where it is not the plan that fixes it."""
    ends = (test.first, test.last or test.first)
    phrases = [end.phrase for end in ends if isinstance(end, t.DateValue)]
    if len(phrases) < 2:
        return None
    try:
        first, last = (phrase.period(readings) for phrase in phrases)
        return passing_days(test.relation, first, last if test.last else None, readings)[1]
    except DateRefused:
        return None


def _every(test: t.DateTest, readings: Mapping[str, str]) -> Iterator[dict[str, str]]:
    """The readings in force, and all others that the test's words may have."""
    ends = [end.phrase for end in (test.first, test.last) if isinstance(end, t.DateValue)]
    try:
        words = sorted(relation_words(test.relation, *(end.period(readings) for end in ends)))
    except DateRefused:
        return
    for values in product(*({readings[word], *READINGS[word].varied} for word in words)):
        yield {**readings, **dict(zip(words, values, strict=True))}
