"""Rows: which of them belong, which pass, and how many that can be.

In: a row set (and a test or a value) in a world. Out: a ``Numbers`` set. Rows vary independently of one another, so each open row is
looked at in worlds of its own and only what it can contribute is kept; a log that may still grow contributes any number of further rows.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TypeVar

from criteria.evaluate.apart import Apart
from criteria.evaluate.leaves import look_cell, may_grow, rows_of
from criteria.evaluate.memory import in_words
from criteria.evaluate.shape import trimmed
from criteria.evaluate.sought import candidates as candidates
from criteria.evaluate.sought import extras as extras
from criteria.evaluate.sought import sought
from criteria.evaluate.worlds import (
    Choices,
    Env,
    Ground,
    Key,
    RowRef,
    World,
    rests_on,
    watch,
)
from criteria.frozen import define, field, frozen
from criteria.ladder.domains import FIRST, Days, Numbers, whole_from
from criteria.model import terms as t
from criteria.model.plan import Record

T = TypeVar("T")
OUT, FAIL, PASS = 0, 1, 2
MOST_SPLIT = 24  # open rows asked one by one


@define
class Settled:
    """The rows whose outcome is the same in every world, counted; the others are left to look at. ``rest`` is what is still to ask of
    the rows that the text of a column has found."""

    rest: t.Rows
    left: dict[int, bool]  # whether the text has found it
    open: set[int] = field(factory=set)  # those known to rest on something open
    outcomes: dict[int, int] = field(factory=dict)
    counts: list[int] = field(factory=lambda: [0, 0, 0])


@frozen
class Tally:
    """Rows by what they can be: settled ones counted, open ones as the sets of outcomes they allow, further ones likewise."""

    members: int
    passes: int
    open_rows: tuple[tuple[int, frozenset[int]], ...]  # (row number, outcomes)
    further: frozenset[int] | None  # None: the record brings no more rows

    @property
    def grows(self) -> bool:
        """Whether a further row can belong."""
        return self.further is not None and bool(self.further - {OUT})


def belongs(world: World, row: RowRef, of: t.Rows, env: Env) -> bool:
    """Whether a row exists as of the day, all of ``where`` hold of it, and nothing leaves it out."""
    inner = env.inside(row)
    truth = world.ground.truth
    return (
        exists(world, row)
        and all(truth(world, condition, inner) for condition in of.where)
        and not any(truth(world, condition, inner) for condition in of.excluded)
    )


def exists(world: World, row: RowRef) -> bool:
    """A row of a log that happened, or was put down, after the as-of day is not there yet: it is one of the further rows."""
    ground = world.ground
    record = ground.plan.records[row.record]
    if row.further or ground.clock.as_of is None or record.when is None:
        return True
    leaf = look_cell(world, row, record.columns[record.recorded or record.when])
    assert isinstance(leaf.domain, Days)
    if leaf.domain.single and leaf.domain.spans:
        return leaf.domain.first <= ground.clock.today
    return world.split(leaf.key, leaf.rows, *leaf.domain.cut(FIRST, ground.clock.today))


def outcome(world: World, row: RowRef, of: t.Rows, test: t.Condition | None, env: Env) -> int:
    """What a row is in this world."""
    inner, truth = env.inside(row), world.ground.truth
    if not exists(world, row) or not all(truth(world, condition, inner) for condition in of.where):
        return OUT
    if of.excluded and any(truth(world, condition, inner) for condition in of.excluded):
        return OUT
    return PASS if test is None or truth(world, test, inner) else FAIL


def each(world: World, of: t.Rows) -> Iterator[RowRef]:
    """The rows that the plan or the facts bring."""
    return (RowRef(of.record, n) for n in range(rows_of(world.ground, world.ground.plan.records[of.record])))


def tally(world: World, of: t.Rows, test: t.Condition | None, env: Env) -> Tally:
    """Every row's possible outcomes; settled ones are remembered for all worlds."""
    ground = world.ground
    settled = settled_rows(ground, of, test, env)
    counts, open_rows, apart = settled.counts.copy(), [], Apart(world)
    record = ground.plan.records[of.record]
    grows = may_grow(ground, record)
    alone = one_by_one(world.ground, settled.left, grows=grows)
    refs, probe = row_refs(ground, record), World(ground, Choices())
    for place, found in list(settled.left.items()):
        row = refs[place]
        certain = None if place in settled.open else _certain(probe, row, settled.rest if found else of, test, env)
        if certain is not None:
            counts[certain] += 1
            _settle(settled, place, certain)
            continue
        settled.open.add(place)
        probe = World(ground, Choices())
        before = ground.uncertain
        if alone:
            outcomes = frozenset({outcome(world, row, of, test, env)})
        else:
            outcomes = frozenset(apart.run(row, (of, test, env), lambda w, row=row: outcome(w, row, of, test, env)))  # type: ignore[misc]
        if len(outcomes) > 1:
            open_rows.append((place, outcomes))
            continue
        (known,) = outcomes
        counts[known] += 1
        if ground.uncertain == before:
            _settle(settled, place, known)
    further = _further(world, apart, record, of, test, env) if grows else None
    apart.close()
    return Tally(counts[FAIL] + counts[PASS], counts[PASS], tuple(open_rows), further)


def row_refs(ground: Ground, record: Record) -> Sequence[RowRef]:
    """Every row of a record, made once."""
    key: Key = ("rows", record.key)
    if key not in ground.shared:
        ground.shared[key] = [RowRef(record.key, number) for number in range(rows_of(ground, record))]
    return ground.shared[key]  # type: ignore[return-value]


def settled_rows(ground: Ground, of: t.Rows, test: t.Condition | None, env: Env) -> Settled:
    """What is known of a row set and a test in every world."""
    key: Key = ("settled", of, test, env, in_words(ground, of), in_words(ground, test) if test else ())
    if key not in ground.settled:
        ground.settled[key] = Settled(*sought(ground, of, env))
    found = ground.settled[key]
    assert isinstance(found, Settled)
    return found


def _certain(world: World, row: RowRef, of: t.Rows, test: t.Condition | None, env: Env) -> int | None:
    """What a row is in every world, where nothing open is looked at on the way; ``world`` is one that has given no answer."""
    ground = world.ground
    before = ground.uncertain
    reads, ground.reads = ground.reads, []  # what is read here counts only where it is the same everywhere
    try:
        result = outcome(world, row, of, test, env)
    finally:
        ground.reads = reads
    if ground.uncertain == before and not world.choices.at:
        return result
    ground.uncertain = before
    return None


def _settle(settled: Settled, number: int, known: int) -> None:
    settled.outcomes[number] = known
    settled.counts[known] += 1
    del settled.left[number]


def _further(
    world: World, apart: Apart, record: Record, of: t.Rows, test: t.Condition | None, env: Env
) -> frozenset[int]:
    """What a further row can be."""
    row = RowRef(of.record, -1)
    outcomes = frozenset(apart.run(row, (of, test, env), lambda w: outcome(w, row, of, test, env)))
    forget(world, row)
    if outcomes != {OUT}:
        world.touch(extras(world.ground, of, env))
    return outcomes


def forget(world: World, row: RowRef) -> None:
    """A further row's own cells are nobody else's."""
    for seen in world.ground.looked:
        seen -= {leaf for leaf in seen if rests_on(leaf, row)}


def singly(world: World, term: t.Share, env: Env) -> bool:
    """Whether a quantifier's rows are asked about one by one."""
    grows = may_grow(world.ground, world.ground.plan.records[term.rows.record])
    left = settled_rows(world.ground, term.rows, term.test, trimmed(term, env)).left
    return one_by_one(world.ground, left, grows=grows)


def one_by_one(ground: Ground, left: Collection[int], *, grows: bool) -> bool:
    """Whether the rows left are asked about singly, in the world itself: then all that counts over them counts the same rows."""
    can = 0 < len(left) <= MOST_SPLIT and not grows
    ground.splittable |= can
    ground.singly |= bool(left) and not grows
    return ground.split_rows and can


def count(world: World, of: t.Rows, env: Env) -> Numbers:
    """How many rows belong: every whole number between fewest and most can be."""
    found = tally(world, of, None, trimmed(of, env))
    fewest = found.passes + sum(outcomes == {PASS} for _, outcomes in found.open_rows)
    most = found.passes + sum(PASS in outcomes for _, outcomes in found.open_rows)
    endless = found.further is not None and PASS in found.further
    return whole_from(fewest, None if endless else most)


def filled(world: World, term: t.Share, env: Env) -> Tally | None:
    """The rows of a share; None in the worlds where there are none."""
    with watch(world.ground) as leaves:
        found = tally(world, term.rows, term.test, trimmed(term, env))
    if found.members or any(OUT not in outcomes for _, outcomes in found.open_rows):
        return found
    if not (found.open_rows or found.grows):
        return None
    around = trimmed(term.rows, env)
    before, world.asking = world.asking, world.asking or ("term", term, trimmed(term, env))
    some = world.ask_once(("filled", term.rows, around), around.rows, leaves)
    world.asking = before
    return found if some else None
