"""Facts with a value for each group or year: their declarations, and which of their values words mean.

In: ``rate per area and year: percent``; later a name, what is said of its group and year, and its scope. Out: a single fact, or a
``Lookup`` by the row or group in force. Holds: only values that something asks for are declared; a group is one of a column's choices or
of a plan table's texts; a year not said is the one in force.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import permutations, product

from criteria.check.context import Context
from criteria.check.infer import Value
from criteria.check.scopes import Scope, Table, name_of
from criteria.check.suggestions import unknown
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.indexes import told, year_of
from criteria.model.plan import FactDeclaration, fold
from criteria.model.series import YEAR_WORDS, Index, Series
from criteria.model.types import ChoiceType, TextType, Type
from criteria.source import Place
from criteria.syntax import tree

Key = tuple[terms.Term, dict[str, str]]  # the term that says the group in force, and each of its folded texts


def declared(ctx: Context, line: tree.FactLine, path: str, name: str, kind: Type) -> Series:
    """The series of a line; its groups are known once the tables are."""
    place = evolve(line.name[0].place, end=line.name[-1].place.end)
    label = line.label.value if line.label else ""
    indexes = tuple(Index(name_of(run.words), name_of(run.words)) for run in line.per)
    return Series(path, name, kind, indexes, label, place=place)


def indexed(ctx: Context) -> None:
    """Every series with the groups of its indexes."""
    places = {run.text: run.place for line in _lines(ctx.plan.facts) for run in line.per}
    made: dict[str, Series] = {}
    for spelling, series in ctx.names.series.items():
        if series.path not in made:
            found = tuple(_index(ctx, index, places.get(index.name, series.place)) for index in series.indexes)
            made[series.path] = evolve(series, indexes=found)
            _twice(ctx, series)
        ctx.names.series[spelling] = made[series.path]


def _lines(lines: tuple[tree.FactLine | tree.FactGroup, ...]) -> Iterator[tree.FactLine]:
    for line in lines:
        if isinstance(line, tree.FactGroup):
            yield from _lines(line.lines)
        else:
            yield line


def _twice(ctx: Context, series: Series) -> None:
    names = [fold(index.name) for index in series.indexes]
    years = [name for name in names if name in YEAR_WORDS]
    if len(set(names)) < len(names) or len(years) > 1 or len(names) - len(years) > 1:
        ctx.faults.error("series-indexes", series.place, name=series.name)


def _index(ctx: Context, index: Index, place: Place) -> Index:
    if fold(index.name) in YEAR_WORDS:
        return index
    found = next(_columns(ctx, index.name), None)
    if found is None:
        names = [name for name, _, _ in grouping(ctx)]
        unknown(ctx, index.name, place, names, "group-column")
        return evolve(index, groups=())
    table, key, groups = found
    ctx.names.used_columns.add((table.key, key))
    return evolve(index, key=table.columns[key].key, groups=groups, record=table.key)


def _columns(ctx: Context, name: str) -> Iterator[tuple[Table, str, tuple[str, ...]]]:
    """The columns of this name that have groups, those with declared choices first."""
    for spelled, table, key in grouping(ctx):
        if fold(spelled) == fold(name):
            yield table, key, groups_of(table, key)


def grouping(ctx: Context) -> list[tuple[str, Table, str]]:
    """Every column whose groups the plan says, by each of its names; those with declared choices first."""
    found = [
        (name, table, key)
        for table in dict.fromkeys(ctx.names.tables.values())
        for key, column in table.columns.items()
        for name in dict.fromkeys((column.name, key))
        if groups_of(table, key)
    ]
    return sorted(found, key=lambda one: not isinstance(one[1].columns[one[2]].type, ChoiceType))


def groups_of(table: Table, key: str) -> tuple[str, ...]:
    """The declared choices of a column, or the texts that a plan table has in it; none of any other."""
    column = table.columns.get(key)
    if column is None or column.computed is not None:
        return ()
    if isinstance(column.type, ChoiceType):
        return column.type.options
    if table.rows is None or not isinstance(column.type, TextType):
        return ()
    values = [str(row.values[key]) for row in table.rows if key in row.values]
    return tuple({fold(value): value for value in values}.values())


# ---- values -----------------------------------------------------------------------------------------------------------


def value(ctx: Context, series: Series, said: Mapping[str, str], scope: Scope, place: Place) -> Value | None:
    """The value of what is said, and of the row, group and year in force for the rest."""
    keys: list[Key] = []
    for index in series.indexes:
        if index.key in said:
            continue
        key = _in_force(ctx, index, scope, place)
        if key is None:
            _unsaid(ctx, series, index, place)
            return None
        if isinstance(key, str):
            said = {**said, index.key: key}
        else:
            keys.append(key)
            said = {**said, index.key: ""}
    if not keys:
        return Value(terms.Fact(_fact(ctx, series, said).path, series.type, place=place), series.type)
    return Value(_looked_up(ctx, series, said, keys, place), series.type)


def _in_force(ctx: Context, index: Index, scope: Scope, place: Place) -> Key | str | None:
    """The year in force, or the term for the group of the row or sentence around."""
    for depth, table in scope.around:
        column = table.column((index.name,)) or table.column((index.key,))
        found = ctx.column(table, column) if column else None
        if column and found:
            ctx.names.used_columns.add((table.key, column))
            term = terms.Cell(table.key, column, depth, found.type, place=place)
            groups = index.groups if index.groups is not None else _years(table, column)
            return term, {fold(group): group for group in groups}
    if index.groups is None:
        year = ctx.year
        return str(year) if year else None
    group = scope.group
    if group and {fold(index.name), fold(index.key)} & {fold(group.name), fold(group.key)}:
        around = terms.GroupValue(group.table.key, group.key, group.type, place=place)
        return around, {fold(each): each for each in index.groups}
    return None


def _years(table: Table, column: str) -> list[str]:
    """The years that a plan table's column has."""
    found = [str(row.values[column]) for row in table.rows or () if column in row.values]
    return [year for year in found if year_of(year)]


def _unsaid(ctx: Context, series: Series, index: Index, place: Place) -> None:
    """Nothing says which group, or which year."""
    if index.groups is None:
        year = ctx.period[0].year if ctx.period else 2020
        joiner = "i" if ctx.language == "da" else "in"
        suggestion = f"{series.name} {joiner} {year}"
        ctx.faults.error("series-year-expected", place, suggestion=suggestion, name=series.name, suggested=suggestion)
        return
    joiner = "af" if ctx.language == "da" else "of"
    group = index.groups[0] if index.groups else "…"
    shown = f"{series.name} {joiner} {group}"
    ctx.faults.error(
        "series-group-expected", place, suggestion=shown, name=series.name, column=index.name, suggested=shown
    )


def _looked_up(ctx: Context, series: Series, said: Mapping[str, str], keys: list[Key], place: Place) -> terms.Term:
    """The fact of each combination of what the keys can be."""
    open_indexes = [index.key for index in series.indexes if not said[index.key]]
    cases = []
    for combination in product(*(texts.items() for _, texts in keys)):
        filled = {**said, **{key: text for key, (_, text) in zip(open_indexes, combination, strict=True)}}
        fact = _fact(ctx, series, filled)
        cases.append((tuple(folded for folded, _ in combination), terms.Fact(fact.path, series.type, place=place)))
    return terms.Lookup(tuple(term for term, _ in keys), tuple(cases), series.path, series.type, place=place)


def _fact(ctx: Context, series: Series, said: Mapping[str, str]) -> FactDeclaration:
    """The single fact, declared when it is first asked for."""
    words = [said[index.key] for index in series.indexes]
    path = " ".join((series.path, *words))
    year = next((year_of(said[index.key]) for index in series.indexes if index.groups is None), None)
    fact = FactDeclaration(path, " ".join((series.name, *words)), series.type, series.label, year, place=series.place)
    for order in permutations(words):
        for start in (series.path, series.name):
            ctx.names.facts.setdefault(fold(" ".join((start, *order))), fact)
    ctx.names.used_facts.add(path)
    return fact


def said_of(ctx: Context, series: Series, run: tree.Run, scope: Scope) -> dict[str, str] | None:
    """What the words after ``of`` say; a finding when they are neither a group nor a year."""
    said = told(series, scope.spelled(run.words))
    if said is None:
        known = [group for index in series.indexes for group in index.groups or ()]
        unknown(ctx, run.text, run.place, known, "group-or-year")
    return said
