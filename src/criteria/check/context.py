"""What every reader of the check needs: the plan's tree, its names, where faults go, and the readers that call each other.

In: the tree. Out: ``Context``, handed to every reader. Holds: a value may hold a condition (``where``) and a condition a value, so the
two readers reach each other through ``Readers`` here and their modules import one way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from criteria.check.faults import Faults
from criteria.check.infer import Value
from criteria.check.scopes import Definition, Names, Scope, Subject, Table
from criteria.dates.cycles import Cycle
from criteria.frozen import define, field, frozen, names_of
from criteria.model import terms
from criteria.model.plan import Column
from criteria.model.scale import USUAL, Scale
from criteria.source import Place
from criteria.syntax import tree

Meaning = Value | terms.Condition  # what a definition stands for


@frozen
class Readers:
    """The readers that refer to each other."""

    value: Callable[[Context, tree.Expr, Scope], Value | None]
    moment: Callable[[Context, tree.Expr, Scope], Value | None]
    condition: Callable[[Context, tree.Condition, Scope], terms.Condition | None]
    defined: Callable[..., Meaning | None]  # definition, argument, group, place, how many rows out
    column: Callable[[Context, Table, str], Column | None]


@define(eq=False)
class Context:
    """The state of one check."""

    plan: tree.PlanTree
    faults: Faults
    names: Names
    readers: Readers
    whole: tuple[date, date] | None = None  # the plan's period
    period: tuple[date, date] | None = None  # that phrases without a year take
    subject: Subject | None = None  # what the goal in hand is asked of
    said_year: int | None = None  # the one that the words in hand are said to be of
    cycle: Cycle | None = None  # the period that the goal in hand is asked in
    scale: Scale = USUAL  # of goals that have none of their own
    goals: dict[Place, dict[str, Definition]] = field(factory=dict)  # where a goal stands -> its own definitions
    asked: dict[Place, tuple[Subject | None, Cycle | None]] = field(
        factory=dict
    )  # where a goal stands -> what it is asked of, first of all
    every_definition: list[Definition] = field(factory=list)
    chosen: dict[str, tuple[str, ...]] = field(factory=dict)  # definitions with readings: their values
    choice_names: dict[Place, str] = field(factory=dict)  # where a condition with readings stands: its name
    chosen_at: dict[str, Place] = field(factory=dict)  # the first condition of each name with readings
    with_readings: dict[str, Definition] = field(factory=dict)
    undefined: int = 0  # how many names nothing declares
    meanings: dict[tuple[object, ...], Meaning | None] = field(factory=dict)
    not_counted: dict[str, tuple[terms.Condition, ...]] = field(
        factory=dict
    )  # record -> rows the goal in hand leaves out
    expanding: list[Definition] = field(factory=list)  # definitions being read, outermost first
    weighed: dict[tuple[object, ...], int] = field(factory=dict)  # how many expansions a meaning holds
    weights: list[int] = field(factory=lambda: [0])  # how many expansions stand in each of them
    unreadable: set[tuple[str, str]] = field(factory=set)  # computed columns with a fault
    computing: list[tuple[str, str]] = field(factory=list)  # computed columns being read
    _lines: list[str] = field(factory=list)

    @property
    def year(self) -> int | None:
        """The year in force: the one said, or that of the period, when it is one calendar year."""
        first, last = self.period or (date.min, date.max)
        whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
        return self.said_year or (first.year if whole and first.year == last.year else None)

    @contextmanager
    def in_year(self, year: int | None) -> Iterator[None]:
        """The year, if one is said, is the period in force meanwhile."""
        before = self.said_year, self.period
        if year:
            self.said_year, self.period = year, (date(year, 1, 1), date(year, 12, 31))
        try:
            yield
        finally:
            self.said_year, self.period = before

    @property
    def language(self) -> str:
        """The surface that the plan's numbers are written in."""
        return self.plan.language

    def value(self, expr: tree.Expr, scope: Scope) -> Value | None:
        """A value, or None after a fault."""
        return self.readers.value(self, expr, scope)

    def moment(self, expr: tree.Expr, scope: Scope) -> Value | None:
        """A value in a place where a date is expected."""
        return self.readers.moment(self, expr, scope)

    def condition(self, item: tree.Condition, scope: Scope) -> terms.Condition | None:
        """A condition, or None after a fault."""
        return self.readers.condition(self, item, scope)

    def column(self, table: Table, key: str) -> Column | None:
        """A column with its type; a computed one is read when first asked for."""
        return self.readers.column(self, table, key)

    def words(self, node: object) -> str:
        """The words that a node of the tree was made of, as written, blanks collapsed."""
        start, (line, end) = _span(node)
        return self._slice(start, line, end)

    def words_at(self, place: Place) -> str:
        """The words of a place within one line."""
        return self._slice(place, place.line, place.end)

    def _slice(self, start: Place, line: int, end: int) -> str:
        if not self._lines:
            self._lines = self.plan.source_file.lines
        lines = self._lines[start.line - 1 : line]
        if lines:
            lines = [*(_code(text) for text in lines[:-1]), lines[-1][: end - 1]]
            lines[0] = lines[0][start.column - 1 :]
        return " ".join(" ".join(lines).split())


def _code(line: str) -> str:
    """The line without a comment at its end."""
    at = line.find("#")
    return line[:at] if at >= 0 and line.count('"', 0, at) % 2 == 0 else line


def walk(node: object) -> list[object]:
    """The node and all nodes below it, in reading order."""
    found, waiting = [], [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, tuple):
            waiting.extend(reversed(item))
        elif (inner := _inner(type(item))) is not None:
            found.append(item)
            fields = vars(item)
            waiting.extend([fields[name] for name in inner])
    return found


def _inner(kind: type) -> tuple[str, ...] | None:
    """The fields of a node that may hold nodes, last first; None for what is no node. Looked up once for each class."""
    if kind not in _FIELDS:
        names = names_of(kind) if kind is not Place else ()
        _FIELDS[kind] = tuple(name for name in reversed(names) if name not in _LEAVES) if names else None
    return _FIELDS[kind]


_FIELDS: dict[type, tuple[str, ...] | None] = {}
_LEAVES = frozenset(("place", "text", "quote", "source", "source_file", "unit", "relation", "kind"))


def _span(node: object) -> tuple[Place, tuple[int, int]]:
    """Where a node starts, and the line and column after its last word (a bullet may go on in the next line)."""
    start: Place | None = None
    first, last, waiting = (0, 0), (0, 0), [node]
    while waiting:
        item = waiting.pop()
        if isinstance(item, tuple):
            waiting.extend(item)
        elif (inner := _inner(type(item))) is not None:
            fields = vars(item)
            place = fields.get("place")
            if isinstance(place, Place):
                if start is None or (place.line, place.column) < first:
                    start, first = place, (place.line, place.column)
                last = max(last, (place.line, place.end))
            waiting.extend([fields[name] for name in inner])
    assert start is not None
    return start, last
