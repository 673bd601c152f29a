"""Columns that the plan computes: read when first asked for, with the row as scope 0.

In: a table and a column key. Out: the column with its type and term. Holds: a column that needs itself is a finding that prints the
whole circle; each is read once.
"""

from __future__ import annotations

from criteria.check.context import Context
from criteria.check.infer import Value
from criteria.check.scopes import Scope, Table, name_of
from criteria.model.plan import Column
from criteria.syntax import tree


def column(ctx: Context, table: Table, key: str) -> Column | None:
    """The column; a computed one is read now if it has not been."""
    if key in table.columns:
        return table.columns[key]
    wanted = (table.key, key)
    computed = table.computed[key]
    if wanted in ctx.unreadable:
        return None
    if wanted in ctx.computing:
        _circle(ctx, wanted, computed)
        return None
    ctx.computing.append(wanted)
    read = ctx.value(computed.value, Scope().within(table))
    ctx.computing.pop()
    if read is None:
        ctx.unreadable.add(wanted)
        return None
    table.columns[key] = made(key, computed, read)
    return table.columns[key]


def made(key: str, computed: tree.ComputedColumn, read: Value) -> Column:
    """The column of the model."""
    return Column(key, name_of(computed.name), read.type, read.term, place=computed.place)


def _circle(ctx: Context, wanted: tuple[str, str], computed: tree.ComputedColumn) -> None:
    around = [*ctx.computing[ctx.computing.index(wanted) :], wanted]
    ctx.faults.error("cycle", computed.place, found=" → ".join(f"{table}.{key}" for table, key in around))


def spellings(table: Table, *, computed: bool = True) -> list[str]:
    """The names of the table's columns, for suggestions."""
    found = [column.name for key, column in table.columns.items() if key not in table.computed]
    return [*found, *(name_of(column.name) for column in table.computed.values())] if computed else found
