"""Which columns of DataFrames a plan looks at, and whether their types can say its facts exactly.

In: DataFrames by name, the plan, what the key is called. Out: ``Laid``: for the single facts and each record a view of raw columns ``k``,
``c0``, ``c1`` …, each ``Fitted`` to a fact or a cell; faults by name. Holds: a type that rounds, or that needs a time zone, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from criteria.batch.headings import Headed, Layout, layout
from criteria.batch.pieces import Piece
from criteria.batch.raw import Raw
from criteria.batch.tables import Tables, placed
from criteria.columnar.columns import Held, held_as
from criteria.columnar.wanted import Texts, wanted
from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.refusal import shown
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.model.types import Type
from criteria.source import Place
from criteria.spark.session import Cluster

_DECIMAL = re.compile(r"decimal\((\d+),(\d+)\)")
_WHOLE = ("tinyint", "smallint", "int", "bigint")
_TEXT = re.compile(r"string|(var)?char\(\d+\)")


@frozen
class Fitted:
    """A raw column ``name`` and what it says: a fact by path, or a cell by its column's key."""

    name: str
    key: str
    kind: Type
    held: Held
    scale: int
    written: bool  # as texts, which are read as those of a file are
    texts: Texts
    place: Place


@frozen
class Table:
    """A view of raw columns, with the subjects' key in ``k``."""

    view: str
    key_type: str
    columns: tuple[Fitted, ...]
    place: Place


@frozen
class Laid:
    """All that is looked at. ``key`` is what the key is called."""

    key: str
    subjects: Table
    records: Mapping[str, Table]
    named: bool = True  # whether a DataFrame says which subjects there are; else they are those of the rows


def laid(
    cluster: Cluster, plan: Plan, frames: Mapping[str, Any], key: str | None
) -> tuple[Laid | None, list[Diagnostic]]:
    """The DataFrames as views."""
    faults = [
        Diagnostic("spark-no-frame", Place(_label(name)), {"found": type(frame).__name__})
        for name, frame in frames.items()
        if not cluster.is_frame(frame)
    ]
    if faults:
        return None, faults
    pieces = [Piece(str(name), "frame", _label(name), frame) for name, frame in frames.items()]
    tables, faults = placed(pieces, plan)
    if has_errors(faults):
        return None, faults
    if tables.facts is None and not tables.records:
        return None, [*faults, Diagnostic("batch-nothing")]
    facts = _raw(cluster, tables.facts) if tables.facts else None
    found, more = layout(plan, facts, {name: _raw(cluster, piece) for name, piece in tables.records.items()}, key)
    faults += more
    if found is None or has_errors(faults):
        return None, faults
    made, more = _every_table(cluster, plan, tables, found)
    return made, faults + more


def _every_table(cluster: Cluster, plan: Plan, tables: Tables, found: Layout) -> tuple[Laid | None, list[Diagnostic]]:
    asked, faults = wanted(plan), list[Diagnostic]()
    records: dict[str, Table] = {}
    for name, headed in found.records.items():
        columns = plan.records[name].columns
        cells = {column: (columns[column].type, texts) for column, texts in asked.records.get(name, {}).items()}
        records[name], more = _table(cluster, tables.records[name], headed, cells)
        faults += more
    subjects = None
    if tables.facts and found.facts:
        kinds = {path: (plan.facts[path].type, texts) for path, texts in asked.facts.items()}
        subjects, more = _table(cluster, tables.facts, found.facts, kinds)
        faults += more
    every = [*([subjects] if subjects else []), *records.values()]
    faults += [fault for table in every[1:] for fault in _keys_apart(table, every[0])]
    if has_errors(faults):
        return None, faults
    return Laid(found.key, subjects or _of_rows(cluster, every), records, subjects is not None), faults


def _of_rows(cluster: Cluster, every: Sequence[Table]) -> Table:
    """The subjects that have rows."""
    text = " UNION ".join(f"SELECT k FROM {table.view}" for table in every)
    return Table(cluster.show(cluster.query(text)), every[0].key_type, (), every[0].place)


def _label(name: object) -> str:
    return f"<{shown(str(name))}>"


def _raw(cluster: Cluster, piece: Piece) -> Raw:
    """The headings and types of a DataFrame."""
    shape = cluster.shape(piece.what)
    return Raw(piece.name, piece.label, tuple(name for name, _ in shape), tuple(kind for _, kind in shape))


def _table(
    cluster: Cluster, piece: Piece, headed: Headed, kinds: Mapping[str, tuple[Type, Texts]]
) -> tuple[Table, list[Diagnostic]]:
    """The columns that matter."""
    columns, faults = [], []
    names = {headed.key: "k"}
    for number, (key, (kind, texts)) in enumerate(kinds.items()):
        if key not in headed.meanings:
            continue
        at = headed.meanings[key]
        found, place = headed.raw.types[at], headed.raw.place(headed.raw.headings[at])
        fits = _fits(kind, found)
        if fits is None:
            values = {"fact": key, "found": found, "expected": _EXPECTED[held_as(kind)]}
            faults.append(Diagnostic("spark-type", place, values))
            continue
        names[at] = f"c{number}"
        columns.append(Fitted(f"c{number}", key, kind, *fits, bool(_TEXT.fullmatch(found)), texts, place))
    key_type = headed.raw.types[headed.key]
    if not (key_type in (*_WHOLE, "date") or _DECIMAL.fullmatch(key_type) or _TEXT.fullmatch(key_type)):
        values = {"found": key_type, "expected": "STRING, BIGINT, DECIMAL, DATE"}
        faults.append(Diagnostic("spark-key-type", headed.raw.place(headed.raw.headings[headed.key]), values))
    view = cluster.show_columns(piece.what, names) if not faults else ""
    return Table(view, key_type, tuple(columns), headed.raw.place()), faults


def _fits(kind: Type, found: str) -> tuple[Held, int] | None:
    """How a column of this type holds a fact, with the digits after the point; None where it cannot."""
    native = held_as(kind)
    if _TEXT.fullmatch(found):
        return native, 0
    match native:
        case Held.NUMBER:
            decimal = _DECIMAL.fullmatch(found)
            return (native, int(decimal[2])) if decimal else (native, 0) if found in _WHOLE else None
        case Held.DAY | Held.TRUTH:
            return (native, 0) if found == {Held.DAY: "date", Held.TRUTH: "boolean"}[native] else None
    return None


_EXPECTED = {
    Held.DAY: "DATE, STRING",
    Held.NUMBER: "INT, BIGINT, DECIMAL, STRING",
    Held.TRUTH: "BOOLEAN, STRING",
    Held.CODE: "STRING",
}


def _keys_apart(rows: Table, subjects: Table) -> list[Diagnostic]:
    """Keys of two types would be converted before they are compared."""
    if rows.key_type == subjects.key_type or {rows.key_type, subjects.key_type} <= {*_WHOLE}:
        return []
    return [Diagnostic("spark-key-types", rows.place, {"found": rows.key_type, "expected": subjects.key_type})]
