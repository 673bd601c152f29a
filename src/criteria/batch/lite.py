"""A table of SQLite as a table of texts.

In: a path and the name of a table. Out: its columns, copied in pieces under a generated name. Numbers with a fraction are floats there
whatever their column was declared as, so they are refused: who needs them exactly keeps them as texts or as whole numbers.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from criteria.batch.engine import Engine
from criteria.diagnostics import Diagnostic
from criteria.facts.refusal import shown
from criteria.source import Place

ROWS = 20_000
WHOLE = 2**53


def tables(path: str) -> list[str]:
    """The names of its tables and views. Raises ``sqlite3.Error``."""
    with closing(_connected(path)) as connection:
        kinds = (
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"
        )
        return [str(name) for (name,) in connection.execute(f"{kinds} ORDER BY name")]


def load(engine: Engine, name: str, what: object, label: str) -> tuple[tuple[str, ...], list[Diagnostic]]:
    """A table ``name`` with columns ``h0`` …"""
    assert isinstance(what, tuple)
    path, table = what
    odd: dict[tuple[str, str], str] = {}
    try:
        with closing(_connected(path)) as connection:
            cursor = connection.execute(f"SELECT * FROM {quoted(table)}")
            headings = tuple(str(column[0]) for column in cursor.description)
            columns = [f"h{place}" for place in range(len(headings))]
            engine.run(f"CREATE TABLE {name} ({', '.join(f'{column} VARCHAR' for column in columns)})")
            slots = ", ".join("unnest(?::VARCHAR[])" for _ in columns)
            for rows in _chunks(cursor):
                cells = zip(headings, zip(*rows, strict=True), strict=True)
                values = [[_text(cell, heading, odd) for cell in column] for heading, column in cells]
                engine.run(f"INSERT INTO {name} SELECT {slots}", values)
    except sqlite3.Error as error:
        return (), [Diagnostic("cannot-read", Place(label), {"reason": str(error)})]
    return headings, [
        Diagnostic(kind, Place(label, cell=shown(heading)), {"found": shown(found)})
        for (heading, kind), found in odd.items()
    ]


def quoted(name: str) -> str:
    """A name that the database itself gave, as its own SQL writes it; there is no other way to name a table of SQLite."""
    return '"' + name.replace('"', '""') + '"'


def _connected(path: str) -> sqlite3.Connection:
    return sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True)


def _chunks(cursor: sqlite3.Cursor) -> Iterator[list[tuple[object, ...]]]:
    while rows := cursor.fetchmany(ROWS):
        yield rows


def _text(cell: object, heading: str, odd: dict[tuple[str, str], str]) -> str | None:
    """The value as a file would write it; a fraction that is a float, and bytes, are noted as faults of their column."""
    match cell:
        case None | str():
            return cell
        case int():
            return str(cell)
        case float() if cell.is_integer() and abs(cell) < WHOLE:
            return str(int(cell))
        case float():
            odd.setdefault((heading, "batch-float"), repr(cell))
        case _:
            odd.setdefault((heading, "batch-type"), type(cell).__name__)
    return None
