"""A source, opened: its tables found, named, typed, and ready for a query.

In: a folder, a file, a local URL or tables of a program; a plan and what its goals look at; the key's heading. Out: ``Opened``, or every
fault that keeps it from being used. Whoever opens one closes its engine.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from criteria.batch.engine import Engine, Failed, Watch
from criteria.batch.headings import layout
from criteria.batch.pieces import Piece, Source, pieces
from criteria.batch.raw import Raw, opened
from criteria.batch.relations import Made, Wanted, made
from criteria.batch.tables import DATABASE, Tables, placed, spread
from criteria.diagnostics import Diagnostic, has_errors
from criteria.frozen import frozen
from criteria.model.plan import Plan

MEMORY = "2GB"


@frozen(eq=False)
class Opened:
    """What a query runs on."""

    engine: Engine
    made: Made
    notices: tuple[Diagnostic, ...]


def open_source(
    plan: Plan,
    source: Source,
    wanted: Wanted,
    work: Path,
    key: str | None = None,
    memory: str = MEMORY,
    watch: Watch | None = None,
) -> tuple[Opened | None, list[Diagnostic]]:
    """The source, or None and all that is wrong with it. Raises ``CriteriaError`` where DuckDB is not installed."""
    found, faults = pieces(source)
    if has_errors(faults):
        return None, faults
    engine = None
    try:
        engine = database(found, work, memory)
        engine.watch = watch
        ready, more = _opened(engine, plan, found, wanted, key, work)
    except Failed as failed:
        ready, more = None, [failed.diagnostic()]
    except BaseException:
        if engine:
            engine.close()
        raise
    faults += more
    if engine is None or ready is None or has_errors(faults):
        if engine:
            engine.close()
        return None, faults
    return Opened(engine, ready, tuple(faults)), faults


def database(found: Sequence[Piece], work: Path, memory: str) -> Engine:
    """One that may read these pieces and nothing else."""
    readable = [str(path) for piece in found if isinstance(piece.what, tuple) for path in piece.what]
    paths = [piece.what[0] for piece in found if piece.kind == "duckdb" and isinstance(piece.what, tuple)]
    databases = {DATABASE: str(paths[0])} if paths else {}
    return Engine(memory, work, readable, databases)


def _opened(
    engine: Engine, plan: Plan, found: list[Piece], wanted: Wanted, key: str | None, work: Path
) -> tuple[Made | None, list[Diagnostic]]:
    every, faults = spread(engine, found)
    tables, more = placed(every, plan)
    facts, records, shapes = _raws(engine, tables, work)
    faults += [*more, *shapes]
    if facts is None and not records:
        return None, faults if has_errors(faults) else [*faults, Diagnostic("batch-nothing")]
    headed, more = layout(plan, facts, records, key)
    faults += more
    if headed is None or has_errors(shapes):
        return None, faults
    ready, more = made(engine, plan, headed, wanted)  # also after other faults, so that all are told in one run
    return ready, faults + more


def _raws(engine: Engine, tables: Tables, work: Path) -> tuple[Raw | None, dict[str, Raw], list[Diagnostic]]:
    faults: list[Diagnostic] = []
    facts: Raw | None = None
    if tables.facts:
        facts, faults = opened(engine, 0, tables.facts, work)
    records: dict[str, Raw] = {}
    for number, (name, piece) in enumerate(tables.records.items(), 1):
        raw, more = opened(engine, number, piece, work)
        records |= {name: raw} if raw else {}
        faults += more
    return facts, records, faults
