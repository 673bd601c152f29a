"""The first or the last day of rows, or the day of the one row there is.

In: such a day, and a set of days. Out: drafts with rows that have it: no other row lies beyond.
"""

from __future__ import annotations

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, in_turn
from criteria.analyse.witnesses.outcomes import become, may_grow, outcomes, refs
from criteria.evaluate.rows import OUT, PASS
from criteria.evaluate.worlds import Env
from criteria.ladder.domains import EARLIEST, LATEST, Days
from criteria.model import terms as t


def edge_day(search: Search, draft: Draft, term: t.EdgeDay | t.OfOne, env: Env, domain: Days) -> Drafts:
    """The day lies in the set."""
    of = term.rows
    for first, last in domain.spans:
        beyond = Days(((EARLIEST, last),) if isinstance(term, t.EdgeDay) and term.latest else ((first, LATEST),))
        yield from _through(search, draft, term, env, Days(((first, last),)), beyond)
        if may_grow(search, of):
            begun, row = draft.with_row(of.record)
            for further in become(search, begun, row, of, None, env, PASS):
                yield from search.day(search, further, term.value, env.inside(row), Days(((first, last),)))


def _through(search: Search, draft: Draft, term: t.EdgeDay | t.OfOne, env: Env, wanted: Days, beyond: Days) -> Drafts:
    """One of the rows there are has the day, the others lie on its good side."""
    now = outcomes(search, draft, term.rows, None, env)
    rows = [row for row, outcome in zip(refs(search, draft, term.rows), now, strict=True) if outcome != OUT]
    for chosen in rows:
        shall = [(row, wanted if row == chosen else beyond) for row in rows]
        for further in in_turn(draft, rows, lambda d, row: become(search, d, row, term.rows, None, env, PASS)):
            yield from in_turn(
                further, shall, lambda d, one: search.day(search, d, term.value, env.inside(one[0]), one[1])
            )
