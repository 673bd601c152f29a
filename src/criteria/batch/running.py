"""A query is run, and what it leaves is asked of the reference: the levels of every subject.

In: an opened source, a plan, the day, readings. Out: ``Stored``: the table ``answers`` in the engine, with ``one_by_one`` beside it where
something was left. Holds: what is held in memory does not grow with the number of subjects.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from criteria.batch.back import Back
from criteria.batch.job import Job, Progress, Shown, goals_shown
from criteria.batch.one_by_one import Answer, OneByOne, Unnamed
from criteria.batch.sources import Opened
from criteria.batch.stored import Stored
from criteria.columnar.asked import Query
from criteria.columnar.dialect import DUCKDB
from criteria.columnar.query import query
from criteria.diagnostics import CriteriaError, Diagnostic
from criteria.evaluate.levels import clock_of
from criteria.facts.record import Facts
from criteria.facts.refusal import shown

TOGETHER = 5_000  # subjects whose answers are stored at once


def ran(opened: Opened, job: Job, progress: Progress | None = None) -> Stored:
    """The query, and then the rest. Raises ``Failed`` where the engine cannot go on."""
    engine, columns = opened.engine, opened.made.columns
    clock = clock_of(job.plan, Facts({}, {}), job.as_of)
    asked = query(job.plan, columns, clock, job.moved, DUCKDB, every_reading=job.every_reading, placed="p")
    goals = tuple(goals_shown(job, asked))
    for goal in goals:
        if goal.asked:  # identifiers of levels are data, kept once and written by their places
            engine.let(f"outcomes{goal.number}", list(goal.outcomes))
            names = f"SELECT unnest(getvariable('outcomes{goal.number}'))"
            engine.run(f"CREATE TYPE levels{goal.number} AS ENUM ({names})")
    settled = not asked.left and not any(goal.rests for goal in asked.goals)
    kind = "VIEW" if job.form and settled else "TABLE"
    engine.run(f"CREATE {kind} answers AS SELECT {_small(asked, job)} FROM ({asked.text})")
    subjects = engine.one("SELECT count(*) FROM answers")[0]
    resting = _resting(opened, asked)
    if resting:
        _one_by_one(opened, job, [goal for goal in goals if goal.rests], resting, progress)
    return Stored(opened, goals, asked.left, subjects, resting, job.every_reading, _joined(opened, asked))


def _joined(opened: Opened, asked: Query) -> bool:
    """Whether a join stands between the source and the answers."""
    return " JOIN " in asked.text or any(each.join for each in opened.made.subjects.typed)


def _small(asked: Query, job: Job) -> str:
    """The columns of the query, levels in one byte each."""
    cells = ["k", "p"]
    for goal in asked.goals:
        name = f"g{goal.number}"
        cells += [f"CAST({name}_{end} AS UTINYINT) AS {name}_{end}" for end in ("best", "worst")]
        cells += [f"{name}_depends", f"{name}_rest"]
        if job.every_reading:
            ends = [f"{name}_{place}_{end}" for place in range(len(goal.readings)) for end in ("best", "worst")]
            cells += [f"CAST({end} AS UTINYINT) AS {end}" for end in ends]
    return ", ".join(cells)


def _resting(opened: Opened, asked: Query) -> int:
    """How many subjects are left, in a table of their own."""
    rests = [f"g{goal.number}_rest" for goal in asked.goals if goal.rests]
    which = "" if asked.left else f" WHERE {' OR '.join(rests)}" if rests else " WHERE false"
    engine = opened.engine
    engine.run(f"CREATE TABLE resting AS SELECT row_number() OVER (ORDER BY p) AS n, k FROM answers{which}")
    count: int = engine.one("SELECT count(*) FROM resting")[0]
    return count


def _one_by_one(opened: Opened, job: Job, goals: Sequence[Shown], count: int, progress: Progress | None) -> None:
    """The answers for all of them, in a table of their own."""
    engine = opened.engine
    evaluator = OneByOne(job.plan, job.as_of, job.moved, {goal.id: goal.readings for goal in goals})
    names = [(name, kind) for goal in goals for name, kind in _columns(goal, job)]
    engine.run(f"CREATE TABLE one_by_one (n BIGINT{''.join(f', {name} {kind}' for name, kind in names)})")
    slots = ", ".join(["unnest(?::BIGINT[])", *(f"unnest(?::{kind}[])" for _, kind in names)])
    done, rows = 0, list[list[object]]()

    def store() -> None:
        engine.run(f"INSERT INTO one_by_one SELECT {slots}", [list(column) for column in zip(*rows, strict=True)])
        rows.clear()

    try:
        for done, found in enumerate(evaluator.answers(Back(engine, opened.made, "resting")), 1):
            rows.append([done, *(cell for goal in goals for cell in _cells(found[goal.id], job))])
            if len(rows) == TOGETHER:
                store()
            if progress:
                progress(done, count)
    except Unnamed as stopped:
        (key,) = engine.one("SELECT k FROM resting WHERE n = ?", [stopped.place])
        values = {"record": stopped.record, "column": stopped.column, "key": shown(str(key))}
        raise CriteriaError([Diagnostic("batch-unnamed", None, values)]) from None
    if rows:
        store()


def _columns(goal: Shown, job: Job) -> Iterator[tuple[str, str]]:
    name = f"g{goal.number}"
    yield from ((f"{name}_best", "VARCHAR"), (f"{name}_worst", "VARCHAR"), (f"{name}_depends", "BOOLEAN"))
    if job.every_reading:
        for place in range(len(goal.readings)):
            yield from ((f"{name}_{place}_best", "VARCHAR"), (f"{name}_{place}_worst", "VARCHAR"))


def _cells(answer: Answer, job: Job) -> Iterator[object]:
    yield from (answer.best, answer.worst, answer.depends)
    if job.every_reading:
        for ends in answer.each:
            yield from ends
