"""What the facts leave possible: a value as given, its type and the as-of day make a set of values (the table "Worlds").

In: ``Given`` or nothing, a declared type, the as-of day, whether the record is closed, the readings. Out: a ``Domain``. Nothing here
is remembered; whoever asks notes which facts were missing or read as never.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import assert_never

from criteria.dates.durations import Duration
from criteria.facts.record import (
    DayBetween,
    Exactly,
    Given,
    Never,
    Nothing,
    NumberBetween,
    OneOf,
    SomeDayOf,
    Unknown,
    Value,
)  # fmt: skip
from criteria.frozen import frozen
from criteria.ladder.domains import (
    ANY_DAY,
    ANY_TEXT,
    FIRST,
    LAST,
    LATEST,
    NEVER,
    YES_NO,
    Days,
    Domain,
    Numbers,
    Texts,
    finite,
    number,
    within,
)
from criteria.model.plan import fold
from criteria.model.types import Bounds, ChoiceType, DateType, DurationType, NumberType, TextType, Type, YesNoType


@frozen
class Clock:
    """When the evaluation stands. ``as_of`` None: the whole history. ``closed``: what is not given did not happen."""

    as_of: date | None
    closed: bool  # no further days or rows come: no as-of day, or the plan's record has closed by it
    open_facts: bool  # nothing is closed at all: no facts, or an example
    complete_to: int = 0  # where stretches close after their end: the last day of the last one closed, as an ordinal

    @property
    def today(self) -> int:
        """The as-of day as an ordinal; the last day there is without one."""
        return self.as_of.toordinal() if self.as_of else LAST


def possible(given: Given | None, kind: Type, clock: Clock, readings: Mapping[str, str]) -> Domain:
    """The values that the facts leave open."""
    what = given.possible if given else Nothing()
    if given and given.known_from and clock.as_of and clock.as_of < given.known_from:
        what = Unknown()
    match kind:
        case DateType():
            return _as_of(_days(what, readings), what, clock)
        case NumberType():
            return _numbers(what, kind)
        case TextType() | DurationType():
            return _texts(what, ANY_TEXT)
        case ChoiceType():
            return _texts(what, Texts(frozenset(fold(o) for o in kind.options)))
        case YesNoType():
            return _texts(what, YES_NO)
        case _:  # pragma: no cover
            assert_never(kind)


def _days(what: object, readings: Mapping[str, str]) -> Days:
    """The days themselves, before any as-of day is looked at."""
    match what:
        case Exactly(value) if isinstance(value, date):
            return _span(value, value)
        case SomeDayOf(phrase):
            period = phrase.period(readings)
            return _span(period.earliest, period.latest)
        case DayBetween(first, last):
            return _span(first, last)
        case OneOf(values):
            days = sorted({v.toordinal() for v in values if isinstance(v, date)})
            return Days(tuple((d, d) for d in days))
        case Unknown():
            return ANY_DAY
        case _:
            return NEVER


def _span(first: date, last: date) -> Days:
    return Days(((first.toordinal(), last.toordinal()),))


def _as_of(days: Days, what: object, clock: Clock) -> Days:
    """What is known of a date on the as-of day: days after it are only "later, or never"."""
    if isinstance(what, Never | Unknown):
        return days
    if isinstance(what, Nothing) and clock.open_facts:
        return ANY_DAY
    past, later = days.cut(FIRST, clock.today)
    if later is None:
        return days
    if clock.closed or clock.today >= LATEST:
        return Days(past.spans if past else (), never=True)
    return Days((past.spans if past else ()) + ((clock.today + 1, LATEST),), never=True)


def _numbers(what: object, kind: NumberType) -> Numbers:
    match what:
        case Exactly(value) if isinstance(value, Fraction):
            return number(value)
        case NumberBetween(low, high):
            return within(Bounds(low, high), whole=kind.whole)
        case OneOf(values):
            return finite(v for v in values if isinstance(v, Fraction))
        case _:
            return within(kind.bounds, whole=kind.whole)


def _texts(what: object, every: Texts) -> Texts:
    match what:
        case Exactly(value):
            return Texts(frozenset({as_text(value)}))
        case OneOf(values):
            return Texts(frozenset(as_text(v) for v in values))
        case _:
            return every


def as_text(value: Value) -> str:
    """A text as it compares; yes/no as words; a duration as its amount and unit."""
    if isinstance(value, Duration):
        return f"{value.amount} {value.unit.value}"
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else fold(str(value))
