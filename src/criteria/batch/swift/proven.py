"""What is proven of a table before a query is written for it: blanks, ends, keys.

In: sheets. Out: ``Figures`` by the place of a column; whether each subject stands there once. A Parquet file brings its own figures, which
the database reads; a frame is asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from criteria.batch.engine import Engine
from criteria.batch.figures import ENDED, Figures, of_parquet
from criteria.batch.kinds import kind_of
from criteria.batch.swift.library import Library
from criteria.batch.swift.sheets import Sheet

CHUNK = 1 << 20


def figures(
    library: Library, sheet: Sheet, places: Iterable[int], database: Callable[[], Engine]
) -> dict[int, Figures]:
    """Of these columns."""
    wanted = {place: kind_of(sheet.raw.types[place]) for place in places}
    if sheet.frame is not None:
        return {
            place: _of_frame(sheet.frame[sheet.column(place)], kind.is_a in ENDED) for place, kind in wanted.items()
        }
    engine = database()
    engine.let(f"{sheet.raw.name}_files", list(sheet.raw.parquet))
    found = of_parquet(engine, sheet.raw, wanted)
    for place, kind in wanted.items():
        if place not in found:
            found[place] = _asked(library, sheet, place, kind.is_a in ENDED)
    return found


def _of_frame(column: Any, ended: bool) -> Figures:
    blanks = column.null_count()
    low, high = (column.min(), column.max()) if ended else (None, None)
    return _figures(blanks, len(column), low, high)


def _asked(library: Library, sheet: Sheet, place: int, ended: bool) -> Figures:
    column = library.polars.col(sheet.column(place))
    parts = {"blanks": column.null_count(), **({"low": column.min(), "high": column.max()} if ended else {})}
    row = library.one(sheet.lazy.select(**parts))
    return _figures(row["blanks"], sheet.rows, row.get("low"), row.get("high"))


def _figures(blanks: int, rows: int, low: object, high: object) -> Figures:
    return Figures(blanks > 0, _told(low), _told(high), blanks == rows)


def _told(end: object) -> str:
    return "" if end is None else str(end)


def once(library: Library, sheet: Sheet, key: int) -> bool:
    """Whether each key stands there once: each above the one before it, as keys often stand; else all are gathered."""
    name = sheet.column(key)
    rises, before = True, None
    for column in _parts(library, sheet, name):
        rises = rises and (before is None or column[0] > before) and bool((column[1:] > column[:-1]).all())
        if not rises:
            break
        before = column[-1]
    if rises:
        return True
    distinct = library.one(sheet.lazy.select(distinct=library.polars.col(name).n_unique()))
    return bool(distinct["distinct"] == sheet.rows)


def _parts(library: Library, sheet: Sheet, name: str) -> Iterable[Any]:
    if sheet.frame is not None:
        return [sheet.frame[name]] if sheet.rows else []
    return (part[name] for part in library.batches(sheet.lazy.select(name), CHUNK) if part.height)
