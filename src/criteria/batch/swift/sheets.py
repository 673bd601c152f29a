"""The tables of a source as Polars holds them: frames in memory, or Parquet files that are scanned.

In: pieces. Out: ``Sheet``, with the headings and the types that the rest of the batch knows columns by. Raises ``Unfit`` for every other
kind of table.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from criteria.batch.pieces import Piece
from criteria.batch.raw import Raw
from criteria.batch.swift.library import Lazy, Library, Unfit
from criteria.frozen import frozen

_TYPES = {
    **{f"Int{bits}": name for bits, name in ((8, "TINYINT"), (16, "SMALLINT"), (32, "INTEGER"), (64, "BIGINT"))},
    **{f"UInt{bits}": name for bits, name in ((8, "UTINYINT"), (16, "USMALLINT"), (32, "UINTEGER"), (64, "UBIGINT"))},
    "Date": "DATE",
    "Boolean": "BOOLEAN",
    "String": "VARCHAR",
    "Enum": "ENUM",
    "Null": "NULL",
}
SMALL = 4 << 20  # bytes of files for which Polars is not worth its import


@frozen(eq=False)
class Sheet:
    """One table. ``frame``: where it is in memory."""

    raw: Raw
    lazy: Lazy
    frame: Any | None
    rows: int

    def column(self, place: int) -> str:
        """The name that Polars knows a column by."""
        return self.raw.headings[place]


def worth(library: type[Library], found: list[Piece]) -> bool:
    """Whether every piece is of a kind that Polars has, and there is enough of it."""
    if not all(piece.kind == "parquet" or (piece.kind == "frame" and _is_frame(piece.what)) for piece in found):
        return False
    return library.loaded() or sum(_size(piece) for piece in found) >= SMALL


def _is_frame(what: object) -> bool:
    home, kind = type(what).__module__.partition(".")[0], type(what).__name__
    return home == "polars" and kind in ("DataFrame", "LazyFrame")


def _size(piece: Piece) -> int:
    """Of its files; none of one that is not there, which the database tells."""
    files = [Path(path) for path in piece.what] if isinstance(piece.what, tuple) else []
    return sum(file.stat().st_size for file in files if file.exists())


def sheet(library: Library, number: int, piece: Piece) -> Sheet:
    """The table of a piece."""
    frame: Any = None
    if isinstance(piece.what, tuple):
        files = tuple(str(path) for path in piece.what)
        lazy = library.scanned(files)
    else:
        files, frame = (), piece.what
        if type(frame).__name__ == "LazyFrame":
            frame = library.whole(frame)
        lazy = frame.lazy()
    shape = library.shape(lazy)
    types = tuple(_named(kind) for kind in shape.values())
    raw = Raw(f"raw{number}", piece.label, tuple(shape), types, parquet=files)
    return Sheet(raw, lazy, frame, frame.height if frame is not None else _rows(library, lazy))


def _named(kind: Any) -> str:
    """A type as the rest of the batch calls it."""
    name = type(kind).__name__
    if name == "Decimal" and kind.precision is not None:
        return f"DECIMAL({kind.precision},{kind.scale})"
    return _TYPES.get(name, name)


def _rows(library: Library, lazy: Lazy) -> int:
    found = library.one(lazy.select(library.polars.len()))
    count: int = next(iter(found.values()))
    return count


def alike(sheets: list[Sheet]) -> None:
    """Raises ``Unfit`` where two columns of a table have one name to the database, which tells no capitals apart."""
    for each in sheets:
        if len({heading.casefold() for heading in each.raw.headings}) < len(each.raw.headings):
            raise Unfit
