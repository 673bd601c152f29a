"""What is declared and never used.

In: the names after everything was read. Out: one warning each. Holds: text columns are left out, for they name the rows to a reader; so is
the date of a log, which says when.
"""

from __future__ import annotations

from criteria.check.context import Context
from criteria.model.plan import FactDeclaration
from criteria.model.series import Series
from criteria.model.types import TextType


def unused(ctx: Context) -> None:
    """Facts, columns and definitions that no level needs; asked only of a plan without errors, whose names all mean something."""
    names = ctx.names
    declared: list[FactDeclaration | Series] = [*names.facts.values(), *names.series.values()]
    for fact in {f.path: f for f in declared}.values():
        if fact.path not in names.used_facts:
            ctx.faults.warning("unused-fact", fact.place, found=fact.name)
    for table in dict.fromkeys(names.tables.values()):
        for key, column in table.columns.items():
            used = (table.key, key) in names.used_columns or key in (table.when, table.recorded)
            if not used and not isinstance(column.type, TextType):
                ctx.faults.warning("unused-fact", column.place, found=f"{table.name}: {column.name}")
    for definition in ctx.every_definition:
        if not definition.used:
            ctx.faults.warning("unused-fact", definition.tree.place, found=definition.name)
