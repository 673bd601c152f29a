"""Facts in Excel.

In: the path of an .xlsx file, and the plan. Out: the parts of its sheets, every cell with its place
(``facts.xlsx:Ark1!B7``), and faults. A sheet named like a record holds its rows; a sheet with a column of names and
one of values holds single facts. What a reader of the sheet would not see, or would see as something else, is
refused: hidden rows and columns, merged cells, errors, formulas without values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.cells import read_cell
from criteria.facts.ooxml import MAX_FILE, RawCell, RawSheet, Sheet, Workbook, position, reference
from criteria.facts.refusal import Refused, shown
from criteria.facts.tables import Line, Table, is_fact_table, meaning_of, read_table
from criteria.facts.written import Part, Written
from criteria.frozen import evolve
from criteria.model.plan import Plan, Record
from criteria.source import Place, read_bytes

_UNNAMED = re.compile(r"(?:ark|sheet|tabelle|blad|feuil)\s?[0-9]*", re.IGNORECASE)
MAX_COLUMNS = 1_000  # of the header; a plan's record has a handful


def read_xlsx(path: Path, plan: Plan) -> tuple[list[Part], list[Diagnostic]]:
    """The parts of all sheets that are for the plan."""
    book = Workbook(str(path), read_bytes(path, MAX_FILE))
    parts, found = list[Part](), list[Diagnostic]()
    for sheet in book.sheets:
        if meaning_of(sheet.name, plan) == "lists":
            continue
        raw = book.read(sheet)
        if raw.cells or isinstance(meaning_of(sheet.name, plan), Record):
            more, faults = _Reader(book, sheet, raw, path.stem, plan).read()
            parts += more
            found += faults
    if not parts and not found:
        found.append(Diagnostic("facts-empty", Place(str(path)), severity=Severity.WARNING))
    return parts, found


class _Reader:
    """One sheet."""

    def __init__(self, book: Workbook, sheet: Sheet, raw: RawSheet, stem: str, plan: Plan) -> None:
        self.book, self.sheet, self.raw, self.plan = book, sheet, raw, plan
        self.found: list[Diagnostic] = []
        alone = len(book.sheets) == 1 and _UNNAMED.fullmatch(sheet.name)
        self.name = stem if alone else sheet.name

    def place(self, row: int, column: int) -> Place:
        return Place(self.book.place.file, cell=f"{self.sheet.name}!{reference(row, column)}")

    def read(self) -> tuple[list[Part], list[Diagnostic]]:
        table = self.table()
        if self.sheet.hidden:
            asked = meaning_of(self.name, self.plan) is not None or (table.lines and is_fact_table(table))
            severity = Severity.ERROR if asked else Severity.NOTICE
            values = {"found": shown(self.sheet.name)}
            return [], [
                Diagnostic("hidden-sheet" if asked else "hidden-sheet-unread", table.place, values, None, severity)
            ]
        parts, found = read_table(table, self.plan)
        if parts or meaning_of(self.name, self.plan):  # what is wrong inside a sheet matters where it is read
            found += [*self.found, *self.hidden(), *self.merged()]
        return parts, found

    def table(self) -> Table:
        """The cells as rows from the first that holds something; faulty cells are left blank, and reported."""
        rows: dict[int, dict[int, Written]] = {}
        for cell in self.raw.cells:
            written = self.written(cell)
            if written.text:
                rows.setdefault(cell.row, {})[cell.column] = written
        width = max((max(cells) for cells in rows.values()), default=0)
        place = Place(self.book.place.file, cell=self.sheet.name)
        if width > MAX_COLUMNS:
            self.found.append(Diagnostic("too-many-columns", place, {"found": str(width), "limit": str(MAX_COLUMNS)}))
            return Table(self.name, (), place, padded=True)
        left = min((min(cells) for cells in rows.values()), default=1)
        lines = []
        for row, cells in sorted(rows.items()):
            full = [cells.get(column) or Written("", self.place(row, column)) for column in range(left, max(cells) + 1)]
            lines.append(Line(full, self.place(row, left)))
        return Table(self.name, tuple(lines), place, padded=True)

    def written(self, cell: RawCell) -> Written:
        place = self.place(cell.row, cell.column)
        try:
            return read_cell(cell, self.book, place)
        except Refused as refused:
            self.found.append(evolve(refused.diagnostic("", place), values=refused.values))
            return Written("", place)
        except (ValueError, IndexError):  # a shared text that is not there
            self.found.append(Diagnostic("cell-not-a-number", place, {"found": shown(cell.text or "")}))
            return Written("", place)

    def hidden(self) -> Iterable[Diagnostic]:
        """Hidden rows and columns that hold something: a filter that is on hides rows too."""
        rows = {cell.row for cell in self.raw.cells if cell.text} & self.raw.hidden_rows
        if rows:
            yield Diagnostic("hidden-rows", self.place(min(rows), 1), {"found": _listed(str(r) for r in sorted(rows))})
        columns = sorted({cell.column for cell in self.raw.cells if cell.text and self.is_hidden(cell.column)})
        if columns:
            names = _listed(reference(1, column)[:-1] for column in columns)
            yield Diagnostic("hidden-columns", self.place(1, columns[0]), {"found": names})

    def is_hidden(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.raw.hidden_columns)

    def merged(self) -> Iterable[Diagnostic]:
        """Merged cells: only the first of them holds the value that the eye sees in all."""
        last = max((cell.row for cell in self.raw.cells), default=0)
        for area in self.raw.merged:
            first = area.partition(":")[0]
            try:
                row, column = position(first)
            except ValueError:
                continue
            if row <= last:
                yield Diagnostic("merged-cells", self.place(row, column), {"found": shown(area)})


def _listed(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed[:10]) + (", …" if len(listed) > 10 else "")
