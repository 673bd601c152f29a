"""A CSV file as a table of texts.

In: a path. Out: the headings, how numbers are written, and a table under a generated name; or the faults, with their lines. As files of
facts are read: the separator is declared (``sep=;``) or found in the header, ``;`` means decimal commas, a row has a cell for each
heading. Only UTF-8: what is large is not converted on the way.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from criteria.batch.engine import Engine
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.delimited import MAX_COLUMNS, SEPARATORS
from criteria.source import Place

HEAD = 1 << 20  # bytes in which the headings must stand
MOST_FAULTS = 20
_DECLARED = re.compile(r'"?sep=(.)"?(?:\r\n|\n|\r|\Z)', re.IGNORECASE)
_NUMBERS = re.compile(r"[0-9]+")
_REJECTED = {
    "MISSING COLUMNS": "row-too-short",
    "TOO MANY COLUMNS": "batch-row-too-long",
    "UNQUOTED VALUE": "open-quote",
}

Loaded = tuple[tuple[str, ...], str | None, list[Diagnostic]]


def load(engine: Engine, name: str, path: Path, label: str) -> Loaded:
    """A table ``name`` with columns ``h0`` …; no headings where it cannot be read."""
    with path.open("rb") as file:
        start = file.read(HEAD)
    if start[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return (), None, [Diagnostic("not-utf8", Place(label), {"found": "UTF-16", "offset": "0"})]
    text = start.decode("utf-8-sig", errors="replace")
    declared = _DECLARED.match(text)
    rest = text[declared.end() :] if declared else text
    headings, separator = _head(rest, declared[1] if declared else "")
    if not any(headings):
        return (), None, [Diagnostic("batch-empty", Place(label))]
    if len(headings) > MAX_COLUMNS:
        values = {"found": str(len(headings)), "limit": str(MAX_COLUMNS)}
        return (), None, [Diagnostic("too-many-columns", Place(label), values)]
    blank = len(rest) - len(rest.lstrip("\r\n"))
    _copy(engine, name, str(path), separator, len(headings), (1 if declared else 0) + rest[:blank].count("\n"))
    locale = "da" if separator == ";" else None
    kind = "read-with-decimal-comma" if locale else "read-as"
    values = {"separator": "tab" if separator == "\t" else separator, "encoding": "UTF-8"}
    notice = Diagnostic(kind, Place(label), values, None, Severity.NOTICE)
    return headings, locale, [notice, *_rejected(engine, name, label)]


def _head(text: str, declared: str) -> tuple[tuple[str, ...], str]:
    """The headings, and what separates them; a semicolon where nothing does."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    plain = re.sub(r'"[^"]*(?:""[^"]*)*"', "", first)
    separator = declared if declared in SEPARATORS else max(SEPARATORS, key=plain.count)
    row = next(csv.reader(io.StringIO(text.lstrip("\r\n"), newline=""), delimiter=separator), [])
    return tuple(heading.strip() for heading in row), separator


def _copy(engine: Engine, name: str, path: str, separator: str, width: int, skip: int) -> None:
    """Every row that is not blank, its cells as texts without blanks around them."""
    columns = ", ".join(f"'h{place}': 'VARCHAR'" for place in range(width))
    cells = ", ".join(f"nullif(trim(h{place}), '') AS h{place}" for place in range(width))
    some = ", ".join(f"nullif(trim(h{place}), '')" for place in range(width))
    engine.let(f"{name}_file", path)
    sign = "\\t" if separator == "\t" else separator
    engine.run(
        f"CREATE TABLE {name} AS SELECT {cells} FROM read_csv(getvariable('{name}_file'), auto_detect = false,"
        f" delim = '{sign}', quote = '\"', escape = '\"', header = true, skip = {skip}, nullstr = '', strict_mode = true,"
        f" columns = {{{columns}}}, store_rejects = true, rejects_limit = 0,"
        f" rejects_table = '{name}_rejects', rejects_scan = '{name}_scans') WHERE coalesce({some}) IS NOT NULL"
    )


def _rejected(engine: Engine, name: str, label: str) -> list[Diagnostic]:
    """The lines that are no rows of the table."""
    count = engine.one(f"SELECT count(*) FROM {name}_rejects")[0]
    rows = engine.run(
        f"SELECT line, error_type, error_message FROM {name}_rejects ORDER BY line, column_idx LIMIT {MOST_FAULTS}"
    )
    found = [_fault(Place(label, int(line)), str(kind), str(message)) for line, kind, message in rows]
    if count > MOST_FAULTS:
        found.append(Diagnostic("batch-more-faults", Place(label), {"count": str(count - MOST_FAULTS)}))
    return found


def _fault(place: Place, kind: str, message: str) -> Diagnostic:
    if kind == "INVALID ENCODING":
        return Diagnostic("batch-not-utf8", place)
    if kind not in _REJECTED:
        return Diagnostic("batch-bad-line", place)
    numbers = _NUMBERS.findall(message)
    values = {"expected": numbers[0], "found": numbers[1]} if len(numbers) > 1 else {"expected": "?", "found": "?"}
    return Diagnostic(_REJECTED[kind], place, values if kind != "UNQUOTED VALUE" else {})
