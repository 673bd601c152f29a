"""The days by which something must still happen, in a goal's own words.

In: a goal with its verdict as of a day. Out: ``Deadline``s after that day, the next one first: the last day on which an open condition
can still be met, under the readings in force and under the strictest. Conditions that are settled have no deadline any more; a day that
counts from another event is one as soon as that event has its day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import product

from criteria.dates.durations import add
from criteria.dates.period import Period
from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused
from criteria.dates.relations import passing_days
from criteria.dates.relations import words_of as relation_words
from criteria.evaluate.reference import condition_of
from criteria.evaluate.shape import walk
from criteria.evaluate.verdict import GoalVerdict, Reason, Truth, Verdict
from criteria.facts.record import Exactly, Facts
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Level, Plan
from criteria.source import Place

Days = Mapping[str, date]


@frozen
class Deadline:
    """``text`` is the condition that needs it."""

    day: date
    strictest: date
    text: str


def every_deadline(plan: Plan, facts: Facts, verdict: Verdict) -> dict[str, tuple[Deadline, ...]]:
    """Those of each goal, by its number; none without an as-of day."""
    if verdict.as_of is None:
        return {}
    goals = {goal.id: goal for goal in plan.goals}
    return {
        found.id: deadlines(plan, goals[found.id], facts, found, verdict.readings, verdict.as_of)
        for found in verdict.goals
        if found.id in goals
    }


def deadlines(
    plan: Plan, goal: Goal, facts: Facts, verdict: GoalVerdict, readings: Mapping[str, str], as_of: date
) -> tuple[Deadline, ...]:
    """Those after ``as_of``, each once."""
    if verdict.decided:
        return ()
    asked = verdict.subjects or (verdict,)
    waiting = set(_open(tree for one in asked for _, tree in one.levels_because))
    known = _known(facts, as_of)
    found = {
        Deadline(day, strictest, test.text): None
        for level in _levels(goal)
        for test in _tests(condition_of(readings, level), readings)
        if test.place in waiting
        for day, strictest in _last_days(test, plan, known, readings)
        if day > as_of
    }
    return tuple(sorted(found, key=lambda each: (each.day, each.text)))


def _levels(goal: Goal) -> Iterator[Level]:
    """Those of the goal; of one that is asked in periods, those of each."""
    yield from goal.levels
    for period in goal.each.periods[1:] if goal.each else ():
        yield from period.levels


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


def _known(facts: Facts, as_of: date) -> Days:
    """The single days that have come."""
    exact = {path: given.possible.value for path, given in facts.values.items() if isinstance(given.possible, Exactly)}
    return {path: day for path, day in exact.items() if isinstance(day, date) and day <= as_of}


def _last_days(test: t.Condition, plan: Plan, known: Days, readings: Mapping[str, str]) -> Iterator[tuple[date, date]]:
    """The last passing day of each date test inside, also of the rows it counts."""
    for node in walk(test, plan, readings.__getitem__):
        if isinstance(node, t.DateTest):
            day = _last_day(node, known, readings)
            if day is not None:
                other = (_last_day(node, known, each) for each in _every(node, readings))
                yield day, min(filter(None, other), default=day)


def _last_day(test: t.DateTest, known: Days, readings: Mapping[str, str]) -> date | None:
    """None where there is no end, or where it is not known yet."""
    try:
        first = _period(test.first, known, readings)
        last = _period(test.last, known, readings) if test.last else None
        if first is None or (test.last and last is None):
            return None
        return passing_days(test.relation, first, last, readings)[1]
    except DateRefused:
        return None


def _period(end: t.Term, known: Days, readings: Mapping[str, str]) -> Period | None:
    """The days of a phrase, of a date that has come, or of a day counted from one."""
    match end:
        case t.DateValue(phrase):
            return phrase.period(readings)
        case t.Fact(path) if path in known:
            return Period(known[path], known[path])
        case t.Offset(base, duration, forward) if (start := _period(base, known, readings)) and not start.boundary:
            clip = readings.get("month-end", "clip")
            day = add(start.latest, duration, forward=forward, month_end=clip)
            return Period(day, day)
        case _:
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
