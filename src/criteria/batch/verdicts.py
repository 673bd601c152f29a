"""What a Python program gets of a batch: the levels of every subject, as rows, as Arrow, or as a file.

In: a plan, a source. Out: ``Verdicts``; every fault is raised as one ``CriteriaError``. What memory cannot hold lies in a folder for what
is temporary, which is gone when the object is closed, or forgotten.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from criteria.batch.chosen import facts_of
from criteria.batch.counting import Counts
from criteria.batch.engine import CHUNK
from criteria.batch.evaluating import Given, evaluated
from criteria.batch.found import Found
from criteria.batch.job import Job
from criteria.batch.pieces import Source
from criteria.batch.sources import MEMORY
from criteria.batch.writing import formed
from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.facts.record import Facts
from criteria.files import CannotWrite, arrive, workplace
from criteria.model.plan import Plan


class Verdicts:
    """One row a subject. ``columns`` are the names, ``counts`` says how many come to what, ``notices`` what to know besides."""

    def __init__(
        self, found: Found, plan: Plan, notices: tuple[Diagnostic, ...], folder: TemporaryDirectory[str]
    ) -> None:
        self._found, self._folder = found, folder
        self.model, self.notices, self.columns = plan, notices, found.names

    def __repr__(self) -> str:
        return f"<Verdicts {self.model.title!r}, {len(self)} subjects>"

    def __len__(self) -> int:
        return self._found.subjects

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        """The rows, in the order of the source."""
        for rows in self._found.rows(CHUNK):
            yield from rows

    def __enter__(self) -> Verdicts:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows."""
        return list(self)

    def arrow(self) -> Any:
        """A pyarrow table."""
        return self._found.arrow()

    @property
    def counts(self) -> tuple[Counts, ...]:
        """For each goal how many subjects come to what."""
        return self._found.counts

    def facts(self, key: object) -> Facts:
        """The facts of one subject, for ``plan.evaluate``; raises ``KeyError`` where there is none."""
        found, _ = facts_of(self._found.opened, [str(key)])
        if str(key) not in found:
            raise KeyError(key)
        return found[str(key)]

    def write(self, path: str | Path) -> None:
        """To a file, whole or not at all; its name says the form, as for ``criteria batch``."""
        try:
            with workplace(path) as beside:
                part = formed(self._found, str(path), Path(self._folder.name), self.model.language)
                arrive(Path(shutil.move(part, beside / part.name)), path)
        except CannotWrite as refused:
            raise CriteriaError([refused.diagnostic]) from None

    def close(self) -> None:
        """Memory and temporary files are given back."""
        self._found.close()
        self._folder.cleanup()


def batch(
    plan: Plan,
    source: Source,
    key: str | None,
    as_of: date | None,
    moved: Mapping[str, str],
    every_reading: bool,
    memory: str | None,
    form: str = "",
) -> Verdicts:
    """The verdicts on every subject of a source."""
    folder = TemporaryDirectory(prefix="criteria-")
    try:
        job = Job(plan, as_of, moved, every_reading, form)
        found, told = evaluated(job, Given(source, key, memory or MEMORY), Path(folder.name))
        if found is None:
            raise CriteriaError(told)
        return Verdicts(found, plan, tuple(told), folder)
    except BaseException:
        folder.cleanup()
        raise
