"""Which texts a fact or a column may say, and from which rows a row takes its words.

In: a checked plan. Out: for each fact and column the texts that the plan knows of it: those it is compared with, those of its own tables,
and those of every other column that it is compared with; ``joins``: columns that one record has in common with another, such as an event's
area and kind with those of the plan's table.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Plan
from criteria.model.types import ChoiceType
from criteria.testing.landmarks import nodes

Slot = tuple[str, str]  # a record and its column; ("", path) is a fact


@frozen
class Join:
    """``columns`` of a record say what those of a row of ``other`` say."""

    other: str
    columns: tuple[tuple[str, str], ...]  # own, theirs


def texts(plan: Plan) -> Mapping[Slot, tuple[str, ...]]:
    """The texts of each slot, in the order in which the plan has them."""
    same: dict[Slot, Slot] = {}
    said: list[tuple[Slot, str]] = list(_of_tables(plan))
    for node in nodes(plan):
        if isinstance(node, t.Matches) and (slot := slot_of(node.value)):
            said += [(slot, option.value) for option in node.options if isinstance(option, t.TextValue)]
            for other in filter(None, map(slot_of, node.options)):
                same[_root(same, slot)] = _root(same, other)
    groups: dict[Slot, dict[str, None]] = {}
    for slot, text in said:
        groups.setdefault(_root(same, slot), {})[text] = None
    every = {slot for slot, _ in said} | set(same)
    return {slot: tuple(groups.get(_root(same, slot), ())) for slot in every}


def _of_tables(plan: Plan) -> Iterator[tuple[Slot, str]]:
    """What the plan's own rows and choices say."""
    for record in plan.records.values():
        for row in record.rows or ():
            yield from (((record.key, column), value) for column, value in row.values.items() if isinstance(value, str))
        for column in record.columns.values():
            if isinstance(column.type, ChoiceType):
                yield from (((record.key, column.key), option) for option in column.type.options)


def _root(same: Mapping[Slot, Slot], slot: Slot) -> Slot:
    while slot in same and same[slot] != slot:
        slot = same[slot]
    return slot


def slot_of(term: t.Term) -> Slot | None:
    """The fact or column that a term looks at."""
    match term:
        case t.Fact(path):
            return "", path
        case t.Cell(record, column) | t.GroupValue(record, column):
            return record, column
        case _:
            return None


def joins(plan: Plan) -> Mapping[str, tuple[Join, ...]]:
    """For each record the rows of other records that its own are sought by."""
    found: dict[str, dict[Join, None]] = {}
    for node in nodes(plan):
        if isinstance(node, t.Rows):
            for join in _joins(node):
                found.setdefault(node.record, {})[join] = None
    return {record: tuple(each) for record, each in found.items()}


def _joins(rows: t.Rows) -> Iterator[Join]:
    """The columns that ``where`` compares with a row around."""
    columns: dict[str, list[tuple[str, str]]] = {}
    for condition in rows.where:
        match condition:
            case t.Matches(t.Cell(record, own, 0), (t.Cell(other, theirs),)) if record == rows.record != other:
                columns.setdefault(other, []).append((own, theirs))
    for other, pairs in columns.items():
        yield Join(other, tuple(pairs))
