"""The only room that knows DuckDB: a database in memory that reads nothing but what it is shown.

In: the files it may read, a folder for what memory cannot hold, a limit of memory. Out: rows of queries. Holds: no query has a user's
word in its text, for paths and names come as variables or values; afterwards no other file can be opened and no setting changed. A query
that is interrupted has ended when ``KeyboardInterrupt`` is raised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from criteria.batch.heard import heard
from criteria.diagnostics import CriteriaError, Diagnostic

CHUNK = 2_048 * 8
Rows = list[tuple[Any, ...]]
Watch = Callable[[float], None]  # told how much of a long query is done, in percent; below nought where nobody knows


class Failed(Exception):
    """What the database refuses: the kind of fault, and its reason in one line."""

    def __init__(self, kind: str, reason: str) -> None:
        super().__init__(reason)
        self.kind, self.reason = kind, reason

    def diagnostic(self) -> Diagnostic:
        """The fault, without a place."""
        return Diagnostic(self.kind, None, {"reason": self.reason})


def _library() -> Any:
    try:
        import duckdb
    except ImportError:
        raise CriteriaError([Diagnostic("duckdb-missing")]) from None
    return duckdb


class Engine:
    """One database. ``databases`` are files of DuckDB, by the name that queries know them by."""

    def __init__(self, memory: str, work: Path, readable: Sequence[str], databases: Mapping[str, str]) -> None:
        self._duckdb = _library()
        self._variables: dict[str, object] = {}
        self._frames: dict[str, object] = {}
        self.watch: Watch | None = None
        self._connection = self._faulty(self._duckdb.connect, ":memory:")
        self.run("SET memory_limit = ?", [memory])
        self.run("SET temp_directory = ?", [str(work)])
        self.run("SET autoinstall_known_extensions = false; SET autoload_known_extensions = false")
        self.run("SET enable_progress_bar = true; SET enable_progress_bar_print = false; SET TimeZone = 'UTC'")
        for name, path in databases.items():
            self.run(f"ATTACH ? AS {name} (READ_ONLY)", [path])
        self.run("SET allowed_paths = ?", [list(readable)])
        self.run("SET allowed_directories = ?", [[str(work)]])
        self.run("SET enable_external_access = false; SET lock_configuration = true")

    def _guarded(self, call: Any, *given: object, connection: Any = None) -> Any:
        """A call that may take long; on ``connection``, or the one that all others are made on."""
        asked = connection or self._connection
        watch = self.watch
        tell = (lambda: watch(asked.query_progress())) if watch else None
        return heard(partial(self._faulty, call, *given), asked.interrupt, tell)

    def _faulty(self, call: Any, *given: object) -> Any:
        try:
            return call(*given)
        except self._duckdb.InterruptException:
            raise KeyboardInterrupt from None
        except self._duckdb.OutOfMemoryException as error:
            raise Failed("batch-memory", _reason(error)) from None
        except self._duckdb.Error as error:
            raise Failed("batch-engine", _reason(error)) from None

    def run(self, query: str, values: Sequence[object] = ()) -> Rows:
        """All rows; for what is known to be small."""
        found = self._guarded(self._connection.execute, query, list(values))
        rows: Rows = self._guarded(found.fetchall)
        return rows

    def one(self, query: str, values: Sequence[object] = ()) -> tuple[Any, ...]:
        """The only row."""
        return self.run(query, values)[0]

    def stream(self, query: str, size: int = CHUNK) -> Iterator[Rows]:
        """The rows, so many at a time; other queries may run meanwhile."""
        cursor = self._connection.cursor()
        try:
            self._guarded(self._begun, cursor, query, connection=cursor)
            while rows := self._guarded(cursor.fetchmany, size, connection=cursor):
                yield rows
        finally:
            cursor.close()

    def _begun(self, cursor: Any, query: str) -> None:
        """A cursor knows of nothing that its connection was told."""
        for name, value in self._variables.items():
            cursor.execute(f"SET VARIABLE {name} = ?", [value])
        for name, frame in self._frames.items():
            cursor.register(name, frame)
        cursor.execute(query)

    def let(self, name: str, value: object) -> None:
        """A value that queries and views read as ``getvariable('name')``."""
        self._variables[name] = value
        self.run(f"SET VARIABLE {name} = ?", [value])

    def show(self, name: str, frame: object) -> None:
        """A table of the program, under a name that queries know it by."""
        self._frames[name] = frame
        self._guarded(self._connection.register, name, frame)

    def relation(self, query: str, names: Sequence[str]) -> Any:
        """A query whose columns have these names, whatever their words, for whoever writes it to a file."""
        return self._guarded(self._named, query, names)

    def _named(self, query: str, names: Sequence[str]) -> Any:
        found, column = self._connection.sql(query), self._duckdb.ColumnExpression
        return found.select(*(column(old).alias(new) for old, new in zip(found.columns, names, strict=True)))

    def guarded(self, call: Any, *given: object) -> Any:
        """A call of the library, its faults as ours."""
        return self._guarded(call, *given)

    def shape(self, query: str) -> list[tuple[str, str]]:
        """The columns of a query with their types."""
        return [(name, kind) for name, kind, *_ in self.run(f"DESCRIBE {query}")]

    def close(self) -> None:
        """Files and memory are given back."""
        self._connection.close()


def _reason(error: Exception) -> str:
    """The first line, without the library's own classification."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    first = lines[0] if lines else type(error).__name__
    return first.partition(" Error: ")[2] or first
