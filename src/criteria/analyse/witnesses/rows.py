"""Rows: so many that pass and so many that fail.

In: a count, a share or a quantifier, and what it shall come to. Out: drafts with rows made for it. Rows that are there and still open are
used first; rows that the plan fixes are made to pass one by one, those first that take the least; then rows are added, alike where they
stand for the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, in_turn
from criteria.analyse.witnesses.leaves import new_row
from criteria.analyse.witnesses.outcomes import become, may_grow, outcomes, refs
from criteria.analyse.witnesses.sides import NEGATED, side
from criteria.analyse.witnesses.tables import members_change, numbers_of_table, turned
from criteria.analyse.witnesses.telling import holds
from criteria.evaluate.rows import FAIL, OUT, PASS
from criteria.evaluate.worlds import Env, RowRef
from criteria.ladder.domains import Numbers
from criteria.ladder.shape import asked_of_share
from criteria.model import terms as t

MOST_ROWS = 60  # added at once to reach a share
MOST_WAYS = 4
MOST_ADDED, MOST_NAMED = 1000, 200  # more rows than this nobody reads; rows with names are made one by one


def counted(search: Search, draft: Draft, term: t.Count | t.Share, env: Env, domain: Numbers) -> Drafts:
    """A count or a share lies in the set."""
    of, test = term.rows, term.test if isinstance(term, t.Share) else None
    now = outcomes(search, draft, of, test, env)
    for passing, failing in _numbers(search, now, of, test, domain):
        yield from made(search, draft, of, test, env, (passing, failing))


def quantified(search: Search, draft: Draft, test: t.Quantified, env: Env, *, wanted: bool) -> Drafts:
    """A quantifier holds or fails, as it asks of the count or of the share of rows."""
    if test.quantity is t.Quantity.COUNT:
        assert test.amount is not None
        of = evaluated_rows(test)
        for domain in side(test.relation if wanted else NEGATED[test.relation], test.amount.value):
            yield from search.amount(search, draft, t.Count(of), env, domain)
        return
    assert test.test is not None
    relation, limit = asked_of_share(test)
    for domain in side(relation if wanted else NEGATED[relation], limit):
        yield from search.amount(search, draft, t.Share(test.rows, test.test), env, domain)
    if test.if_any and wanted:
        yield from made(search, draft, test.rows, None, env, (0, 0))


def evaluated_rows(test: t.Quantified) -> t.Rows:
    """The rows that a count counts."""
    if test.test is None:
        return test.rows
    return t.Rows(test.rows.record, (*test.rows.where, test.test), test.rows.excluded)


# ---- how many -------------------------------------------------------------------------------------------------------------


def _numbers(
    search: Search, now: list[int | None], of: t.Rows, test: t.Condition | None, domain: Numbers
) -> Iterator[tuple[int, int]]:
    """How many shall pass and how many fail, the fewest rows first."""
    passing, failing = now.count(PASS), now.count(FAIL)
    if test is None:
        least = 0 if not may_grow(search, of) and members_change(search, of) else passing
        yield from islice(((n, 0) for n in _whole(domain, least, search.prefer)), MOST_WAYS)
        return
    found = _of_list(passing, failing, domain) if may_grow(search, of) else numbers_of_table(search, now, of, domain)
    yield from islice(found, MOST_WAYS)


def _whole(domain: Numbers, least: int, prefer: str) -> Iterator[int]:
    """Whole numbers of the set, none below ``least``: near its ends."""
    if domain.points is not None:
        found = [int(p) for p in domain.points if p.denominator == 1 and p >= least]
    else:
        low, high = domain.low, domain.high
        start = max(least, 0 if low is None else int(low))
        stop = start + 12 if high is None else min(int(high), start + 2000)
        found = [n for n in range(start, stop + 1) if holds(domain, Fraction(n))]
        found = found[:3] + found[-1:] if high is not None else found
    yield from dict.fromkeys(reversed(found) if prefer == "last" else found)


def _of_list(passing: int, failing: int, domain: Numbers) -> Iterator[tuple[int, int]]:
    """Rows that can be added: the fewest that have such a share."""
    for more in range(MOST_ROWS + 1):
        size = passing + failing + more
        for extra in range(more + 1):
            if size and holds(domain, Fraction(passing + extra, size)):
                yield passing + extra, failing + more - extra


# ---- made -----------------------------------------------------------------------------------------------------------------


def made(
    search: Search, draft: Draft, of: t.Rows, test: t.Condition | None, env: Env, shall: tuple[int, int]
) -> Drafts:
    """So many rows pass and so many fail; open rows are used, then rows are added, or those of a table are turned."""
    search.step()
    now = outcomes(search, draft, of, test, env)
    if not may_grow(search, of):
        yield from turned(search, draft, of, test, env, shall)
        return
    need = [shall[0] - now.count(PASS), shall[1] - now.count(FAIL)]
    if min(need) < 0:
        return
    unsettled = [row for row, outcome in zip(refs(search, draft, of), now, strict=True) if outcome is None]
    for use in dict.fromkeys((True, False)) if unsettled else (True,):
        yield from _decided(search, draft, of, test, env, unsettled, need, use=use)


def _decided(
    search: Search,
    draft: Draft,
    of: t.Rows,
    test: t.Condition | None,
    env: Env,
    unsettled: list[RowRef],
    need: list[int],
    *,
    use: bool,
) -> Drafts:
    """Open rows first, one after the other: used where one more is needed, else left out."""
    passing, failing = need
    shall: list[tuple[RowRef, int]] = []
    for row in unsettled:
        wanted = (PASS if passing else FAIL if failing else OUT) if use else OUT
        passing, failing = passing - (wanted == PASS), failing - (wanted == FAIL)
        shall.append((row, wanted))
    for further in in_turn(draft, shall, lambda d, one: become(search, d, one[0], of, test, env, one[1])):
        for passed in added(search, further, of, test, env, PASS, passing):
            yield from added(search, passed, of, test, env, FAIL, failing)


def added(
    search: Search, draft: Draft, of: t.Rows, test: t.Condition | None, env: Env, wanted: int, times: int
) -> Drafts:
    """So many rows more; the others are copies of the first where nothing else was chosen for it."""
    if times <= 0:
        yield draft
    record = of.record
    if not 0 < times <= (MOST_NAMED if record in search.named else MOST_ADDED):
        return
    for begun, row in new_row(search, draft, record):
        for further in become(search, begun, row, of, test, env, wanted):
            search.step()
            new = further.rows[record]
            alone = further.values == draft.values and not begun.rows[record][row.number].cells
            if alone and all(further.rows[key] == rows for key, rows in begun.rows.items() if key != record):
                yield further.with_row(record, new[row.number].cells, times - 1)[0] if times > 1 else further
            else:
                yield from added(search, further, of, test, env, wanted, times - 1)
