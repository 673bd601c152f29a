"""Sets of facts as relations of an engine: the contract of ``columnar/columns.py`` kept by hand, for tests.

In: a plan and sets of facts, numbered from 0. Out: relations with their rows and ``Columns``. What a column cannot hold is odd.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pyarrow as pa

from criteria.columnar.columns import Column, Columns, Held, Relation, held_as
from criteria.columnar.wanted import Texts, wanted
from criteria.facts import record as f
from criteria.frozen import define, field
from criteria.model.plan import Plan, fold
from criteria.model.types import DateType, NumberType, Type, Unit

SCALE = 2
Cell = date | Decimal | int | bool | None


@define
class Table:
    """Generated names with the types that an engine gives them, and the columns."""

    name: str
    types: dict[str, str] = field(factory=dict)
    columns: dict[str, Sequence[Cell]] = field(factory=dict)

    def add(self, name: str, kind: str, values: Sequence[Cell]) -> None:
        self.types[name], self.columns[name] = kind, values

    @property
    def arrow(self) -> pa.Table:
        kinds = {"BIGINT": pa.int64(), "INTEGER": pa.int32(), "DATE": pa.date32(), "BOOLEAN": pa.bool_()}
        return pa.table(
            {n: pa.array(c, kinds.get(self.types[n], pa.decimal128(14, SCALE))) for n, c in self.columns.items()}
        )


def held(plan: Plan, sets: Sequence[f.Facts]) -> tuple[list[Table], Columns]:
    """Everything that the plan reads of them."""
    asked = wanted(plan)
    rows = [(number, facts.values) for number, facts in enumerate(sets)]
    table, relation = relation_of(
        "subjects", {p: (plan.facts[p].type, texts) for p, texts in asked.facts.items()}, rows
    )
    tables, records = [table], {}
    for place, (key, columns) in enumerate(asked.records.items()):
        if not any(key in facts.records for facts in sets):
            continue
        kinds = {column: (plan.records[key].columns[column].type, texts) for column, texts in columns.items()}
        inside = [
            (number, row.cells)
            for number, facts in enumerate(sets)
            if key in facts.records
            for row in facts.records[key].rows
        ]
        table, records[key] = relation_of(f"rows{place}", kinds, inside)
        tables.append(table)
    return tables, Columns(relation, records)


def relation_of(
    name: str, kinds: Mapping[str, tuple[Type, Texts]], rows: Sequence[tuple[int, Mapping[str, f.Given]]]
) -> tuple[Table, Relation]:
    table = Table(name)
    table.add("id", "BIGINT", [number for number, _ in rows])
    columns = {}
    for place, (key, (kind, texts)) in enumerate(kinds.items()):
        cells = [(given[key].possible if key in given else f.Nothing()) for _, given in rows]
        columns[key] = column_of(table, f"c{place}", kind, texts, cells)
    return table, Relation(name, "id", columns)


def column_of(table: Table, name: str, kind: Type, texts: Texts, cells: Sequence[f.Possible]) -> Column:
    """The column and the companions that some row needs."""
    values, odd = [], []
    for cell in cells:
        found, fits = value_of(kind, texts, cell)
        values.append(found)
        odd.append(not fits)
    table.add(name, sql_type(kind), values)
    scale, shown = (SCALE, 100 if percents(kind) else 1) if isinstance(kind, NumberType) else (0, 1)
    numbers = [int(v * 10**SCALE) for v in values if isinstance(v, Decimal)]
    low, high = (min([0, *numbers]), max([0, *numbers])) if isinstance(kind, NumberType) else (None, None)
    if isinstance(kind, DateType):
        low, high = 2, date.max.toordinal()
    last = ""
    if any(isinstance(cell, f.DayBetween) for cell in cells):
        last = f"{name}_last"
        ends = [cell.last if isinstance(cell, f.DayBetween) else v for cell, v in zip(cells, values, strict=True)]
        table.add(last, "DATE", ends)
    return Column(
        name,
        held_as(kind),
        blank=any(v is None for v in values),
        scale=scale,
        low=low,
        high=high,
        shown=shown,
        codes=texts or (),
        last=last,
        unknown=companion(table, f"{name}_unknown", [isinstance(cell, f.Unknown) for cell in cells]),
        never=companion(table, f"{name}_never", [isinstance(cell, f.Never) for cell in cells]),
        odd=companion(table, f"{name}_odd", odd),
    )


def percents(kind: NumberType) -> bool:
    return kind.unit in (Unit.PERCENT, Unit.PERCENTAGE_POINT)


def companion(table: Table, name: str, values: list[bool]) -> str:
    if not any(values):
        return ""
    table.add(name, "BOOLEAN", values)
    return name


def sql_type(kind: Type) -> str:
    return {Held.DAY: "DATE", Held.NUMBER: f"DECIMAL(14,{SCALE})", Held.TRUTH: "BOOLEAN", Held.CODE: "INTEGER"}[
        held_as(kind)
    ]


def value_of(kind: Type, texts: Texts, cell: f.Possible) -> tuple[Cell, bool]:
    """What stands in the column, and whether that is all there is to say."""
    match cell:
        case f.Nothing() | f.Unknown() | f.Never():
            return None, True
        case f.DayBetween(first, _):
            return first, True
        case f.Exactly(value) if isinstance(value, Fraction):
            assert isinstance(kind, NumberType)
            shown = value * (100 if percents(kind) else 1) * 10**SCALE
            return (Decimal(int(shown)).scaleb(-SCALE), True) if shown.denominator == 1 else (None, False)
        case f.Exactly(value) if isinstance(value, str):
            return (texts or ()).index(fold(value)) if fold(value) in (texts or ()) else -1, True
        case f.Exactly(value) if isinstance(value, date | bool):
            return value, True
        case _:
            return None, False
