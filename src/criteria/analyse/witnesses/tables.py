"""Rows that the plan fixes: none can be added, but what is counted for them can make them pass.

In: a row set of such a table, a test, and how many shall pass and fail. Out: drafts in which so many do. Those that take the fewest rows
elsewhere are turned first.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, in_turn
from criteria.analyse.witnesses.outcomes import become, outcomes, refs
from criteria.analyse.witnesses.telling import holds
from criteria.evaluate.rows import FAIL, OUT, PASS
from criteria.evaluate.worlds import Env, RowRef
from criteria.ladder.domains import Numbers
from criteria.model import terms as t

MOST_WAYS = 4


def numbers_of_table(search: Search, now: list[int | None], of: t.Rows, domain: Numbers) -> Iterator[tuple[int, int]]:
    """How many pass and fail: those that pass go on doing so where it can be; then with more rows or fewer, where they may change."""
    passing, members = now.count(PASS), len(now) - now.count(OUT)
    sizes = [members]
    if members_change(search, of):
        sizes += [size for size in range(1, len(now) + 1) if size != members]
    for size in sizes:
        first = min(passing, size) if size == members else 0
        for number in range(first, size + 1):
            if size and holds(domain, Fraction(number, size)):
                yield number, size - number


def members_change(search: Search, of: t.Rows) -> bool:
    """Whether which rows belong hangs on what is counted."""
    return any(search.may_change(condition) for condition in (*of.where, *of.excluded))


def turned(
    search: Search, draft: Draft, of: t.Rows, test: t.Condition | None, env: Env, shall: tuple[int, int]
) -> Drafts:
    """So many rows of the table pass and so many fail, the others do not belong."""
    now = outcomes(search, draft, of, test, env)
    every = refs(search, draft, of)
    is_now = {
        kind: [row for row, one in zip(every, now, strict=True) if one == kind] for kind in (PASS, FAIL, OUT, None)
    }
    rest = [*is_now[None], *is_now[FAIL], *(is_now[OUT] if test is None or members_change(search, of) else ())]
    more = shall[0] - len(is_now[PASS])
    ordered = [row for _, row in sorted(_costs(search, draft, rest, of, test, env))] if 0 < more < len(rest) else rest
    for start in range(min(MOST_WAYS, len(ordered) - more + 1) if more > 0 else 1):
        chosen = [*is_now[PASS][: shall[0]], *(ordered[start : start + more] if more > 0 else ())]
        failing = [row for row in (*is_now[FAIL], *is_now[None], *rest, *is_now[PASS]) if row not in chosen]
        failing = list(dict.fromkeys(failing))[: shall[1]]
        wanted = [(row, PASS if row in chosen else FAIL if row in failing else OUT) for row in every]
        yield from in_turn(draft, wanted, lambda d, one: become(search, d, one[0], of, test, env, one[1]))


def _costs(
    search: Search, draft: Draft, rows: list[RowRef], of: t.Rows, test: t.Condition | None, env: Env
) -> Iterator[tuple[tuple[int, int], RowRef]]:
    """How many rows and facts it takes to make each of the rows pass, where it can be."""
    for row in rows:
        first = next(become(search, draft, row, of, test, env, PASS), None)
        if first is not None:
            yield (sum(map(len, first.rows.values())) + len(first.values), row.number), row
