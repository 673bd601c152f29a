"""The meaning of a plan: whether a condition holds in a world, and which level a goal has there.

In: a condition of the model, a world, the rows and groups in force. Out: true or false, as the words say with complete facts; the
world answers what the facts leave open, once each way. This file is the specification: every faster path agrees with it.
A test whose quantity has a fault (an empty group, a zero divisor) is free; one that rests on a date that is never is false.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import assert_never

from criteria.evaluate import rows
from criteria.evaluate.amounts import amount, ask, asking, quantity
from criteria.evaluate.groups import empty_group, groups_of
from criteria.evaluate.moments import date_test, happened, moment
from criteria.evaluate.shape import passing_rows, trimmed
from criteria.evaluate.texts import matches
from criteria.evaluate.worlds import Env, Faulty, NoValue, World
from criteria.frozen import evolve
from criteria.ladder.comparing import FLIPPED
from criteria.ladder.comparing import compared as compared
from criteria.ladder.domains import Days
from criteria.model import terms as t
from criteria.model.plan import Goal, Level
from criteria.model.scale import Step
from criteria.model.types import Unit

ONE, ZERO = Fraction(1), Fraction(0)


def level_of(world: World, goal: Goal) -> Step:
    """The first level, best first, whose condition holds; else the lowest. Of a goal asked in each period, that of the worst period."""
    if goal.each and goal.each.periods:
        periods = [evolve(goal, levels=period.levels, each=None) for period in goal.each.periods]
        return min((level_of(world, period) for period in periods), key=lambda step: (step.high, step.low))
    for level in goal.levels:
        if truth(world, condition_of(world.ground.readings, level), Env()):
            return level.step
    return goal.scale.lowest


def condition_of(readings: Mapping[str, str], level: Level) -> t.Condition:
    """A lower level is asked as written, or as "at least as good", by the reading in force."""
    return level.literal if readings["lower-levels"] == "literal" else level.relaxed


def truth(world: World, condition: t.Condition, env: Env) -> bool:
    """Whether the condition holds in this world."""
    match condition:
        case t.AllOf(items):
            return all(truth(world, item, env) for item in items)
        case t.AnyOf(items):
            return any(truth(world, item, env) for item in items)
        case t.NumberOf(relation, number, items):
            holding = sum(truth(world, item, env) for item in items)
            return holding >= number if relation is t.Comparison.AT_LEAST else holding == number
        case t.Not(item):
            return not truth(world, item, env)
        case t.ChosenCondition(name, alternatives):
            return truth(world, dict(alternatives)[world.ground.readings[name]], env)
        case _:
            return tested(world, condition, env)


def tested(world: World, test: t.Condition, env: Env) -> bool:
    """A single test: free when a fault leaves it so, false when it rests on a day that never comes."""
    outer, world.asking = world.asking, None
    try:
        return holds(world, test, env)
    except NoValue:
        return False
    except Faulty as fault:
        world.ground.faults[(fault.kind, fault.place, fault.about)] = None
        around = trimmed(test, env)
        return world.free(("free", test, around), around.rows)
    finally:
        world.asking = outer


def holds(world: World, test: t.Condition, env: Env) -> bool:
    """The test itself."""
    match test:
        case t.Happened(value):
            day = moment(world, value, env)
            assert day.leaf is not None
            assert isinstance(day.leaf.domain, Days)
            return happened(world, day.leaf, day.leaf.domain)
        case t.Known():
            return True
        case t.DateTest():
            return date_test(world, test, env)
        case t.Compare(relation, left, right):
            return compare(world, relation, left, right, env)
        case t.Between(value, low, high):
            at_least, at_most = t.Comparison.AT_LEAST, t.Comparison.AT_MOST
            return compare(world, at_least, value, low, env) and compare(world, at_most, value, high, env)
        case t.Matches(value, options):
            return matches(world, value, options, env)
        case t.Holds(value):
            return matches(world, value, (t.TextValue("yes"),), env)
        case t.Quantified():
            return quantified(world, test, env)
        case t.EveryGroup(record, column, _, inner):
            every = [Env(env.rows, (*env.groups, (f"{record}.{column}", group))) for group in groups_of(world, test)]
            return all(truth(world, inner, around) for around in every)
        case t.SomeGroups():
            return some_groups(world, test, env)
        case t.AllOf() | t.AnyOf() | t.NumberOf() | t.Not() | t.ChosenCondition():  # pragma: no cover
            raise AssertionError(test)
        case _:  # pragma: no cover
            assert_never(test)


def some_groups(world: World, test: t.SomeGroups, env: Env) -> bool:
    """How many groups pass, or which part of them; asked no further than it takes."""
    groups = groups_of(world, test)
    whole = len(groups) if test.amount.unit is Unit.PERCENT else 1
    passing, left = 0, len(groups)
    while True:
        around = Env(env.rows, (*env.groups, (f"{test.record}.{test.column}", groups[-left])))
        passing, left = passing + truth(world, test.test, around), left - 1
        least, most = (
            compared(test.relation, Fraction(n, whole), test.amount.value) for n in (passing, passing + left)
        )
        if least == most and (test.relation in FLIPPED or not left):
            return least


SETTLING = {t.Quantity.ALL: rows.FAIL, t.Quantity.NO: rows.PASS, t.Quantity.SOME: rows.PASS}  # one such row is enough


def compare(world: World, relation: t.Comparison, left: t.Term, right: t.Term, env: Env) -> bool:
    """Two amounts: a quantity against a known limit, else their difference against zero."""
    tested = left if isinstance(right, t.Number) else right if isinstance(left, t.Number) else t.Subtract(left, right)
    with asking(world, quantity(world, tested, env)[0]):
        first, second = amount(world, left, env), amount(world, right, env)
    if second.single:
        return against(world, relation, left, second.value, env)
    if first.single:
        return against(world, FLIPPED.get(relation, relation), right, first.value, env)
    return against(world, relation, t.Subtract(left, right), ZERO, env)


def against(world: World, relation: t.Comparison, quantity: t.Term, limit: Fraction, env: Env) -> bool:
    """A quantity against a limit, as at most two questions."""
    match relation:
        case t.Comparison.AT_LEAST:
            return ask(world, quantity, env, limit, strict=False)
        case t.Comparison.ABOVE:
            return ask(world, quantity, env, limit, strict=True)
        case t.Comparison.BELOW:
            return not ask(world, quantity, env, limit, strict=False)
        case t.Comparison.AT_MOST:
            return not ask(world, quantity, env, limit, strict=True)
        case t.Comparison.EQUAL:
            return ask(world, quantity, env, limit, strict=False) and not ask(world, quantity, env, limit, strict=True)
        case t.Comparison.NOT_EQUAL:
            return not against(world, t.Comparison.EQUAL, quantity, limit, env)
        case _:  # pragma: no cover
            assert_never(relation)


def quantified(world: World, test: t.Quantified, env: Env) -> bool:
    """All, no, some and a share ask the share of the rows that pass; a count asks how many do."""
    if test.quantity is t.Quantity.COUNT:
        assert test.amount is not None
        return against(world, test.relation, t.Count(passing_rows(test)), test.amount.value, env)
    assert test.test is not None
    part = t.Share(test.rows, test.test, place=test.place)
    if test.if_any and rows.filled(world, part, env) is None:
        return True
    if test.quantity in SETTLING and rows.singly(world, part, env):
        return _each_row(world, test, env)
    match test.quantity:
        case t.Quantity.ALL:
            return against(world, t.Comparison.AT_LEAST, part, ONE, env)
        case t.Quantity.NO:
            return against(world, t.Comparison.AT_MOST, part, ZERO, env)
        case t.Quantity.SOME:
            return against(world, t.Comparison.ABOVE, part, ZERO, env)
        case _:
            assert test.amount is not None
            return against(world, test.relation, part, test.amount.value, env)


def _each_row(world: World, test: t.Quantified, env: Env) -> bool:
    """All, no and some as a reader would work them out: row by row, until one settles it."""
    members = 0
    for row in rows.each(world, test.rows):
        result = rows.outcome(world, row, test.rows, test.test, env)
        if result == SETTLING[test.quantity]:
            return test.quantity is t.Quantity.SOME
        members += result != rows.OUT
    if members == 0:
        raise Faulty("empty-group", test.place, empty_group(world, test.rows.record, env))
    return test.quantity is not t.Quantity.SOME
