"""Days: terms that stand for one, and tests of them.

In: a date term or test and the rows around it. Out: trees over ordinals; never is a day beyond every other. Where a computed day or a time
between two days rests on never there is no value: the code raises ``NoValue`` and the test around it is false. Windows of the plan's own
phrases are worked out when the code is written.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from datetime import date
from functools import partial

from criteria.compiled import leaves, lookups
from criteria.compiled.expressions import Expr, Truth, Whole, compared, joined, minus, plus, tree, within
from criteria.compiled.leaves import Leaf, cut, uncut
from criteria.compiled.running import lasting, shifted, spanned
from criteria.compiled.slots import NEVER
from criteria.compiled.writer import Around, Uncompiled, Writer
from criteria.dates.period import Period
from criteria.dates.relations import Relation
from criteria.evaluate.elapsed import measure
from criteria.evaluate.worlds import NoValue
from criteria.ladder.domains import FIRST, LAST
from criteria.ladder.windows import window
from criteria.model import terms as t
from criteria.model.types import Unit

SAMPLE = date(2020, 3, 11).toordinal()


def day(w: Writer, term: t.Term, around: Around) -> Leaf:
    """A day, perhaps never."""
    match term:
        case t.DateValue(phrase):
            return Leaf(phrase.period(w.readings).earliest.toordinal())
        case t.Fact():
            return leaves.fact(w, term)
        case t.Cell():
            found = leaves.cell(w, term, around)
            return found if isinstance(found, Leaf) else day(w, *found)
        case t.Chosen(name, alternatives):
            return day(w, dict(alternatives)[w.readings[name]], around)
        case t.Offset(base, duration, forward):
            clip = w.readings.get("month-end", "clip")
            return _shifted(w, base, partial(shifted, duration, forward, clip), around)
        case t.Anchored(base, anchor):
            return _shifted(w, base, partial(lasting, anchor, w.readings), around)
        case t.EdgeDay():
            return Leaf(w.edge(w, term, around))
        case t.Lookup():
            case = lookups.looked_up(w, term, around)
            if not isinstance(case, lookups.Found):
                return day(w, case, around)
            return Leaf(case.among(w, lambda each: day(w, lookups.plain(each), around).value))
        case _:
            raise Uncompiled(leaves.construct(term))


def _shifted(w: Writer, base: t.Term, function: Callable[[int], int], around: Around) -> Leaf:
    """A day counted from another; without a value when that is never."""
    start = uncut(w, day(w, base, around))
    if isinstance(start, int) and start != NEVER:
        return Leaf(function(start))
    w.lacking = True
    assert isinstance(start, int | ast.expr)
    return Leaf(w.keep(w.call(function, start)))


def sure(w: Writer, term: t.Term, around: Around) -> Whole:
    """A day that is not never: where it is, there is no value."""
    found = uncut(w, day(w, term, around))
    assert isinstance(found, int | ast.expr)
    if isinstance(found, int) and found != NEVER:
        return found
    if isinstance(term, t.Offset | t.Anchored | t.EdgeDay):
        return found  # it was looked at already
    kept = w.light(found)
    w.lacking = True
    w.add(ast.If(_is_never(kept), [ast.Raise(w.constant(NoValue))], []))
    return kept


def _is_never(value: Whole) -> Expr:
    return tree(compared(t.Comparison.EQUAL, value, NEVER))


def happened(w: Writer, value: t.Term, around: Around) -> Truth:
    """Whether the day exists at all."""
    return compared(t.Comparison.AT_MOST, _whole(day(w, value, around)), LAST)


def _whole(leaf: Leaf) -> Whole:
    assert isinstance(leaf.value, int | ast.expr)
    return leaf.value


def date_test(w: Writer, test: t.DateTest, around: Around) -> Truth:
    """Whether the day passes."""
    ends = (test.first,) if test.last is None else (test.first, test.last)
    if all(isinstance(end, t.DateValue) for end in ends):
        periods = [end.phrase.period(w.readings) for end in ends if isinstance(end, t.DateValue)]
        return _inside(w, day(w, test.value, around), *window(w.readings, test.relation, *periods))
    if test.last is None:
        return _related(w, test.value, test.relation, test.first, around)
    pairs = ((Relation.FROM, test.first), (Relation.BY, test.last))
    truths = []
    for relation, end in pairs:
        truths.append(_related(w, test.value, relation, end, around))
    return joined(truths, every=True)


def _inside(w: Writer, leaf: Leaf, low: int, high: int) -> Truth:
    """Whether a day lies in a window of the plan; never lies in none."""
    value = _whole(leaf)
    if low > high:
        return False
    if isinstance(value, int):
        return low <= value <= high
    cut(w, leaf, (low, high + 1))
    return within(None if low <= FIRST else low, value, high)


def _related(w: Writer, value: t.Term, relation: Relation, end: t.Term, around: Around) -> Truth:
    """A day against another day, or a period that is counted from one."""
    if isinstance(end, t.DateValue):
        return _inside(w, day(w, value, around), *window(w.readings, relation, end.phrase.period(w.readings)))
    if isinstance(end, t.Anchored):
        base = sure(w, end.base, around)
        subject = sure(w, value, around)
        return w.call(partial(spanned, relation, end.anchor, w.readings), base, subject)
    other = w.light(sure(w, end, around))
    subject = w.light(sure(w, value, around))
    if w.readings.get("weekend") == "next-working-day":
        return w.call(partial(spanned, relation, None, w.readings), other, subject)
    low, high = window(w.readings, relation, Period(date.fromordinal(SAMPLE), date.fromordinal(SAMPLE)))
    above = compared(t.Comparison.AT_LEAST, subject, plus(other, low - SAMPLE)) if low > FIRST else True
    below = compared(t.Comparison.AT_MOST, subject, plus(other, high - SAMPLE)) if high < LAST else True
    return joined((above, below), every=True)


def between(w: Writer, start: t.Term, end: t.Term, unit: Unit | None, around: Around) -> Whole:
    """The time from one day to another; with a unit as a calendar counts it."""
    first, last = sure(w, start, around), sure(w, end, around)
    if unit is None:
        return minus(last, first)
    return w.keep(w.call(measure(unit, w.readings), first, last))
