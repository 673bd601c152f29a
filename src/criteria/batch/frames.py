"""Tables of a Python program: Polars, pandas, Arrow, DuckDB relations, and whatever else shows itself as Arrow; and Arrow files.

In: a piece. Out: an object that DuckDB reads any number of times, or a fault. pyarrow is imported here only, for what needs it.
"""

from __future__ import annotations

from typing import Any

from criteria.batch.pieces import Piece
from criteria.diagnostics import Diagnostic
from criteria.source import Place

AGAIN = ("polars", "pandas")  # frames that DuckDB itself knows
PYARROW_TABLES = ("Table", "RecordBatch")


def shown_as(piece: Piece) -> tuple[Any, list[Diagnostic]]:
    """What the engine is shown."""
    place = Place(piece.label)
    if piece.kind == "arrow":
        return _file(piece, place)
    frame: Any = piece.what
    home, kind = type(frame).__module__.partition(".")[0], type(frame).__name__
    if home == "polars" and kind == "LazyFrame":
        return frame.collect(), []
    if home in AGAIN or (home == "pyarrow" and kind in PYARROW_TABLES):
        return frame, []
    if not hasattr(frame, "__arrow_c_stream__"):
        return None, [Diagnostic("batch-frame", place, {"found": kind})]
    arrow = _pyarrow()
    if arrow is None:
        return None, [Diagnostic("pyarrow-missing", place)]
    return arrow.table(frame), []  # a stream may be read once only; a table, as often as wanted


def _file(piece: Piece, place: Place) -> tuple[Any, list[Diagnostic]]:
    arrow = _pyarrow()
    if arrow is None:
        return None, [Diagnostic("pyarrow-missing", place)]
    assert isinstance(piece.what, tuple)
    try:
        with arrow.memory_map(str(piece.what[0])) as file:
            try:
                return arrow.ipc.open_file(file).read_all(), []
            except arrow.ArrowInvalid:
                file.seek(0)
                return arrow.ipc.open_stream(file).read_all(), []
    except (OSError, arrow.ArrowInvalid) as error:
        return None, [Diagnostic("cannot-read", place, {"reason": str(error).splitlines()[0][:200]})]


def _pyarrow() -> Any:
    """The library, or None where it is not installed."""
    try:
        import pyarrow  # type: ignore[import-untyped]
        import pyarrow.ipc  # type: ignore[import-untyped]
    except ImportError:
        return None
    return pyarrow
