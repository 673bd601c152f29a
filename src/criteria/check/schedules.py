"""A schedule: a grid of activities and periods whose marked cells are rows of a table.

In: a table drawn under ``schedule … by quarter``. Out: its periods, and for each marked cell the values of its row: the period with its
first and last day, the mark, whether it is tentative, and the day that stands in the cell. Holds: a cell is ``x``, ``?``, a day, two
days, or empty; a day counts where it lies, and where that is not its column, there is a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from criteria.check.cells import CellValue
from criteria.check.context import Context
from criteria.check.grid_days import Slot, days_in, slot
from criteria.check.moments import read
from criteria.check.scopes import Table
from criteria.frozen import frozen
from criteria.model.plan import Column, FixedRow, fold
from criteria.model.types import ChoiceType, DateType, TextType, Type, YesNoType
from criteria.syntax import tree

PLANNED, TENTATIVE = "x", "?"
_UNITS = {1: ("month", "måned"), 3: ("quarter", "kvartal"), 6: ("half-year", "halvår"), 12: ("year", "år")}
_EXAMPLES = {1: "januar 2017", 3: "2017 Kv2", 6: "1. halvår 2017", 12: "2017"}


@frozen(eq=False)
class Drawn:
    """How many columns name the activity, and the rows that the marked cells give: the number of the line, and their values."""

    names: int
    cells: tuple[tuple[int, FixedRow], ...]


def columns(ctx: Context, table: Table, grid: tree.Grid) -> None:
    """The columns that every schedule has, each by its English and its Danish name."""
    unit, enhed = _UNITS[grid.months]
    kinds: tuple[tuple[str, str, Type], ...] = (
        (unit, enhed, TextType()),
        (f"{unit} start", f"{enhed} start", DateType()),
        (f"{unit} end", f"{enhed} slut", DateType()),
        ("mark", "mærke", ChoiceType((PLANNED, TENTATIVE))),
        ("tentative", "foreløbig", YesNoType()),
        ("date", "dato", DateType()),
    )
    for key, danish, kind in kinds:
        taken = next((table.spelled[name] for name in (key, danish) if name in table.spelled), None)
        if taken:
            place = table.places[taken]
            ctx.faults.error("duplicate-column", place, name=table.columns[taken].name, record=table.name)
            continue
        name = danish if ctx.language == "da" else key
        table.columns[key] = Column(key, name, kind, aside=key not in (unit, "mark", "date"), place=grid.place)
        table.spelled |= {key: key, danish: key}
        table.places[key] = grid.place
        ctx.names.used_columns.add((table.key, key))  # nobody wrote it to be used
    table.spans[unit] = (f"{unit} start", f"{unit} end")


def drawn(ctx: Context, table: Table, block: tree.RecordBlock, grid: tree.Grid) -> Drawn:
    """The grid read cell by cell."""
    names = _names(ctx, block, grid)
    slots = _slots(ctx, block.header[names:], grid)
    if not slots:
        ctx.faults.error("grid-without-periods", table.place, name=table.name, words=_expected(grid))
        return Drawn(names, ())
    _horizon(ctx, grid, slots, table)
    _same_twice(ctx, block, names)
    cells = [
        (number, made)
        for number, row in enumerate(block.rows)
        for own, cell in zip(slots, row[names:], strict=False)
        if own
        for made in _rows(ctx, grid, slots, own, cell)
    ]
    for row in block.rows:
        if all(not cell.text for cell in row[names:]):
            ctx.faults.warning("grid-row-empty", row[0].place, found=_said(row[:names]))
    return Drawn(names, tuple(cells))


def _expected(grid: tree.Grid) -> dict[str, str]:
    english, danish = _UNITS[grid.months]
    return {"unit": english, "unit_da": danish, "example": _EXAMPLES[grid.months]}


def _said(cells: tuple[tree.DataCell, ...]) -> str:
    return ", ".join(cell.text for cell in cells if cell.text)


# ---- the heading ----------------------------------------------------------------------------------------------------------


def _names(ctx: Context, block: tree.RecordBlock, grid: tree.Grid) -> int:
    """How many columns stand before the first period."""
    found = (n for n, cell in enumerate(block.header) if slot(ctx, cell, grid.months, None))
    return next(found, len(block.header))


def _slots(ctx: Context, header: tuple[tree.DataCell, ...], grid: tree.Grid) -> list[Slot | None]:
    """The periods of the columns; one without a year goes on from the one before it."""
    found: list[Slot | None] = []
    before: Slot | None = None
    for cell in header:
        made = slot(ctx, cell, grid.months, before)
        if made is None:
            ctx.faults.error("grid-column", cell.place, found=cell.text, words=_expected(grid))
        elif before and made.first <= before.last:
            ctx.faults.error("grid-order", cell.place, related=(before.place,), found=cell.text, before=before.label)
        elif before and made.first != before.last + timedelta(1):
            ctx.faults.warning("grid-gap", cell.place, related=(before.place,), found=cell.text, before=before.label)
        found.append(made)
        before = made or before
    return found


def _horizon(ctx: Context, grid: tree.Grid, slots: list[Slot | None], table: Table) -> None:
    """A schedule that ends before the plan does."""
    last = max(each.last for each in slots if each)
    said = read(ctx, " ".join(grid.until.text.split()), grid.until.place) if grid.until else None
    until = said.period().latest if said else None
    if until and until > last:
        ctx.faults.warning("grid-short", grid.place, name=table.name, until=until.isoformat(), last=last.isoformat())
    ends = until or last
    if ctx.whole and ends < ctx.whole[1]:
        whole = ctx.whole[1].isoformat()
        ctx.faults.warning("grid-ends-early", grid.place, name=table.name, ends=ends.isoformat(), last=whole)


def _same_twice(ctx: Context, block: tree.RecordBlock, names: int) -> None:
    first: dict[tuple[str, ...], tree.DataCell] = {}
    for row in block.rows:
        key = tuple(fold(cell.text) for cell in row[:names])
        before = first.setdefault(key, row[0])
        if before is not row[0]:
            ctx.faults.warning("grid-row-twice", row[0].place, related=(before.place,), found=_said(row[:names]))


# ---- the cells ------------------------------------------------------------------------------------------------------------


def _rows(
    ctx: Context, grid: tree.Grid, slots: list[Slot | None], own: Slot, cell: tree.DataCell
) -> Iterator[FixedRow]:
    """The rows of one cell: one for a mark, one for each day."""
    said = fold(cell.text)
    tentative = said.endswith(TENTATIVE)
    said = said.rstrip("? ")
    if said in ("", PLANNED, "(x)"):
        if said or tentative:
            yield _row(grid, own, cell, tentative or said == "(x)", None)
        return
    for when in days_in(ctx, said, own, cell):
        yield _row(grid, _lies_in(ctx, slots, own, when, cell), cell, tentative, when)


def _lies_in(ctx: Context, slots: list[Slot | None], own: Slot, when: date, cell: tree.DataCell) -> Slot:
    """The period that a day lies in; a day in another column than its own is a finding, and the day counts."""
    if own.first <= when <= own.last:
        return own
    said, found, column = when.isoformat(), cell.text, own.label
    other = next((each for each in slots if each and each.first <= when <= each.last), None)
    if other is None:
        ctx.faults.warning("grid-day-outside", cell.place, found=found, day=said, column=column)
        return own
    related = (other.place,)
    ctx.faults.warning(
        "grid-day-elsewhere", cell.place, related=related, other=other.label, found=found, day=said, column=column
    )
    return other


def _row(grid: tree.Grid, where: Slot, cell: tree.DataCell, tentative: bool, when: date | None) -> FixedRow:
    unit = _UNITS[grid.months][0]
    values: dict[str, CellValue] = {
        unit: where.label,
        f"{unit} start": where.first,
        f"{unit} end": where.last,
        "mark": TENTATIVE if tentative else PLANNED,
        "tentative": tentative,
    }
    return FixedRow(values | ({"date": when} if when else {}), place=cell.place)
