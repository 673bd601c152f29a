"""First and last days: the days that the earliest or latest of rows, or that of one row, can be.

In: an ``EdgeDay`` or ``OfOne`` in a world. Out: a ``Leaf`` of a computed day, which a date test cuts like any other. A row whose day is
never is left out. Exact: a day is possible when some row can have it and no row lies beyond it in every world.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.evaluate.gathering import Bring, Gathered, filled, the_one
from criteria.evaluate.leaves import Leaf
from criteria.evaluate.moments import moment
from criteria.evaluate.shape import trimmed
from criteria.evaluate.worlds import Env, Key, World, watch
from criteria.ladder.domains import FIRST, LAST, Days
from criteria.model import terms as t


def edge(world: World, term: t.Term, env: Env) -> Leaf:
    """The day that the rows come to."""
    assert isinstance(term, t.EdgeDay | t.OfOne)
    around = trimmed(term, env)
    key: Key = ("term", term, around)
    with watch(world.ground) as leaves:
        if isinstance(term, t.EdgeDay):
            days = _edge(filled(world, term, env, day_of_row(term.value)), latest=term.latest)
        else:
            days = joined(the_one(world, term, env, day_of_row(term.value)))
    known = world.cell(key)
    if isinstance(known, Days):
        days = known
    world.touch(key, open_=not days.single)
    return Leaf(key, around.rows, days, frozenset(leaves))


def day_of_row(value: t.Term) -> Bring[Days]:
    """The days that one row brings."""

    def bring(world: World, env: Env) -> Days:
        found = moment(world, value, env)
        if found.leaf is None:
            day = found.at(0)
            return Days(((day, day),))
        days = found.reached(world)
        if not found.shifted:
            return Days(days.spans)
        if not days.single:
            world.widened = True
        return Days(((found.at(days.first), found.at(days.last)),))

    return bring


def _edge(found: Gathered[Days], *, latest: bool) -> Days:
    """The days of any row that no row certainly lies beyond."""
    every = [*found.settled, *(days for part in found.parts for days in part.options), *found.further]
    sure = [*found.settled, *(joined(part.options) for part in found.parts if not part.optional)]
    low = max((days.first for days in sure), default=FIRST) if latest else FIRST
    high = LAST if latest else min((days.last for days in sure), default=LAST)
    inside = joined(every).within(low, high)
    assert inside is not None
    return inside


def joined(sets: Iterable[Days]) -> Days:
    """All days of several sets."""
    spans: list[tuple[int, int]] = []
    for first, last in sorted(span for days in sets for span in days.spans):
        if spans and first <= spans[-1][1] + 1:
            spans[-1] = (spans[-1][0], max(spans[-1][1], last))
        else:
            spans.append((first, last))
    return Days(tuple(spans))
