"""Logs and tables: their columns, and the rows that the plan itself fixes.

In: the record blocks of the tree. Out: ``Table``s among the names in force, and at the end ``Record``s. Holds: a name is a fact or a
record, never both; a column is declared once; a log knows which date says when; cells are of their column's type, and the type of a
column that nothing declares is inferred from its cells.
"""

from __future__ import annotations

import re

from criteria.check import schedules
from criteria.check.cells import Cells, inferred, typed
from criteria.check.context import Context
from criteria.check.declarations import type_of
from criteria.check.scopes import Table, name_of
from criteria.model.plan import Column, FixedRow, Record, fold
from criteria.model.types import ChoiceType, DateType, TextType
from criteria.source import Place
from criteria.syntax import tree


def tables(ctx: Context) -> None:
    """Every record of the plan into the names in force; computed columns are only named."""
    for block in ctx.plan.records:
        name = name_of(block.name)
        table = Table(name_of(block.key or block.name), name, block.kind == "log", block.place)
        if _declared(ctx, table):
            _columns(ctx, table, block)
            if block.grid:
                _scheduled(ctx, table, block, block.grid)
            else:
                _fixed(ctx, table, block)
            _one(ctx, table, block)
            _computed(ctx, table, block)
            _when(ctx, table, block)


def _declared(ctx: Context, table: Table) -> bool:
    """Whether its name is free."""
    spellings = dict.fromkeys((fold(table.key), fold(table.name)))
    for spelling in spellings:
        if other := ctx.names.tables.get(spelling):
            ctx.faults.error("duplicate-record", table.place, related=(other.place,), name=table.name)
            return False
        if fact := ctx.names.facts.get(spelling) or ctx.names.series.get(spelling):
            ctx.faults.error("fact-and-record", table.place, related=(fact.place,), name=table.name)
            return False
    ctx.names.tables |= dict.fromkeys(spellings, table)
    return True


def _name(ctx: Context, table: Table, key: str, name: str, place: Place) -> bool:
    """Whether the column's spellings are free; they are taken."""
    spellings = dict.fromkeys((fold(key), fold(name)))
    for spelling in spellings:
        if spelling in table.spelled:
            other = table.places[table.spelled[spelling]]
            ctx.faults.error("duplicate-column", place, related=(other,), name=name, record=table.name)
            return False
    table.spelled |= dict.fromkeys(spellings, key)
    table.places[key] = place
    return True


def _columns(ctx: Context, table: Table, block: tree.RecordBlock) -> None:
    for line in block.columns:
        if line.per:
            ctx.faults.error("series-in-record", line.per[0].place, found=name_of(line.name), record=table.name)
        key, name = name_of(line.key or line.name), name_of(line.name)
        if _name(ctx, table, key, name, line.place):
            label = line.label.value if line.label else ""
            table.columns[key] = Column(key, name, type_of(ctx, line.type), label=label, place=line.place)


def _one(ctx: Context, table: Table, block: tree.RecordBlock) -> None:
    """What a row is called: another name of the column that tells the rows apart."""
    if not block.each:
        return
    table.one = name_of(block.each)
    table.called = frozenset(fold(name_of(words)) for words in (block.each, block.each_key or block.each))
    table.naming = naming(table)
    if table.naming is None:
        ctx.faults.error("no-naming-column", table.place, name=table.name, one=table.one)
    else:
        table.spelled = {**dict.fromkeys(table.called, table.naming), **table.spelled}


def naming(table: Table) -> str | None:
    """The column called as a row is, else the first with texts."""
    texts = [key for key, column in table.columns.items() if isinstance(column.type, TextType | ChoiceType)]
    own = (table.spelled[name] for name in table.called if table.spelled.get(name) in texts)
    return next(own, next(iter(texts), None))


def _computed(ctx: Context, table: Table, block: tree.RecordBlock) -> None:
    for column in block.computed:
        key = name_of(column.key or column.name)
        if _name(ctx, table, key, name_of(column.name), column.place):
            table.computed[key] = column


def _when(ctx: Context, table: Table, block: tree.RecordBlock) -> None:
    """The date column that says when a row of a log happened."""
    if not table.is_log:
        return
    recorded = [name_of(line.key or line.name) for line in block.columns if line.type.recorded]
    if len(recorded) > 1:
        places = tuple(table.places[key] for key in recorded[1:])
        ctx.faults.error("recorded-twice", places[0], related=(table.places[recorded[0]],), name=table.name)
    table.recorded = recorded[0] if recorded else None
    dates = [k for k, column in table.columns.items() if isinstance(column.type, DateType) and k not in recorded]
    marked = [name_of(line.key or line.name) for line in block.columns if line.type.when]
    chosen = marked or dates
    if len(chosen) == 1:
        table.when = chosen[0]
    else:
        kind = "log-when-unclear" if chosen else "log-without-date"
        related = tuple(table.places[key] for key in dict.fromkeys(chosen))
        ctx.faults.error(kind, table.place, related=related, name=table.name, found=", ".join(chosen))


# ---- rows that the plan fixes -----------------------------------------------------------------------------------------


def _fixed(ctx: Context, table: Table, block: tree.RecordBlock) -> None:
    if not block.header:
        return
    if not block.rows:
        ctx.faults.warning("table-without-rows", table.place, name=table.name)
    keys = [_header(ctx, table, cell, block, [row[n] for row in block.rows]) for n, cell in enumerate(block.header)]
    table.rows = tuple(_row(ctx, table, keys, row) for row in block.rows)


def _scheduled(ctx: Context, table: Table, block: tree.RecordBlock, grid: tree.Grid) -> None:
    """The marked cells of a schedule, each a row with the names of its line."""
    found = schedules.drawn(ctx, table, block, grid)
    names = block.header[: found.names]
    keys = [_header(ctx, table, cell, block, []) for cell in names]  # texts, also where all are numbers
    schedules.columns(ctx, table, grid)
    lines = [_row(ctx, table, keys, row[: found.names]).values for row in block.rows] if names else []
    if not names:
        ctx.faults.error("grid-without-names", table.place, name=table.name)
        return
    table.rows = tuple(FixedRow({**lines[n], **made.values}, place=made.place) for n, made in found.cells)


def _row(ctx: Context, table: Table, keys: list[str | None], row: tuple[tree.DataCell, ...]) -> FixedRow:
    """The values of a row; the parser has seen to it that it is as long as the header."""
    cells: Cells = {}
    for key, cell in zip(keys, row, strict=True):
        value = typed(ctx, table.columns[key], cell) if key else None
        if key and value is not None:
            cells[key] = value
    return FixedRow(cells, place=row[0].place)


def _header(
    ctx: Context, table: Table, cell: tree.DataCell, block: tree.RecordBlock, column: list[tree.DataCell]
) -> str | None:
    """The key of a header's column; one that no line declares is declared now, of the type its cells have."""
    name, key = _name_and_key(cell.text)
    known = table.column((name,))
    if not name:
        ctx.faults.error("header-empty", cell.place)
        return None
    if known and table.places[known] in (other.place for other in block.header):
        ctx.faults.error("duplicate-column", cell.place, related=(table.places[known],), name=name, record=table.name)
        return None
    if known:
        return known
    _name(ctx, table, key, name, cell.place)
    table.columns[key] = Column(key, name, inferred(ctx, column), place=cell.place)
    return key


def _name_and_key(header: str) -> tuple[str, str]:
    """``område (area)``: the name, and the key that facts files may use."""
    words = " ".join(header.split())
    match = re.fullmatch(r"(.+) \((.+)\)", words)
    return (match[1], match[2]) if match else (words, words)


def record(table: Table, columns: dict[str, Column]) -> Record:
    """The record of the model."""
    return Record(
        table.key,
        table.name,
        table.is_log,
        columns,
        table.when,
        table.rows,
        place=table.place,
        one=table.one,
        recorded=table.recorded,
    )
