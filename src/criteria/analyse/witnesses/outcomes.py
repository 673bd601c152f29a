"""What one row is: it passes, it fails, or it does not belong.

In: a row of a set, and a test. Out: what it is as a draft stands, and drafts in which it becomes what is wanted.
"""

from __future__ import annotations

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, Unsettled, in_turn, look
from criteria.evaluate import rows as evaluated
from criteria.evaluate.rows import OUT, PASS
from criteria.evaluate.worlds import Env, RowRef
from criteria.model import terms as t


def outcomes(search: Search, draft: Draft, of: t.Rows, test: t.Condition | None, env: Env) -> list[int | None]:
    """What each row is as the draft stands; None where that is open. Asked once of each draft."""
    key = (id(search), of, test, env)
    if key not in draft.known:
        search.step(1 + len(refs(search, draft, of)) // 8)
        found = (
            look(search, draft, lambda world, row=row: evaluated.outcome(world, row, of, test, env))  # type: ignore[misc]
            for row in refs(search, draft, of)
        )
        draft.known[key] = [None if isinstance(one, Unsettled) else one for one in found]
    return draft.known[key]  # type: ignore[return-value]


def refs(search: Search, draft: Draft, of: t.Rows) -> list[RowRef]:
    fixed = search.plan.records[of.record].rows
    size = len(fixed) if fixed is not None else len(draft.rows.get(of.record, ()))
    return [RowRef(of.record, number) for number in range(size)]


def may_grow(search: Search, of: t.Rows) -> bool:
    return search.plan.records[of.record].rows is None


def become(
    search: Search, draft: Draft, row: RowRef, of: t.Rows, test: t.Condition | None, env: Env, wanted: int
) -> Drafts:
    """One row passes, fails, or does not belong."""
    inner = env.inside(row)
    if wanted == OUT:
        if look(search, draft, lambda world: evaluated.outcome(world, row, of, None, env)) == OUT:
            yield draft
            return
        for condition in of.where:
            yield from search.truth(search, draft, condition, inner, False)
        for condition in of.excluded:
            yield from search.truth(search, draft, condition, inner, True)
        return
    asked = [*((condition, True) for condition in of.where), *((condition, False) for condition in of.excluded)]
    if test is not None:
        asked.append((test, wanted == PASS))
    yield from in_turn(draft, asked, lambda d, one: search.truth(search, d, one[0], inner, one[1]))
