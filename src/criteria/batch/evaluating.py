"""A plan and a source → the levels of every subject: what the command and Python programs ask for.

In: what is asked, the source, a folder for what is on its way. Out: ``Found``, or every fault that stopped it. Whoever gets one closes its
engine.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from criteria.batch.engine import Failed, Watch
from criteria.batch.found import Found
from criteria.batch.job import Job, Progress
from criteria.batch.pieces import Source
from criteria.batch.running import ran
from criteria.batch.sources import MEMORY, open_source
from criteria.batch.swift.swiftly import swiftly
from criteria.columnar.wanted import Wanted, wanted
from criteria.diagnostics import Diagnostic, Severity
from criteria.evaluate.versions import every_goal
from criteria.frozen import frozen
from criteria.model.plan import Plan


@frozen
class Given:
    """Where facts come from, and how they may be read."""

    source: Source
    key: str | None = None
    memory: str = MEMORY


def evaluated(
    job: Job, given: Given, work: Path, progress: Progress | None = None, watch: Watch | None = None
) -> tuple[Found | None, list[Diagnostic]]:
    """The answers, or None and why not; beside them what the reader should know."""
    looked = looked_at(job.plan)
    if swift := swiftly(job, given.source, looked, given.key, given.memory, work):
        return swift
    opened, told = open_source(job.plan, given.source, looked, work, given.key, given.memory, watch)
    if opened is None:
        return None, told
    try:
        found = ran(opened, job, progress)
    except Failed as failed:
        opened.engine.close()
        return None, [*told, failed.diagnostic()]
    except BaseException:
        opened.engine.close()
        raise
    return found, [*told, *_left(found)]


def looked_at(plan: Plan) -> Wanted:
    """What the goals look at, with the names of the rows that goals are asked of."""
    found = wanted(plan)
    records: dict[str, Mapping[str, tuple[str, ...] | None]] = dict(found.records)
    for goal in every_goal(plan):
        if goal.each and goal.each.subjects and plan.records[goal.each.subjects.record].rows is None:
            record, naming = goal.each.subjects.record, goal.each.subjects.naming
            records[record] = {naming: None, **records.get(record, {})}
    return Wanted(found.facts, records)


def _left(found: Found) -> list[Diagnostic]:
    """What was evaluated one by one."""
    told = [
        Diagnostic(
            "batch-left",
            goal.place,
            {"goal": goal.id, "construct": goal.construct},
            severity=Severity.NOTICE,
            goal=goal.id,
        )
        for goal in found.left
    ]
    if found.resting and not found.left:
        values = {"count": str(found.resting), "all": str(found.subjects)}
        told.append(Diagnostic("batch-resting", None, values, severity=Severity.NOTICE))
    return told
