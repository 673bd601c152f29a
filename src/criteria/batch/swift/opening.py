"""A source as Polars reads it: which table holds what, what its headings mean, its columns typed.

In: pieces of a source, a plan and what its goals look at. Out: ``Ready``. Raises ``Unfit`` where anything is wrong or in doubt: then the
database opens the source, and says what it is. Holds: nobody is left out, for every subject has a key; that each has its own, and
every row a subject, is proven with the answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from criteria.batch.engine import Engine
from criteria.batch.headings import Headed, Layout, layout
from criteria.batch.kinds import kind_of
from criteria.batch.pieces import Piece
from criteria.batch.raw import twice
from criteria.batch.relations import Tested, Wanted
from criteria.batch.swift.columns import typed
from criteria.batch.swift.library import Lazy, Library, Unfit
from criteria.batch.swift.proven import figures
from criteria.batch.swift.sheets import Sheet, alike, sheet
from criteria.batch.tables import Tables, placed
from criteria.batch.typed import Asked
from criteria.columnar.columns import Columns, Relation
from criteria.diagnostics import Diagnostic, has_errors
from criteria.facts.values import setting
from criteria.frozen import evolve, frozen
from criteria.model.plan import Column, FactDeclaration, Plan

PLAIN = "plain"
Database = Callable[[], Engine]


@frozen(eq=False)
class Ready:
    """Relations by name, and what a query has to know of them. ``rows``: how many there are of each record."""

    key: str
    tables: Mapping[str, Lazy]
    columns: Columns
    subjects: int
    rows: Mapping[str, int]
    notices: tuple[Diagnostic, ...]


@frozen(eq=False)
class Source:
    """What all tables are read with."""

    library: Library
    plan: Plan
    wanted: Wanted
    database: Database


def ready(source: Source, found: Sequence[Piece], key: str | None) -> Ready:
    """The relations. Raises ``Unfit``."""
    tables, notices = placed(list(found), source.plan)
    if tables.facts is None:
        raise Unfit
    sheets = _sheets(source.library, tables)
    facts = sheets[None]
    more = [fault for each in sheets.values() for fault in twice(each.raw)]
    made, faults = layout(source.plan, facts.raw, {name: sheets[name].raw for name in tables.records}, key)
    notices += [*more, *faults]
    if made is None or made.facts is None or has_errors(notices) or not facts.rows:
        raise Unfit
    _keyed(made, sheets)
    named = {path: (path, fact) for path, fact in source.plan.facts.items()}
    subjects, single = _relation(source, "subjects", facts, made.facts, named, source.wanted.facts)
    if single.plain and not source.library.one(subjects.select(source.library.polars.col(PLAIN).all()))[PLAIN]:
        raise Unfit
    lazy, relations = {"subjects": subjects}, dict[str, Relation]()
    for number, (record, headed) in enumerate(made.records.items()):
        columns = {name: (f"{record}: {name}", each) for name, each in source.plan.records[record].columns.items()}
        tested = source.wanted.records.get(record, {})
        name = f"rows{number}"
        lazy[name], relations[record] = _relation(source, name, sheets[record], headed, columns, tested)
    rows = {record: sheets[record].rows for record in made.records}
    return Ready(made.key, lazy, Columns(single, relations), facts.rows, rows, tuple(notices))


def _sheets(library: Library, tables: Tables) -> dict[str | None, Sheet]:
    """The single facts under None, then those of each record."""
    assert tables.facts
    found = {None: sheet(library, 0, tables.facts)} | {
        record: sheet(library, number, piece) for number, (record, piece) in enumerate(tables.records.items(), 1)
    }
    alike(list(found.values()))
    return found


def _keyed(made: Layout, sheets: Mapping[str | None, Sheet]) -> None:
    """The key has one type in all tables, a whole number or a text."""
    assert made.facts
    types = {sheets[None].raw.types[made.facts.key]}
    types |= {sheets[record].raw.types[headed.key] for record, headed in made.records.items()}
    kind = kind_of(next(iter(types)))
    if len(types) > 1 or kind.scale or types & {"ENUM"} or kind.is_a not in ("number", "text"):
        raise Unfit


def _relation(
    source: Source,
    name: str,
    table: Sheet,
    headed: Headed,
    declared: Mapping[str, tuple[str, FactDeclaration | Column]],
    tested: Tested,
) -> tuple[Lazy, Relation]:
    """The columns that are looked at, under generated names; the key is nowhere blank."""
    asked = [
        Asked(path, declared[path][0], declared[path][1].type, headed.meanings[path], "", texts or ())
        for path, texts in tested.items()
        if path in headed.meanings and not _computed(declared[path][1])
    ]
    proven = figures(source.library, table, headed.key, (each.place for each in asked), source.database)
    if proven[headed.key].blank:
        raise Unfit
    where = setting(source.plan, None)
    cells: list[Any] = [source.library.polars.col(table.column(headed.key)).alias("k")]
    found = {each.path: typed(source.library, table, each, proven[each.place], where) for each in asked}
    held = {path: each for path, each in found.items() if each}
    relation = Relation(name, "k", {path: each.column for path, each in held.items()})
    made = table.lazy.select([*cells, *(each.cell for each in held.values())])
    plain = [each.plain for each in held.values() if each.plain is not None]
    if plain:
        made = made.with_columns(source.library.polars.all_horizontal(plain).alias(PLAIN))
    return made, evolve(relation, plain=PLAIN if plain else "")


def _computed(declared: FactDeclaration | Column) -> bool:
    return isinstance(declared, Column) and declared.computed is not None
