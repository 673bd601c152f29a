"""A condition under one combination of readings as a formula over tests of quantities.

In: a plan, readings, a condition of a goal. Out: a ``Formula``. Holds: in every complete world without a fault (an empty group, a zero
divisor) the formula is as true as the condition is in the reference evaluator. What cannot be told from the plan alone, such as the
groups of a table that only the facts bring, is asked as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import assert_never

from criteria.frozen import frozen
from criteria.ladder.comparing import FLIPPED
from criteria.ladder.domains import ANY_DAY, Days
from criteria.ladder.quantities import Kind, Limits, Passing, Quantity, Test
from criteria.ladder.shape import asked_of_share, passing_rows, reach
from criteria.ladder.windows import window
from criteria.ladder.words import words_in
from criteria.model import terms as t
from criteria.model.plan import Plan, fold
from criteria.model.types import Unit

YES = frozenset({"yes"})
ONE, ZERO = Fraction(1), Fraction(0)
Groups = tuple[tuple[str, str], ...]


@frozen
class Fixed:
    """True or false whatever the facts."""

    value: bool


@frozen
class Negated:
    item: Formula


@frozen
class HowMany:
    """How many of the items hold stands so to ``amount``: all, any and exactly one of are such questions."""

    items: tuple[Formula, ...]
    relation: t.Comparison
    amount: Fraction


Formula = Test | Fixed | Negated | HowMany


@frozen
class About:
    """What a formula is made under. ``words`` remembers which readings a node's words use."""

    plan: Plan
    readings: Mapping[str, str]
    words: dict[object, frozenset[str]]


def tests(formula: Formula) -> Iterator[Test]:
    """Its tests, in the order of the plan."""
    match formula:
        case Test():
            yield formula
        case Negated(item):
            yield from tests(item)
        case HowMany(items):
            for item in items:
                yield from tests(item)
        case Fixed():
            return
        case _:  # pragma: no cover
            assert_never(formula)


def formula(about: About, condition: t.Condition, groups: Groups = ()) -> Formula:
    """The condition as tests."""
    match condition:
        case t.AllOf(items):
            return _every(tuple(formula(about, item, groups) for item in items))
        case t.AnyOf(items):
            return HowMany(tuple(formula(about, item, groups) for item in items), t.Comparison.AT_LEAST, ONE)
        case t.NumberOf(relation, count, items):
            return HowMany(tuple(formula(about, item, groups) for item in items), relation, Fraction(count))
        case t.Not(item):
            return Negated(formula(about, item, groups))
        case t.ChosenCondition(name, alternatives):
            return formula(about, dict(alternatives)[about.readings[name]], groups)
        case t.EveryGroup() | t.SomeGroups():
            return _grouped(about, condition, groups)
        case t.Known():
            return Fixed(True)
        case t.Happened(value):
            return Test(_quantity(about, value, Kind.DAYS, groups), Days(ANY_DAY.spans), condition)
        case t.Holds(value):
            return Test(_quantity(about, value, Kind.TEXTS, groups), YES, condition)
        case t.DateTest():
            return _date(about, condition, groups)
        case t.Matches():
            return _text(about, condition, groups)
        case t.Compare(relation, left, right):
            return _compared(about, condition, groups, left, ((relation, right),))
        case t.Between(value, low, high):
            ends = ((t.Comparison.AT_LEAST, low), (t.Comparison.AT_MOST, high))
            if _number(low) is None or _number(high) is None:
                return _every(tuple(_compared(about, condition, groups, value, (end,)) for end in ends))
            return _compared(about, condition, groups, value, ends)
        case t.Quantified():
            return _quantified(about, condition, groups)
        case _:  # pragma: no cover
            assert_never(condition)


def _every(items: tuple[Formula, ...]) -> Formula:
    return items[0] if len(items) == 1 else HowMany(items, t.Comparison.AT_LEAST, Fraction(len(items)))


def _quantity(about: About, node: t.Term | t.Condition, kind: Kind, groups: Groups) -> Quantity:
    """A definition with readings is the alternative in force."""
    if isinstance(node, t.Chosen):
        return _quantity(about, dict(node.alternatives)[about.readings[node.name]], kind, groups)
    if node not in about.words:
        about.words[node] = words_in(node, about.plan)
    readings = tuple((word, about.readings[word]) for word in sorted(about.words[node]))
    return Quantity(node, kind, groups if reach(node)[1] else (), readings)


def _whole(about: About, condition: t.Condition, groups: Groups) -> Formula:
    return Test(_quantity(about, condition, Kind.TRUTH, groups), YES, condition)


def _date(about: About, test: t.DateTest, groups: Groups) -> Formula:
    """A day against periods of the plan; against other days it is asked as a whole."""
    ends = (test.first,) if test.last is None else (test.first, test.last)
    if not all(isinstance(end, t.DateValue) for end in ends):
        return _whole(about, test, groups)
    periods = [end.phrase.period(about.readings) for end in ends if isinstance(end, t.DateValue)]
    low, high = window(about.readings, test.relation, *periods)
    days = Days(ANY_DAY.spans).within(low, high) if low <= high else None
    if days is None:
        return Fixed(False)
    return Test(_quantity(about, test.value, Kind.DAYS, groups), days, test)


def _text(about: About, test: t.Matches, groups: Groups) -> Formula:
    options = [option.value for option in test.options if isinstance(option, t.TextValue)]
    if len(options) < len(test.options) or isinstance(test.value, t.TextValue):
        return _whole(about, test, groups)
    return Test(_quantity(about, test.value, Kind.TEXTS, groups), frozenset(map(fold, options)), test)


def _number(term: t.Term) -> Fraction | None:
    return term.value if isinstance(term, t.Number) else None


def _compared(
    about: About, said: t.Condition, groups: Groups, value: t.Term, ends: tuple[tuple[t.Comparison, t.Term], ...]
) -> Formula:
    """A quantity against known limits, else the difference of the two sides against zero."""
    limits: list[tuple[t.Comparison, Fraction]] = []
    for relation, end in ends:
        known, other = _number(end), _number(value)
        if known is not None:
            limits.append((relation, known))
        elif other is not None:
            return _amount(about, said, groups, end, ((FLIPPED.get(relation, relation), other),))
        else:
            return _amount(about, said, groups, t.Subtract(value, end), ((relation, ZERO),))
    return _amount(about, said, groups, value, tuple(limits))


def _amount(about: About, said: t.Condition, groups: Groups, term: t.Term, limits: Limits) -> Formula:
    passing: Passing = limits
    return Test(_quantity(about, term, Kind.NUMBERS, groups), passing, said)


def _quantified(about: About, test: t.Quantified, groups: Groups) -> Formula:
    """All, no, some and a share ask the share of the rows that pass; a count asks how many do."""
    if test.if_any:
        return _whole(about, test, groups)
    if test.quantity is t.Quantity.COUNT or test.test is None:
        assert test.amount is not None
        return _amount(about, test, groups, t.Count(passing_rows(test)), ((test.relation, test.amount.value),))
    part = t.Share(test.rows, test.test, place=test.place)
    return _amount(about, test, groups, part, (asked_of_share(test),))


def _grouped(about: About, test: t.EveryGroup | t.SomeGroups, groups: Groups) -> Formula:
    """One test a group, where the plan knows the groups."""
    names = group_names(about.plan, test)
    if not names:
        return _whole(about, test, groups)
    inner = [formula(about, test.test, (*groups, (f"{test.record}.{test.column}", name))) for name in names]
    if isinstance(test, t.EveryGroup):
        return _every(tuple(inner))
    whole = len(inner) if test.amount.unit is Unit.PERCENT else 1
    return HowMany(tuple(inner), test.relation, test.amount.value * whole)


def group_names(plan: Plan, test: t.EveryGroup | t.SomeGroups) -> tuple[str, ...]:
    """The groups, folded, in order; none where only the facts can tell."""
    if test.choices is not None:
        return tuple(fold(choice) for choice in test.choices)
    rows = plan.records[test.record].rows or ()
    values = (row.values.get(test.column) for row in rows)
    return tuple(dict.fromkeys(fold(value) for value in values if isinstance(value, str)))
