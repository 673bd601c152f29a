"""The rows that an aggregate is taken of: they belong, and have the values that are wanted.

In: a row set, a value of its rows. Out: drafts in which rows belong to it, have values, or are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, in_turn
from criteria.analyse.witnesses.leaves import new_row
from criteria.analyse.witnesses.outcomes import become, may_grow, outcomes, refs
from criteria.analyse.witnesses.values import value_of
from criteria.evaluate.rows import OUT, PASS
from criteria.evaluate.worlds import Env, RowRef
from criteria.frozen import frozen
from criteria.ladder.domains import Numbers
from criteria.model import terms as t


@frozen
class Values:
    """A value of the rows of a set, with the rows and groups around it."""

    of: t.Rows
    value: t.Term
    env: Env


def members(search: Search, draft: Draft, of: t.Rows, env: Env) -> list[RowRef]:
    """The rows that belong, or may."""
    now = outcomes(search, draft, of, None, env)
    return [row for row, outcome in zip(refs(search, draft, of), now, strict=True) if outcome != OUT]


def belonging(search: Search, draft: Draft, of: t.Rows, env: Env, rows: Sequence[RowRef]) -> Drafts:
    """All of these rows belong."""
    yield from in_turn(draft, rows, lambda d, row: become(search, d, row, of, None, env, PASS))


def valued(search: Search, draft: Draft, what: Values, wanted: Sequence[tuple[RowRef, Numbers]]) -> Drafts:
    """The values of rows lie in sets."""
    yield from in_turn(
        draft, wanted, lambda d, one: search.amount(search, d, what.value, what.env.inside(one[0]), one[1])
    )


def fresh(search: Search, draft: Draft, what: Values, domains: Sequence[Numbers]) -> Drafts:
    """A row more for each of the sets, whose value lies in it."""
    if domains and not may_grow(search, what.of):
        return
    yield from in_turn(draft, domains, lambda d, domain: _one(search, d, what, domain))


def _one(search: Search, draft: Draft, what: Values, domain: Numbers) -> Drafts:
    for begun, row in new_row(search, draft, what.of.record):
        for further in become(search, begun, row, what.of, None, what.env, PASS):
            yield from valued(search, further, what, [(row, domain)])


def values_now(search: Search, draft: Draft, what: Values, rows: Sequence[RowRef]) -> list[Fraction | None]:
    """The values that the draft settles."""
    found = (value_of(search, draft, what.value, what.env.inside(row)) for row in rows)
    return [one if isinstance(one, Fraction) else None for one in found]
