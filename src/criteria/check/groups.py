"""``per area``, ``in every area``: which record's column, which groups, and the test that must hold in each.

In: the words of the column and the records that the sentence is about. Out: the scope of one group, and ``EveryGroup`` around a test.
Holds: a log is grouped only by the choices of a column or the values that a table of the plan gives, since a later row could open a
new group.
"""

from __future__ import annotations

from criteria.check import aggregates, plurals
from criteria.check.context import Context, walk
from criteria.check.faults import both
from criteria.check.infer import word
from criteria.check.scopes import DefinedName, Definition, Group, RowNames, Scope, SeriesName, Table, name_of, split
from criteria.check.suggestions import unknown
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.plan import Column, fold
from criteria.model.types import ChoiceType, TextType
from criteria.source import Place
from criteria.syntax import tree


def grouped(ctx: Context, run: tree.Run, tables: list[Table], scope: Scope) -> tuple[Group, Scope] | None:
    """The group of the first record that has the column, and the scope inside it."""
    having = [
        (table, key) for table in tables if (key := table.column(w.text for w in plurals.singular(run, table).words))
    ]
    if not having:
        names = (c.name for table in tables for c in table.columns.values())
        if tables:
            unknown(ctx, run.text, run.place, names, "column")
        else:
            ctx.faults.error("nothing-grouped", run.place, found=run.text)
        return None
    table, key = next((pair for pair in having if _closed(ctx, *pair)), having[0])
    ctx.names.used_columns.add((table.key, key))
    column = ctx.column(table, key)
    if column is None:
        return None
    if not isinstance(column.type, ChoiceType | TextType):
        types = both("found", word(column.type)) | both("expected", "text")
        ctx.faults.error("type-mismatch", run.place, related=(column.place,), words=types)
        return None
    if not _closed(ctx, table, key):
        ctx.faults.error("group-open", run.place, related=(column.place,), found=run.text, record=table.name)
        return None
    group = Group(table, key, column.type, run.text if table.column(w.text for w in run.words) else column.name)
    return group, evolve(scope, group=group)


def tables_with(run: tree.Run, tables: list[Table]) -> bool:
    """Whether one of the records has the column."""
    return any(table.column(word.text for word in run.words) for table in tables)


Many = tuple[tree.Quantifier | None, object]  # how many groups, and the amount that was read


def every(
    ctx: Context, group: Group, test: terms.Condition, place: Place, text: str, many: Many = (None, None)
) -> terms.Condition | None:
    """The test in every group, or in so many of them; a test that no group makes a difference to is a finding."""
    if not any(isinstance(part, terms.GroupValue) for part in walk(test)):
        ctx.faults.error("group-without-effect", place, column=group.name)
        return None
    column = ctx.column(group.table, group.key)
    choices = _choices(ctx, group.table, column) if column else None
    quantifier, amount = many
    if quantifier is None:
        return terms.EveryGroup(group.table.key, group.key, choices, test, place=place, text=text)
    if not isinstance(amount, terms.Number):
        return None
    relation = terms.Comparison(quantifier.relation or "at_least")
    return terms.SomeGroups(group.table.key, group.key, choices, test, relation, amount, place=place, text=text)


def _closed(ctx: Context, table: Table, key: str) -> bool:
    column = ctx.column(table, key)
    return not table.is_log or (column is not None and _choices(ctx, table, column) is not None)


def _choices(ctx: Context, table: Table, column: Column) -> tuple[str, ...] | None:
    """The declared choices; for a text column of a log, the values that a table of the plan gives the column of that name."""
    if isinstance(column.type, ChoiceType):
        return column.type.options
    if table.is_log and isinstance(column.type, TextType):
        for other in ctx.names.tables.values():
            key = other.column((column.name,)) or other.column((column.key,))
            if other.rows and key:
                values = [str(row.values.get(key, "")) for row in other.rows]
                return tuple({fold(value): value for value in values}.values())
    return None


def tables_in(ctx: Context, node: object, scope: Scope) -> list[Table]:
    """The records that an expression or condition speaks of, also through definitions, in order."""
    found: dict[str, Table] = {}
    seen: set[tuple[int, tuple[str, ...]]] = set()
    waiting: list[tuple[object, Scope]] = [(node, scope)]
    while waiting:
        item, where = waiting.pop(0)
        for part in walk(item):
            if isinstance(part, tree.Aggregate):
                part = aggregates.named(ctx, part, where).rows
            if isinstance(part, tree.Rows):
                known = RowNames(ctx.names, where.local)
                named = split(where.filled(part.name), known)
                table = known.table(fold(name_of(named[0].words))) if named else None
                if table:
                    found[table.key] = table
            elif isinstance(part, tree.Run | tree.OfChain) and (by := _by_group(ctx, part, where)):
                found |= {table.key: table for table in by}
            elif isinstance(part, tree.Run | tree.OfChain) and (used := _definition(ctx, part, where)):
                definition, inner = used
                if (id(definition), inner.argument) not in seen:
                    seen.add((id(definition), inner.argument))
                    waiting += [(definition.tree.value, inner), *((r.value, inner) for r in definition.tree.readings)]
    return list(found.values())


def _by_group(ctx: Context, part: tree.Run | tree.OfChain, scope: Scope) -> list[Table]:
    """The tables that a series takes its groups from."""
    run = part.head if isinstance(part, tree.OfChain) else part
    named = ctx.names.look_up(scope.spelled(run.words), scope)
    if not isinstance(named, SeriesName):
        return []
    return [ctx.names.tables[fold(index.record)] for index in named.series.indexes if index.record]


def _definition(ctx: Context, part: tree.Run | tree.OfChain, scope: Scope) -> tuple[Definition, Scope] | None:
    """The definition that the words name, and the scope of its body."""
    run, of = (part.head, part.of.words) if isinstance(part, tree.OfChain) else (part, ())
    named = ctx.names.look_up(scope.spelled(run.words), scope)
    if not isinstance(named, DefinedName):
        return None
    definition, parameter = named.definition, named.definition.tree.parameter
    inner = Scope(
        local=definition.local, parameter=fold(parameter.text) if parameter else None, argument=scope.spelled(of)
    )
    return definition, inner
