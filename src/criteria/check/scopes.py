"""Names in force, and the splitting of runs of words at the longest of them.

In: the declarations of a plan. Out: what a run of words names in a scope: a column of a row in force (innermost first), a definition
of the goal, a definition of the plan, a fact. Holds: every look-up is one step in a table; names compare after ``fold``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping

from criteria.frozen import define, evolve, field, frozen
from criteria.model.indexes import told
from criteria.model.plan import Column, FactDeclaration, FixedRow, fold
from criteria.model.series import Series
from criteria.model.terms import SUBJECT
from criteria.model.types import Type
from criteria.source import Place
from criteria.syntax import tree


@define(eq=False)
class Table:
    """A log or table while its columns are being resolved: computed ones wait until they are asked for."""

    key: str
    name: str
    is_log: bool
    place: Place
    columns: dict[str, Column] = field(factory=dict)
    computed: dict[str, tree.ComputedColumn] = field(factory=dict)
    spelled: dict[str, str] = field(factory=dict)  # folded spelling -> column key
    places: dict[str, Place] = field(factory=dict)
    rows: tuple[FixedRow, ...] | None = None
    when: str | None = None
    recorded: str | None = None
    spans: dict[str, tuple[str, str]] = field(factory=dict)  # columns that are periods: those of the first and last day
    one: str = ""  # what a row is called: ", each a municipality"
    called: frozenset[str] = frozenset()  # its folded spellings
    naming: str | None = None  # the column that tells the rows apart

    def column(self, words: Iterable[str]) -> str | None:
        """The key of the column that the words spell."""
        return self.spelled.get(fold(" ".join(words)))


@define(eq=False)
class Definition:
    """A ``define`` of the plan or of one goal; ``name`` as written."""

    name: str
    tree: tree.Definition
    local: Mapping[str, Definition]  # the definitions of the goal it stands in
    used: bool = False
    table: Table | None = None  # the record of a test of rows, or of a subset


@frozen(eq=False)
class FactName:
    """The words name a fact."""

    declaration: FactDeclaration


@frozen(eq=False)
class ColumnName:
    """The words name a column of the row ``depth`` rows out."""

    table: Table
    key: str
    depth: int


@frozen(eq=False)
class DefinedName:
    """The words name a definition, or a test of the row ``depth`` rows out."""

    definition: Definition
    depth: int = 0


@frozen(eq=False)
class SeriesName:
    """The words name a series, with what they say of its group and year."""

    series: Series
    said: Mapping[str, str]


Named = FactName | ColumnName | DefinedName | SeriesName


@frozen(eq=False)
class Group:
    """The group in force inside ``in every COLUMN``."""

    table: Table
    key: str
    type: Type
    name: str  # the column as written


@frozen(eq=False)
class Subject:
    """What a goal is asked of: a row of ``table``, named by column ``key``; ``spelled`` is what other records call that column."""

    table: Table
    key: str
    spelled: frozenset[str]


@frozen(eq=False)
class Scope:
    """Where words are read: the rows in force, innermost first, the group, the subject of the goal, its definitions, and what a
    parameter stands for."""

    rows: tuple[Table, ...] = ()
    group: Group | None = None
    local: Mapping[str, Definition] = field(factory=dict)
    parameter: str | None = None
    argument: tuple[str, ...] = ()
    subject: Subject | None = None

    @property
    def around(self) -> Iterator[tuple[int, Table]]:
        """The rows in force by their scope, innermost first; the subject's row lies around all others."""
        yield from enumerate(self.rows)
        if self.subject:
            yield SUBJECT, self.subject.table

    def within(self, table: Table) -> Scope:
        """The scope of one row of ``table``."""
        return evolve(self, rows=(table, *self.rows))

    def spelled(self, words: Iterable[tree.Word]) -> tuple[str, ...]:
        """The words with the parameter's argument in its place."""
        return tuple(w.text for w in self._filled(words))

    def filled(self, run: tree.Run) -> tree.Run:
        """The run with the parameter's argument in its place."""
        return run if self.parameter is None else evolve(run, words=tuple(self._filled(run.words)))

    def _filled(self, words: Iterable[tree.Word]) -> Iterator[tree.Word]:
        for word in words:
            if word.kind is tree.WordKind.NAME and fold(word.text) == self.parameter:
                # As quoted words, so that an argument that is spelled like the parameter stays what it is.
                yield from (tree.Word(text, tree.WordKind.QUOTED, place=word.place) for text in self.argument)
            else:
                yield word


@define(eq=False)
class Names:
    """Every declared name of the plan, by folded spelling."""

    facts: dict[str, FactDeclaration] = field(factory=dict)
    tables: dict[str, Table] = field(factory=dict)
    definitions: dict[str, Definition] = field(factory=dict)
    series: dict[str, Series] = field(factory=dict)
    used_facts: set[str] = field(factory=set)
    used_columns: set[tuple[str, str]] = field(factory=set)

    def look_up(self, words: tuple[str, ...], scope: Scope) -> Named | None:
        """What exactly these words name in the scope, or None. What is looked up with success counts as used."""
        name = fold(" ".join(words))
        for depth, table in scope.around:
            if key := table.spelled.get(name):
                self.used_columns.add((table.key, key))
                return ColumnName(table, key, depth)
            key = test_key(table, name)
            if test := scope.local.get(key) or self.definitions.get(key):
                test.used = True
                return DefinedName(test, depth)
        definition = scope.local.get(name) or self.definitions.get(name)
        if definition and not definition.tree.is_subset:
            definition.used = True
            return DefinedName(definition)
        if fact := self.facts.get(name):
            self.used_facts.add(fact.path)
            return FactName(fact)
        return self._series(words) if self.series else None

    def _series(self, words: tuple[str, ...]) -> Named | None:
        """A series, perhaps with its group and year after it."""
        for length in range(len(words), 0, -1):
            series = self.series.get(fold(" ".join(words[:length])))
            said = told(series, words[length:]) if series else None
            if series and said is not None:
                self.used_facts.add(series.path)
                return SeriesName(series, said)
        return None

    def in_scope(self, scope: Scope) -> Iterator[str]:
        """Every name that could stand in the scope, for suggestions."""
        for _, table in scope.around:
            yield from (c.name for c in table.columns.values())
            yield from (name_of(c.name) for c in table.computed.values())
        for definition in (*scope.local.values(), *self.definitions.values()):
            if definition.table is None or (definition.table in scope.rows and not definition.tree.is_subset):
                yield definition.name
        yield from (s.name for s in self.series.values())
        for fact in dict.fromkeys(f.path for f in self.facts.values()):
            yield self.facts[fold(fact)].name


@frozen(eq=False)
class RowNames:
    """The names that stand for rows: records, and subsets of them."""

    names: Names
    local: Mapping[str, Definition]

    def __contains__(self, name: object) -> bool:
        return name in self.names.tables or (isinstance(name, str) and self.subset(name) is not None)

    def subset(self, name: str) -> Definition | None:
        """The subset of this folded name."""
        found = self.local.get(name) or self.names.definitions.get(name)
        if found is None or not found.tree.is_subset:
            return None
        found.used = True
        return found

    def table(self, name: str) -> Table | None:
        """The record whose rows the name stands for."""
        found = self.names.tables.get(name)
        return found or ((subset := self.subset(name)) and subset.table) or None

    def spelled(self) -> list[str]:
        """Every such name, for suggestions."""
        definitions = (*self.local.values(), *self.names.definitions.values())
        return [*(t.name for t in self.names.tables.values()), *(d.name for d in definitions if d.tree.is_subset)]


def test_key(table: Table, name: str) -> str:
    """Where a test of a record's rows stands among the definitions: no name holds a bar."""
    return f"{table.key}|{name}"


def name_of(words: Iterable[tree.Word]) -> str:
    """The words of a name, as written."""
    return " ".join(w.text for w in words)


def split(run: tree.Run, known: Container[str]) -> tuple[tree.Run, tree.Run] | None:
    """The run cut after the longest beginning that is a known (folded) name, or None when no beginning is one."""
    texts = [w.text for w in run.words]
    for length in range(len(texts), 0, -1):
        if fold(" ".join(texts[:length])) in known:
            return cut(run, length)
    return None


def cut(run: tree.Run, length: int) -> tuple[tree.Run, tree.Run]:
    """The first words of a run, and the others."""
    return _part(run, 0, length), _part(run, length, len(run.words))


def _part(run: tree.Run, start: int, end: int) -> tree.Run:
    words = run.words[start:end]
    if not words:
        return tree.Run((), "", place=evolve(run.place, column=run.place.end))
    first, last = words[0].place, words[-1].place
    place = evolve(first, end=last.end) if first.line == last.line else first
    return tree.Run(words, " ".join(w.text for w in words), place=place)
