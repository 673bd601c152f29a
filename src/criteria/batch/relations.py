"""The typed relations that a query reads: ``subjects``, with their places in the source as ``p``; ``rows0``, ``rows1`` …

In: tables with meanings, what the goals look at. Out: views or tables in the engine, ``Columns`` that describe them, how to read values
back; and every fault of every column.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from criteria.batch import keys, native, texts
from criteria.batch.engine import Engine
from criteria.batch.figures import Figures, figures_of
from criteria.batch.headings import Headed, Layout
from criteria.batch.kinds import kind_of
from criteria.batch.typed import Asked, Typed
from criteria.columnar.columns import Columns, Relation
from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.values import Setting, setting
from criteria.frozen import field, frozen
from criteria.model.plan import Plan

SUBJECTS = "subjects"
Tested = Mapping[str, tuple[str, ...] | None]


class Wanted(Protocol):
    """Which facts and columns the goals look at, and which texts they test them for."""

    @property
    def facts(self) -> Tested:
        """By path."""

    @property
    def records(self) -> Mapping[str, Tested]:
        """By key of the record, then of the column."""


@frozen
class Table:
    """A relation with what it was made of."""

    relation: Relation
    headed: Headed | None  # None: subjects that no table names but those of rows
    typed: tuple[Typed, ...]


@frozen
class Made:
    """All relations."""

    key: str
    subjects: Table
    records: Mapping[str, Table] = field(factory=dict)

    @property
    def columns(self) -> Columns:
        """What a query is written for."""
        return Columns(self.subjects.relation, {name: table.relation for name, table in self.records.items()})


def made(engine: Engine, plan: Plan, layout: Layout, wanted: Wanted) -> tuple[Made | None, list[Diagnostic]]:
    """The relations, or None and why not."""
    type_, faults = keys.key_type(layout)
    every = [*([layout.facts] if layout.facts else []), *layout.records.values()]
    if not faults:
        faults = [fault for headed in every for fault in keys.keyless(engine, headed, layout.key)]
    if faults:
        return None, faults
    rows: dict[str, Table] = {}
    for number, (record, headed) in enumerate(layout.records.items()):
        columns = plan.records[record].columns
        asked = [
            Asked(key, f"{record}: {key}", columns[key].type, headed.meanings[key], _heading(headed, key), tested or ())
            for key, tested in wanted.records.get(record, {}).items()
            if key in headed.meanings and columns[key].computed is None
        ]
        rows[record], more = _table(engine, f"rows{number}", headed, type_, asked, plan)
        faults += more
    subjects, more = _subjects(engine, plan, layout, type_, wanted, rows)
    faults += more
    if layout.facts:
        faults += keys.twice(engine, layout.key, layout.facts.raw.place(layout.key))
        places = {record: headed.raw.place(layout.key) for record, headed in layout.records.items()}
        faults += keys.strangers(engine, {record: table.relation.name for record, table in rows.items()}, places)
    return (None if has_errors(faults) else Made(layout.key, subjects, rows)), faults


def _subjects(
    engine: Engine, plan: Plan, layout: Layout, type_: str, wanted: Wanted, rows: Mapping[str, Table]
) -> tuple[Table, list[Diagnostic]]:
    headed = layout.facts
    if headed is None:
        union = " UNION ALL ".join(f"SELECT k FROM {table.relation.name}" for table in rows.values())
        engine.run(
            f"CREATE TABLE subjects AS SELECT k, row_number() OVER (ORDER BY k) AS p FROM (SELECT DISTINCT k FROM ({union}))"
        )
        return Table(Relation("subjects", "k", {}), None, ()), []
    asked = [
        Asked(path, path, plan.facts[path].type, headed.meanings[path], _heading(headed, path), tested or ())
        for path, tested in wanted.facts.items()
        if path in headed.meanings
    ]
    return _table(engine, SUBJECTS, headed, type_, asked, plan)


def _heading(headed: Headed, meaning: str) -> str:
    return headed.raw.headings[headed.meanings[meaning]]


def _table(
    engine: Engine, name: str, headed: Headed, type_: str, asked: Iterable[Asked], plan: Plan
) -> tuple[Table, list[Diagnostic]]:
    """One relation: every column typed, then a view of them; a table where texts are joined, so that they are joined once."""
    asked = list(asked)
    figures = figures_of(engine, headed.raw, (each.place for each in asked))
    where = setting(plan, headed.raw.locale)
    found, faults = list[Typed](), list[Diagnostic]()
    for each in asked:
        typed, more = _column(engine, headed, each, figures[each.place], where)
        found += [typed] if typed else []
        faults += more
    raw = headed.raw
    cells = ", ".join(
        [
            f"{keys.key_cell(headed, type_)} AS k",
            *(["p"] if name == SUBJECTS else []),
            *(f"{cell} AS {new}" for each in found for cell, new in each.cells),
        ]
    )
    origin = f"(SELECT *, {raw.position} AS p FROM {raw.name})" if name == SUBJECTS else raw.name
    joins = " ".join(
        f"LEFT JOIN {each.join} d{each.asked.place} ON d{each.asked.place}.x = {each.back}"
        for each in found
        if each.join
    )
    kind = "TABLE" if joins else "VIEW"
    engine.run(f"CREATE {kind} {name} AS SELECT {cells} FROM {origin} t {joins}")
    return Table(Relation(name, "k", {each.asked.path: each.column for each in found}), headed, tuple(found)), faults


def _column(
    engine: Engine, headed: Headed, asked: Asked, figures: Figures, where: Setting
) -> tuple[Typed | None, list[Diagnostic]]:
    raw, kind = headed.raw, kind_of(headed.raw.types[asked.place])
    if kind.is_a == "empty" or figures.empty:
        return None, []
    if native.fits(kind, asked.type):
        return native.native(engine, raw, headed.key, asked, kind, figures, where)
    if kind.is_a in ("other", "float"):
        values = {"fact": asked.name, "found": raw.types[asked.place]}
        return None, [Diagnostic("batch-type", raw.place(asked.heading), values)]
    return texts.typed(engine, raw, headed.key, asked, figures.blank, where)
