"""Worlds, enumerated cell by cell: a question that the facts leave open is answered both ways, once each.

A ``World`` is one path of answers. What it knows of a quantity is the cell that the answers so far leave (a ``Domain``), so every
world stands for all complete worlds of its cells, and no two worlds share one. Exact while the quantities asked about share no
uncertain fact; where two do, and both are open, the answer may be wider than the truth and the world says so (``widened``).

In: a ``Ground`` (plan, facts, as-of, readings) and a function of a world. Out: ``explore`` yields its result in every world.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeVar

from criteria.evaluate.given import Clock
from criteria.facts.record import Facts
from criteria.frozen import define, field, frozen, kept_with
from criteria.ladder.domains import Domain, Numbers, number
from criteria.model.plan import Plan
from criteria.model.terms import Condition, Term
from criteria.source import Place

T = TypeVar("T")
YES, NO = number(1), number(0)
Key = Hashable
MOST_WORLDS = 4096  # split cells a goal and reading
MOST_LOOKS = 20_000  # looks at open values in one exploration


class TooManyWorlds(Exception):
    """The limit of cells is reached; the caller answers wider."""


class NoValue(Exception):
    """A date is never, so what is computed from it has no value and every comparison with it is false."""


class Faulty(Exception):
    """An empty group or a zero divisor: the test that asked is free."""

    def __init__(self, kind: str, place: Place, about: str) -> None:
        super().__init__(kind)
        self.kind, self.place, self.about = kind, place, about


class RowRef(NamedTuple):  # a tuple, like ``Env``, because nearly every key has one, and tuples are soonest compared
    """A row of a record by its number; a further row, one the facts do not bring yet, has number -1."""

    record: str
    number: int

    @property
    def further(self) -> bool:
        return self.number < 0


class Env(NamedTuple):
    """The rows in force, innermost first, and the groups in force."""

    rows: tuple[RowRef, ...] = ()
    groups: tuple[tuple[str, str], ...] = ()  # ("record.column", folded text)

    def inside(self, row: RowRef) -> Env:
        return Env((row, *self.rows), self.groups)


@frozen
class Extras:
    """The key of further rows of a log: those whose ``fixed`` columns have these values and that happen within ``days``. Two such
    keys overlap unless a column differs or no day is in both."""

    record: str
    fixed: frozenset[tuple[str, str]]
    days: tuple[int, int] | None = None

    def overlaps(self, other: Extras) -> bool:
        if self.record != other.record or (self.fixed == other.fixed and self.days == other.days):
            return self.record == other.record
        if self.days and other.days and max(self.days[0], other.days[0]) > min(self.days[1], other.days[1]):
            return False
        theirs = kept_with(other).get("fixed") or kept_with(other).setdefault("fixed", dict(other.fixed))
        for column, value in self.fixed:  # noqa: SIM110 - a generator would take twice the time
            if theirs.get(column, value) != value:
                return False
        return True


@define
class Ground:
    """What every world of one goal and reading shares. ``truth``, ``amount`` and ``edge`` are the evaluations that rows
    and terms need of each other. ``split_rows``: open rows are asked about one by one, for exactness."""

    plan: Plan
    facts: Facts
    clock: Clock
    readings: Mapping[str, str]
    truth: Callable[[World, Condition, Env], bool]
    amount: Callable[[World, Term, Env], Numbers]
    edge: Callable[[World, Term, Env], object]  # the leaf of a day that rows come to
    subject: RowRef | None = None  # the row of the subject that the goal is asked of
    split_rows: bool = False
    splittable: bool = False  # there were rows that could be asked about one by one
    singly: bool = False  # there were open rows, few or many, of which more may not come
    memo: dict[Key, object] = field(factory=dict)
    shared: dict[Key, object] = field(factory=dict)  # what follows from plan and facts, for all goals and readings
    settled: dict[Key, object] = field(factory=dict)  # what comes out alike under every reading that does not touch it
    faults: dict[tuple[str, Place, str], None] = field(factory=dict)
    missing: dict[str, Place | None] = field(factory=dict)  # looked at and not known
    assumed: dict[str, Place | None] = field(factory=dict)  # looked at and read as never
    looked: list[set[Key]] = field(factory=list)  # sets that collect the open keys looked at
    reads: list[tuple[int, dict[Key, Domain | None]]] = field(factory=list)  # cells read meanwhile, from this depth out
    uncertain: int = 0  # how often something open was looked at
    told: object = None  # who knows what this goal's tests come to, if anybody does
    looks: int = MOST_LOOKS  # in one exploration; fewer for whoever asks very often and can do with a wider answer
    most_looks: int = MOST_LOOKS

    def row(self, env: Env, scope: int) -> RowRef:
        """The row that a cell's scope means."""
        if scope >= 0:
            return env.rows[scope]
        assert self.subject is not None
        return self.subject

    def renewed(self) -> None:
        """Leave for another exploration."""
        self.most_looks = self.uncertain + self.looks


class Choices:
    """A script of answers to replay, and the branches it leaves for later."""

    def __init__(self, script: tuple[int, ...] = ()) -> None:
        self.script = list(script)
        self.at = 0
        self.branches: list[tuple[int, ...]] = []

    def pick(self, options: int) -> int:
        """The next answer; the first time here the others are left as branches."""
        if self.at == len(self.script):
            self.branches += [(*self.script, other) for other in range(1, options)]
            self.script.append(0)
        self.at += 1
        return self.script[self.at - 1]


class World:
    """One path of answers. A world inside another is local to one row: it splits the row's own cells, and asks outward for the rest."""

    def __init__(self, ground: Ground, choices: Choices, outer: World | None = None, row: RowRef | None = None) -> None:
        self.ground, self.choices, self.outer, self.row = ground, choices, outer, row
        self.depth: int = outer.depth + 1 if outer else 0
        self.cells: dict[Key, Domain] = {}
        self.tied: dict[Key, Key] = {}
        self.grown: list[Extras] = []  # those among them
        self.rests: dict[Key, set[Key]] = {}  # what the computed quantities that were cut rest on
        self.foreign: set[Key] = set()  # open keys beyond this row that a cut of its quantities rests on
        self.asking: Key | None = None  # the quantity being asked about; what is cut on the way belongs to it
        self.widened = False

    def owner(self, rows: tuple[RowRef, ...]) -> World:
        """The world that splits a quantity of these rows."""
        world = self
        while world.outer is not None and world.row not in rows:
            world = world.outer
        return world

    def cell(self, key: Key) -> Domain | None:
        """What the answers so far leave of a quantity, when it was asked about."""
        found: Domain | None = None
        depth = -1
        world: World | None = self
        while world is not None:
            found = world.cells.get(key)
            if found is not None:
                depth = world.depth
                break
            world = world.outer
        for out, reads in self.ground.reads:
            if depth <= out:
                reads[key] = found
        return found

    def picked(self) -> int:
        """How many answers this world and those around it have given."""
        return self.choices.at + (self.outer.picked() if self.outer else 0)

    def touch(self, key: Key, *, open_: bool = True) -> None:
        """Something was looked at that this world may have narrowed; ``open_`` when it can still be more than one value."""
        self.ground.uncertain += 1
        if open_:
            for seen in self.ground.looked:
                seen.add(key)

    def split(
        self, key: Key, rows: tuple[RowRef, ...], yes: Domain | None, no: Domain | None, leaves: set[Key] | None = None
    ) -> bool:
        """Which half of a cut cell this world lies in. ``leaves``: the open keys a computed quantity rests on."""
        if no is None or yes is None:
            return no is None
        owner = self.owner(rows)
        owner.tie(key if leaves is None else self.asking or key, key, leaves or set())
        if leaves:
            owner.rests[key] = owner.rests.get(key, set()) | leaves
        answer = owner.choices.pick(2) == 0
        owner.cells[key] = yes if answer else no
        return answer

    def beneath(self, keys: Iterable[Key]) -> set[Key]:
        """The keys, and all that those of them that were cut rest on."""
        found: set[Key] = set()
        left = list(keys)
        while left:
            key = left.pop()
            if key not in found:
                found.add(key)
                world: World | None = self
                while world is not None:
                    left += world.rests.get(key, ())
                    world = world.outer
        return found

    def ask_once(self, key: Key, rows: tuple[RowRef, ...], leaves: set[Key]) -> bool:
        """A question that the world answers either way, and remembers."""
        known = self.cell(key)
        if known is not None:
            self.touch(key)
            return known == YES
        return self.split(key, rows, YES, NO, leaves)

    def free(self, key: Key, rows: tuple[RowRef, ...]) -> bool:
        """A test that a fault leaves free: true in some worlds and false in others, the same within one."""
        self.touch(key)
        known = self.cell(key)
        if known is None:
            owner = self.owner(rows)
            known = YES if owner.choices.pick(2) == 0 else NO
            owner.cells[key] = known
        return known == YES

    def tie(self, name: Key, key: Key, leaves: set[Key]) -> None:
        """A cut of the quantity ``name`` is no cut of the leaves it rests on: another quantity over one of them may come out wider."""
        for leaf in {key, *leaves}:
            if not self.widened and isinstance(leaf, Extras):
                self.widened = any(self.tied[other] != name and other.overlaps(leaf) for other in self.grown)
            elif not self.widened:
                self.widened = self.tied.get(leaf, name) != name
            if leaf not in (key, name):
                if isinstance(leaf, Extras) and leaf not in self.tied:
                    self.grown.append(leaf)
                self.tied[leaf] = name
        if self.row is not None:
            self.foreign |= {leaf for leaf in leaves if not rests_on(leaf, self.row)}


def alike(leaf: Key, others: Collection[Key]) -> list[Key]:
    """Those of ``others`` that may be about the same thing as ``leaf``."""
    if isinstance(leaf, Extras):
        return [k for k in others if isinstance(k, Extras) and k.overlaps(leaf)]
    return [leaf] if leaf in others else []


def rests_on(key: Key, row: RowRef) -> bool:
    """Whether a key is about this row (and perhaps others)."""
    parts = key if type(key) is tuple else ()
    return any(part == row or (isinstance(part, Env) and row in part.rows) or rests_on(part, row) for part in parts)


class watch:  # noqa: N801 - used like a function; a generator would take three times the time
    """The open keys looked at meanwhile."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def __enter__(self) -> set[Key]:
        self.ground.looked.append(seen := set[Key]())
        return seen

    def __exit__(self, *_: object) -> None:
        self.ground.looked.pop()


def explore(
    ground: Ground,
    run: Callable[[World], T],
    outer: World | None = None,
    row: RowRef | None = None,
    most: int = MOST_WORLDS,
) -> Iterator[tuple[T, World]]:
    """``run`` in every world; raises ``TooManyWorlds`` beyond ``most``."""
    left: list[tuple[int, ...]] = [()]
    done = 0
    while left:
        done += 1
        if done > most or ground.uncertain > ground.most_looks:
            raise TooManyWorlds
        choices = Choices(left.pop())
        world = World(ground, choices, outer, row)
        result = run(world)
        left += choices.branches
        yield result, world
