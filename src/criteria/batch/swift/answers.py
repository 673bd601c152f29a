"""The levels of every subject, by Polars.

In: a source that is ready, a query for it. Out: ``Swift``: one row a subject, worked out as it is asked for or written. Holds: the file and
the proof that no row was lost are one pass; who cannot be answered so is answered by the database, which says the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from criteria.batch.counting import Counts
from criteria.batch.engine import Failed
from criteria.batch.job import Shown
from criteria.batch.outputs import columns, names
from criteria.batch.sources import Opened
from criteria.batch.swift.library import Expression, Lazy, Library, Unfit
from criteria.batch.swift.opening import Ready
from criteria.columnar.asked import JOINED, LeftGoal, Query
from criteria.frozen import define


@define(eq=False)
class Swift:
    """All answers, as ``found.Found`` says. ``again``: the source, opened in the database."""

    library: Library
    ready: Ready
    goals: tuple[Shown, ...]
    every_reading: bool
    answers: Lazy
    counted: Mapping[str, str]  # by record: the column that tells how many rows a subject has
    again: Callable[[], Opened]
    counts: tuple[Counts, ...] = ()
    written: Path | None = None  # the file that holds the answers already
    database: Opened | None = None

    @property
    def left(self) -> tuple[LeftGoal, ...]:
        """No goal."""
        return ()

    @property
    def resting(self) -> int:
        """Nobody."""
        return 0

    @property
    def subjects(self) -> int:
        """How many there are."""
        return self.ready.subjects

    @property
    def names(self) -> tuple[str, ...]:
        """Of the columns."""
        return names(self.ready.key, self.goals, self.every_reading)

    @property
    def opened(self) -> Opened:
        """The source in the database."""
        if self.database is None:
            self.database = self.again()
        return self.database

    def rows(self, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """So many at a time."""
        with _failing():
            for part in self.library.batches(self.told, size):
                yield part.rows()

    def arrow(self) -> Any:
        """A pyarrow table."""
        with _failing():
            return self.library.whole(self.told).to_arrow()

    def parquet(self, part: Path) -> None:
        """Written once."""
        self._write(part)

    def feather(self, part: Path) -> None:
        """Written once."""
        self._write(part)

    def _write(self, part: Path) -> None:
        if part != self.written or not part.exists():  # it may have gone where it was to arrive
            with _failing():
                self.library.written(part, self.told, self.sums)

    def close(self) -> None:
        """Memory of the database, where one was needed."""
        if self.database is not None:
            self.database.engine.close()

    @property
    def told(self) -> Lazy:
        """The columns that readers see, levels by their identifiers."""
        cells = [self.library.polars.col("k")]
        for goal in self.goals:
            for end, _ in columns(goal, self.every_reading):
                cells.append(self._cell(goal, end))
        named = [cell.alias(name) for cell, name in zip(cells, self.names, strict=True)]
        return self.answers.select(named)

    def _cell(self, goal: Shown, end: str) -> Expression:
        polars = self.library.polars
        found = polars.col(f"g{goal.number}_{end}")
        return found if end == "depends" else found.cast(polars.UInt8).cat.to(polars.Enum(goal.outcomes))

    @property
    def sums(self) -> Lazy:
        """How many subjects come to what, and how many rows were counted, in one row."""
        polars, parts = self.library.polars, dict[str, Expression]()
        for goal in self.goals:
            name = f"g{goal.number}"
            places = range(len(goal.outcomes))
            best, worst = polars.col(f"{name}_best"), polars.col(f"{name}_worst")
            secured = [best == n if goal.asked and goal.asked.decided else (best == n) & (worst == n) for n in places]
            parts |= {f"{name}_{n}": each.sum() for n, each in zip(places, secured, strict=True)}
            parts[f"{name}_depends"] = polars.col(f"{name}_depends").sum()
        parts |= {counted: polars.col(counted).sum() for counted in self.counted.values()}
        if not self.counted:
            parts["rises"] = self._rising
        return self.answers.select(polars.len().alias("all"), **parts)

    def settled(self, part: Path | None) -> Swift:
        """With the counts, and the file where one is wanted. Raises ``Unfit`` where a row was lost, or a subject stands there twice."""
        row = self.library.written(part, self.told, self.sums) if part else self.library.one(self.sums)
        lost = [counted for record, counted in self.counted.items() if row[counted] != self.ready.rows[record]]
        if row["all"] != self.subjects or lost or not (row.get("rises") or self._apart()):
            if part:
                part.unlink()
            raise Unfit
        self.counts, self.written = tuple(_counts(goal, row) for goal in self.goals), part
        return self

    def _apart(self) -> bool:
        """Whether all keys are different: where they do not rise, all have to be gathered."""
        subjects = self.ready.tables[self.ready.columns.subjects.name]
        if self.counted and self.library.one(subjects.select(rises=self._rising))["rises"]:
            return True
        found = self.library.one(subjects.select(self.library.polars.col("k").n_unique()))
        return bool(found["k"] == self.subjects)

    @property
    def _rising(self) -> Expression:
        """Whether each key is above the one before it, as keys often are."""
        key = self.library.polars.col("k")
        return (key > key.shift(1)).all()


@contextmanager
def _failing() -> Iterator[None]:
    """What Polars cannot do any more, such as read a file that is gone, is told as the database would."""
    try:
        yield
    except Unfit as refused:
        raise Failed("batch-engine", str(refused)) from None


def _counts(goal: Shown, row: dict[str, int]) -> Counts:
    name = f"g{goal.number}"
    secured = {level: row[f"{name}_{n}"] for n, level in enumerate(goal.outcomes)}
    undecided = row["all"] - sum(secured.values())
    return Counts(goal.id, {level: n for level, n in secured.items() if n}, undecided, row[f"{name}_depends"])


def answers(library: Library, ready: Ready, query: Query) -> Lazy:
    """One row a subject with the columns of the query, in the order of the source. Raises ``Unfit`` where it leaves anybody."""
    if query.left or any(goal.rests for goal in query.goals):
        raise Unfit
    subjects = ready.columns.subjects.name
    joined = ready.tables[subjects]
    for rows in query.steps.rows:
        name = ready.columns.records[rows.record].name
        gathered = library.run(rows.text, {name: ready.tables[name], subjects: ready.tables[subjects]})
        joined = joined.join(gathered, on="k", how="left", maintain_order="left")
    for record in ready.rows.keys() - {rows.record for rows in query.steps.rows}:
        _have_subjects(library, ready, ready.columns.records[record].name)
    return library.run(query.steps.text, {JOINED: joined})


def _have_subjects(library: Library, ready: Ready, name: str) -> None:
    """Of rows that no goal counts: whether each has a subject. Raises ``Unfit``."""
    others = ready.tables[name].join(ready.tables[ready.columns.subjects.name], on="k", how="anti")
    if library.one(others.select(library.polars.len().alias("n")))["n"]:
        raise Unfit
