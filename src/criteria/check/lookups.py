"""``its base``, ``their limit``: what belongs to the row, group or year in force.

In: the words after ``its`` and their scope. Out: a column of the row itself, a value of a series, or a ``Lookup`` in a table that the plan
fixes, by the columns that are named alike. Holds: one table answers; two of its rows for the same key are a finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from criteria.check import series
from criteria.check.context import Context
from criteria.check.infer import Value
from criteria.check.scopes import ColumnName, Scope, SeriesName, Table
from criteria.check.suggestions import unknown
from criteria.dates.durations import Duration
from criteria.dates.phrases import parse
from criteria.frozen import frozen
from criteria.model import terms
from criteria.model.plan import Column, FixedRow, fold
from criteria.model.series import YEAR_WORDS
from criteria.model.types import ChoiceType, NumberType, TextType, Type, Unit, YesNoType
from criteria.source import Place
from criteria.syntax import tree


@frozen(eq=False)
class Join:
    """A column of the looked-up table, and what it is compared with."""

    column: Column
    key: terms.Term
    type: Type


@frozen(eq=False)
class Source:
    """A table of the plan that has the column, and how its rows are found."""

    table: Table
    column: Column
    joins: tuple[Join, ...]
    rows: tuple[FixedRow, ...]


def its(ctx: Context, run: tree.Run, scope: Scope) -> Value | None:
    """What the words name of the row, group or year in force."""
    words = scope.spelled(run.words[1:])
    if not any(scope.around) and scope.group is None and ctx.year is None:
        ctx.faults.error("its-of-nothing", run.place, found=run.text)
        return None
    match ctx.names.look_up(words, scope):
        case ColumnName(table=table, key=key, depth=depth):
            column = ctx.column(table, key)
            return (
                column
                if column is None
                else Value(terms.Cell(table.key, key, depth, column.type, place=run.place), column.type)
            )
        case SeriesName(series=found, said=said):
            return series.value(ctx, found, said, scope, run.place)
    sources = list(_sources(ctx, words, scope, run.place))
    if len(sources) == 1:
        return _value(ctx, sources[0], run)
    if sources:
        related = tuple(source.table.place for source in sources)
        names = ", ".join(source.table.name for source in sources)
        ctx.faults.error("its-ambiguous", run.place, related=related, found=run.text, tables=names)
    else:
        known = [column.name for table in ctx.names.tables.values() if table.rows for column in table.columns.values()]
        unknown(ctx, " ".join(words), run.place, [*ctx.names.in_scope(scope), *known], "its")
    return None


def _sources(ctx: Context, words: tuple[str, ...], scope: Scope, place: Place) -> Iterator[Source]:
    for table in dict.fromkeys(ctx.names.tables.values()):
        key = table.column(words)
        column = table.columns.get(key) if key else None
        if table.rows is None or column is None or column.computed is not None:
            continue
        rows = _of_year(ctx, table)
        joins = tuple(_joins(ctx, table, column, scope, place))
        if joins or len(rows) < len(table.rows):
            ctx.names.used_columns |= {(table.key, column.key), *((table.key, join.column.key) for join in joins)}
            yield Source(table, column, joins, rows)


def _of_year(ctx: Context, table: Table) -> tuple[FixedRow, ...]:
    """The rows of the year in force, of a table with a column of years."""
    key = next((key for key, column in table.columns.items() if _is_year(column)), None)
    rows = table.rows or ()
    if key is None or ctx.year is None:
        return rows
    ctx.names.used_columns.add((table.key, key))
    return tuple(row for row in rows if row.values.get(key) == ctx.year)


def _is_year(column: Column) -> bool:
    return bool({fold(column.name), fold(column.key)} & YEAR_WORDS) and isinstance(column.type, NumberType)


def _joins(ctx: Context, table: Table, wanted: Column, scope: Scope, place: Place) -> Iterator[Join]:
    """The columns of the table that a row around, or the group, has too."""
    for column in table.columns.values():
        if column is wanted or column.computed is not None:
            continue
        year = _is_year(column)
        if (year and ctx.year is not None) or not (year or isinstance(column.type, TextType | ChoiceType | YesNoType)):
            continue
        found = _key(ctx, column, scope, place)
        if found:
            yield Join(column, *found)


def _key(ctx: Context, column: Column, scope: Scope, place: Place) -> tuple[terms.Term, Type] | None:
    for depth, row in scope.around:
        key = row.column((column.name,)) or row.column((column.key,))
        found = ctx.column(row, key) if key else None
        if key and found and isinstance(found.type, NumberType) == isinstance(column.type, NumberType):
            ctx.names.used_columns.add((row.key, key))
            return terms.Cell(row.key, key, depth, found.type, place=place), found.type
    group = scope.group
    if group and {fold(column.name), fold(column.key)} & {fold(group.name), fold(group.key)}:
        return terms.GroupValue(group.table.key, group.key, group.type, place=place), group.type
    return None


def _value(ctx: Context, source: Source, run: tree.Run) -> Value | None:
    """The value of the row that agrees; one row without a question when nothing is left to compare."""
    cases: dict[tuple[str, ...], tuple[terms.Term, Place]] = {}
    for row in source.rows:
        if source.column.key not in row.values:
            continue
        texts = tuple(_said(row.values.get(join.column.key, "")) for join in source.joins)
        term = constant(ctx, row.values[source.column.key], source.column.type, row.place)
        if texts in cases:
            found = ", ".join(str(row.values[join.column.key]) for join in source.joins) or str(ctx.year)
            related = (cases[texts][1], row.place)
            ctx.faults.error("its-twice", run.place, related=related, table=source.table.name, found=found)
            return None
        cases[texts] = term, row.place
    _complete(ctx, source, set(cases), run)
    if not source.joins:
        return _only(ctx, source, [term for term, _ in cases.values()], run)
    keys = tuple(join.key for join in source.joins)
    table = tuple((texts, term) for texts, (term, _) in cases.items())
    return Value(
        terms.Lookup(keys, table, f"{source.table.key}: {source.column.key}", source.column.type, place=run.place),
        source.column.type,
    )


def _said(value: date | Fraction | str | bool | Duration) -> str:
    """A key as the row's own cell says it."""
    return ("yes" if value else "no") if isinstance(value, bool) else fold(str(value))


def _only(ctx: Context, source: Source, found: list[terms.Term], run: tree.Run) -> Value | None:
    if not found:
        ctx.faults.error(
            "its-no-row", run.place, related=(source.table.place,), table=source.table.name, found=str(ctx.year)
        )
        return None
    return Value(found[0], source.column.type)


def _complete(ctx: Context, source: Source, known: set[tuple[str, ...]], run: tree.Run) -> None:
    """Declared choices that the table has no row for."""
    if len(source.joins) != 1 or not isinstance(source.joins[0].type, ChoiceType):
        return
    absent = [option for option in source.joins[0].type.options if (fold(option),) not in known]
    if absent:
        ctx.faults.warning(
            "its-incomplete", run.place, related=(source.table.place,), table=source.table.name, found=", ".join(absent)
        )


def constant(ctx: Context, value: date | Fraction | str | bool | Duration, kind: Type, place: Place) -> terms.Term:
    """A cell of the plan as a term."""
    if isinstance(value, bool):
        return terms.TextValue("yes" if value else "no", place=place)
    if isinstance(value, str):
        return terms.TextValue(value, place=place)
    if isinstance(value, Duration):
        return terms.TextValue(f"{value.amount} {value.unit.value}", place=place)
    if isinstance(value, date):
        return terms.DateValue(parse(value.isoformat(), within=ctx.period), place=place)
    return terms.Number(value, kind.unit if isinstance(kind, NumberType) else Unit.NUMBER, place=place)
