"""How many rows an aggregate rests on, of those there are: ``18/20``; and which day rows come to.

In: a tested term in a world. Out: texts for a reason. Holds: nothing here decides anything; a row without a value is left out and
shows as the difference; a number that may still grow has a plus.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from criteria.evaluate.aggregates import parts_of
from criteria.evaluate.edges import edge
from criteria.evaluate.ranks import placed, ranked
from criteria.evaluate.rows import tally
from criteria.evaluate.shape import chosen, parts, trimmed
from criteria.evaluate.verdict import Reason, Truth
from criteria.evaluate.worlds import Env, Faulty, NoValue, TooManyWorlds, World
from criteria.frozen import evolve
from criteria.ladder.domains import Days
from criteria.model import terms as t

COUNTED = t.Mean | t.Median | t.Percentile | t.EdgeDay
AnyRows = COUNTED | t.Count | t.Sum | t.Share | t.Distinct | t.OfOne


def kept(world: World, term: t.Term, env: Env) -> str:
    """The rows counted and the rows there are, of the first aggregate in the term."""
    found = first_aggregate(term, world.ground.readings)
    if found is None:
        return ""
    if not isinstance(found, COUNTED):
        return left_out(world, found.rows, env)
    try:
        rows = parts_of(world, found, env)
        whole = left_out(world, found.rows, env).rpartition("/")[2]
    except (NoValue, Faulty, TooManyWorlds):
        return ""
    sure = sum(not part.optional for part in rows.parts)
    members = sum(part.counted for part in rows.parts)
    valued = _more(len(rows.settled) + sure, more=sure < len(rows.parts) or bool(rows.further))
    return f"{valued}/{whole or _more(rows.members + members, more=members < len(rows.parts) or bool(rows.further))}"


def _more(number: int, *, more: bool) -> str:
    return f"{number}+" if more else str(number)


def left_out(world: World, rows: t.Rows, env: Env) -> str:
    """The rows that are counted, of those there would be if the goal left none out; nothing where it does not."""
    if not rows.excluded:
        return ""
    counted, every = (_counted(world, each, env) for each in (rows, evolve(rows, excluded=())))
    return f"{counted}/{every}"


def _counted(world: World, rows: t.Rows, env: Env) -> str:
    found = tally(world, rows, None, trimmed(rows, env))
    return _more(found.passes, more=bool(found.open_rows) or found.grows)


def place_of(world: World, term: t.Term, env: Env) -> str:
    """The subject's place among the rows."""
    if not isinstance(term, t.Rank):
        return ""
    place, rows = ranked(world, evolve(term, part=False), env), placed(world, term, env)
    single = place.single and not rows.parts and not rows.further
    return f"{place.value}/{len(rows.settled)}" if single else ""


def groups_counted(condition: t.Condition, groups: Sequence[Reason]) -> str:
    """In how many groups a test holds."""
    if not isinstance(condition, t.SomeGroups) or not groups:
        return ""
    holding = sum(group.truth is Truth.TRUE for group in groups)
    return f"{_more(holding, more=any(group.truth is Truth.UNKNOWN for group in groups))}/{len(groups)}"


def first_aggregate(term: t.Term, readings: Mapping[str, str]) -> AnyRows | None:
    """The aggregate that a test is about, through arithmetic."""
    left: list[object] = [term]
    while left:
        node = left.pop(0)
        if isinstance(node, AnyRows):
            return node
        if isinstance(node, t.Chosen):
            left.append(chosen(node, readings.__getitem__))
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
