"""Groups: a test that holds in every group, in some of them, or not in all.

In: a test over the groups of a record, and whether it shall hold. Out: drafts in which it does, or does not.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import combinations, islice

from criteria.analyse.witnesses.drafts import Draft, Drafts, Search, Unsettled, look, together, truth_of
from criteria.analyse.witnesses.leaves import anything, cell
from criteria.evaluate.groups import groups_of
from criteria.evaluate.worlds import Env
from criteria.ladder.comparing import compared
from criteria.model import terms as t
from criteria.model.types import Unit

MOST_WAYS = 6


def over_groups(search: Search, draft: Draft, test: t.EveryGroup | t.SomeGroups, env: Env, *, wanted: bool) -> Drafts:
    """The test over the groups holds or fails."""
    for further, names in _groups(search, draft, test):
        around = [Env(env.rows, (*env.groups, (f"{test.record}.{test.column}", name))) for name in names]
        for holding in islice(_which(test, len(names), wanted=wanted), MOST_WAYS):
            asked = [(inner, at in holding) for at, inner in enumerate(around)]
            yield from together(
                further,
                asked,
                lambda d, one: search.truth(search, d, test.test, one[0], one[1]),
                lambda d, one: truth_of(search, d, test.test, one[0]) == one[1],
            )


def _groups(search: Search, draft: Draft, test: t.EveryGroup | t.SomeGroups) -> Iterator[tuple[Draft, list[str]]]:
    """The groups there are; where there is no row yet, one is begun."""
    found = look(search, draft, lambda world: groups_of(world, test))
    if not isinstance(found, Unsettled):
        yield draft, found
        return
    record = search.plan.records[test.record]
    if record.rows is not None:
        return
    column = record.columns[test.column]
    begun, row = draft.with_row(record.key) if not draft.rows.get(record.key) else (draft, None)
    if row is None:
        return
    for further in cell(search, begun, row, column, anything(column.type)):
        names = look(search, further, lambda world: groups_of(world, test))
        if not isinstance(names, Unsettled):
            yield further, names


def _which(test: t.EveryGroup | t.SomeGroups, groups: int, *, wanted: bool) -> Iterator[frozenset[int]]:
    """Which groups shall pass: as many as may be, the first of them."""
    for size in range(groups, -1, -1):
        if _passes(test, size, groups) == wanted:
            yield from (frozenset(which) for which in islice(combinations(range(groups), size), 3))


def _passes(test: t.EveryGroup | t.SomeGroups, passing: int, groups: int) -> bool:
    if isinstance(test, t.EveryGroup):
        return passing == groups
    whole = groups if test.amount.unit is Unit.PERCENT else 1
    return compared(test.relation, Fraction(passing, whole), test.amount.value)
