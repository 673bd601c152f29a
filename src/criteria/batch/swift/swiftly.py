"""The swift way: the whole batch on Polars, where everything about a source is plain.

In: what is asked, the source, a folder for what is on its way. Out: ``Swift``, or None where the database has to be asked. Holds: it
says what the database says, and uses no more memory than it may.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from criteria.batch.engine import Engine, Failed
from criteria.batch.job import Job, goals_shown
from criteria.batch.pieces import Piece, Source, pieces
from criteria.batch.relations import Wanted
from criteria.batch.sources import Opened, database, open_source
from criteria.batch.swift import opening
from criteria.batch.swift.answers import Swift, answers
from criteria.batch.swift.library import Library, Unfit
from criteria.batch.swift.sheets import worth
from criteria.columnar.asked import Query
from criteria.columnar.dialect import POLARS
from criteria.columnar.query import query
from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.evaluate.levels import clock_of
from criteria.facts.record import Facts

FORMS = (".parquet", ".arrow", ".feather")
_MEMORY = re.compile(r"([0-9.]+)([KMGT]?)", re.IGNORECASE)
_TIMES = {"": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000, "T": 1_000_000_000_000}
LEAST = 10**9  # bytes of memory that Polars is given, or none
CELL, HELD = 8, 3  # bytes of a number that a subject's rows come to; how often it is held while they are gathered


def swiftly(
    job: Job, source: Source, wanted: Wanted, key: str | None, memory: str, work: Path
) -> tuple[Swift, list[Diagnostic]] | None:
    """The answers, and what to know besides."""
    found, faults = pieces(source)
    if faults or not found or not worth(Library, found):
        return None
    reader = _Reader(found, work, memory)
    try:
        library = Library()
        ready = opening.ready(opening.Source(library, job.plan, wanted, reader.engine), found, key)
        clock = clock_of(job.plan, Facts({}, {}), job.as_of)
        asked = query(
            *(job.plan, ready.columns, clock, job.moved, POLARS), every_reading=job.every_reading, rows_counted=True
        )
        _fits(asked, ready, memory)

        def again() -> Opened:
            opened, faults = open_source(job.plan, source, wanted, work, key, memory)
            if opened is None:
                raise CriteriaError(faults)
            return opened

        told = answers(library, ready, asked)
        counted = {rows.record: rows.counted for rows in asked.steps.rows}
        goals = tuple(goals_shown(job, asked))
        swift = Swift(library, ready, goals, job.every_reading, told, counted, again)
        part = work / f"output{job.form}" if job.form in FORMS else None
        return swift.settled(part), list(ready.notices)
    except (Unfit, Failed):
        return None
    finally:
        reader.close()


def _fits(asked: Query, ready: opening.Ready, memory: str) -> None:
    """Subjects pass by, in some hundred megabytes; what their rows come to is gathered first, which memory has to hold."""
    match = _MEMORY.match(memory)
    most = Fraction(match[1]) * _TIMES[match[2].upper()] if match else 0
    if most < LEAST:
        raise Unfit
    if not ready.rows:
        return
    gathered = sum(len(rows.columns) for rows in asked.steps.rows)
    columns = gathered + len(ready.columns.subjects.columns) + 1
    if ready.subjects * columns * CELL * HELD > most:
        raise Unfit


class _Reader:
    """The database that reads what Parquet files say of themselves, opened when it is first asked."""

    def __init__(self, found: Sequence[Piece], work: Path, memory: str) -> None:
        self._found, self._work, self._memory = found, work, memory
        self._engine: Engine | None = None

    def engine(self) -> Engine:
        """The database."""
        if self._engine is None:
            self._engine = database(self._found, self._work, self._memory)
        return self._engine

    def close(self) -> None:
        """Its memory is given back."""
        if self._engine is not None:
            self._engine.close()
