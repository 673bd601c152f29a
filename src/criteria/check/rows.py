"""Rows that are counted, summed or quantified over: which record, which filters, and the scope of one row.

In: ``events where …``, ``events with the same area and kind, held in 2020``. Out: ``Found``: the model's ``Rows``, the scope inside
them, the words left over, and for a share its test. Holds: inside ``in every COLUMN`` all rows of records with that column are those
of the group; the name of a record is the longest known beginning of the words.
"""

from __future__ import annotations

from criteria.check import row_names, slips
from criteria.check.context import Context
from criteria.check.scopes import Group, RowNames, Scope, Table, name_of, split
from criteria.check.suggestions import unknown
from criteria.dates.relations import Relation
from criteria.frozen import frozen
from criteria.model import terms
from criteria.model.plan import Column, fold
from criteria.model.types import DateType, NumberType
from criteria.syntax import tree


@frozen(eq=False)
class Found:
    """Rows as read: ``rest`` are the words after the record's name, ``test`` the ``where`` of a share."""

    rows: terms.Rows
    table: Table
    inner: Scope
    rest: tree.Run
    test: terms.Condition | None = None


def named(ctx: Context, run: tree.Run, scope: Scope) -> tuple[Table, tree.Run] | None:
    """The record whose rows a run begins to speak of, by its name or a subset's, and the words after it."""
    known = RowNames(ctx.names, scope.local)
    cut = split(run, known)
    if cut is None:
        if not slips.amount_as_rows(ctx, run, scope):
            unknown(ctx, name_of(run.words), run.place, known.spelled(), "record")
        return None
    table = known.table(fold(name_of(cut[0].words)))
    return (table, cut[1]) if table else None


def _subset(ctx: Context, run: tree.Run, scope: Scope) -> list[terms.Condition | None]:
    """The filters of the subset that a run begins with, if it is one."""
    known = RowNames(ctx.names, scope.local)
    cut = split(run, known)
    found = known.subset(fold(name_of(cut[0].words))) if cut else None
    return row_names.filters(ctx, found, run.place) if found else []


def rows(ctx: Context, expr: tree.Rows, scope: Scope, *, tested: bool = False) -> Found | None:
    """The rows of an expression; ``tested``: its ``where`` is the test of a share, not a filter."""
    start = named(ctx, scope.filled(expr.name), scope)
    if start is None:
        return None
    table, rest = start
    if expr.per and not _in_force(table, scope.filled(expr.per), scope.group):
        ctx.faults.error("group-without-test", expr.per.place, found=expr.per.text)
        return None
    inner = scope.within(table)
    parts: list[terms.Condition | None] = [
        *_in_group(ctx, table, expr, scope.group),
        *_of_subject(ctx, table, expr, scope),
        *_subset(ctx, scope.filled(expr.name), scope),
    ]
    parts += [_joined(ctx, table, scope.filled(run), scope) for run in expr.same]
    filters = (expr.also,) if tested else (expr.where, expr.also)
    parts += [ctx.condition(item, inner) for item in filters if item]
    test = ctx.condition(expr.where, inner) if tested and expr.where else None
    if None in parts or (tested and expr.where and test is None):
        return None
    where = tuple(p for p in parts if p is not None)
    excluded = () if ctx.computing else ctx.not_counted.get(table.key, ())
    return Found(terms.Rows(table.key, where, excluded, place=expr.place), table, inner, rest, test)


def _in_force(table: Table, per: tree.Run, group: Group | None) -> bool:
    """Whether the group that the rows are counted in is the one that the sentence around them asks about."""
    key = table.column(word.text for word in per.words)
    return key is not None and group is not None and key == table.column((group.name,))


def _in_group(ctx: Context, table: Table, expr: tree.Rows, group: Group | None) -> list[terms.Condition]:
    """The filter of the group in force, for a record that has its column and does not join on it."""
    key = table.column((group.name,)) or table.column((group.key,)) if group else None
    if group is None or key is None or any(table.column(w.text for w in run.words) == key for run in expr.same):
        return []
    ctx.names.used_columns.add((table.key, key))
    column = ctx.column(table, key)
    cell = terms.Cell(table.key, key, 0, column.type if column else group.type, place=expr.place)
    value = terms.GroupValue(group.table.key, group.key, group.type, place=expr.place)
    return [terms.Matches(cell, (value,), place=expr.place, text=group.name)]


def _of_subject(ctx: Context, table: Table, expr: tree.Rows, scope: Scope) -> list[terms.Condition | None]:
    """In a goal for each subject the rows of a record that names the subject are those of the subject in hand."""
    subject = scope.subject
    if subject is None or table is subject.table:
        return []
    key = next((key for name, key in table.spelled.items() if name in subject.spelled), None)
    if key is None or any(table.column(w.text for w in run.words) == key for run in expr.same):
        return []
    ctx.names.used_columns |= {(table.key, key), (subject.table.key, subject.key)}
    pair = ctx.column(table, key), ctx.column(subject.table, subject.key)
    if pair[0] is None or pair[1] is None:
        return [None]
    return [
        _same(
            ctx, (table, pair[0]), (subject.table, pair[1], terms.SUBJECT), tree.Run((), pair[0].name, place=expr.place)
        )
    ]


def _joined(ctx: Context, table: Table, run: tree.Run, scope: Scope) -> terms.Condition | None:
    """``with the same COLUMN``: the cell of this row against the cell of the nearest row around it that has the column."""
    words = [w.text for w in run.words]
    own = table.column(words)
    if own is None:
        unknown(ctx, run.text, run.place, (c.name for c in table.columns.values()), "column")
        return None
    for depth, outer in scope.around:
        other = outer.column(words)
        if other is not None:
            pair = ctx.column(table, own), ctx.column(outer, other)
            ctx.names.used_columns |= {(table.key, own), (outer.key, other)}
            if pair[0] is None or pair[1] is None:
                return None
            return _same(ctx, (table, pair[0]), (outer, pair[1], depth + (depth != terms.SUBJECT)), run)
    ctx.faults.error("no-row-around", run.place, found=run.text)
    return None


def _same(
    ctx: Context, own: tuple[Table, Column], outer: tuple[Table, Column, int], run: tree.Run
) -> terms.Condition | None:
    (table, column), (around, other, depth) = own, outer
    here = terms.Cell(table.key, column.key, 0, column.type, place=run.place)
    there = terms.Cell(around.key, other.key, depth, other.type, place=run.place)
    text = ctx.words(run) if run.words else run.text
    match column.type, other.type:
        case NumberType(unit=unit), NumberType(unit=outer_unit) if unit == outer_unit:
            return terms.Compare(terms.Comparison.EQUAL, here, there, unit, place=run.place, text=text)
        case DateType(), DateType():
            return terms.DateTest(Relation.IN, here, there, place=run.place, text=text)
        case (DateType() | NumberType(), _) | (_, DateType() | NumberType()):
            ctx.faults.error("columns-differ", run.place, related=(column.place, other.place), found=run.text)
            return None
        case _:
            return terms.Matches(here, (there,), place=run.place, text=text)
