"""Verdicts of a cluster as files: a folder of Parquet that is read back only when its writing came to an end.

In: a DataFrame of verdicts and a path that is free; later that path. Out: the folder; the DataFrame again. Holds: tasks write aside, and
what they wrote is taken over when all are done, so that a task that ran twice, or on a worker that was lost, leaves nothing; the mark
comes last.
"""

from __future__ import annotations

from typing import Any

from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.source import Place
from criteria.spark.session import MARK, marked, stands, written


def write(frame: Any, path: str, *, one_file: bool = False) -> None:
    """All verdicts under a path; ``one_file``: in one file, ordered by the key, which is the first column."""
    place = Place(path)
    if stands(frame.sparkSession, path):
        raise CriteriaError([Diagnostic("spark-output-there", place)])
    if one_file:
        key = frame.columns[0].replace("`", "``")
        frame = frame.repartition(1).sortWithinPartitions(f"`{key}`")
    written(frame, path)


def read(session: Any, path: str) -> Any:
    """The verdicts of a finished run."""
    if not marked(session, path):
        raise CriteriaError([Diagnostic("spark-unfinished", Place(path), {"expected": MARK})])
    return session.read.parquet(path)
