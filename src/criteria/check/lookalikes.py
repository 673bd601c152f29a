"""Declared names that a reader cannot tell apart.

In: the declared names. Out: findings with the code points. Holds: one pass, one table of skeletons for each space of names.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.check.confusable import code_points, skeleton
from criteria.check.context import Context
from criteria.model.plan import fold
from criteria.source import Place

Named = tuple[str, Place]


def lookalikes(ctx: Context) -> None:
    """The names of facts, records and definitions, and of each record's columns."""
    names = ctx.names
    plan: list[Named] = [(name, fact.place) for fact in names.facts.values() for name in (fact.path, fact.name)]
    plan += [(name, table.place) for table in names.tables.values() for name in (table.key, table.name)]
    plan += [(definition.name, definition.tree.place) for definition in ctx.every_definition]
    _apart(ctx, plan)
    for table in dict.fromkeys(names.tables.values()):
        columns = [(c.key, c.place) for c in table.columns.values()] + [
            (c.name, c.place) for c in table.columns.values()
        ]
        _apart(ctx, columns)


def _apart(ctx: Context, names: Iterable[Named]) -> None:
    seen: dict[str, Named] = {}
    for name, place in names:
        other, before = seen.setdefault(skeleton(name), (name, place))
        if fold(other) != fold(name):
            signs = code_points(other, name)
            ctx.faults.error("confusable-names", place, related=(before,), name=name, other=other, signs=signs)
