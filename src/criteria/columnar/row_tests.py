"""Conditions of one row: whether they may hold, whether they may fail, and how much of it is open.

In: a condition with the row in force. Out: ``Outcome``. Holds: what may be is never denied; where at most one of a row's tests is open,
stands there once and rests on nothing of other rows, both truths are exact. Where more are, ``open`` counts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.expressions import Sql, Truth, every, negated, some
from criteria.frozen import frozen
from criteria.ladder.cells import axis
from criteria.ladder.domains import FIRST, Days
from criteria.ladder.formula import About, Fixed, Formula, HowMany, Negated, formula
from criteria.ladder.quantities import Kind, Quantity, Test
from criteria.ladder.shape import walk
from criteria.model import terms as t


@frozen
class Outcome:
    """``yes``: it may hold; ``no``: it may fail; ``open``: the tests of it that are open; ``rest``: columns cannot tell; ``loose``: they
    can tell no more than that it is not ruled out."""

    yes: Truth
    no: Truth
    open: tuple[Sql, ...] = ()
    rest: Truth = False
    loose: Truth = False


def outcome(desk: Desk, condition: t.Condition) -> Outcome:
    """A condition of the row in force."""
    key = desk.key("outcome", condition)
    if key not in desk.known:
        about = About(desk.plan, desk.readings, {})
        desk.known[key] = _named(desk, _of(desk, formula(about, condition, desk.groups)))
    found = desk.known[key]
    assert isinstance(found, Outcome)
    return found


def all_of(desk: Desk, conditions: Sequence[t.Condition], none_of: Sequence[t.Condition] = ()) -> Outcome:
    """All of some conditions, and none of others, of a row that is there."""
    turned = [_turned(outcome(desk, condition)) for condition in none_of]
    there = [_exists(desk)] if desk.of_rows else []
    return _named(desk, _joined([*there, *(outcome(desk, each) for each in conditions), *turned], whole=True))


def _exists(desk: Desk) -> Outcome:
    """A row of a log that happened, or was put down, after the as-of day is not there yet."""
    record = desk.plan.records[desk.rows[0].record]
    if desk.clock.as_of is None or record.when is None:
        return Outcome(True, False)
    column = record.columns[record.recorded or record.when]
    cell = t.Cell(record.key, column.key, 0, column.type)
    return _test(desk, Test(Quantity(cell, Kind.DAYS), Days(((FIRST, desk.clock.today),)), t.Happened(cell)))


def _named(desk: Desk, found: Outcome) -> Outcome:
    yes = desk.let(found.yes)
    no = negated(yes) if not found.open else desk.let(found.no)
    return Outcome(yes, no, found.open, desk.let(found.rest), desk.let(found.loose))


def _turned(found: Outcome) -> Outcome:
    return Outcome(found.no, found.yes, found.open, found.rest, found.loose)


def _of(desk: Desk, asked: Formula) -> Outcome:
    match asked:
        case Fixed(value):
            return Outcome(value, not value)
        case Test():
            return _test(desk, asked)
        case Negated(item):
            return _turned(_of(desk, item))
        case HowMany(items, relation, amount):
            parts = [_of(desk, item) for item in items]
            if relation is t.Comparison.AT_LEAST and amount == len(parts):
                return _joined(parts, whole=True)
            if relation is t.Comparison.AT_LEAST and amount == 1:
                return _joined(parts, whole=False)
            raise Uncolumned("number of tests of a row")
        case _:  # pragma: no cover
            assert_never(asked)


def _test(desk: Desk, asked: Test) -> Outcome:
    """One quantity of the row."""
    from criteria.columnar.quantities import where_it_lies

    cut = axis(desk.plan, asked.quantity, [asked.passing])
    lies = where_it_lies(desk, cut)
    passing = cut.passed[asked.passing]
    yes = lies.among(passing)
    if lies.void is not False:
        raise Uncolumned("share of rows of a row")
    if lies.open is False:
        return Outcome(yes, negated(yes), (), lies.rest, lies.loose)
    no = lies.among(frozenset(range(len(cut.cells))) - passing)
    is_open = desk.let(every(yes, no))
    beside = desk.of_rows and any(isinstance(part, t.Fact) for part in walk(asked.quantity.node, desk.plan))
    loose = some(lies.loose, is_open if beside else False)
    return Outcome(yes, no, (is_open,) if isinstance(is_open, Sql) else (), lies.rest, loose)


def _joined(parts: Sequence[Outcome], *, whole: bool) -> Outcome:
    """All of them, or one of them."""
    yes, no = [part.yes for part in parts], [part.no for part in parts]
    opens = tuple(each for part in parts for each in part.open)
    told = opens, some(*(part.rest for part in parts)), some(*(part.loose for part in parts))
    if whole:
        return Outcome(every(*yes), some(*no), *told)
    return Outcome(some(*yes), every(*no), *told)
