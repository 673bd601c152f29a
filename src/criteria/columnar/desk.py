"""The desk that a query is written at: stages of named columns, each worked out once.

In: pieces of SQL. Out: names for them; at the end the stages as a WITH list. Holds: equal texts are one column; a column stands in the
first stage that has all its parts, so no text is nested deep. Raises ``Uncolumned`` with a name for what has no columns of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from re import sub

from criteria.columnar.columns import Column, Columns, Relation
from criteria.columnar.dialect import Dialect
from criteria.columnar.expressions import Sql, Truth
from criteria.evaluate.given import Clock
from criteria.frozen import define, evolve, field, frozen
from criteria.model.plan import Plan


class Uncolumned(Exception):
    """A construct that stays with the reference."""

    def __init__(self, construct: str) -> None:
        super().__init__(construct)
        self.construct = construct


@frozen
class At:
    """A row in force: number ``number`` of a table of the plan, or None for the row in hand of a relation."""

    record: str
    number: int | None = None


@define(eq=False)
class Desk:
    """What is written so far of one relation. ``used``: the raw columns that stand in it. ``brought``: columns of the subject that stand
    beside its rows, under other names. ``beside``: for each record the desk of its rows, and what they come to for a subject, as text →
    name."""

    plan: Plan
    columns: Columns
    relation: Relation
    clock: Clock
    readings: Mapping[str, str]
    dialect: Dialect
    every_reading: bool = False  # whether the levels under each combination of readings are wanted, too
    stages: list[dict[str, str]] = field(factory=list)  # of each stage: text → name
    lists: dict[str, str] = field(factory=dict)  # rows of whole numbers → the relation that has them; one for all desks
    joins: dict[tuple[str, str], tuple[int, int]] = field(factory=dict)  # such a relation, a key → the stage, how many
    used: dict[str, None] = field(factory=dict)
    brought: dict[str, str] = field(factory=dict)  # of subjects → name
    rows: tuple[At, ...] = ()  # those in force, innermost first
    groups: tuple[tuple[str, str], ...] = ()  # those in force, of the quantity in hand
    beside: dict[str, tuple[Desk, dict[str, str]]] = field(factory=dict)
    without: dict[str, str] = field(
        factory=dict
    )  # of such a name: what it is without any rows, where that is not nought
    known: dict[object, object] = field(factory=dict)  # what was worked out under a key

    def fact(self, path: str) -> Column | None:
        """Where the source holds a fact; None where it does not."""
        year = self.plan.facts[path].year
        if year is not None and self.clock.as_of is not None and year > self.clock.as_of.year:
            raise Uncolumned("year to come")
        found = self.columns.subjects.columns.get(path)
        if not self.of_rows or found is None:
            return found
        names = {part: getattr(found, part) for part in ("name", "last", "unknown", "never", "odd")}
        return evolve(found, **{part: self._beside(name) for part, name in names.items() if name})

    @property
    def of_rows(self) -> bool:
        """Whether a row of it is one of several under a subject."""
        return self.relation is not self.columns.subjects

    def _beside(self, name: str) -> str:
        """A column of the subject as it is called beside its rows."""
        return self.brought.setdefault(name, f"b{len(self.brought)}")

    @contextmanager
    def inside(self, *rows: At, alone: bool = False) -> Iterator[None]:
        """With a row in force around what is written meanwhile; ``alone``: with nothing else around it."""
        before = self.rows, self.groups
        self.rows, self.groups = (rows, ()) if alone else ((*rows, *self.rows), self.groups)
        try:
            yield
        finally:
            self.rows, self.groups = before

    def key(self, *parts: object) -> object:
        """What is worked out once for these parts, in these readings, rows and groups."""
        return (*parts, tuple(self.readings.items()), self.rows, self.groups)

    def raw(self, name: str) -> Sql:
        """A column of the relation as the source holds it."""
        if name not in self.brought.values():
            self.used[name] = None
        return Sql(name, plain=True)

    def let(self, found: Truth) -> Truth:
        """A name for it, unless it is one already."""
        return found if isinstance(found, bool) else self.named(found)

    def named(self, found: Sql) -> Sql:
        """The same of what has a value."""
        if found.plain:
            return found
        while len(self.stages) <= found.stage:
            self.stages.append({})
        stage = self.stages[found.stage]
        if found.text not in stage:
            stage[found.text] = f"x{sum(map(len, self.stages))}"
        return Sql(stage[found.text], found.stage + 1, plain=True)

    def joined(self, rows: Sequence[Sequence[int]], key: Sql) -> tuple[Sql, ...]:
        """What stands beside ``key`` in rows of whole numbers, of which each begins with another one; NULL where it is in none."""
        text = ", ".join(f"({', '.join(map(str, row))})" for row in rows)
        name = self.lists.setdefault(text, f"l{len(self.lists)}")
        self.joins.setdefault((name, key.text), (key.stage, len(rows[0]) - 1))
        place = list(self.joins).index((name, key.text))
        return tuple(Sql(f"j{place}_{n}", key.stage, plain=True) for n in range(1, len(rows[0])))


def staged(desk: Desk, first: str, *, after: str = "s") -> tuple[list[str], str]:
    """The stages as parts of a WITH list, and the name of the last; ``first`` is what the first one reads."""
    parts, last = [], first
    for number in range(max([len(desk.stages), *(stage + 1 for stage, _ in desk.joins.values())])):
        columns = "".join(f", {text} AS {name}" for text, name in (desk.stages[number:] or [{}])[0].items())
        beside = "".join(_beside(desk, place, number) for place in range(len(desk.joins)))
        if columns or beside:
            parts.append(f"{after}{number} AS (SELECT *{columns} FROM {last}{beside})")
            last = f"{after}{number}"
    return parts, last


def _beside(desk: Desk, place: int, number: int) -> str:
    """A relation of whole numbers beside what a stage reads."""
    (name, key), (stage, width) = list(desk.joins.items())[place]
    columns = "".join(f", v{n} AS j{place}_{n}" for n in range(1, width + 1))
    return (
        f" LEFT JOIN (SELECT v0 AS j{place}_0{columns} FROM {name}) AS j{place} ON j{place}_0 = {key}"
        if stage == number
        else ""
    )


def lists(desk: Desk) -> list[str]:
    """The relations of whole numbers as parts of a WITH list."""
    found = []
    for rows, name in desk.lists.items():
        columns = ", ".join(f"v{n}" for n in range(rows[: rows.index(")")].count(",") + 1))
        found.append(f"{name} AS (SELECT * FROM (VALUES {rows}) AS t({columns}))")
    return found


def named(node: object) -> str:
    """A construct by its class, in words: ``EdgeDay`` is an edge day."""
    return sub("(?<!^)(?=[A-Z])", " ", type(node).__name__).lower()
