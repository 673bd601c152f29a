"""A table of cells becomes facts: the rows of a record, or single facts with a column of names and one of values.

In: the name of a file or sheet and its rows, read by ``delimited`` or ``workbook``. Out: the same tree as from a
document, so that names and values are judged in one place; faults of the table's shape: ragged rows, two columns of
one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts import series_tables
from criteria.facts.decisions import is_decision
from criteria.facts.naming import plan_names
from criteria.facts.refusal import shown
from criteria.facts.written import Keyed, Listed, Node, Part, Written
from criteria.frozen import frozen
from criteria.model.plan import Plan, Record, fold
from criteria.nearest import nearest
from criteria.source import Place

FACT_SHEETS = frozenset({"facts", "fakta"})
LIST_SHEETS = frozenset({"lists", "lister"})  # where a template keeps the options of its drop-downs
NAME_HEADERS = frozenset({"fact", "facts", "faktum", "fakta", "name", "navn"})
VALUE_HEADERS = frozenset({"value", "værdi"})
KNOWN_HEADERS = frozenset({"known from", "kendt fra"})
SHEET_NAME = 31  # Excel cuts longer names of sheets
# An ordinary or full-width = + - @, a tab or a carriage return.
_DANGEROUS = re.compile("'*[-=+@\t\r\uff1d\uff0b\uff0d\uff20]")
_PLAIN_NUMBER = re.compile(r"[-+][0-9][0-9.,]*(?: ?%| ?kr\.?)?")


@frozen
class Line:
    """One row that is not blank: its cells, blank ones as empty texts."""

    cells: Sequence[Written]
    place: Place


@frozen
class Table:
    """A named table; ``padded`` when rows may be shorter than the header, as in a workbook."""

    name: str
    lines: Sequence[Line]
    place: Place
    locale: str | None = None
    padded: bool = False


def neutral(text: str) -> str:
    """The text with an apostrophe before what a spreadsheet would run as a formula (trust.md B28); numbers stay as they are."""
    return f"'{text}" if _DANGEROUS.match(text) and not _PLAIN_NUMBER.fullmatch(text) else text


def original(text: str) -> str:
    """The text before ``neutral``."""
    return text[1:] if text[:1] == "'" and _DANGEROUS.match(text) else text


def meaning_of(name: str, plan: Plan) -> Record | str | None:
    """What a file or sheet of this name holds: the rows of a record, single facts (``facts``), drop-down lists, or neither."""
    target = plan_names(plan).meaning.get(fold(name))
    if target and target.record:
        return target.record
    cut = [r for r in plan.records.values() if fold(name) in (fold(r.name[:SHEET_NAME]), fold(r.key[:SHEET_NAME]))]
    if cut and len(name) >= SHEET_NAME - 1:
        return cut[0]
    return "facts" if fold(name) in FACT_SHEETS else "lists" if fold(name) in LIST_SHEETS else None


def is_fact_table(table: Table) -> bool:
    """Whether the header says so: a column of names and one of values."""
    header = {fold(cell.text) for cell in table.lines[0].cells} if table.lines else set()
    return bool(header & NAME_HEADERS and header & VALUE_HEADERS)


def read_table(table: Table, plan: Plan) -> tuple[list[Part], list[Diagnostic]]:
    """The part that the table brings; none, with a warning, where it is not for this plan."""
    meaning = meaning_of(table.name, plan)
    if isinstance(meaning, Record):
        return _rows_of(table, meaning)
    if table.lines and is_fact_table(table):
        return _single_facts(table)
    if table.lines and (held := series_tables.layout(table.name, _header(table)[0], plan)):
        return _series(table, held)
    if meaning == "facts":
        kind, near, severity = ("table-empty", None, Severity.WARNING)
        if table.lines:
            kind, severity = ("no-fact-header", Severity.ERROR)
    else:
        names = [name for name, target in plan_names(plan).meaning.items() if target.record] + sorted(FACT_SHEETS)
        near = nearest(table.name, names)
        kind, severity = ("misspelt-table", Severity.ERROR) if near else ("unused-table", Severity.WARNING)
    return [], [Diagnostic(kind, table.place, {"found": shown(table.name)}, near, severity)]


def _rows_of(table: Table, record: Record) -> tuple[list[Part], list[Diagnostic]]:
    if not table.lines:
        key = Written(record.key, table.place)
        empty = Keyed(((key, Listed((), table.place)),), table.place)
        return [Part(empty)], [
            Diagnostic("table-empty", table.place, {"found": shown(table.name)}, None, Severity.WARNING)
        ]
    header, found = _header(table)
    named = {fold(cell.text) for cell in header}
    found += [
        Diagnostic("column-absent", header[0].place, {"record": record.key, "column": key}, None, Severity.NOTICE)
        for key, column in record.columns.items()
        if column.computed is None and record.rows is None and not named & {fold(key), fold(column.name)}
        if not is_decision(record)
    ]
    rows = tuple(_rows(table, header, found))
    node = Keyed(((Written(record.key, table.place), Listed(rows, table.place)),), table.place)
    return [Part(node, table.locale)], found


def _rows(table: Table, header: Sequence[Written], found: list[Diagnostic]) -> Iterator[Keyed]:
    for line in table.lines[1:]:
        if _fits(line, header, table.padded, found):
            filled = [(key, cell) for key, cell in zip(header, line.cells, strict=False) if cell.text and key.text]
            yield Keyed(tuple(filled), line.place)


def _single_facts(table: Table) -> tuple[list[Part], list[Diagnostic]]:
    header, found = _header(table)
    columns = [fold(cell.text) for cell in header]
    name_at, value_at, known_at = (
        next((n for n, name in enumerate(columns) if name in names), None)
        for names in (NAME_HEADERS, VALUE_HEADERS, KNOWN_HEADERS)
    )
    assert name_at is not None
    assert value_at is not None
    entries = list[tuple[Written, Node]]()
    for line in table.lines[1:]:
        if not _fits(line, header, table.padded, found):
            continue
        cells = [*line.cells, *(Written("", line.place) for _ in header[len(line.cells) :])]
        name, value, known = cells[name_at], cells[value_at], cells[known_at] if known_at is not None else None
        if not name.text and value.text:
            found.append(Diagnostic("value-without-name", value.place, {"found": shown(value.text)}))
        elif name.text and known and known.text:
            said = ((Written("value", value.place), value), (Written("known from", known.place), known))
            entries.append((name, Keyed(said, value.place)))
        elif name.text:
            entries.append((name, value))
    return [Part(Keyed(tuple(entries), table.place), table.locale)], found


def _series(table: Table, held: series_tables.Layout) -> tuple[list[Part], list[Diagnostic]]:
    header, found = _header(table)
    lines = [line for line in table.lines[1:] if _fits(line, header, table.padded, found)]
    named = tuple(entry for line in lines for entry in series_tables.entries(held, line.cells))
    return [Part(Keyed(named, table.place), table.locale)], found


def _header(table: Table) -> tuple[list[Written], list[Diagnostic]]:
    """The names of the columns; blank ones at the end are a trailing delimiter, and no columns."""
    header = list(table.lines[0].cells)
    while len(header) > 1 and not header[-1].text:
        header.pop()
    first: dict[str, Written] = {}
    found = []
    for cell in header:
        before = first.setdefault(fold(cell.text), cell)
        if cell.text and before is not cell:
            values = {"found": shown(cell.text)}
            found.append(Diagnostic("column-twice", cell.place, values, related=(before.place,)))
    return header, found


def _fits(line: Line, header: Sequence[Written], padded: bool, found: list[Diagnostic]) -> bool:
    """Whether the row has a cell for each column and none beyond or between them."""
    cells = line.cells
    outside = [cell for cell in cells[len(header) :] if cell.text]
    outside += [cell for cell, name in zip(cells, header, strict=False) if cell.text and not name.text]
    if outside:
        found.append(Diagnostic("cell-without-column", outside[0].place, {"found": shown(outside[0].text)}))
    elif len(cells) < len(header) and not padded:
        values = {"found": str(len(cells)), "expected": str(len(header))}
        found.append(Diagnostic("row-too-short", line.place, values))
    else:
        return True
    return False
