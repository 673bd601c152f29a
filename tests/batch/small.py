"""A plan and a little data about four schools, and the same data in every kind of source."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import duckdb
import pandas
import polars
import pyarrow
from pyarrow import feather

from criteria import parse

PLAN = parse(
    """
plan "Schools"
  year 2020
facts
  concept sent: date
  visitors: number
  share: percent
  approved: yes/no
  area: one of "North", "South"
  log events
    kind: text
    held: date
goal 1 "Concept"
  fulfilled when concept sent by medio november
  partial when concept sent
goal 2 "Visitors"
  fulfilled when
    - visitors at least 12,000
    - share at least 60%
  partial when visitors at least 5,000
goal 3 "Events"
  fulfilled when at least 2 events where kind is "meeting" and held in 2020
  partial when approved
goal 4 "Place"
  fulfilled when area is "North"
""",
    "schools",
).model

HEADINGS = ("school", "concept sent", "visitors", "share", "approved", "area", "note")
ROWS = (
    ("A", date(2020, 11, 1), 12500, Decimal("62.50"), True, "North", "x"),
    ("B", date(2020, 12, 1), 12000, Decimal("59.99"), False, "South", None),
    ("C", None, None, None, None, None, "y"),
    ("Ø'; --", date(2020, 11, 18), 4999, Decimal("60.00"), True, "North", None),
)
EVENT_HEADINGS = ("school", "kind", "held")
EVENTS = (
    ("A", "meeting", date(2020, 5, 1)),
    ("A", "Meeting", date(2020, 6, 1)),
    ("A", "talk", date(2020, 6, 1)),
    ("B", "meeting", date(2020, 7, 1)),
)


def text(value: object) -> str:
    """As a Danish CSV has it."""
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nej"
        case Decimal():
            return str(value).replace(".", ",")
        case str() if ";" in value:
            return f'"{value}"'
    return str(value)


def csv(path: Path, headings: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> None:
    lines = [";".join(headings), *(";".join(text(cell) for cell in row) for row in rows)]
    path.write_text("\ufeff" + "\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")


def columns(headings: tuple[str, ...], rows: tuple[tuple[object, ...], ...]) -> dict[str, list[object]]:
    return {heading: [row[place] for row in rows] for place, heading in enumerate(headings)}


TABLES = {"fakta": (HEADINGS, ROWS), "events": (EVENT_HEADINGS, EVENTS)}


def arrow() -> dict[str, object]:
    return {name: pyarrow.table(columns(*table)) for name, table in TABLES.items()}


def in_csv(folder: Path) -> Path:
    for name, table in TABLES.items():
        csv(folder / f"{name}.csv", *table)
    return folder


def in_parquet(folder: Path) -> Path:
    with duckdb.connect() as engine:
        for name, table in arrow().items():
            engine.register("t", table)
            engine.table("t").write_parquet(str(folder / f"{name}.parquet"))
    return folder


def in_parts(folder: Path) -> Path:
    """As a cluster writes it."""
    (folder / "events").mkdir()
    in_parquet(folder)
    (folder / "events.parquet").rename(folder / "events" / "part-00000.parquet")
    (folder / "events" / "_SUCCESS").touch()
    return folder


def in_feather(folder: Path) -> Path:
    for name, table in arrow().items():
        feather.write_feather(table, str(folder / f"{name}.feather"))
    return folder


def in_duckdb(folder: Path) -> Path:
    with duckdb.connect(str(folder / "x.duckdb")) as engine:
        for name, table in arrow().items():
            engine.register("t", table)
            engine.execute(f"CREATE TABLE {name} AS SELECT * FROM t")
    return folder / "x.duckdb"


def in_sqlite(folder: Path) -> Path:
    with sqlite3.connect(folder / "x.sqlite") as engine:
        for name, (headings, rows) in TABLES.items():
            named = ", ".join('"' + heading + '"' for heading in headings)
            engine.execute(f"CREATE TABLE {name} ({named})")
            marks = ", ".join("?" for _ in headings)
            cells = [[text(c) if isinstance(c, bool | date | Decimal) else c for c in row] for row in rows]
            engine.executemany(f"INSERT INTO {name} VALUES ({marks})", cells)
    engine.close()
    return folder / "x.sqlite"


class Streamed:
    """Something that shows itself as Arrow, and nothing else."""

    def __init__(self, table: pyarrow.Table) -> None:
        self.table = table

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.table.__arrow_c_stream__(requested_schema)


SOURCES: dict[str, Callable[[Path], object]] = {
    "csv": in_csv,
    "parquet": in_parquet,
    "parts": in_parts,
    "feather": in_feather,
    "duckdb": in_duckdb,
    "sqlite": in_sqlite,
    "url": lambda folder: in_sqlite(folder).as_uri().replace("file:", "sqlite:"),
    "arrow": lambda folder: arrow(),
    "stream": lambda folder: {name: Streamed(table) for name, table in arrow().items()},
    "relation": lambda folder: {name: duckdb.connect().from_arrow(table) for name, table in arrow().items()},
    "polars": lambda folder: {name: polars.from_arrow(table) for name, table in arrow().items()},
    "lazy": lambda folder: {name: polars.from_arrow(table).lazy() for name, table in arrow().items()},
    "pandas": lambda folder: {name: pandas.DataFrame(columns(*table), dtype=object) for name, table in TABLES.items()},
}
BOUNDED = parse(
    """
plan "Bounded"
facts
  share: percent at least 0% and at most 100%
  concept sent: date
goal 1 "A"
  fulfilled when share at least 60%
goal 2 "B"
  fulfilled when concept sent
""",
    "bounded",
).model
