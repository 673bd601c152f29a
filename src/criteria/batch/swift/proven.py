"""What is proven of a table before a query is written for it: blanks and ends.

In: sheets. Out: ``Figures`` by the place of a column. A Parquet file brings its own figures, which the database reads; a frame is
asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from criteria.batch.engine import Engine
from criteria.batch.figures import ENDED, Figures, of_parquet
from criteria.batch.kinds import Kind, kind_of
from criteria.batch.swift.library import Library
from criteria.batch.swift.sheets import Sheet


def figures(
    library: Library, sheet: Sheet, key: int, places: Iterable[int], database: Callable[[], Engine]
) -> dict[int, Figures]:
    """Of the key, whether it is blank, and of these columns."""
    wanted = {key: Kind("text"), **{place: kind_of(sheet.raw.types[place]) for place in places}}  # a key has no ends
    found: dict[int, Figures] = {}
    if sheet.frame is None:
        engine = database()
        engine.let(f"{sheet.raw.name}_files", list(sheet.raw.parquet))
        found = of_parquet(engine, sheet.raw, wanted)
    return found | _asked(library, sheet, {place: kind for place, kind in wanted.items() if place not in found})


def _asked(library: Library, sheet: Sheet, wanted: Mapping[int, Kind]) -> dict[int, Figures]:
    """All columns in one pass."""
    if not wanted:
        return {}
    parts = {}
    for place, kind in wanted.items():
        column = library.polars.col(sheet.column(place))
        parts[f"blanks{place}"] = column.null_count()
        if kind.is_a in ENDED:
            parts |= {f"low{place}": column.min(), f"high{place}": column.max()}
    row = library.one(sheet.lazy.select(**parts))
    return {place: _figures(place, row, sheet.rows) for place in wanted}


def _figures(place: int, row: Mapping[str, Any], rows: int) -> Figures:
    blanks = row[f"blanks{place}"]
    return Figures(blanks > 0, _told(row.get(f"low{place}")), _told(row.get(f"high{place}")), blanks == rows)


def _told(end: object) -> str:
    return "" if end is None else str(end)
