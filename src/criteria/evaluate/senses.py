"""Readings that come to the same for a goal: its words can be understood in several ways, but these facts cannot tell them apart.

In: a goal, facts, readings. Out: what the readings make of the goal's tests, as a value to compare; the levels under each of several
readings, looked for once where that value is equal. Holds: where it is equal, every question to a world is the same, and so are the levels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from criteria.evaluate.given import Clock, possible
from criteria.evaluate.levels import Levels
from criteria.evaluate.readings import fact_words, row_words
from criteria.evaluate.reference import condition_of
from criteria.evaluate.shape import Node, chosen, parts
from criteria.evaluate.worlds import Key
from criteria.facts.record import Facts
from criteria.ladder.domains import Days
from criteria.ladder.windows import window
from criteria.ladder.words import said_by
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan

FEW_LOOKS = 200  # a goal that took no more is looked at again sooner than its readings are compared
ANYWHERE = ("lower-levels", "month-end", "weekend")  # what a test may go by without a word of its own


def under_each(
    plan: Plan,
    goal: Goal,
    default: Levels,
    others: Sequence[Mapping[str, str]],
    look: Callable[[Mapping[str, str]], Levels],
) -> tuple[Levels, ...]:
    """The levels under the default readings and under each of the others."""
    ground = default.ground
    if goal.linear or ground.uncertain <= FEW_LOOKS:
        return (default, *map(look, others))
    found, senses = [default], {sense(plan, goal, ground.facts, ground.clock, ground.readings): default}
    for readings in others:
        key = sense(plan, goal, ground.facts, ground.clock, readings)
        if key not in senses:
            senses[key] = look(readings)
        found.append(senses[key])
    return tuple(found)


def sense(plan: Plan, goal: Goal, facts: Facts, clock: Clock, readings: Mapping[str, str]) -> Key:
    """What the readings make of a goal's levels: the days that pass its tests, and the readings of all other words."""
    found: list[Key] = [readings[name] for name in (*ANYWHERE, *sorted(row_words(facts)))]
    left: list[Node] = [condition_of(readings, level) for level in goal.levels]
    columns: set[tuple[str, str]] = set()
    while left:
        node = left.pop()
        match node:
            case t.DateTest(_, value, t.DateValue(), None | t.DateValue()):
                low, high = _window(node, readings)
                if isinstance(value, t.Fact):
                    found.append(_parted(value, low, high, facts, clock, readings))
                else:
                    found.append((low, high))
                    left.append(value)
            case t.Chosen(name) | t.ChosenCondition(name):
                found.append(readings[name])
                left.append(chosen(node, readings.__getitem__))
            case _:
                found += [readings[word] for word in sorted(said_by(node) | fact_words(node, facts))]
                left += parts(node)
                left += _behind(node, plan, columns)
    return tuple(found)


def _window(test: t.DateTest, readings: Mapping[str, str]) -> tuple[int, int]:
    """The days that pass."""
    ends = [end.phrase.period(readings) for end in (test.first, test.last) if isinstance(end, t.DateValue)]
    return window(readings, test.relation, *ends)


def _parted(fact: t.Fact, low: int, high: int, facts: Facts, clock: Clock, readings: Mapping[str, str]) -> Key:
    """The days that the facts leave possible, and which of them pass; where none can pass, nothing is looked at."""
    days = possible(facts.values.get(fact.path), fact.type, clock, readings)
    assert isinstance(days, Days)
    return (days, days.within(low, high)) if low <= high else None


def _behind(node: Node, plan: Plan, seen: set[tuple[str, str]]) -> Iterator[t.Term]:
    """The term behind a computed column, once."""
    if isinstance(node, t.Cell) and (node.record, node.column) not in seen:
        seen.add((node.record, node.column))
        computed = plan.records[node.record].columns[node.column].computed
        if computed is not None:
            yield computed
