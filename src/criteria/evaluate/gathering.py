"""What each row brings to an aggregate, row by row: a value (with its weight), a day, a text; or nothing.

In: an aggregate in a world, and how one row's part is worked out. Out: ``Gathered``: what settled rows bring, what each open row can
bring, and what a further row can. Rows vary independently, so each is looked at in worlds of its own (``apart``); a few open rows of a
record that cannot grow are asked one by one where the exploration says so. A row whose value rests on a day that is never is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

from criteria.evaluate.apart import Apart
from criteria.evaluate.groups import empty_group
from criteria.evaluate.leaves import may_grow
from criteria.evaluate.rows import belongs, candidates, extras, forget, one_by_one
from criteria.evaluate.shape import trimmed
from criteria.evaluate.worlds import Env, Faulty, Ground, Key, NoValue, RowRef, World, watch
from criteria.frozen import define, field, frozen
from criteria.model import terms as t

P = TypeVar("P")
OverRows = t.Mean | t.Median | t.Percentile | t.Distinct | t.EdgeDay | t.OfOne | t.Rank
Bring = Callable[[World, Env], P]  # what a row that belongs brings; the row is in force


@frozen
class Absent:
    """A row that brings nothing: it does not belong, or (``counted``) it belongs and has no value."""

    counted: bool


OUT, VALUELESS = Absent(counted=False), Absent(counted=True)


@frozen
class Part(Generic[P]):
    """What one open row can bring, one or the other; ``optional`` when it may bring nothing."""

    options: tuple[P, ...]
    optional: bool
    counted: bool  # it belongs in every world
    number: int


@frozen
class Gathered(Generic[P]):
    """``settled``: what rows bring in every world. ``further``: what a row that may still come can bring. ``members``: settled rows
    that belong, with or without a value."""

    settled: list[P]
    parts: tuple[Part[P], ...]
    further: tuple[P, ...]
    members: int

    @property
    def certain(self) -> bool:
        """Whether some row brings a value in every world."""
        return bool(self.settled) or any(not part.optional for part in self.parts)

    @property
    def possible(self) -> bool:
        """Whether some row brings a value in some world."""
        return bool(self.settled or self.further) or any(part.options for part in self.parts)


@define
class Settled(Generic[P]):
    """Rows that come out alike in every world; the others are left to look at."""

    left: dict[int, None]
    brought: list[P] = field(factory=list)
    members: int = 0


def gather(world: World, term: OverRows, env: Env, bring: Bring[P]) -> Gathered[P]:
    """Every row's part."""
    ground, env = world.ground, trimmed(term, env)
    record = ground.plan.records[term.rows.record]
    grows = may_grow(ground, record)
    settled: Settled[P] = _settled(ground, term, env)
    alone = one_by_one(ground, settled.left, grows=grows)
    parts, apart = [], Apart(world)
    for number in list(settled.left):
        row, before = RowRef(record.key, number), ground.uncertain
        found = [_brought(world, row, term, env, bring)] if alone else _possible(apart, row, term, env, bring)
        if ground.uncertain == before:
            _settle(settled, number, found[0])
        else:
            part = _part(found, number)
            parts += [part] if part.options or part.counted else []
    further = _further(world, apart, RowRef(record.key, -1), term, env, bring) if grows else ()
    apart.close()
    return Gathered(settled.brought, tuple(parts), further, settled.members)


def _settled(ground: Ground, term: OverRows, env: Env) -> Settled[P]:
    key: Key = ("gathered", term, env)
    if key not in ground.memo:
        ground.memo[key] = Settled(dict.fromkeys(candidates(ground, term.rows, env)))
    found = ground.memo[key]
    assert isinstance(found, Settled)
    return found


def _settle(settled: Settled[P], number: int, found: P | Absent) -> None:
    del settled.left[number]
    if not isinstance(found, Absent):
        settled.brought.append(found)
    settled.members += found is not OUT


def _part(found: list[P | Absent], number: int) -> Part[P]:
    brought = tuple(dict.fromkeys(each for each in found if not isinstance(each, Absent)))
    return Part(brought, len(brought) == 0 or any(isinstance(f, Absent) for f in found), OUT not in found, number)


def _brought(world: World, row: RowRef, term: OverRows, env: Env, bring: Bring[P]) -> P | Absent:
    """What a row brings in this world."""
    if not belongs(world, row, term.rows, env):
        return OUT
    try:
        return bring(world, env.inside(row))
    except NoValue:
        return VALUELESS


def _possible(apart: Apart, row: RowRef, term: OverRows, env: Env, bring: Bring[P]) -> list[P | Absent]:
    """What a row can bring, over worlds of its own. Where some of them have a fault, it is asked whether this is one."""

    def run(inner: World) -> P | Absent | Faulty:
        try:
            return _brought(inner, row, term, env, bring)
        except Faulty as trouble:
            return trouble

    every = apart.run(row, ("brings", term, env), run, uncut=True)
    found = [each for each in every if not isinstance(each, Faulty)]
    trouble = next((each for each in every if isinstance(each, Faulty)), None)
    looked = apart.touched[-1].looked if apart.touched else set()
    if trouble and (not found or apart.world.ask_once(("trouble", term, row, env), env.rows, looked)):
        raise trouble
    return found


def _further(world: World, apart: Apart, row: RowRef, term: OverRows, env: Env, bring: Bring[P]) -> tuple[P, ...]:
    """What a row that may still come can bring."""
    found = _possible(apart, row, term, env, bring)
    forget(world, row)
    brought = tuple(dict.fromkeys(each for each in found if not isinstance(each, Absent)))
    if brought:
        world.touch(extras(world.ground, term.rows, env))
    return brought


def filled(world: World, term: OverRows, env: Env, bring: Bring[P]) -> Gathered[P]:
    """Every row's part, in the worlds where some row brings a value; in the others it is a fault."""
    with watch(world.ground) as leaves:
        found = gather(world, term, env, bring)
    around = trimmed(term, env)
    if not found.certain and not (found.possible and _asked(world, ("some value", term, around), term, around, leaves)):
        raise Faulty("empty-group", term.place, empty_group(world, term.rows.record, env))
    return found


def the_one(world: World, term: t.OfOne, env: Env, bring: Bring[P]) -> list[P]:
    """What the one row can bring, in the worlds where there is one; in the others it is a fault."""
    with watch(world.ground) as leaves:
        found = gather(world, term, env, bring)
    around = trimmed(term, env)
    sure = [part for part in found.parts if part.counted]
    members = found.members + len(sure)
    perhaps = [part for part in found.parts if not part.counted]
    if members > 1 or not (members or perhaps or found.further):
        raise Faulty("not-one-row", term.place, f"{world.ground.plan.records[term.rows.record].name}: {members}")
    unsure = bool(perhaps or found.further)
    if unsure and not _asked(world, ("one row", term, around), term, around, leaves):
        raise Faulty("not-one-row", term.place, f"{world.ground.plan.records[term.rows.record].name}: ≥{members}")
    if members:
        perhaps = sure
    values = [*found.settled, *(option for part in perhaps for option in part.options)]
    values += [] if members else found.further
    missing = not found.settled if members else True
    if not values or (
        members
        and missing
        and any(part.optional for part in sure)
        and not _asked(world, ("has a value", term, around), term, around, leaves)
    ):
        raise NoValue
    return values


def _asked(world: World, key: Key, term: OverRows, around: Env, leaves: set[Key]) -> bool:
    """A question about the rows, asked for the sake of the term."""
    before, world.asking = world.asking, world.asking or ("term", term, around)
    try:
        return world.ask_once(key, around.rows, leaves)
    finally:
        world.asking = before
