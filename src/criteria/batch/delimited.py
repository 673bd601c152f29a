"""A CSV file as a table of texts.

In: a path. Out: the headings, how numbers are written, and a table under a generated name; or the faults, with their lines. As files of
facts are read: the separator is declared (``sep=;``) or found in the header, ``;`` means decimal commas, a row has a cell for each
heading; what is not UTF-8 is read as ``recoded`` says.
"""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from criteria.batch.engine import Engine
from criteria.batch.recoded import recoded
from criteria.diagnostics import Diagnostic, Severity, unreadable
from criteria.facts.delimited import MAX_COLUMNS, SEPARATORS
from criteria.source import Place, Unreadable

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


def load(engine: Engine, name: str, path: Path, label: str, work: Path) -> Loaded:
    """A table ``name`` with columns ``h0`` …; no headings where it cannot be read. A copy of the file may be made in ``work``."""
    copy = work / f"{name}.csv"
    try:
        text_file, encoding = recoded(path, label, copy)
        return _loaded(engine, name, text_file, label, encoding)
    except Unreadable as error:
        return (), None, [unreadable(error)]
    finally:
        copy.unlink(missing_ok=True)


def _loaded(engine: Engine, name: str, path: Path, label: str, encoding: str) -> Loaded:
    with path.open("rb") as file:
        start = file.read(HEAD)
    text = start.decode("utf-8-sig", errors="ignore")  # the last letter may be cut
    declared = _DECLARED.match(text)
    headings, separator, above = _head(text[declared.end() :] if declared else text, declared[1] if declared else "")
    if not any(headings):
        return (), None, [Diagnostic("batch-empty", Place(label))]
    if len(headings) > MAX_COLUMNS:
        values = {"found": str(len(headings)), "limit": str(MAX_COLUMNS)}
        return (), None, [Diagnostic("too-many-columns", Place(label), values)]
    _copy(engine, name, str(path), separator, len(headings), bool(declared) + above)
    locale = "da" if separator == ";" else None
    kind = "read-with-decimal-comma" if locale else "read-as"
    values = {"separator": "tab" if separator == "\t" else separator, "encoding": encoding}
    notice = Diagnostic(kind, Place(label, 1) if declared else Place(label), values, None, Severity.NOTICE)
    return headings, locale, [notice, *_rejected(engine, name, label)]


def _head(text: str, declared: str) -> tuple[tuple[str, ...], str, int]:
    """The headings, what separates them (a semicolon where nothing does), and how many lines stand above them."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    plain = re.sub(r'"[^"]*(?:""[^"]*)*"', "", first)
    separator = declared or max(SEPARATORS, key=plain.count)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    above = 0
    for row in rows:
        headings = tuple(heading.strip() for heading in row)
        if any(headings):
            return headings, separator, above
        above = rows.line_num
    return (), separator, above


def _copy(engine: Engine, name: str, path: str, separator: str, width: int, skip: int) -> None:
    """Every row that is not blank, its cells as texts without blanks around them."""
    columns = ", ".join(f"'h{place}': 'VARCHAR'" for place in range(width))
    cells = ", ".join(f"nullif(trim(h{place}), '') AS h{place}" for place in range(width))
    some = ", ".join(f"nullif(trim(h{place}), '')" for place in range(width))
    engine.let(f"{name}_file", path)
    engine.let(f"{name}_sign", separator)
    engine.run(
        f"CREATE TABLE {name} AS SELECT {cells} FROM read_csv(getvariable('{name}_file'), auto_detect = false,"
        f" delim = getvariable('{name}_sign'), quote = '\"', escape = '\"', header = true, skip = {skip}, nullstr = '', strict_mode = true,"
        f" columns = {{{columns}}}, store_rejects = true, rejects_limit = 0,"
        f" rejects_table = '{name}_rejects', rejects_scan = '{name}_scans') WHERE coalesce({some}) IS NOT NULL"
    )


def _rejected(engine: Engine, name: str, label: str) -> list[Diagnostic]:
    """The lines that are no rows of the table; a line of blanks is none that is missed."""
    found = f"FROM {name}_rejects WHERE trim(csv_line) <> '' GROUP BY line"
    count = engine.one(f"SELECT count(*) FROM (SELECT line {found})")[0]
    rows = engine.run(
        f"SELECT line, arg_min(error_type, column_idx), arg_min(error_message, column_idx) {found}"
        f" ORDER BY line LIMIT {MOST_FAULTS}"
    )
    faults = [_fault(Place(label, int(line)), str(kind), str(message)) for line, kind, message in rows]
    if count > MOST_FAULTS:
        faults.append(Diagnostic("batch-more-faults", Place(label), {"count": str(count - MOST_FAULTS)}))
    return faults


def _fault(place: Place, kind: str, message: str) -> Diagnostic:
    if kind not in _REJECTED:
        return Diagnostic("batch-bad-line", place)
    numbers = _NUMBERS.findall(message)
    values = {"expected": numbers[0], "found": numbers[1]} if len(numbers) > 1 else {"expected": "?", "found": "?"}
    return Diagnostic(_REJECTED[kind], place, values if kind != "UNQUOTED VALUE" else {})
