"""The same relations asked in Polars: numbers counted in their last digit, as columns there hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import polars

from columnar.held import Table
from criteria.columnar.asked import Query
from criteria.columnar.columns import Column, Columns, Held, Relation
from criteria.columnar.dialect import POLARS
from criteria.columnar.query import query
from criteria.evaluate.given import Clock
from criteria.frozen import evolve
from criteria.model.plan import Plan


def asked(plan: Plan, tables: Sequence[Table], columns: Columns, clock: Clock) -> tuple[Query, list[dict[str, object]]]:
    """What the goals that its numbers fit come to, by subject."""
    records = {name: counted(relation) for name, relation in columns.records.items()}
    found = query(plan, Columns(counted(columns.subjects), records), clock, {}, POLARS, every_reading=True)
    if not found.goals:
        return found, []
    shown = {table.name: lazy(table) for table in tables}
    return found, polars.SQLContext(shown).execute(found.text).sort("k").collect(engine="streaming").to_dicts()


def counted(relation: Relation) -> Relation:
    """Decimals as whole numbers."""
    return evolve(relation, columns=scaled(relation.columns))


def scaled(columns: Mapping[str, Column]) -> dict[str, Column]:
    return {
        path: evolve(column, scale=0, shown=column.shown * 10**column.scale) if column.held is Held.NUMBER else column
        for path, column in columns.items()
    }


def lazy(table: Table) -> polars.LazyFrame:
    frame = polars.from_arrow(table.arrow)
    assert isinstance(frame, polars.DataFrame)
    numbers = polars.selectors.decimal().to_physical().cast(polars.Int64)
    return frame.with_columns(numbers).lazy()
