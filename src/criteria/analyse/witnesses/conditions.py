"""Conditions: made to hold, or made to fail.

In: a condition, and which of the two. Out: drafts in which it does. A list is taken item by item; a single test asks its quantity to lie
on one side of its limit.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import combinations, islice
from typing import assert_never

from criteria.analyse.witnesses import groups, rows
from criteria.analyse.witnesses.amounts import settled
from criteria.analyse.witnesses.days import day_chosen, day_of
from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, in_turn, together, truth_of
from criteria.analyse.witnesses.never import without_value
from criteria.analyse.witnesses.sides import NEGATED, side
from criteria.analyse.witnesses.texts import matching
from criteria.analyse.witnesses.values import value_of
from criteria.dates.period import Period
from criteria.dates.relations import Relation
from criteria.evaluate.moments import moment
from criteria.evaluate.worlds import Env
from criteria.ladder.comparing import FLIPPED
from criteria.ladder.domains import ANY_DAY, EARLIEST, LATEST, NEVER, Days
from criteria.ladder.windows import window
from criteria.model import terms as t

MOST_SUBSETS = 8


def truth(search: Search, draft: Draft, condition: t.Condition, env: Env, wanted: bool) -> Drafts:
    """The condition holds, or fails."""
    search.step()
    known = truth_of(search, draft, condition, env)
    if known == wanted:
        yield draft
    if known is not None and not search.may_change(condition):
        return
    for further in _reached(search, draft, condition, env, wanted=wanted):
        if truth_of(search, further, condition, env) == wanted:
            yield further


def _reached(search: Search, draft: Draft, condition: t.Condition, env: Env, *, wanted: bool) -> Drafts:
    match condition:
        case t.AllOf(items):
            yield from _several(search, draft, items, env, everything=wanted, wanted=wanted)
        case t.AnyOf(items):
            yield from _several(search, draft, items, env, everything=not wanted, wanted=wanted)
        case t.NumberOf():
            yield from _number_of(search, draft, condition, env, wanted=wanted)
        case t.Not(item):
            yield from truth(search, draft, item, env, not wanted)
        case t.ChosenCondition(name, alternatives):
            yield from truth(search, draft, dict(alternatives)[search.readings[name]], env, wanted)
        case t.Happened(value):
            yield from search.day(search, draft, value, env, Days(((EARLIEST, LATEST),)) if wanted else NEVER)
        case t.Known(value):
            yield from (further for further, _ in settled(search, draft, value, env, zero=True))
        case t.DateTest():
            yield from _date_test(search, draft, condition, env, wanted=wanted)
        case t.Compare(relation, left, right):
            yield from _compare(search, draft, relation if wanted else NEGATED[relation], (left, right), env)
            for amount in () if wanted else (left, right):
                yield from without_value(search, draft, amount, env)
        case t.Between(value, low, high):
            sides = ((t.Comparison.AT_LEAST, low), (t.Comparison.AT_MOST, high))
            items = tuple(t.Compare(relation, value, end, condition.unit) for relation, end in sides)
            yield from _several(search, draft, items, env, everything=wanted, wanted=wanted)
        case t.Matches(value, options):
            yield from matching(search, draft, value, options, env, wanted=wanted)
        case t.Holds(value):
            yield from matching(search, draft, value, (t.TextValue("yes"),), env, wanted=wanted)
        case t.Quantified():
            yield from rows.quantified(search, draft, condition, env, wanted=wanted)
        case t.EveryGroup() | t.SomeGroups():
            yield from groups.over_groups(search, draft, condition, env, wanted=wanted)
        case _:
            assert_never(condition)


def _several(
    search: Search, draft: Draft, items: tuple[t.Condition, ...], env: Env, *, everything: bool, wanted: bool
) -> Drafts:
    """Each of the items comes out as wanted, or one of them does."""
    if everything:
        yield from together(
            draft,
            items,
            lambda d, item: truth(search, d, item, env, wanted),
            lambda d, item: truth_of(search, d, item, env) == wanted,
        )
        return
    for item in items:
        yield from truth(search, draft, item, env, wanted)


def _number_of(search: Search, draft: Draft, test: t.NumberOf, env: Env, *, wanted: bool) -> Drafts:
    """So many of the items hold and the others fail."""
    exactly = test.relation is t.Comparison.EQUAL
    for size in range(len(test.items) + 1):
        if (size == test.count if exactly else size >= test.count) != wanted:
            continue
        for holding in islice(combinations(range(len(test.items)), size), MOST_SUBSETS):
            asked = [(item, at in holding) for at, item in enumerate(test.items)]
            yield from in_turn(draft, asked, lambda d, one: truth(search, d, one[0], env, one[1]))


# ---- days ---------------------------------------------------------------------------------------------------------------


def _date_test(search: Search, draft: Draft, test: t.DateTest, env: Env, *, wanted: bool) -> Drafts:
    """The other days are chosen first; then the day lies within what passes, or beside it."""
    ends = tuple(end for end in (test.first, test.last) if end is not None)
    open_ends: list[t.Term] = [end for end in ends if not isinstance(end, t.DateValue)]
    for further in _chosen(search, draft, open_ends, env):
        span = _passing(search, further, test, env)
        if span is None:
            continue
        inside, beside = ANY_DAY.cut(*span) if span[0] <= span[1] else (None, ANY_DAY)
        domain = inside if wanted else beside
        if domain is not None:
            yield from search.day(search, further, test.value, env, domain)
    known = day_of(search, draft, test.value, env)
    if known is None and open_ends:  # the other way about
        for further in day_chosen(search, draft, test.value, env):
            here = day_of(search, further, test.value, env)
            if here is not None and here.spans:
                yield from _ends_about(search, further, open_ends, env, here.first)
    if not wanted:
        for end in open_ends:
            yield from search.day(search, draft, end, env, NEVER)


def _ends_about(search: Search, draft: Draft, ends: list[t.Term], env: Env, here: int) -> Drafts:
    """The other days, before, on and after a day."""
    for domain in (Days(((EARLIEST, here - 1),)), Days(((here, here),)), Days(((here + 1, LATEST),))):
        yield from in_turn(
            draft, [(end, domain) for end in ends], lambda d, one: search.day(search, d, one[0], env, one[1])
        )


def _chosen(search: Search, draft: Draft, terms: list[t.Term], env: Env) -> Drafts:
    yield from in_turn(draft, terms, lambda d, term: day_chosen(search, d, term, env))


def _passing(search: Search, draft: Draft, test: t.DateTest, env: Env) -> tuple[int, int] | None:
    """The days that pass, where the draft settles them."""
    first = _period(search, draft, test.first, env)
    last = None if test.last is None else _period(search, draft, test.last, env)
    if first is None or (test.last is not None and last is None):
        return None
    if last is None:
        return window(search.readings, test.relation, first)
    starts = window(search.readings, Relation.FROM, first)
    return starts[0], window(search.readings, Relation.BY, last)[1]


def _period(search: Search, draft: Draft, term: t.Term, env: Env) -> Period | None:
    """A day or a period of the plan, or one that facts settle."""
    if isinstance(term, t.DateValue):
        return term.phrase.period(search.readings)
    known = day_of(search, draft, term, env)
    if known is None or not known.spans:
        return None
    if isinstance(term, t.Anchored):
        found = moment(search.fresh(draft), term, env)
        if found.span is not None and found.leaf is not None and isinstance(found.leaf.domain, Days):
            return found.span(found.leaf.domain.first)
    that = date.fromordinal(known.first)
    return Period(that, that)


# ---- numbers ------------------------------------------------------------------------------------------------------------


def _compare(search: Search, draft: Draft, relation: t.Comparison, operands: tuple[t.Term, t.Term], env: Env) -> Drafts:
    """The left stands in this relation to the right."""
    left, right = operands
    for known, other, asked in ((right, left, relation), (left, right, FLIPPED.get(relation, relation))):
        limit = value_of(search, draft, known, env)
        if isinstance(limit, Fraction) and not search.may_change(known):
            for domain in side(asked, limit):
                yield from search.amount(search, draft, other, env, domain)
            return
    for further, limit in settled(search, draft, right, env, zero=True):
        for domain in side(relation, limit):
            yield from search.amount(search, further, left, env, domain)
    for further, limit in settled(search, draft, left, env, zero=True):
        for domain in side(FLIPPED.get(relation, relation), limit):
            yield from search.amount(search, further, right, env, domain)
