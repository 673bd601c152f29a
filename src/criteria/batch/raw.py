"""A table of a source under generated names, its values still as they stand.

In: a piece, the engine. Out: ``Raw``: a table or view ``raw<n>`` with columns ``h0``, ``h1`` …, the headings and types of these columns,
and faults of the file's shape. Holds: a file that is no text is not copied; a text is, for it is read once.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from criteria.batch import delimited, frames, lite
from criteria.batch.engine import Engine, Failed
from criteria.batch.pieces import Piece
from criteria.diagnostics import Diagnostic
from criteria.facts.refusal import shown
from criteria.frozen import evolve, field, frozen
from criteria.model.plan import fold
from criteria.source import Place

MOST_ROWS = 2**40  # of one file


@frozen
class Raw:
    """One table. ``locale``: how its numbers are written; ``delimited``: it was a text, with what spreadsheets ask of texts."""

    name: str
    file: str
    headings: tuple[str, ...]
    types: tuple[str, ...]
    locale: str | None = None
    delimited: bool = False
    position: str = "row_number() OVER ()"  # of a row in the source, in SQL over the table
    parquet: tuple[str, ...] = field(default=(), repr=False)  # the files whose own figures can be asked

    def place(self, heading: str = "") -> Place:
        """Of the table, or of one of its columns."""
        return Place(self.file, cell=shown(heading)) if heading else Place(self.file)


def opened(engine: Engine, number: int, piece: Piece, work: Path) -> tuple[Raw | None, list[Diagnostic]]:
    """The table of a piece; what has to be converted lies in ``work`` meanwhile."""
    try:
        raw, found = _read(engine, f"raw{number}", piece, work)
    except Failed as failed:
        kind = "cannot-read" if failed.kind == "batch-engine" else failed.kind
        return None, [Diagnostic(kind, Place(piece.label), {"reason": failed.reason})]
    if raw is None:
        return None, found
    return raw, found + twice(raw)


def _read(engine: Engine, name: str, piece: Piece, work: Path) -> tuple[Raw | None, list[Diagnostic]]:
    if piece.kind == "csv":
        path = _paths(piece)[0]
        headings, locale, found = delimited.load(engine, name, Path(path), piece.label, work)
        types = ("VARCHAR",) * len(headings)
        return (Raw(name, piece.label, headings, types, locale, True, "rowid") if headings else None), found
    if piece.kind == "sqlite":
        headings, found = lite.load(engine, name, piece.what, piece.label)
        texts = ("VARCHAR",) * len(headings)
        return (Raw(name, piece.label, headings, texts, position="rowid") if headings else None), found
    parquet: tuple[str, ...] = ()
    position = ""
    if piece.kind == "parquet":
        parquet = _paths(piece)
        engine.let(f"{name}_files", list(parquet))
        origin = f"read_parquet(getvariable('{name}_files'), hive_partitioning = false)"
        position = (
            f"CAST(file_index * {MOST_ROWS} + file_row_number AS BIGINT)"  # told without counting, so in parallel
        )
    elif piece.kind == "table":
        engine.let(f"{name}_table", piece.what)
        origin = f"query_table(getvariable('{name}_table'))"
    else:
        frame, found = frames.shown_as(piece)
        if frame is None:
            return None, found
        engine.show(f"{name}_frame", frame)
        origin = f"{name}_frame"
    raw = Raw(name, piece.label, *_view(engine, name, origin, position))
    return (evolve(raw, parquet=parquet, position="position") if position else raw), []


def _paths(piece: Piece) -> tuple[str, ...]:
    assert isinstance(piece.what, tuple)
    return tuple(str(path) for path in piece.what)


def _view(engine: Engine, name: str, origin: str, position: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    columns = engine.shape(f"SELECT * FROM {origin}")
    names = ", ".join(f"h{place}" for place in range(len(columns)))
    more = f", {position} AS position" if position else ""
    engine.run(f"CREATE VIEW {name} AS SELECT *{more} FROM {origin} AS t({names})")
    return tuple(heading for heading, _ in columns), tuple(kind for _, kind in columns)


def twice(raw: Raw) -> list[Diagnostic]:
    """Two columns of one name."""
    folded: Sequence[str] = [fold(heading) for heading in raw.headings]
    twice = [place for place, name in enumerate(folded) if name and name in folded[:place]]
    return [
        Diagnostic("column-twice", raw.place(raw.headings[place]), {"found": shown(raw.headings[place])})
        for place in twice
    ]
