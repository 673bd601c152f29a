"""Sums over rows: open values are chosen, what still may rise is raised, rows are added, and the last value is solved for.

In: a sum and a set of numbers. Out: drafts with rows that add up to one of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search
from criteria.analyse.witnesses.members import Values, belonging, fresh, members, valued, values_now
from criteria.analyse.witnesses.telling import affine, holds, numbers
from criteria.analyse.witnesses.values import value_of
from criteria.evaluate.worlds import Env, RowRef
from criteria.ladder.domains import Numbers, number
from criteria.model import terms as t

MOST_PARTS = 12  # rows that a sum is spread over
MOST_RISES = 100  # how far a row's value is tried


def summed(search: Search, draft: Draft, term: t.Sum, env: Env, domain: Numbers) -> Drafts:
    """The sum lies in the set."""
    what = Values(term.rows, term.value, env)
    rows = members(search, draft, term.rows, env)
    for further in belonging(search, draft, term.rows, env, rows):
        values = values_now(search, further, what, rows)
        unknown = [row for row, one in zip(rows, values, strict=True) if one is None]
        left = affine(domain, Fraction(1), -sum((one for one in values if one is not None), Fraction(0)))
        if unknown:
            yield from _shared_out(search, further, what, unknown, left)
        else:
            yield from _raised(search, further, term, env, domain)
            yield from _spread(search, further, what, left)


def _shared_out(search: Search, draft: Draft, what: Values, rows: Sequence[RowRef], left: Numbers) -> Drafts:
    """Open values of rows that are there: alike, or all of it in the last."""
    for whole in numbers(left):
        for each in dict.fromkeys((whole / len(rows), Fraction(0))):
            rest = affine(left, Fraction(1), -each * (len(rows) - 1))
            yield from valued(search, draft, what, [*((row, number(each)) for row in rows[:-1]), (rows[-1], rest)])


def _spread(search: Search, draft: Draft, what: Values, left: Numbers) -> Drafts:
    """Rows that are added: one that brings all that is left, or several alike and one for the rest."""
    yield from fresh(search, draft, what, [left])
    for whole in numbers(left):
        for parts in range(2, MOST_PARTS):
            each = Fraction(round(whole / parts)) if whole.denominator == 1 else whole / parts
            rest = affine(left, Fraction(1), -each * (parts - 1))
            yield from fresh(search, draft, what, [*[number(each)] * (parts - 1), rest])


def _raised(search: Search, draft: Draft, term: t.Sum, env: Env, domain: Numbers) -> Drafts:
    """Rows whose value may still rise, one after the other, each as far as it goes or as far as is needed."""
    if not search.may_change(term.value):
        return
    here = draft
    for row in members(search, draft, term.rows, env):
        left = affine(domain, Fraction(1), -_total(search, here, term, env))
        if holds(left, Fraction(0)) or (left.low is None and left.points is None):
            break
        here = _as_far(search, here, term.value, env.inside(row), left)
    if holds(domain, _total(search, here, term, env)):
        yield here


def _total(search: Search, draft: Draft, term: t.Sum, env: Env) -> Fraction:
    found = value_of(search, draft, term, env)
    return found if isinstance(found, Fraction) else Fraction(0)


def _as_far(search: Search, draft: Draft, value: t.Term, inner: Env, left: Numbers) -> Draft:
    """The value of one row, more by what is wanted, else by as many whole ones as can be."""
    now = value_of(search, draft, value, inner)
    if not isinstance(now, Fraction):
        return draft
    short = left.points[0] if left.points else left.low
    wanted = [
        affine(left, Fraction(1), now),
        *(number(now + n) for n in range(min(ceil(short or 0), MOST_RISES), 0, -1)),
    ]
    for domain in wanted:
        found = next(search.amount(search, draft, value, inner, domain), None)
        if found is not None:
            return found
    return draft
