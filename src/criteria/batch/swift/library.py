"""The only room that knows Polars: tables that are shown or scanned, the query over them, and what comes of it.

In: frames, paths of Parquet files, a query. Out: lazy tables. Holds: a file is read as it stands, nothing is fetched, and no query has a
user's word in its text.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from time import sleep
from typing import Any

Lazy = Any  # polars.LazyFrame
Expression = Any  # polars.Expr


class Unfit(Exception):
    """What is left to the database: something about the source is not plain, or Polars itself cannot."""


class Library:
    """What this project asks of Polars. Every fault of its own is ``Unfit``."""

    def __init__(self) -> None:
        try:
            import polars
        except ImportError:
            raise Unfit from None
        self.polars: Any = polars

    @staticmethod
    def loaded() -> bool:
        """Whether the program uses it anyway."""
        return "polars" in sys.modules

    def scanned(self, paths: Sequence[str]) -> Lazy:
        """Parquet files as one table."""
        return self.polars.scan_parquet(list(paths), hive_partitioning=False, glob=False)

    def shape(self, table: Lazy) -> dict[str, Any]:
        """The columns with their types."""
        try:
            return dict(table.collect_schema())
        except self.polars.exceptions.PolarsError:
            raise Unfit from None

    def categories(self, table: Lazy, name: str) -> list[str] | None:
        """The texts that a column may hold, where its type says so."""
        kind = self.shape(table)[name]
        return list(kind.categories) if isinstance(kind, self.polars.Enum) else None

    def run(self, query: str, tables: Mapping[str, Lazy]) -> Lazy:
        """A SELECT over tables by name."""
        try:
            return self.polars.SQLContext(dict(tables)).execute(query)
        except self.polars.exceptions.PolarsError:
            raise Unfit from None

    def one(self, table: Lazy) -> dict[str, Any]:
        """The only row."""
        rows: list[dict[str, Any]] = self._guarded(lambda: table.collect(engine="streaming")).to_dicts()
        return rows[0]

    def written(self, part: Path, table: Lazy, sums: Lazy) -> dict[str, Any]:
        """A table as a file, and the only row of another, in one pass."""
        sink = table.sink_ipc if part.suffix != ".parquet" else table.sink_parquet
        both = [sink(part, lazy=True), sums]
        _, found = self._guarded(lambda: self.polars.collect_all(both, engine="streaming"))
        rows: list[dict[str, Any]] = found.to_dicts()
        return rows[0]

    def batches(self, table: Lazy, size: int) -> Iterator[Any]:
        """Frames of so many rows, in order."""
        parts = self._guarded(lambda: iter(table.collect_batches(chunk_size=size, maintain_order=True)))
        while (part := self._guarded(lambda: next(parts, None))) is not None:
            yield part

    def whole(self, table: Lazy) -> Any:
        """The frame."""
        return self._guarded(lambda: table.collect(engine="streaming"))

    def _guarded(self, call: Any) -> Any:
        try:
            return call()
        except KeyboardInterrupt:
            with suppress(KeyboardInterrupt):  # Polars stops at once, and Python hears of the same Ctrl-C after it
                sleep(0)
            raise
        except (self.polars.exceptions.PolarsError, OSError, MemoryError) as error:
            raise Unfit(str(error).partition("\n")[0]) from None
