"""Tables in CSV.

In: a decoded text. Out: the facts or rows in it, every cell with its line and column; and a notice that says how the
file was read. The separator is declared in a first line (``sep=;``) or found in the header; with ``;``, as Danish
Excel writes, the comma is the decimal sign. The reader is our own because the library's keeps no places and passes
over an unclosed quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.tables import Line, Table, original, read_table
from criteria.facts.written import Part, Written
from criteria.model.plan import Plan
from criteria.source import Place, Source

SEPARATORS = (";", "\t", ",")
MAX_COLUMNS = 16_384  # as many as a sheet of Excel has
_DECLARED = re.compile(r'"?sep=(.)"?(?:\n|\Z)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')


def read_csv(source: Source, encoding: str, stem: str, plan: Plan) -> tuple[list[Part], list[Diagnostic]]:
    """The part that the file brings."""
    declared = _DECLARED.match(source.text)
    start = declared.end() if declared else 0
    separator = declared[1] if declared else _detect(source.text)
    found = [_read_as(source, separator, encoding, bool(declared))]
    lines = tuple(_lines(source, start, separator, found))
    if any(len(line.cells) > MAX_COLUMNS for line in lines[:1]):
        values = {"found": str(len(lines[0].cells)), "limit": str(MAX_COLUMNS)}
        return [], [Diagnostic("too-many-columns", lines[0].place, values)]
    table = Table(stem, lines, Place(source.name), "da" if separator == ";" else None)
    parts, more = read_table(table, plan)
    return parts, found + more


def _detect(text: str) -> str:
    """The separator that makes the most columns of the first line; a semicolon where nothing separates."""
    header = _QUOTED.sub("", text.lstrip("\n")).split("\n", 1)[0]
    return max(SEPARATORS, key=header.count)


def _read_as(source: Source, separator: str, encoding: str, declared: bool) -> Diagnostic:
    values = {"separator": "tab" if separator == "\t" else separator, "encoding": encoding}
    kind = "read-with-decimal-comma" if separator == ";" else "read-as"
    return Diagnostic(kind, Place(source.name, 1) if declared else Place(source.name), values, None, Severity.NOTICE)


def _lines(source: Source, at: int, separator: str, found: list[Diagnostic]) -> Iterator[Line]:
    """The rows that are not blank. A row may run over several lines inside quotation marks; its place is where it starts."""
    text, mark = source.text, re.escape(separator)
    quoted = re.compile(rf'[ ]*"([^"]*(?:""[^"]*)*)"[ ]*(?={mark}|\n|\Z)')
    plain = re.compile(rf"[^{mark}\n]*")
    line, start = text.count("\n", 0, at) + 1, at
    cells: list[Written] = []
    first = line
    while at <= len(text):
        match = quoted.match(text, at) or plain.match(text, at)
        assert match is not None
        value = match[1].replace('""', '"') if match.re is quoted else match[0].strip()
        place = Place(source.name, line, at - start + 1, match.end() - start + 1 if "\n" not in match[0] else 0)
        if match.re is plain and value.startswith('"'):
            found.append(Diagnostic("open-quote", place))
        cells.append(Written(original(value.strip()), place))
        if breaks := match[0].count("\n"):
            line, start = line + breaks, at + match[0].rfind("\n") + 1
        at = match.end() + 1
        if text[match.end() : at] == separator:
            continue
        if any(cell.text for cell in cells):
            yield Line(tuple(cells), Place(source.name, first))
        cells, line, start = [], line + 1, at
        first = line
