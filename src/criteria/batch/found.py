"""The answers of a batch, whichever engine found them.

In: nothing. Out: ``Found``, which the table, the file and the summary are made of. Holds: a level is called by its identifier; rows have
the columns of ``names``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from criteria.batch.counting import Counts
from criteria.batch.job import Shown
from criteria.batch.sources import Opened
from criteria.columnar.asked import LeftGoal


class Found(Protocol):
    """One row a subject. ``resting``: how many subjects were evaluated one by one; ``left``: the goals that no column answers."""

    @property
    def goals(self) -> Sequence[Shown]:
        """In the order of the plan."""

    @property
    def left(self) -> Sequence[LeftGoal]:
        """What was asked of the evaluator for every subject."""

    @property
    def subjects(self) -> int:
        """How many rows there are."""

    @property
    def resting(self) -> int:
        """How many of them were evaluated one by one."""

    @property
    def names(self) -> tuple[str, ...]:
        """Of the columns: the key, and of each goal its best level, its worst, and whether readings differ."""

    @property
    def opened(self) -> Opened:
        """The source in the database, for facts of single subjects."""

    def rows(self, size: int) -> Iterator[list[tuple[Any, ...]]]:
        """So many at a time."""

    def arrow(self) -> Any:
        """A pyarrow table."""

    def parquet(self, part: Path) -> None:
        """Written to a file."""

    def feather(self, part: Path) -> None:
        """Written to a file of Arrow."""

    @property
    def counts(self) -> tuple[Counts, ...]:
        """For each goal how many subjects come to what."""

    def close(self) -> None:
        """Memory and files are given back."""
