"""Which goals use a fact or a record.

In: a checked plan. Out: for each path and record key the identifiers of the goals whose levels look at it, in the
plan's order. Computed columns are followed to what they are computed from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from criteria.frozen import names_of
from criteria.model.plan import Plan
from criteria.model.terms import Cell, Fact, GroupValue, Rows
from criteria.source import Place


def goals_using(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """Fact paths and record keys → goals; what no goal uses is not there."""
    found: dict[str, dict[str, None]] = {}
    for goal in (*plan.goals, *(goal for amendment in plan.amendments for goal in amendment.goals)):
        for key in _keys([goal.levels, goal.conditions, goal.measures, goal.duties], plan):
            found.setdefault(key, {})[goal.id] = None
    return {key: tuple(goals) for key, goals in found.items()}


def _keys(start: Iterable[object], plan: Plan) -> Iterator[str]:
    """Everything that the terms and conditions under ``start`` name; no recursion, for a plan may nest deeply."""
    waiting, seen = list(start), set[tuple[str, str]]()
    while waiting:
        node = waiting.pop()
        match node:
            case Fact(path):
                yield path
            case Rows(record):
                yield record
            case GroupValue(record, column) | Cell(record, column) if (record, column) not in seen:
                seen.add((record, column))
                yield record
                declared = plan.records[record].columns.get(column) if record in plan.records else None
                waiting.append(declared.computed if declared else None)
        waiting.extend(_inside(node))


def _inside(node: object) -> Iterable[object]:
    if isinstance(node, tuple):
        return cast("tuple[object, ...]", node)
    return () if isinstance(node, Place) else [getattr(node, name) for name in names_of(type(node))]
