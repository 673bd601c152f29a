"""Limits that the facts bring: how far a deadline lies from its day.

In: the term of a limit in a world. Out: a ``Limit``, its least and its most; both are one where it is known. A limit with a few
possible values is asked about until one is left; of one that can be anything, least is nothing and most has no end.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import floor

from criteria.dates import durations
from criteria.dates.durations import Duration, add
from criteria.evaluate.leaves import Leaf, look_cell, look_fact
from criteria.evaluate.lookups import looked_up
from criteria.evaluate.worlds import Env, World
from criteria.frozen import frozen
from criteria.ladder.domains import EARLIEST, FIRST, LAST, LATEST, Texts
from criteria.model import terms as t
from criteria.model.types import Unit

_COUNTS = {
    Unit.DAYS: durations.Unit.DAYS,
    Unit.WEEKS: durations.Unit.DAYS,
    Unit.MONTHS: durations.Unit.MONTHS,
    Unit.YEARS: durations.Unit.MONTHS,
    Unit.WORKING_DAYS: durations.Unit.WORKING_DAYS,
    Unit.BANK_DAYS: durations.Unit.BANK_DAYS,
}


@frozen
class Number:
    """A number of days or months, not always whole."""

    value: Fraction
    unit: durations.Unit


Length = Duration | Number | None  # None: without end


@frozen
class Limit:
    """What a limit can be."""

    least: Length
    most: Length

    @property
    def known(self) -> bool:
        return self.least is not None and self.least == self.most


ANY = Limit(Duration(0, durations.Unit.DAYS), None)


def limit_of(world: World, term: t.Term, unit: Unit | None, env: Env) -> Limit:
    """The limit in this world."""
    if unit is None:
        return _duration(world, term, env)
    values = world.ground.amount(world, term, env)
    low, high = (None if end is None else Number(end, _COUNTS[unit]) for end in values.ends())
    return Limit(low or ANY.least, high)


def _duration(world: World, term: t.Term, env: Env) -> Limit:
    """A duration, asked about value by value where it can be one of some."""
    match term:
        case t.Fact():
            leaf = look_fact(world, term)
        case t.Cell(record, column, scope):
            found = world.ground.plan.records[record].columns[column]
            if found.computed is not None:
                return _duration(world, found.computed, Env((world.ground.row(env, scope),)))
            leaf = look_cell(world, world.ground.row(env, scope), found)
        case t.Chosen(name, alternatives):
            return _duration(world, dict(alternatives)[world.ground.readings[name]], env)
        case t.Lookup():
            return _duration(world, looked_up(world, term, env), env)
        case t.TextValue(value):
            return _known(value)
        case _:  # pragma: no cover
            raise AssertionError(term)
    domain = _left(world, leaf)
    if domain.others:
        return ANY
    while not domain.single:
        world.split(leaf.key, leaf.rows, *domain.cut(frozenset({min(domain.values)})))
        domain = _left(world, leaf)
    return _known(domain.value)


def _known(text: str) -> Limit:
    """One duration, as its amount and unit."""
    amount, _, unit = text.partition(" ")
    one = Duration(int(amount), durations.Unit(unit))
    return Limit(one, one)


def _left(world: World, leaf: Leaf) -> Texts:
    domain = world.cell(leaf.key) or leaf.domain
    assert isinstance(domain, Texts)
    return domain


def step(length: Length, day: int, forward: bool, month_end: str) -> int:
    """The day so far after (or before) another; the end of the calendar where there is none."""
    if length is None:
        return LATEST if forward else EARLIEST
    try:
        return _step(length, date.fromordinal(day), forward, month_end).toordinal()
    except (OverflowError, ValueError):
        return LAST if forward else FIRST


def _step(length: Duration | Number, day: date, forward: bool, month_end: str) -> date:
    """Of a month that is begun, the part that is due in whole days; of a day, nothing."""
    if isinstance(length, Duration):
        return add(day, length, forward=forward, month_end=month_end)
    whole = floor(length.value)
    start = _whole(day, whole, length.unit, forward, month_end)
    if whole == length.value or length.unit is not durations.Unit.MONTHS:
        return start
    end = _whole(day, whole + 1, length.unit, forward, month_end)
    part = floor(abs(end - start).days * (length.value - whole))
    return date.fromordinal(start.toordinal() + (part if end > start else -part))


def _whole(day: date, amount: int, unit: durations.Unit, forward: bool, month_end: str) -> date:
    return add(day, Duration(abs(amount), unit), forward=forward == (amount >= 0), month_end=month_end)
