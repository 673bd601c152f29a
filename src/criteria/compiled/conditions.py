"""Conditions as code: the tests, how they are joined, and what is asked of rows and groups.

In: a condition of the model and what is around it. Out: a truth. Holds: what ``evaluate/reference.py`` says, for complete facts; a fault in
any test raises ``Fault``, and the goal is left to the reference.
"""

from __future__ import annotations

import ast
from functools import partial
from typing import assert_never

from criteria.compiled import leaves, rows, running
from criteria.compiled.amounts import amount, compare
from criteria.compiled.days import date_test, happened
from criteria.compiled.expressions import (
    Truth,
    Whole,
    assigned,
    compared,
    increased,
    joined,
    name,
    negated,
    plus,
    times,
    tree,
)
from criteria.compiled.joining import lazily, tested
from criteria.compiled.shapes import Amount
from criteria.compiled.texts import matches
from criteria.compiled.writer import Around, FixedRow, LoopRow, Text, Writer
from criteria.evaluate.shape import passing_rows
from criteria.model import terms as t
from criteria.model.plan import fold
from criteria.model.types import Unit

STANDING = {t.Quantity.ALL: True, t.Quantity.NO: True, t.Quantity.SOME: False}  # as long as no row settles it


def truth(w: Writer, condition: t.Condition, around: Around) -> Truth:
    """Whether a condition holds."""
    match condition:
        case t.AllOf(items):
            return lazily(w, [partial(truth, w, item, around) for item in items], every=True)
        case t.AnyOf(items):
            return lazily(w, [partial(truth, w, item, around) for item in items], every=False)
        case t.NumberOf(relation, number, items):
            holding: Whole = 0
            for item in items:
                holding = plus(holding, _counted(w, truth(w, item, around)))
            return compared(relation, holding, number)
        case t.Not(item):
            return negated(truth(w, item, around))
        case t.ChosenCondition(which, alternatives):
            return truth(w, dict(alternatives)[w.readings[which]], around)
        case _:
            return tested(w, condition, around, holds)


def _counted(w: Writer, each: Truth) -> Whole:
    """One for what holds."""
    return int(each) if isinstance(each, bool) else w.light(each)


def holds(w: Writer, test: t.Condition, around: Around) -> Truth:
    """The test itself."""
    match test:
        case t.Happened(value):
            return happened(w, value, around)
        case t.Known():
            return True
        case t.DateTest():
            return date_test(w, test, around)
        case t.Compare(relation, left, right):
            return compare(w, relation, left, right, around)
        case t.Between(value, low, high):
            at_least = compare(w, t.Comparison.AT_LEAST, value, low, around)
            return joined((at_least, compare(w, t.Comparison.AT_MOST, value, high, around)), every=True)
        case t.Matches(value, options):
            return matches(w, value, options, around)
        case t.Holds(value):
            return matches(w, value, (t.TextValue("yes"),), around)
        case t.Quantified():
            return quantified(w, test, around)
        case t.EveryGroup():
            return every_group(w, test, around)
        case t.SomeGroups():
            return some_groups(w, test, around)
        case t.AllOf() | t.AnyOf() | t.NumberOf() | t.Not() | t.ChosenCondition():  # pragma: no cover
            raise AssertionError(test)
        case _:  # pragma: no cover
            assert_never(test)


# ---- rows ----------------------------------------------------------------------------------------------------------------


def quantified(w: Writer, test: t.Quantified, around: Around) -> Truth:
    """All, no, some, a share or a number of the rows."""
    if test.quantity is t.Quantity.COUNT:
        assert test.amount is not None
        found = amount(w, t.Count(passing_rows(test)), around)
        return _against(test.relation, found, test.amount)
    assert test.test is not None
    if test.quantity is t.Quantity.SHARE:
        assert test.amount is not None
        passing, members = rows.passes(w, test.rows, test.test, around)
        return _unless_empty(w, test, members, _against(test.relation, Amount(passing, members), test.amount))
    if w.eager:
        passing, members = rows.passes(w, test.rows, test.test, around)
        return _unless_empty(w, test, members, _of_all(test.quantity, passing, members))
    written = rows.settled(w, test.rows, around)
    if written is None:
        return _by_row(w, test, around)
    if not written:
        return _unless_empty(w, test, 0, truth=True)
    every = STANDING[test.quantity]
    asked = t.Not(test.test) if test.quantity is t.Quantity.NO else test.test
    return lazily(w, [partial(truth, w, asked, inside) for inside in written], every=every)


def _of_all(quantity: t.Quantity, passing: Whole, members: Whole) -> Truth:
    """All, no or some, by how many pass."""
    if quantity is t.Quantity.ALL:
        return compared(t.Comparison.EQUAL, passing, members)
    return compared(t.Comparison.EQUAL if quantity is t.Quantity.NO else t.Comparison.ABOVE, passing, 0)


def _against(relation: t.Comparison, found: Amount, limit: t.Number) -> Truth:
    """An amount against a number of the plan."""
    return compared(relation, times(found.top, limit.value.denominator), times(found.bottom, limit.value.numerator))


def _unless_empty(w: Writer, test: t.Quantified, members: Whole, truth: Truth) -> Truth:
    """A fault where there are no rows; true where the test says "if any"."""
    if not test.if_any:
        rows.no_rows(w, members)
        return truth
    if isinstance(members, int):
        return truth if members else True
    return joined((negated(members), truth), every=False)


def _by_row(w: Writer, test: t.Quantified, around: Around) -> Truth:
    """All, no and some, row by row until one settles it."""
    assert test.test is not None
    standing = STANDING[test.quantity]
    result, members = w.keep(standing), w.keep(value=False)
    asked = t.Not(test.test) if test.quantity is t.Quantity.ALL else test.test
    in_loop = test.rows.record in w.slots.records

    def settle() -> None:
        w.add(assigned(result.id, not standing))
        if in_loop:
            w.add(ast.Break())

    def body(inside: Around) -> None:
        w.add(assigned(members.id, value=True))
        rows.under(w, truth(w, asked, inside), settle)

    rows.each(w, test.rows, None, around, body)
    found = name(result.id)
    return _unless_empty(w, test, name(members.id), found)


# ---- groups --------------------------------------------------------------------------------------------------------------


def groups_of(w: Writer, test: t.EveryGroup | t.SomeGroups) -> list[str] | None:
    """The groups that the plan knows; None where the facts bring them."""
    if test.choices is not None:
        return [fold(choice) for choice in test.choices]
    record = w.plan.records[test.record]
    if record.rows is None:
        return None
    found = [leaves.fixed(w, FixedRow(test.record, number), test.column) for number in range(len(record.rows))]
    return list(dict.fromkeys(text for text in found if isinstance(text, str)))


def inside_group(test: t.EveryGroup | t.SomeGroups, around: Around, group: Text) -> Around:
    """What is around the test in one group."""
    return Around(around.rows, (*around.groups, (f"{test.record}.{test.column}", group)))


def every_group(w: Writer, test: t.EveryGroup, around: Around) -> Truth:
    """The test in each group."""
    known = groups_of(w, test)
    if known is not None:
        _some(w, known)
        parts = [partial(truth, w, test.test, inside_group(test, around, group)) for group in known]
        return lazily(w, parts, every=True)
    result = w.keep(value=True)

    def body(inside: Around) -> None:
        rows.under(w, negated(truth(w, test.test, inside)), lambda: stop(w, result.id))

    through_groups(w, test, around, body)
    return name(result.id)


def stop(w: Writer, result: str) -> None:
    w.add(assigned(result, value=False))
    w.add(ast.Break())


def _some(w: Writer, known: list[str]) -> None:
    if not known:
        w.add(ast.Raise(w.constant(running.Fault)))


def through_groups(w: Writer, test: t.EveryGroup | t.SomeGroups, around: Around, body: rows.Body) -> ast.Name:
    """A loop through the groups that the facts bring; how many they are."""
    row = LoopRow(test.record)
    column = leaves.column(w, row, test.column)
    w.reads.add(w.slots.records[test.record])
    w.uncut.add(w.slots.columns[(test.record, test.column)])
    every = w.keep(w.call(running.groups, column))
    group = w.variable()
    with w.nested(loop=True) as block:
        body(inside_group(test, around, name(group)))
    w.add(ast.For(ast.Name(group, ast.Store()), every, block.body or [ast.Pass()], []))
    return every


def some_groups(w: Writer, test: t.SomeGroups, around: Around) -> Truth:
    """How many groups pass, or which part of them."""
    known = groups_of(w, test)
    share = test.amount.unit is Unit.PERCENT
    if known is not None:
        _some(w, known)
        passing: Whole = 0
        for group in known:
            passing = plus(passing, _counted(w, truth(w, test.test, inside_group(test, around, group))))
        return _against(test.relation, Amount(passing, len(known) if share else 1), test.amount)
    number = w.keep(0)

    def body(inside: Around) -> None:
        rows.under(w, truth(w, test.test, inside), lambda: w.add(increased(number.id, 1)))

    every = through_groups(w, test, around, body)
    whole: Whole = ast.Call(name("len"), [tree(every)], []) if share else 1
    return _against(test.relation, Amount(name(number.id), whole), test.amount)
