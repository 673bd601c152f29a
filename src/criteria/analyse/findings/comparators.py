"""Comparisons that point the wrong way.

In: a plan. Out: ``suspicious-comparator``, where the best level is reached by a late day (``after``, ``senere end``) and nothing ends it;
``comparators-differ``, where a lower level asks for a number the other way round. Holds: what is after another event is no deadline.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.analyse.findings.made import every_goal, finding, joined
from criteria.dates.relations import Relation
from criteria.diagnostics import Diagnostic
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Level, Plan

_ENDS = (Relation.BY, Relation.BEFORE, Relation.INDEN, Relation.IN, Relation.BETWEEN)
_UP = {t.Comparison.AT_LEAST: True, t.Comparison.ABOVE: True, t.Comparison.AT_MOST: False, t.Comparison.BELOW: False}


@frozen
class Bound:
    """A number that is bounded on one side."""

    up: bool  # at least, above
    limit: Fraction
    test: t.Compare


def find(plan: Plan) -> Iterator[Diagnostic]:
    """Of every goal, its best level, and the others beside it."""
    for goal in every_goal(plan):
        best = [level for level in goal.levels if level.step == goal.scale.steps[0]]
        for level in best:
            yield from _late(level, goal, plan)
            for other in goal.levels:
                if other is not level and other.step != goal.scale.lowest:
                    yield from _turned(level, other, goal, plan)


def _late(level: Level, goal: Goal, plan: Plan) -> Iterator[Diagnostic]:
    """``after D`` with no end: the later, the better."""
    tests = [test for item in joined(level.literal) for test in _of_all(item)]
    ended = [test.value for test in tests if isinstance(test, t.DateTest) and test.relation in _ENDS]
    for test in tests:
        match test:
            case t.DateTest(relation=Relation.AFTER, value=value, first=t.DateValue(phrase)) if value not in ended:
                said = {"en": "by", "da": "senest"}[plan.language]
                instead = f"{said} {phrase.text}"
                yield finding("suspicious-comparator", test.place, goal.id, suggestion=instead, found=test.text)


def _of_all(item: t.Condition) -> Iterator[t.Condition]:
    """The test itself, or what is asked of all rows or in every group."""
    match item:
        case t.Quantified(quantity=t.Quantity.ALL, test=test) if test:
            yield from (inner for each in joined(test) for inner in _of_all(each))
        case t.EveryGroup(test=test):
            yield from (inner for each in joined(test) for inner in _of_all(each))
        case _:
            yield item


def _turned(best: Level, lower: Level, goal: Goal, plan: Plan) -> Iterator[Diagnostic]:
    """``at most 12,000`` above ``at least 10,000``: both hold between the two."""
    bounds = dict(_bounds(best))
    for value, low in _bounds(lower):
        top = bounds.get(value)
        if top and top.up is not low.up and (low.limit > top.limit if top.up else low.limit < top.limit):
            yield finding(
                "comparators-differ",
                low.test.place,
                goal.id,
                related=(top.test.place,),
                found=low.test.text,
                other=top.test.text,
            )


def _bounds(level: Level) -> Iterator[tuple[t.Term, Bound]]:
    for test in joined(level.literal):
        match test:
            case t.Compare(relation=relation, left=value, right=t.Number(limit)) if relation in _UP:
                yield value, Bound(_UP[relation], limit, test)
