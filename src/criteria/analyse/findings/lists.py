"""Lists and groups that nobody can complete.

In: a plan. Out: ``unlisted-universal``, where something is asked of all rows, or in every group, of a record that the plan does not
list: nobody can tell whether the facts give all of them; ``empty-group``, where a declared group has no row in a table that the plan
fixes. Holds: all rows of a log are what was recorded, so only its groups are wondered at; a level that says how many rows there
are has listed them well enough.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.findings.made import asked, every_goal, finding, nodes
from criteria.diagnostics import Diagnostic
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan, Record, fold
from criteria.model.types import ChoiceType, TextType

_LEAST = (t.Comparison.EQUAL, t.Comparison.AT_LEAST, t.Comparison.ABOVE)


def find(plan: Plan) -> Iterator[Diagnostic]:
    """For each goal, a record once."""
    counted = [rows for goal in every_goal(plan) for rows in _counted(tuple(asked(goal)))]
    for goal in every_goal(plan):
        yield from _unlisted(plan, goal, counted)
        for node in nodes(tuple(asked(goal))):
            if isinstance(node, t.EveryGroup | t.SomeGroups):
                yield from _empty(plan, plan.records[node.record], node, goal)


def _unlisted(plan: Plan, goal: Goal, counted: list[t.Rows]) -> Iterator[Diagnostic]:
    told: dict[str, t.Quantified | t.EveryGroup] = {}
    for node in nodes(tuple(asked(goal))):
        match node:
            case t.Quantified(quantity=t.Quantity.ALL, rows=rows) if not plan.records[rows.record].is_log:
                if rows not in counted and t.Rows(rows.record) not in counted and not any(map(_is_named, rows.where)):
                    _add(plan, told, rows.record, node)
            case t.EveryGroup(record=record, choices=None):
                _add(plan, told, record, node)
    for key, node in told.items():
        owner = plan.records[key]
        yield finding(
            "unlisted-universal", node.place, goal.id, related=(owner.place,), found=node.text, name=owner.name
        )


def _is_named(where: t.Condition) -> bool:
    """Whether it picks rows by what they are called."""
    return isinstance(where, t.Matches) and isinstance(where.value, t.Cell) and isinstance(where.value.type, TextType)


def _add(
    plan: Plan, told: dict[str, t.Quantified | t.EveryGroup], record: str, node: t.Quantified | t.EveryGroup
) -> None:
    if plan.records[record].rows is None:
        told.setdefault(record, node)


def _counted(asked_for: tuple[t.Condition, ...]) -> Iterator[t.Rows]:
    """Rows of which these say how many there are at least."""
    for node in nodes(asked_for):
        match node:
            case t.Compare(relation=relation, left=t.Count(rows) | t.Distinct(rows)) if relation in _LEAST:
                yield rows
            case t.Between(value=t.Count(rows) | t.Distinct(rows)):
                yield rows
            case t.Quantified(quantity=t.Quantity.COUNT, rows=rows, relation=relation, test=None) if relation in _LEAST:
                yield rows


def _empty(plan: Plan, record: Record, node: t.EveryGroup | t.SomeGroups, goal: Goal) -> Iterator[Diagnostic]:
    """Choices that the column, or one of its name in another record, declares and the table has no row of."""
    if record.rows is None:
        return
    there = {fold(str(row.values.get(node.column, ""))) for row in record.rows}
    absent = [choice for choice in _choices(plan, node) if fold(choice) not in there]
    if absent:
        column = record.columns[node.column].name
        found = ", ".join(absent)
        related = (record.place,)
        yield finding("empty-group", node.place, goal.id, related=related, found=found, name=record.name, column=column)


def _choices(plan: Plan, node: t.EveryGroup | t.SomeGroups) -> tuple[str, ...]:
    if node.choices is not None:
        return node.choices
    named = (other.columns[node.column].type for other in plan.records.values() if node.column in other.columns)
    return next((type_.options for type_ in named if isinstance(type_, ChoiceType)), ())
