"""What the facts say to one goal, piece by piece, so that any part of it can be taken to be unknown.

A piece is one of these, as far as the goal looks at it and it says more than "any value of the type":

- the value of a single fact; a date that nobody gives is one too, where the closed record says that it did not happen (as of a day: not
  by then);
- one cell of a row of a log or table;
- that a log or table has these rows and no others (of a log as of a day: up to that day);
- the judgement of a judged goal.

What it means that a piece is *unknown*: a fact or cell may have every value of its type, a date may also be never. A row of which no
cell is kept is not there to be seen: where "no others" is kept, there is such a row and all of it is unknown; otherwise the record may
have any number of any rows beside those that are kept. What the plan itself fixes, its tables and settled readings, is no fact; nor is
the as-of day. Holds: with fewer pieces there are never fewer worlds.

In: plan, goal, facts, as-of day, readings. Out: ``Group``s of pieces that the goal cannot tell apart, and the facts of any part of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from criteria.analyse.alike import Looks, Readings, likeness, looks
from criteria.evaluate.decided import last
from criteria.evaluate.given import Clock, possible
from criteria.evaluate.levels import clock_of
from criteria.evaluate.shape import walk
from criteria.evaluate.subjects import every_level
from criteria.facts.record import Exactly, Facts, Given, Nothing, RecordRows, Row, Unknown
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan, Record
from criteria.model.types import Type
from criteria.source import Place

UNKNOWN = Given(Unknown(), place=Place(""))
NOT_GIVEN = Given(Nothing(), place=Place(""))
ONLY: frozenset[str] = frozenset({""})  # the one piece of what is no row
Pattern = frozenset[str]  # what is kept of a member: the columns of a row, ONLY or nothing of anything else
State = tuple[tuple[tuple[Pattern, int], ...], ...]  # for each group how many members keep what


@frozen
class Group:
    """Members that are alike: rows of a record by their numbers; or one fact (``kind`` "fact"), one record's being complete
    ("record") or the judgement, with the number 0. ``pieces`` are those of each member."""

    kind: str  # "row", "fact", "record", "judgement"
    about: str  # the record's key or the fact's path
    members: tuple[int, ...] = (0,)
    pieces: Pattern = ONLY

    @property
    def full(self) -> tuple[tuple[Pattern, int], ...]:
        return ((self.pieces, len(self.members)),)


@frozen
class Asked:
    """What is looked at: the facts with their types, the records that the facts bring, and how columns are looked at."""

    plan: Plan
    goal: Goal
    facts: Facts
    as_of: date | None
    paths: Mapping[str, Type]
    records: tuple[str, ...]
    seen: Looks
    clock: Clock
    readings: Sequence[Readings]


def asked(plan: Plan, goal: Goal, facts: Facts, as_of: date | None, readings: Sequence[Readings]) -> Asked:
    """What the goal looks at."""
    conditions = every_level(goal).conditions if goal.each else goal.conditions
    nodes = dict.fromkeys(node for condition in conditions for node in walk(condition, plan))
    paths = {node.path: node.type for node in nodes if isinstance(node, t.Fact)}
    named = [n.record for n in nodes if isinstance(n, t.Rows | t.EveryGroup | t.SomeGroups | t.Cell)]
    if goal.each and goal.each.subjects:
        named.append(goal.each.subjects.record)
    records = tuple(key for key in dict.fromkeys(named) if plan.records[key].rows is None and key in facts.records)
    seen, clock = looks(conditions, plan, readings), clock_of(plan, facts, as_of)
    return Asked(plan, goal, facts, as_of, paths, records, seen, clock, readings)


def groups(of: Asked) -> tuple[Group, ...]:
    """The pieces; rows first, for they are many."""
    rows = [group for key in of.records for group in _rows(of, of.plan.records[key])]
    records = [Group("record", key) for key in of.records if not of.facts.records[key].others]
    facts = [Group("fact", path) for path, kind in of.paths.items() if _says(of, of.facts.values.get(path), kind)]
    judged = of.goal.judged and last(of.goal, of.facts, of.as_of, "judgement")
    return (*rows, *records, *facts, *([Group("judgement", of.goal.id)] if judged else []))


def _says(of: Asked, given: Given | None, kind: Type) -> bool:
    """Whether something is said of a fact or cell: less is possible than when it is unknown."""
    if given and isinstance(given.possible, Exactly) and given.known_from is None:
        return True
    return any(possible(given, kind, of.clock, each) != possible(UNKNOWN, kind, of.clock, each) for each in of.readings)


def _rows(of: Asked, record: Record) -> Iterator[Group]:
    """The rows of a record by what they keep and how they look to the goal."""
    dating = {record.when, record.recorded} if of.as_of and record.is_log else set()
    columns = [c for c in record.columns if (record.key, c) in of.seen.columns or c in dating]
    found: dict[tuple[object, ...], list[int]] = {}
    for number, row in enumerate(of.facts.records[record.key].rows):
        pieces = frozenset(c for c in columns if _tells(of, record, row, c))
        look = likeness(row, columns, record, of.seen, of.clock)
        found.setdefault((pieces, *look), []).append(number)
    for (kept, *_), members in found.items():
        assert isinstance(kept, frozenset)
        if kept:
            yield Group("row", record.key, tuple(members), kept)


def _tells(of: Asked, record: Record, row: Row, column: str) -> bool:
    given = row.cells.get(column)
    if record.is_log and column == (record.recorded or record.when):  # such a row has some day
        return given is not None and not isinstance(given.possible, Nothing | Unknown)
    return _says(of, given, record.columns[column].type)


# ---- the facts of some pieces ---------------------------------------------------------------------------------------------


def everything(every: Sequence[Group]) -> State:
    """All pieces kept."""
    return tuple(group.full for group in every)


def members(group: Group, kept: Sequence[tuple[Pattern, int]]) -> Iterator[tuple[int, Pattern]]:
    """The members of a group with what is kept of them: as they are alike, the first ones keep the most."""
    numbers = iter(group.members)
    for pattern, count in sorted(kept, key=lambda each: (-len(each[0]), sorted(each[0]))):
        for _ in range(count):
            yield next(numbers), pattern


def facts_of(of: Asked, every: Sequence[Group], state: State) -> Facts:
    """The facts that say the pieces of ``state`` and nothing else."""
    values = dict.fromkeys(of.plan.facts, UNKNOWN)
    rows: dict[str, dict[int, Pattern]] = {key: {} for key in of.records}
    complete = set(of.records)
    judged = False
    for group, kept in zip(every, state, strict=True):
        if group.kind == "row":
            rows[group.about].update(members(group, kept))
            continue
        is_kept = kept[0][0] == ONLY
        judged |= group.kind == "judgement" and is_kept
        if group.kind == "record" and not is_kept:
            complete.discard(group.about)
        if group.kind == "fact" and is_kept:
            values.pop(group.about)
            values |= {path: given for path, given in of.facts.values.items() if path == group.about}
    records = {key: _record(of, key, rows[key], complete=key in complete) for key in of.records}
    return Facts(
        values,
        {key: brought for key, brought in records.items() if brought},
        of.facts.closed,
        of.facts.decisions if judged else (),
    )


def _record(of: Asked, key: str, kept: Mapping[int, Pattern], *, complete: bool) -> RecordRows | None:
    """The rows with the cells that are kept; without "no others" only those of which something is, if any."""
    brought, unknown = of.facts.records[key], dict.fromkeys(of.plan.records[key].columns, UNKNOWN)
    if complete and not brought.others:
        nothing = Row(unknown, place=brought.place)
        rows = tuple(
            _row(row, kept[number], unknown) if kept.get(number) else nothing for number, row in enumerate(brought.rows)
        )
        return RecordRows(rows, place=brought.place)
    some = tuple(_row(brought.rows[number], cells, unknown) for number, cells in sorted(kept.items()) if cells)
    return RecordRows(some, others=True, place=brought.place) if some else None


def _row(row: Row, kept: Pattern, unknown: Mapping[str, Given]) -> Row:
    """A row of which only some cells are known."""
    return Row({**unknown, **{column: row.cells.get(column, NOT_GIVEN) for column in kept}}, place=row.place)
