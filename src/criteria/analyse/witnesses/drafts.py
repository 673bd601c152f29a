"""Facts in the making: what has been chosen so far, and what it already settles.

In: a plan, readings, and values chosen one by one. Out: drafts, each a step further than the one before it, which stays as it was; the
reference evaluator says what a draft settles. Holds: a record has the rows it has so far and no others; what was not chosen is open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from typing import TypeVar

from criteria.evaluate.levels import ground_of
from criteria.evaluate.reference import truth
from criteria.evaluate.shape import walk
from criteria.evaluate.worlds import Choices, Env, Faulty, NoValue, RowRef, TooManyWorlds, World
from criteria.facts.record import Exactly, Facts, Given, Never, RecordRows, Row, Value
from criteria.frozen import define, field
from criteria.ladder.domains import Days, Numbers
from criteria.model import terms as t
from criteria.model.plan import Plan
from criteria.source import Place

T = TypeVar("T")
Item = TypeVar("Item")
FILE = Place("<witness>")
MOST_AGAIN = 4  # how often what is reached is reached again


class Unsettled(Enum):
    """Why a draft does not say a value."""

    OPEN = "open"
    NEVER = "never"
    FAULT = "fault"


class Exhausted(Exception):
    """The budget is spent."""


@define(eq=False)
class Draft:
    """``values`` by path and ``rows`` by record, as the facts layer holds them."""

    values: Mapping[str, Given]
    rows: Mapping[str, tuple[Row, ...]]
    worlds: dict[int, World] = field(factory=dict)  # by search; nothing open was looked at in them
    known: dict[object, object] = field(factory=dict)  # what was found out about it, by search

    def facts(self, *, closed: bool = False) -> Facts:
        """The draft as facts."""
        return Facts(self.values, {key: RecordRows(rows, place=FILE) for key, rows in self.rows.items()}, closed)

    @property
    def same(self) -> object:
        """Equal where two drafts with the same rows say the same."""
        chosen = frozenset((path, one.possible) for path, one in self.values.items())
        return chosen, tuple((key, len(rows), id(rows)) for key, rows in self.rows.items())

    def with_fact(self, path: str, value: Value | None) -> Draft:
        """A single fact is this; None is never."""
        return Draft({**self.values, path: given(value)}, self.rows)

    def with_cell(self, row: RowRef, column: str, value: Value | None) -> Draft:
        """A cell is this."""
        rows = list(self.rows[row.record])
        rows[row.number] = Row({**rows[row.number].cells, column: given(value)}, place=FILE)
        return Draft(self.values, {**self.rows, row.record: tuple(rows)})

    def with_row(self, record: str, cells: Mapping[str, Given] | None = None, times: int = 1) -> tuple[Draft, RowRef]:
        """One more row, and which it is; several alike, and the last of them."""
        rows = self.rows.get(record, ()) + (Row(cells or {}, place=FILE),) * times
        return Draft(self.values, {**self.rows, record: rows}), RowRef(record, len(rows) - 1)


def given(value: Value | None) -> Given:
    """A value as the facts layer holds it."""
    return Given(Never() if value is None else Exactly(value), place=FILE)


Drafts = Iterator[Draft]


@define(eq=False)
class Search:
    """What all drafts of one search share.

    ``truth``, ``amount``, ``day`` and ``settle`` are the ways of reaching what is wanted, which need each other; ``prefer`` is "first" or
    "last" where an end of the wanted stretch shall be told.
    """

    plan: Plan
    readings: Mapping[str, str]
    truth: Callable[[Search, Draft, t.Condition, Env, bool], Drafts]
    amount: Callable[[Search, Draft, t.Term, Env, Numbers], Drafts]
    day: Callable[[Search, Draft, t.Term, Env, Days], Drafts]
    settle: Callable[[Search, Draft, t.Term, Env], Drafts]  # a number is chosen, whichever, but not nought
    named: Mapping[str, str] = field(factory=dict)  # records whose rows have names, each its own
    spelled: Mapping[str, str] = field(factory=dict)  # folded texts as the plan writes them
    prefer: str = ""
    subject: RowRef | None = None
    budget: list[int] = field(factory=lambda: [0])  # shared by the searches for one witness
    over_rows: dict[object, bool] = field(factory=dict)

    def step(self, size: int = 1) -> None:
        """One more thing tried, or several."""
        self.budget[0] -= size
        if self.budget[0] < 0:
            raise Exhausted

    def may_change(self, node: t.Term | t.Condition) -> bool:
        """Whether a settled value may come out otherwise with more rows."""
        known = self.over_rows.get(node)
        if known is None:
            rows = t.Rows | t.EveryGroup | t.SomeGroups
            known = self.over_rows[node] = any(isinstance(part, rows) for part in walk(node, self.plan))
        return known

    def world(self, draft: Draft) -> World:
        """A world of the draft, under the readings of this search."""
        known = draft.worlds.get(id(self))
        if known is None:
            ground = ground_of(self.plan, draft.facts(), None, self.readings, subject=self.subject)
            known = draft.worlds[id(self)] = World(ground, Choices())
        return known

    def fresh(self, draft: Draft) -> World:
        """A world that is used once."""
        world = self.world(draft)
        del draft.worlds[id(self)]
        return world


def look(search: Search, draft: Draft, run: Callable[[World], T]) -> T | Unsettled:
    """What the evaluator says, where the draft settles it."""
    world = search.world(draft)
    ground = world.ground
    before = ground.uncertain
    result: T | Unsettled
    try:
        result = run(world)
    except NoValue:
        result = Unsettled.NEVER
    except Faulty:
        result = Unsettled.FAULT
    except TooManyWorlds:
        result = Unsettled.OPEN
    if ground.uncertain == before and not world.choices.at:
        return result
    del draft.worlds[id(search)]
    return Unsettled.OPEN


def truth_of(search: Search, draft: Draft, condition: t.Condition, env: Env) -> bool | None:
    """Whether a condition holds, where the draft settles it."""
    key = (id(search), condition, env)
    if key not in draft.known:
        found = look(search, draft, lambda world: truth(world, condition, env))
        draft.known[key] = None if isinstance(found, Unsettled) else found
    return draft.known[key]  # type: ignore[return-value]


def in_turn(draft: Draft, items: Sequence[Item], reach: Callable[[Draft, Item], Drafts]) -> Drafts:
    """Something for each of the items, each reached on top of the one before."""
    if not items:
        yield draft
        return
    for further in reach(draft, items[0]):
        yield from in_turn(further, items[1:], reach)


def together(
    draft: Draft,
    items: Sequence[Item],
    reach: Callable[[Draft, Item], Drafts],
    done: Callable[[Draft, Item], bool],
) -> Drafts:
    """Something for each of the items; what the rows of a later one have opened again is reached again."""
    for further in in_turn(draft, items, reach):
        yield from _again(further, items, reach, done, MOST_AGAIN)


def _again(
    draft: Draft,
    items: Sequence[Item],
    reach: Callable[[Draft, Item], Drafts],
    done: Callable[[Draft, Item], bool],
    most: int,
) -> Drafts:
    undone = [item for item in items if not done(draft, item)]
    if not undone:
        yield draft
    elif most:
        for further in reach(draft, undone[0]):
            yield from _again(further, items, reach, done, most - 1)
