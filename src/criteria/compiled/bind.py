"""Facts bound to a plan: every value where the plan's functions look for it, once.

In: facts, an as-of day, the plan of that day with its slots. Out: ``Bound``: the values, and what the facts leave open, each with what is
given for it. Holds: what the table "Worlds" of the language page says: a day that is not there is never, once the record is closed; a row
of a log that had not happened by the day is not there; a log that may still grow is open, and so is one that nobody brought.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from criteria.compiled.slots import NEVER, Bare, Slots, bare, scale_of
from criteria.evaluate.given import Clock, possible
from criteria.evaluate.leaves import look_cell, may_grow
from criteria.evaluate.levels import ground_of
from criteria.evaluate.worlds import Choices, Ground, RowRef, World
from criteria.facts.record import Exactly, Facts, Given, Nothing, Row, SomeDayOf
from criteria.frozen import define, evolve, field
from criteria.ladder.domains import LATEST, Days, Domain, Numbers, Texts
from criteria.ladder.domains import NEVER as DAY_NEVER
from criteria.model.plan import Column, Plan, Record
from criteria.model.types import DateType, Type

NO_VALUE = 0  # stands where a value is open; nobody reads it there


@define(eq=False)
class Open:
    """A value that the facts leave open: a fact, or with ``row`` a cell."""

    slot: int
    kind: Type
    given: Given | None
    clock: Clock
    row: int | None = None
    known: Domain | None = None  # the same under every reading

    def domain(self, readings: Mapping[str, str]) -> Domain:
        """What is possible under the readings."""
        return self.known if self.known is not None else possible(self.given, self.kind, self.clock, readings)

    @property
    def words(self) -> frozenset[str]:
        """The readings that decide what is possible."""
        what = self.given.possible if self.given else None
        return what.phrase.words if isinstance(what, SomeDayOf) else frozenset()


@define(eq=False)
class Bound:
    """Facts as the functions of a plan read them."""

    plan: Plan
    facts: Facts
    as_of: date | None
    values: list[object]
    opens: dict[int, list[Open]] = field(factory=dict)
    growing: set[int] = field(factory=set)  # records whose rows are not all known
    open: frozenset[int] = frozenset()  # every slot with something that is not known
    assumed: set[int] = field(factory=set)  # every slot with a day that is never because nobody gave one
    noted: frozenset[int] = frozenset()  # both
    phrased: bool = False  # whether a day is given in words that can be understood in several ways
    version: object = None  # the compiled goals in force on the day
    run: Callable[[Sequence[object]], dict[str, tuple[str, ...]]] | None = (
        None  # all of them at once, if nothing is open
    )

    def close(self) -> Bound:
        """Everything is bound."""
        self.open = frozenset(self.opens) | frozenset(self.growing)
        self.noted = self.open | self.assumed
        return self


Blanks = dict[
    Clock, Bound
]  # what stands where nothing is brought, worked out once for a version of the plan and a clock


def bound_to(
    plan: Plan, facts: Facts, as_of: date | None, slots: Slots, readings: Mapping[str, str], blanks: Blanks
) -> Bound:
    """The facts, bound; ``readings`` are the defaults."""
    ground = ground_of(plan, facts, as_of, readings)
    blank = blanks.get(ground.clock)
    if blank is None:
        blank = blanks[ground.clock] = _blank(plan, ground, slots)
    bound = Bound(plan, facts, as_of, blank.values.copy(), blank.opens.copy(), blank.growing.copy())
    bound.assumed = blank.assumed.copy()
    for path, given in facts.values.items():
        slot = slots.facts.get(path)
        if slot is not None:
            bound.opens.pop(slot, None)
            bound.assumed.discard(slot)
            kind = plan.facts[path].type
            bound.values[slot] = _value(bound, ground, slot, given, kind, scale_of(kind))
    for key in facts.records.keys() & slots.records.keys():
        bound.growing.discard(slots.records[key])
        _record(bound, ground, slots, plan.records[key])
    return bound.close()


def _blank(plan: Plan, ground: Ground, slots: Slots) -> Bound:
    """Nothing brought at all, bound: what is not there is never, open, or any number of rows."""
    nothing = evolve(ground, facts=evolve(ground.facts, values={}, records={}))
    bound = Bound(plan, nothing.facts, nothing.clock.as_of, [NO_VALUE] * slots.size)
    for path, slot in slots.facts.items():
        kind = plan.facts[path].type
        bound.values[slot] = _value(bound, nothing, slot, None, kind, scale_of(kind))
    for key in slots.records:
        _record(bound, nothing, slots, plan.records[key])
    return bound


def _value(bound: Bound, ground: Ground, slot: int, given: Given | None, kind: Type, scale: int) -> Bare:
    """A fact's value, or a note that it is open."""
    clock = ground.clock
    plain = _plain(given, clock, scale)
    if plain is not None:
        return plain
    if _in_words(given):
        bound.phrased = True
        return _noted(bound, Open(slot, kind, given, clock))
    domain = possible(given, kind, clock, ground.readings)
    _assumed(bound, slot, given, domain)
    return only(domain, scale) if domain.single else _noted(bound, Open(slot, kind, given, clock, known=domain))


def _in_words(given: Given | None) -> bool:
    """Whether it is a day whose words can be understood in several ways."""
    return given is not None and isinstance(given.possible, SomeDayOf) and bool(given.possible.phrase.words)


def _assumed(bound: Bound, slot: int, given: Given | None, domain: Domain) -> None:
    """Never, and nobody said so."""
    if domain == DAY_NEVER and (given is None or isinstance(given.possible, Nothing)):
        bound.assumed.add(slot)


def _plain(given: Given | None, clock: Clock, scale: int) -> Bare | None:
    """A value that is given as it is."""
    if given is None or type(given.possible) is not Exactly or given.known_from is not None:
        return None
    value = given.possible.value
    if type(value) is Fraction:
        return bare(value, scale)
    found = bare(value)
    return None if isinstance(value, date) and clock.as_of is not None and value > clock.as_of else found


def _noted(bound: Bound, open_: Open) -> int:
    bound.opens.setdefault(open_.slot, []).append(open_)
    return NO_VALUE


def only(domain: Domain, scale: int) -> Bare:
    """The one value of a domain, as it stands in a slot."""
    match domain:
        case Days():
            return domain.first if domain.spans else NEVER
        case Numbers():
            return bare(domain.value, scale)
        case Texts():
            return domain.value


# ---- records -------------------------------------------------------------------------------------------------------------


def _record(bound: Bound, ground: Ground, slots: Slots, record: Record) -> None:
    """The rows of a log or table, column by column."""
    slot = slots.records[record.key]
    if may_grow(ground, record):
        bound.growing.add(slot)
    brought = bound.facts.records.get(record.key)
    rows: Sequence[Row] = brought.rows if brought else ()
    numbers: Sequence[int] = range(len(rows))
    if record.when is not None and ground.clock.as_of is not None:
        numbers = _happened(bound, ground, record, rows, slot)
        rows = [rows[number] for number in numbers]
    bound.values[slot] = range(len(rows))
    for column in record.columns.values():
        if column.computed is None:
            place = slots.columns[(record.key, column.key)]
            dated = isinstance(column.type, DateType) and ground.clock.as_of is not None
            plain = None if dated else _plain_column(column, rows)
            bound.values[place] = plain or _column(bound, ground, record, column, rows, numbers, place)


def _happened(bound: Bound, ground: Ground, record: Record, rows: Sequence[Row], slot: int) -> list[int]:
    """The rows of a log that had happened, or were put down, by the day, by their numbers."""
    column = record.columns[record.recorded or record.when or ""]
    found = []
    for number, row in enumerate(rows):
        days = look_cell(World(ground, Choices()), RowRef(record.key, number), column).domain
        inside = days.within(0, min(ground.clock.today, LATEST)) if isinstance(days, Days) else None
        if isinstance(days, Days) and (days.never or inside != Days(days.spans)) and inside is not None:
            bound.growing.add(slot)  # whether it had happened is not known
        if inside is not None:
            found.append(number)
        elif not bound.phrased:
            bound.phrased = any(map(_in_words, row.cells.values()))
    return found


def _plain_column(column: Column, rows: Sequence[Row]) -> list[Bare] | None:
    """One column of all rows, where every cell is given as it is."""
    key = column.key
    try:
        every = [row.cells[key] for row in rows]
    except KeyError:
        return None
    found = [each.possible.value for each in every if type(each.possible) is Exactly and each.known_from is None]
    if len(found) < len(every):
        return None
    if isinstance(column.type, DateType):
        return [day.toordinal() for day in found]  # type: ignore[union-attr]
    scale = scale_of(column.type)
    known = {value: bare(value, scale) for value in set(found)}  # many rows say the same
    return [known[value] for value in found]


def _column(
    bound: Bound,
    ground: Ground,
    record: Record,
    column: Column,
    rows: Sequence[Row],
    numbers: Sequence[int],
    slot: int,
) -> list[Bare]:
    """One column of all rows, cell by cell."""
    scale, key, clock = scale_of(column.type), column.key, ground.clock
    values = []
    for place, (number, row) in enumerate(zip(numbers, rows, strict=True)):
        given = row.cells.get(key)
        dated = isinstance(column.type, DateType) and clock.as_of is not None
        plain = None if dated else _plain(given, clock, scale)
        values.append(_cell(bound, ground, record, column, slot, place, number, given) if plain is None else plain)
    return values


def _cell(
    bound: Bound,
    ground: Ground,
    record: Record,
    column: Column,
    slot: int,
    place: int,
    number: int,
    given: Given | None,
) -> Bare:
    """A cell that is not given as it is."""
    if _in_words(given):
        bound.phrased = True
        if record.is_log and column.key == (record.recorded or record.when):
            bound.growing.add(slot)
        return _noted(bound, Open(slot, column.type, given, ground.clock, place))
    domain = look_cell(World(ground, Choices()), RowRef(record.key, number), column).domain
    _assumed(bound, slot, given, domain)
    if domain.single:
        return only(domain, scale_of(column.type))
    return _noted(bound, Open(slot, column.type, given, ground.clock, place, domain))
