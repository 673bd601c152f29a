"""Which facts and columns a plan's goals read, and which texts of them matter.

In: a plan. Out: ``Wanted``. Holds: a source has to bring nothing else, and texts that are not named here are all alike to the plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.evaluate.subjects import every_level
from criteria.evaluate.versions import every_goal
from criteria.frozen import frozen
from criteria.ladder.shape import Node, walk
from criteria.model import terms as t
from criteria.model.plan import Plan, Record, fold
from criteria.model.types import ChoiceType, TextType, Type

Texts = tuple[str, ...] | None  # folded, in order; None of what is no text


@frozen
class Wanted:
    """``facts`` by path, ``records`` by key and column key."""

    facts: Mapping[str, Texts]
    records: Mapping[str, Mapping[str, Texts]]


def wanted(plan: Plan) -> Wanted:
    """All versions and all readings."""
    nodes = list(dict.fromkeys(_nodes(plan)))
    named = tuple(dict.fromkeys(_texts(plan, nodes)))
    facts: dict[str, Texts] = {}
    records: dict[str, dict[str, Texts]] = {}
    for node in nodes:
        match node:
            case t.Fact(path):
                facts[path] = _of(plan.facts[path].type, named)
            case t.Rows(record) | t.EveryGroup(record) | t.SomeGroups(record):
                _record(plan, records, record)
            case t.Cell(record, column):
                _column(plan, records, record, column, named)
            case _:
                pass
        if isinstance(node, t.EveryGroup | t.SomeGroups | t.GroupValue):
            _column(plan, records, node.record, node.column, named)
    return Wanted(facts, records)


def _nodes(plan: Plan) -> Iterator[Node]:
    for goal in every_goal(plan):
        for condition in every_level(goal).conditions:
            yield from walk(condition, plan)


def _texts(plan: Plan, nodes: list[Node]) -> Iterator[str]:
    """Every text that the plan names, in its tests and in the rows that it fixes."""
    for node in nodes:
        if isinstance(node, t.TextValue):
            yield fold(node.value)
    for record in plan.records.values():
        for row in record.rows or ():
            yield from (fold(value) for value in row.values.values() if isinstance(value, str))


def _of(kind: Type, named: tuple[str, ...]) -> Texts:
    if isinstance(kind, ChoiceType):
        return tuple(map(fold, kind.options))
    return named if isinstance(kind, TextType) else None


def _record(plan: Plan, records: dict[str, dict[str, Texts]], key: str) -> None:
    """A record, with the column that says when its rows happened."""
    if plan.records[key].rows is None:
        columns = records.setdefault(key, {})
        for column in _dating(plan.records[key]):
            columns.setdefault(column, None)


def _dating(record: Record) -> Iterator[str]:
    if record.is_log and record.when:
        yield record.recorded or record.when


def _column(plan: Plan, records: dict[str, dict[str, Texts]], record: str, column: str, named: tuple[str, ...]) -> None:
    _record(plan, records, record)
    found = plan.records[record].columns.get(column)
    if plan.records[record].rows is None and found is not None and found.computed is None:
        records[record][column] = _of(found.type, named)
