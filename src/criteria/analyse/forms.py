"""What a condition or term means, apart from how it is written.

In: a node of the model and its plan. Out: a plain value that equals another's exactly when both mean the same. Holds: places, words and
quotations do not count; a date is the days it means, in whatever language; a column of a table that the plan fixes is its place in the
table; of a definition with readings the alternatives and their order count, not their names.
"""

from __future__ import annotations

from criteria.dates.relations import Relation
from criteria.frozen import names_of
from criteria.model import terms as t
from criteria.model.nodes import is_node
from criteria.model.plan import Plan, Record

_WORDS = ("place", "text", "quote", "type", "unit")
_UP_TO = (Relation.BEFORE, Relation.INDEN)


def form(node: object, plan: Plan) -> object:
    """The meaning as nested tuples."""
    match node:
        case t.DateValue(phrase):
            return "date", phrase.term
        case t.DateTest(relation, value, t.DateValue(phrase), last) if relation in _UP_TO and phrase.period().boundary:
            # Up to a boundary all of these words mean the same.
            return "DateTest", Relation.BY, form(value, plan), ("date", phrase.term), form(last, plan)
        case t.Chosen(_, alternatives) | t.ChosenCondition(_, alternatives):
            return "chosen", tuple(form(alternative, plan) for _, alternative in alternatives)
        case t.Cell(record, column, scope) if plan.records[record].rows is not None:
            return "column", record, list(plan.records[record].columns).index(column), scope
        case t.GroupValue(record, column) if plan.records[record].rows is not None:
            return "group", record, list(plan.records[record].columns).index(column)
        case t.EveryGroup(record, column, _, test) if plan.records[record].rows is not None:
            return "every", record, list(plan.records[record].columns).index(column), form(test, plan)
        case tuple():
            return tuple(form(each, plan) for each in node)
        case _ if is_node(node):
            kind = type(node)
            return kind.__name__, *(form(getattr(node, name), plan) for name in names_of(kind) if name not in _WORDS)
        case _:
            return node


def content(record: Record | None, plan: Plan) -> object:
    """What a record holds."""
    if record is None:
        return None
    fixed = record.rows is not None
    columns = [
        (None if fixed else key, column.type, form(column.computed, plan)) for key, column in record.columns.items()
    ]
    keys = list(record.columns)
    rows = [[row.values.get(key) for key in keys] for row in record.rows or ()]
    return record.is_log, record.when, columns, rows
