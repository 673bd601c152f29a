"""Facts and cells as a world sees them: the cell that its answers leave, else what the facts leave possible.

In: a ``Fact`` or ``Cell`` and the rows in force. Out: a ``Leaf``: the key its cuts are remembered by, the rows it belongs to, its domain.
Looking notes what is missing and what is read as never because the record is closed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from criteria.dates.durations import Duration
from criteria.evaluate.given import as_text, possible
from criteria.evaluate.worlds import Env, Ground, Key, RowRef, World
from criteria.facts.record import Exactly, Given, Nothing, Unknown, Value
from criteria.frozen import frozen
from criteria.ladder.domains import EARLIEST, LATEST, NEVER, Days, Domain, Texts, number
from criteria.model import terms as t
from criteria.model.plan import Column, Record
from criteria.model.types import DateType, Type
from criteria.source import Place


@frozen
class Leaf:
    key: Key
    rows: tuple[RowRef, ...]
    domain: Domain
    rests: frozenset[Key] | None = None  # of a computed day: the open keys it rests on

    @property
    def leaves(self) -> set[Key] | None:
        """What a cut of it cuts besides."""
        return None if self.rests is None else set(self.rests)


def key_of(ground: Ground, term: t.Fact | t.Cell, env: Env) -> Key:
    """The key that cuts of a fact or a cell are remembered by."""
    return ("fact", term.path) if isinstance(term, t.Fact) else ("cell", ground.row(env, term.scope), term.column)


def look_fact(world: World, fact: t.Fact) -> Leaf:
    """A single fact."""
    key = ("fact", fact.path)
    ground = world.ground
    return _seen(world, key, (), _remembered(ground, key, fact.path, ground.facts.values.get(fact.path), fact.type))


def look_cell(world: World, row: RowRef, column: Column) -> Leaf:
    """A column that the facts (or the plan) give, of one row."""
    key = ("cell", row, column.key)
    ground = world.ground
    plain: Leaf | None = ground.shared.get(key)  # type: ignore[assignment]
    if plain is not None:
        return plain
    whole = _whole_cell(ground, key, row, column)
    if whole.single and _is_plain(ground, row, column.key):
        ground.shared[key] = Leaf(key, (row,), whole)
    return _seen(world, key, (row,), whole)


def whole_of(ground: Ground, key: tuple[object, ...]) -> Domain | None:
    """What the facts leave possible of a fact or a cell, by its key; of a computed column nothing is known by itself."""
    match key:
        case ("fact", str(path)) if path in ground.plan.facts:
            return _remembered(ground, key, path, ground.facts.values.get(path), ground.plan.facts[path].type)
        case ("cell", RowRef() as row, str(name)):
            column = ground.plan.records[row.record].columns[name]
            return None if column.computed else _whole_cell(ground, key, row, column)
        case _:
            return None


def _whole_cell(ground: Ground, key: Key, row: RowRef, column: Column) -> Domain:
    """The same of a cell, noted once."""
    whole: Domain | None = ground.memo.get(key)  # type: ignore[assignment]
    if whole is None:
        whole = ground.memo[key] = cell_domain(ground, row, column)
    return whole


def _is_plain(ground: Ground, row: RowRef, column: str) -> bool:
    """Whether a cell is one value under every reading, of which nothing is to be noted."""
    if ground.plan.records[row.record].rows is not None:
        return True
    brought = ground.facts.records.get(row.record)
    if row.further or brought is None or row.number >= len(brought.rows):
        return False
    given = brought.rows[row.number].cells.get(column)
    return given is not None and isinstance(given.possible, Exactly) and given.known_from is None


def _seen(world: World, key: Key, rows: tuple[RowRef, ...], whole: Domain) -> Leaf:
    """What the world has left of the whole; what is one value from the start is never asked about."""
    if whole.single:
        return Leaf(key, rows, whole)
    known = world.cell(key)
    domain = whole if known is None else known
    world.touch(key, open_=not domain.single)
    return Leaf(key, rows, domain)


def _remembered(ground: Ground, key: Key, path: str, given: Given | None, kind: Type) -> Domain:
    known = ground.memo.get(key)
    if known is None:
        known = possible(given, kind, ground.clock, ground.readings)
        ground.memo[key] = known
        _note(ground, path, given, kind, known)
    return known  # type: ignore[return-value]


def _note(ground: Ground, path: str, given: Given | None, kind: Type, domain: Domain) -> None:
    """List what is not known, and what counts as never only because the record is closed."""
    place = given.place if given else None
    if isinstance(kind, DateType) and domain == NEVER and (given is None or isinstance(given.possible, Nothing)):
        ground.assumed[path] = place
    elif not domain.single and (given is None or isinstance(given.possible, Nothing | Unknown)):
        ground.missing[path] = place


def cell_domain(ground: Ground, row: RowRef, column: Column) -> Domain:
    """What the facts leave open of a cell; of a row that they do not bring yet, every value it can have."""
    record = ground.plan.records[row.record]
    if row.further:
        return _further(ground, record, column)
    if record.rows is not None:
        value = record.rows[row.number].values.get(column.key)
        return NEVER if value is None else constant(value)  # a cell of a schedule without a day has none
    given = ground.facts.records[record.key].rows[row.number].cells.get(column.key)
    if record.is_log and column.key == (record.recorded or record.when):
        return _happening(ground, given)
    path = f"{record.key}: {column.key}"
    domain = possible(given, column.type, ground.clock, ground.readings)
    _note(ground, path, given, column.type, domain)
    return domain


def _happening(ground: Ground, given: Given | None) -> Days:
    """The *when* of a log's row: every row exists, so an empty one is some day."""
    if given is None or isinstance(given.possible, Nothing | Unknown):
        return Days(((EARLIEST, LATEST),))
    whole = ground.clock.__class__(None, closed=True, open_facts=False)
    domain = possible(given, DateType(), whole, ground.readings)
    assert isinstance(domain, Days)
    return domain


def _further(ground: Ground, record: Record, column: Column) -> Domain:
    """A cell of a row that the facts do not bring yet: any value; in a log it happens after the as-of day."""
    if column.key in (record.when, record.recorded):
        return Days(((_opens(ground, record, column), LATEST),))
    anything = ground.clock.__class__(None, closed=False, open_facts=True)
    return possible(Given(Unknown(), place=Place("")), column.type, anything, ground.readings)


def _opens(ground: Ground, record: Record, column: Column) -> int:
    """The first day on which a further row can have happened, or been put down."""
    clock = ground.clock
    brought = ground.facts.records.get(record.key)
    if brought is None or brought.others:
        return EARLIEST
    if column.key == record.recorded or not (record.recorded or ground.plan.closing):
        return clock.today + 1
    return max(clock.complete_to + 1, EARLIEST)


def constant(value: Value) -> Domain:
    """The domain of one known value."""
    if isinstance(value, bool | str | Duration):
        return Texts(frozenset({as_text(value)}))
    if isinstance(value, date):
        return Days(((value.toordinal(), value.toordinal()),))
    assert isinstance(value, Fraction)
    return number(value)


def rows_of(ground: Ground, record: Record) -> int:
    """How many rows the plan or the facts bring."""
    if record.rows is not None:
        return len(record.rows)
    brought = ground.facts.records.get(record.key)
    return len(brought.rows) if brought else 0


def may_grow(ground: Ground, record: Record) -> bool:
    """Whether further rows are possible: the facts bring none at all or not all, or a log is still open as of the day."""
    if record.rows is not None:
        return False
    brought = ground.facts.records.get(record.key)
    if brought is None or brought.others:
        ground.missing.setdefault(record.key, None)
        return True
    clock = ground.clock
    return record.is_log and clock.as_of is not None and not clock.closed and clock.today < LATEST


def plain_text(ground: Ground, record: Record, place: int, column: str) -> str | None:
    """The one text that a cell is given as, without a look at it."""
    if record.rows is not None:
        return as_text(record.rows[place].values[column])
    given = ground.facts.records[record.key].rows[place].cells.get(column)
    known = given is not None and isinstance(given.possible, Exactly) and given.known_from is None
    return as_text(given.possible.value) if known else None  # type: ignore[union-attr]
