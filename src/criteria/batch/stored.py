"""The answers as tables of the database, under the names that their readers see.

In: the table ``answers`` with ``one_by_one`` beside it. Out: ``Stored``. Holds: identifiers of levels and names of columns are user's
words, so they come as values.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from criteria.batch.counting import Counts, Tally, counts
from criteria.batch.job import Shown
from criteria.batch.outputs import cells, names
from criteria.batch.sources import Opened
from criteria.columnar.asked import LeftGoal
from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.frozen import frozen
from criteria.source import Place

ROWS = 20_000


@frozen(eq=False)
class Stored:
    """All answers, as ``found.Found`` says."""

    opened: Opened
    goals: tuple[Shown, ...]
    left: tuple[LeftGoal, ...]
    subjects: int
    resting: int
    every_reading: bool
    joined: bool  # to find them, rows were joined, which keeps them in no order

    @property
    def scattered(self) -> bool:
        """Whether the answers have to be put in the order of the source."""
        return self.joined or self.resting > 0

    @property
    def names(self) -> tuple[str, ...]:
        """Of the columns."""
        return names(self.opened.made.key, self.goals, self.every_reading)

    def rows(self, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """In the order of the source."""
        return self.opened.engine.stream(self._query, size)

    def arrow(self) -> Any:
        """A pyarrow table."""
        return self.opened.engine.guarded(self._relation.to_arrow_table)

    def parquet(self, part: Path) -> None:
        """Written by the database."""
        self.opened.engine.guarded(self._relation.write_parquet, str(part))

    def feather(self, part: Path) -> None:
        """Written batch by batch."""
        try:
            import pyarrow.ipc  # type: ignore[import-untyped]
        except ImportError:
            raise CriteriaError([Diagnostic("pyarrow-missing", Place(str(part)))]) from None
        rows: Any = self.opened.engine.guarded(self._relation.to_arrow_reader, ROWS)
        with pyarrow.OSFile(str(part), "wb") as file, pyarrow.ipc.new_file(file, rows.schema) as sink:
            while (batch := self.opened.engine.guarded(next, rows, None)) is not None:
                sink.write_batch(batch)

    @property
    def counts(self) -> tuple[Counts, ...]:
        """For each goal."""
        return tuple(counts(goal, self._tallies(goal)) for goal in self.goals)

    def _tallies(self, goal: Shown) -> list[Tally]:
        """Those of the answers, and those that were found one by one."""
        name, engine = f"g{goal.number}", self.opened.engine
        columns = f"{name}_best, {name}_worst, {name}_depends, count(*)"
        found: list[Tally] = []
        if goal.asked:
            rows = engine.run(f"SELECT {columns} FROM answers WHERE NOT {name}_rest GROUP BY ALL")
            found += [(goal.outcomes[best], goal.outcomes[worst], depends, n) for best, worst, depends, n in rows]
        if self.resting and goal.rests:
            rest = f" JOIN resting z USING (n) JOIN answers a USING (k) WHERE a.{name}_rest" if goal.asked else ""
            columns = f"r.{name}_best, r.{name}_worst, r.{name}_depends, count(*)"
            rows = engine.run(f"SELECT {columns} FROM one_by_one r{rest} GROUP BY ALL")
            found += [(str(best), str(worst), depends, n) for best, worst, depends, n in rows]
        return found

    def close(self) -> None:
        """Memory and temporary files of the database."""
        self.opened.engine.close()

    @property
    def _query(self) -> str:
        """Every subject, in the order of the source."""
        told = cells(self.goals, self.every_reading, resting=self.resting > 0)
        columns = ", ".join(f"{cell} AS o{place}" for place, cell in enumerate(["a.k", *told]))
        joined = " LEFT JOIN resting z ON z.k = a.k LEFT JOIN one_by_one r ON r.n = z.n" if self.resting else ""
        return f"SELECT {columns} FROM answers a{joined}{' ORDER BY a.p' if self.scattered else ''}"

    @property
    def _relation(self) -> Any:
        return self.opened.engine.relation(self._query, self.names)
