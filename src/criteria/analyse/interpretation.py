"""How the words of each goal can be read, and what every reading gives.

In: a plan, the facts, the verdict on them. Out: an ``Interpretation`` for each goal and each reading that its words, or the facts it
looks at, use: where, with which days, and the levels under each value while all other readings stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused
from criteria.evaluate.readings import LOWER, words_of, words_used
from criteria.evaluate.shape import walk
from criteria.evaluate.verdict import GoalVerdict, Verdict
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Scale


@frozen
class Phrase:
    """A date phrase of the plan and its days under one value of the reading."""

    text: str
    earliest: date
    latest: date


@frozen
class Value:
    """One way to read the word: the levels it gives (None where the plan has settled another), the days it makes of phrases."""

    name: str
    levels: tuple[str, ...]
    phrases: tuple[Phrase, ...]
    in_force: bool


@frozen
class Interpretation:
    """``words`` are the goal's conditions that use the reading, each with its quotation. ``decides``: the levels differ."""

    goal: str
    title: str
    reading: str
    words: tuple[tuple[str, str], ...]
    values: tuple[Value, ...]
    settled: bool
    decides: bool
    scale: Scale


def interpretations(plan: Plan, facts: Facts, verdict: Verdict) -> tuple[Interpretation, ...]:
    """In the order of the goals, the readings in the order of the language, then the plan's own."""
    order = [*READINGS, *plan.definitions]
    goals = {goal.id: goal for goal in plan.goals}
    return tuple(
        one
        for found in verdict.goals
        if (goal := goals.get(found.id))
        for name in order
        if name in words_used(plan, goal, facts)
        and (one := _interpretation(plan, goal, facts, found, verdict.readings, name))
    )


def _interpretation(
    plan: Plan, goal: Goal, facts: Facts, found: GoalVerdict, in_force: Mapping[str, str], name: str
) -> Interpretation | None:
    settled = name in plan.settled
    names = (in_force[name],) if settled else _given(found, name)
    if not names:
        return None
    words = tuple(dict.fromkeys(_where(plan, goal, facts, name)))
    phrases = tuple(dict.fromkeys(_phrases(plan, goal, name)))
    values = tuple(
        Value(
            value,
            found.levels if settled else _levels(found, name, value),
            tuple(_days(phrases, {**in_force, name: value})),
            value == in_force[name],
        )
        for value in names
    )
    return Interpretation(found.id, found.title, name, words, values, settled, name in found.depends_on, found.scale)


def _given(found: GoalVerdict, name: str) -> tuple[str, ...]:
    """The values of a reading that was varied, the default first."""
    return tuple(dict.fromkeys(each.reading[name] for each in found.readings if name in each.reading))


def _levels(found: GoalVerdict, name: str, value: str) -> tuple[str, ...]:
    """Under this value, with every other reading at its default."""
    wanted = {**found.readings[0].reading, name: value}
    return next((each.levels for each in found.readings if dict(each.reading) == wanted), ())


def _where(plan: Plan, goal: Goal, facts: Facts, name: str) -> Iterator[tuple[str, str]]:
    """The conditions whose words use the reading: the single tests, not the lists that they stand in."""
    for level in goal.levels:
        if name == LOWER and level.literal != level.relaxed:
            kept = set(_tests(level.relaxed))
            yield from ((test.text, test.quote) for test in _tests(level.literal) if test not in kept)
        elif name != LOWER:
            for test in _tests(level.literal):
                if name in words_of(test, plan, facts):
                    yield test.text, test.quote
    if goal.linear:
        for test in _tests(goal.linear.tested):
            if name in words_of(test, plan, facts):
                yield test.text, test.quote


def _tests(condition: t.Condition) -> Iterator[t.Condition]:
    """The items of lists, down to what is no list."""
    if isinstance(condition, t.AllOf | t.AnyOf | t.NumberOf):
        for item in condition.items:
            yield from _tests(item)
    else:
        yield condition


def _phrases(plan: Plan, goal: Goal, name: str) -> Iterator[t.DateValue]:
    for condition in dict.fromkeys(goal.conditions):
        for node in walk(condition, plan):
            if isinstance(node, t.DateValue) and name in node.phrase.words:
                yield node


def _days(phrases: tuple[t.DateValue, ...], readings: Mapping[str, str]) -> Iterator[Phrase]:
    for each in phrases:
        try:
            days = each.phrase.period(readings)
        except DateRefused:
            continue
        yield Phrase(each.phrase.text, days.earliest, days.latest)
