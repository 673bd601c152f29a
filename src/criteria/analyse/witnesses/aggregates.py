"""What rows come to: means, medians, different texts, places among rows.

In: an aggregate and a set of numbers. Out: drafts with rows that come to one of them: values of open rows are chosen, rows are added.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search
from criteria.analyse.witnesses.members import Values, belonging, fresh, members, valued, values_now
from criteria.analyse.witnesses.outcomes import may_grow
from criteria.analyse.witnesses.sums import summed
from criteria.analyse.witnesses.telling import holds, numbers
from criteria.analyse.witnesses.texts import text, text_of
from criteria.analyse.witnesses.values import value_of
from criteria.evaluate.worlds import Env, RowRef
from criteria.ladder.domains import Numbers, Texts, number
from criteria.model import terms as t

MOST_MORE = 12  # rows that are added to reach a place or a number of texts
ABOVE_ZERO = Numbers(None, Fraction(0), None, low_open=True)


def aggregate(search: Search, draft: Draft, term: t.Term, env: Env, domain: Numbers) -> Drafts:
    """The aggregate lies in the set."""
    match term:
        case t.Sum():
            yield from summed(search, draft, term, env, domain)
        case t.Mean(of, value, weight):
            yield from _mean(search, draft, Values(of, value, env), weight, domain)
        case t.Median(of, value) | t.Percentile(of, value):
            yield from _middle(search, draft, Values(of, value, env), domain)
        case t.OfOne(of, value):
            if len(rows := members(search, draft, of, env)) <= 1:
                yield from _alike(search, draft, Values(of, value, env), domain, rows)
        case t.Distinct(of, value):
            yield from _different(search, draft, Values(of, value, env), domain)
        case t.Rank():
            yield from _ranked(search, draft, term, env)


# ---- means and middles ----------------------------------------------------------------------------------------------------


def _mean(search: Search, draft: Draft, what: Values, weight: t.Term | None, domain: Numbers) -> Drafts:
    """Every row has the mean, or a row is added that makes up for the others."""
    rows = members(search, draft, what.of, what.env)
    yield from _alike(search, draft, what, domain, rows, weight)
    known = [one for one in values_now(search, draft, what, rows) if one is not None]
    if weight is None and rows and len(known) == len(rows):
        for wanted in numbers(domain):
            yield from fresh(search, draft, what, [number(wanted * (len(rows) + 1) - sum(known))])


def _middle(search: Search, draft: Draft, what: Values, domain: Numbers) -> Drafts:
    """Every row has the value, or so many are added that those there are do not count."""
    rows = members(search, draft, what.of, what.env)
    yield from _alike(search, draft, what, domain, rows)
    if rows:
        for wanted in numbers(domain):
            for more in (len(rows) + 1, 3 * len(rows) + 1):
                yield from fresh(search, draft, what, [number(wanted)] * more)


def _alike(
    search: Search, draft: Draft, what: Values, domain: Numbers, rows: list[RowRef], weight: t.Term | None = None
) -> Drafts:
    """All rows have such a value; where there is no row, there is one then."""
    begun = draft
    if not rows and may_grow(search, what.of):
        begun, row = draft.with_row(what.of.record)
        rows = [row]
    if not rows:
        return
    for further in belonging(search, begun, what.of, what.env, rows):
        for weighed in _weighed(search, further, what, weight, rows):
            yield from valued(search, weighed, what, [(row, domain) for row in rows])
            for wanted in numbers(domain) if len(rows) > 1 else ():
                yield from valued(search, weighed, what, [(row, number(wanted)) for row in rows])


def _weighed(search: Search, draft: Draft, what: Values, weight: t.Term | None, rows: Sequence[RowRef]) -> Drafts:
    """Every row has a weight."""
    if weight is None:
        yield draft
    else:
        yield from valued(search, draft, Values(what.of, weight, what.env), [(row, ABOVE_ZERO) for row in rows])


# ---- different texts, places ------------------------------------------------------------------------------------------------


def _different(search: Search, draft: Draft, what: Values, domain: Numbers) -> Drafts:
    """So many rows with a text that no other has."""
    rows = members(search, draft, what.of, what.env)
    for further in belonging(search, draft, what.of, what.env, rows):
        for size in range(len(rows) + MOST_MORE + 1):
            if holds(domain, Fraction(size)):
                yield from _new_texts(search, further, what, size)


def _new_texts(search: Search, draft: Draft, what: Values, size: int) -> Drafts:
    """Open texts are chosen, new ones while there are too few; then rows are added."""
    found: set[str] = set()
    unknown: list[RowRef] = []
    for row in members(search, draft, what.of, what.env):
        known = text_of(search, draft, what.value, what.env.inside(row))
        if known is None:
            unknown.append(row)
        else:
            found.add(known)
    if unknown:
        new = Texts(frozenset(found), others=len(found) < size)
        for further in text(search, draft, what.value, what.env.inside(unknown[0]), new):
            yield from _new_texts(search, further, what, size)
    elif len(found) == size:
        yield draft
    elif len(found) < size and may_grow(search, what.of):
        begun, row = draft.with_row(what.of.record)
        for further in belonging(search, begun, what.of, what.env, [row]):
            new = Texts(frozenset(found), others=True)
            for more in text(search, further, what.value, what.env.inside(row), new):
                yield from _new_texts(search, more, what, size)


def _ranked(search: Search, draft: Draft, term: t.Rank, env: Env) -> Drafts:
    """The subject is chosen, then so many rows are better and the others are not; whoever asked sees which reach the place."""
    what = Values(term.rows, term.value, env)
    for further in search.settle(search, draft, term.subject, env):
        own = value_of(search, further, term.subject, env)
        if isinstance(own, Fraction):
            better = (
                Numbers(None, own, None, low_open=True) if term.highest else Numbers(None, None, own, high_open=True)
            )
            others = Numbers(None, None, own) if term.highest else Numbers(None, own, None)
            yield from _placed(search, further, what, better, others)


def _placed(search: Search, draft: Draft, what: Values, better: Numbers, others: Numbers) -> Drafts:
    """Open rows, and some more, on either side."""
    rows = members(search, draft, what.of, what.env)
    values = values_now(search, draft, what, rows)
    unknown = [row for row, one in zip(rows, values, strict=True) if one is None]
    for size in range(len(unknown) + 1):
        wanted = [(row, better if n < size else others) for n, row in enumerate(unknown)]
        for further in belonging(search, draft, what.of, what.env, unknown):
            for chosen in valued(search, further, what, wanted):
                yield chosen
                for more in range(1, MOST_MORE):
                    for side in (better, others):
                        yield from fresh(search, chosen, what, [side] * more)
