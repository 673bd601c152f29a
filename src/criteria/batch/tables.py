"""Which piece of a source holds what: the single facts, or the rows of a record.

In: pieces by name, the plan. Out: pieces by what they hold, and faults for a name that means nothing. A database is one piece at first;
its tables are named here. Single facts stand in the table called facts (``fakta``, ``subjects``, ``emner``), or in the only one without a
record's name.
"""

from __future__ import annotations

import sqlite3

from criteria.batch import lite
from criteria.batch.engine import Engine
from criteria.batch.pieces import Piece
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.decisions import is_decision
from criteria.facts.naming import plan_names
from criteria.facts.refusal import shown
from criteria.facts.tables import FACT_SHEETS, meaning_of
from criteria.frozen import define, evolve, field
from criteria.model.plan import Plan, Record, fold
from criteria.nearest import nearest
from criteria.source import Place

SUBJECTS = FACT_SHEETS | {"subjects", "emner"}
DATABASE = "source"


@define
class Tables:
    """What each piece is about."""

    facts: Piece | None = None
    records: dict[str, Piece] = field(factory=dict)


def spread(engine: Engine, found: list[Piece]) -> tuple[list[Piece], list[Diagnostic]]:
    """Databases as their tables."""
    every, faults = list[Piece](), list[Diagnostic]()
    for piece in found:
        if piece.kind == "duckdb":
            every += _of_duckdb(engine, piece)
        elif piece.kind == "sqlite":
            assert isinstance(piece.what, tuple)
            path = str(piece.what[0])
            try:
                names = lite.tables(path)
            except sqlite3.Error as error:
                faults.append(Diagnostic("cannot-read", Place(piece.label), {"reason": str(error)}))
                continue
            every += [Piece(name, "sqlite", f"{piece.label}:{shown(name)}", (path, name)) for name in names]
        else:
            every.append(piece)
    if not every and not faults:
        faults.append(Diagnostic("batch-no-tables", Place(found[0].label) if found else None))
    return every, faults


def _of_duckdb(engine: Engine, piece: Piece) -> list[Piece]:
    rows = engine.run(
        "SELECT schema_name, table_name FROM duckdb_tables() WHERE database_name = ? UNION ALL"
        " SELECT schema_name, view_name FROM duckdb_views() WHERE database_name = ? AND NOT internal ORDER BY ALL",
        [DATABASE, DATABASE],
    )
    named = [(table, ".".join((DATABASE, lite.quoted(schema), lite.quoted(table)))) for schema, table in rows]
    return [
        evolve(piece, name=name, kind="table", label=f"{piece.label}:{shown(name)}", what=path) for name, path in named
    ]


def placed(every: list[Piece], plan: Plan) -> tuple[Tables, list[Diagnostic]]:
    """The pieces by what they hold."""
    placed, loose, faults = Tables(), list[Piece](), list[Diagnostic]()
    facts: list[Piece] = []
    for piece in every:
        meaning = _meaning(piece.name, plan)
        if isinstance(meaning, Record):
            faults += _record(placed, piece, meaning)
        else:
            (facts if fold(piece.name) in SUBJECTS else loose).append(piece)
    if not facts and loose and (len(loose) == 1 or not plan.records):
        alone = next((piece for piece in loose if not _near(piece, plan)), loose[0])
        if not _near(alone, plan) or not placed.records:
            facts, loose = [alone], [piece for piece in loose if piece is not alone]
    faults += [_unused(piece, plan) for piece in loose]
    faults += [_twice(piece, facts[0]) for piece in facts[1:]]
    placed.facts = facts[0] if facts else None
    return placed, faults


def _meaning(name: str, plan: Plan) -> object:
    """A record also where its words are joined by underscores, as columns and files often are."""
    return meaning_of(name, plan) or meaning_of(name.replace("_", " "), plan)


def _record(placed: Tables, piece: Piece, record: Record) -> list[Diagnostic]:
    if is_decision(record):
        return [Diagnostic("batch-decisions", Place(piece.label))]
    if record.rows is not None:
        return [Diagnostic("record-fixed-by-plan", Place(piece.label), {"record": record.key})]
    if record.key in placed.records:
        return [_twice(piece, placed.records[record.key])]
    placed.records[record.key] = piece
    return []


def _twice(piece: Piece, before: Piece) -> Diagnostic:
    return Diagnostic(
        "batch-table-twice", Place(piece.label), {"found": shown(piece.name)}, related=(Place(before.label),)
    )


def _near(piece: Piece, plan: Plan) -> str | None:
    names = [
        name for name, target in plan_names(plan).meaning.items() if target.record and not is_decision(target.record)
    ]
    return nearest(piece.name, names)


def _unused(piece: Piece, plan: Plan) -> Diagnostic:
    near = _near(piece, plan) or nearest(piece.name, sorted(SUBJECTS))
    kind, severity = ("misspelt-table", Severity.ERROR) if near else ("batch-unused-table", Severity.WARNING)
    return Diagnostic(kind, Place(piece.label), {"found": shown(piece.name)}, near, severity)
