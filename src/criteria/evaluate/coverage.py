"""How many rows an aggregate rests on, of those there are: ``18/20``; and which day rows come to.

In: a tested term in a world. Out: texts for a reason. Holds: nothing here decides anything; a row without a value is left out and
shows as the difference; a number that may still grow has a plus.
"""

from __future__ import annotations

from datetime import date

from criteria.evaluate.aggregates import parts_of
from criteria.evaluate.domains import Days
from criteria.evaluate.edges import edge
from criteria.evaluate.gathering import OverRows
from criteria.evaluate.shape import chosen, parts
from criteria.evaluate.worlds import Env, Faulty, NoValue, TooManyWorlds, World
from criteria.model import terms as t

COUNTED = t.Mean | t.Median | t.Percentile | t.EdgeDay


def kept(world: World, term: t.Term, env: Env) -> str:
    """The rows counted and the rows there are, of the first aggregate in the term."""
    found = _first(world, term)
    if found is None:
        return ""
    try:
        rows = parts_of(world, found, env)
    except (NoValue, Faulty, TooManyWorlds):
        return ""
    sure = sum(not part.optional for part in rows.parts)
    members = sum(part.counted for part in rows.parts)
    valued = _more(len(rows.settled) + sure, more=sure < len(rows.parts) or bool(rows.further))
    return f"{valued}/{_more(rows.members + members, more=members < len(rows.parts) or bool(rows.further))}"


def _more(number: int, *, more: bool) -> str:
    return f"{number}+" if more else str(number)


def _first(world: World, term: t.Term) -> OverRows | None:
    """The aggregate that a test is about, through arithmetic."""
    left: list[object] = [term]
    while left:
        node = left.pop(0)
        if isinstance(node, COUNTED):
            return node
        if isinstance(node, t.Chosen):
            left.append(chosen(node, world.ground.readings.__getitem__))
        elif not isinstance(node, t.Rows):
            left += list(parts(node))  # type: ignore[arg-type]
    return None


def day_of(world: World, term: t.Term, env: Env) -> str:
    """The day that rows come to, or its first and last possibility; nothing for other terms."""
    if not isinstance(term, t.EdgeDay | t.OfOne):
        return ""
    days = edge(world, term, env).domain
    assert isinstance(days, Days)
    first, last = date.fromordinal(days.first).isoformat(), date.fromordinal(days.last).isoformat()
    return first if first == last else f"{first}..{last}"
