"""One exact value of a type, near what the plan speaks of more often than elsewhere.

In: a type, the palette, the fact or column. Out: a strategy of values of the facts layer (``record.Value``), None for a day that never
comes. Holds: every value fits its declaration; the first ones, to which an example shrinks, are plain.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from fractions import Fraction
from typing import assert_never

from hypothesis import strategies as st

from criteria.analyse.thresholds import RATIOS, step_of
from criteria.dates.durations import Duration
from criteria.dates.durations import Unit as In
from criteria.facts.record import Value
from criteria.facts.values import MARKERS, UNKNOWN
from criteria.model.identity import LENGTHS, Odd, digits_of
from criteria.model.plan import fold
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType
from criteria.testing.palette import Palette
from criteria.testing.shared_texts import Slot
from criteria.testing.weighing import evenly

ROUND = tuple(map(Fraction, (0, 1, 2, 3, 5, 10, 100, 1_000, 1_000_000)))
FREE_TEXTS = ("a", "b", "c")
A_DAY = timedelta(1)


def exact(kind: Type, colours: Palette, slot: Slot) -> st.SearchStrategy[Value]:
    """A value; a date is a day."""
    match kind:
        case DateType():
            return days(colours)
        case NumberType():
            return numbers(kind, colours)
        case ChoiceType(options):
            return st.sampled_from(options)
        case TextType(form):
            return st.sampled_from(words(colours, slot) if not form else identities(form))
        case YesNoType():
            return st.booleans()
        case DurationType():
            return st.sampled_from(durations(colours))
        case _:
            assert_never(kind)


def days(colours: Palette) -> st.SearchStrategy[date]:
    """A day on a landmark or beside it, or any day of the plan's stretch and half a year around it."""
    marks, until = colours.marks, colours.until
    near = [day + A_DAY * step for step in (0, -1, 1) for day in marks.days]
    near += [until, until - A_DAY] if until else []
    first, last = marks.span[0] - 180 * A_DAY, marks.span[1] + 180 * A_DAY
    last = min(last, until) if until else last
    anywhere = st.dates(min(first, last), last)
    near = [day for day in near if until is None or day <= until]
    return evenly(st.sampled_from(near), st.sampled_from(near), anywhere) if near else anywhere


def numbers(kind: NumberType, colours: Palette) -> st.SearchStrategy[Fraction]:
    """A round number, one on a threshold of the plan or a step beside it, one as much off a round number as the plan tolerates."""
    plain = fitting(kind, (number / kind.unit.scale for number in ROUND))
    telling, off = fitting(kind, thresholds(kind, colours)), fitting(kind, deviations(kind, colours))
    between = st.integers(0, 1_000).map(lambda part: _within(kind, part)).filter(lambda v: fits(kind, v))
    pools = [st.sampled_from(pool) for pool in (plain, telling, telling, telling, off) if pool]
    return evenly(*pools, between) if pools else between


def fitting(kind: NumberType, values: Iterable[Fraction]) -> list[Fraction]:
    """Those that the declaration allows, each once."""
    return [value for value in dict.fromkeys(values) if fits(kind, value)]


def fits(kind: NumberType, value: Fraction) -> bool:
    """Whether the declaration allows the value."""
    return kind.bounds.holds(value) and (not kind.whole or (value * kind.unit.scale).denominator == 1)


def thresholds(kind: NumberType, colours: Palette) -> list[Fraction]:
    """What numbers of this unit are compared with, and a step to either side; the ends of what is allowed."""
    units = RATIOS if kind.unit in RATIOS else {kind.unit}
    on = [value for unit in Unit if unit in units for value in colours.marks.numbers.get(unit, ())]
    ends = [end for end in (kind.bounds.low, kind.bounds.high) if end is not None]
    return [value + way * step_of(kind, value) for value in (*on, *ends) for way in (0, -1, 1)]


def deviations(kind: NumberType, colours: Palette) -> list[Fraction]:
    """A round amount of money, and as much off it as the percents of the plan."""
    if kind.unit is not Unit.KRONER:
        return []
    percents = colours.marks.numbers.get(Unit.PERCENT, ())
    return [base * (1 + way * part) for base in ROUND[-2:] for part in percents for way in (1, -1) if part < 1]


def _within(kind: NumberType, part: int) -> Fraction:
    """A number so many thousandths of the way between the bounds; without bounds, that number itself."""
    low, high, scale = kind.bounds.low, kind.bounds.high, kind.unit.scale
    if low is not None and high is not None:
        number = (low + (high - low) * Fraction(part, 1_000)) * scale
        return Fraction(round(number) if kind.whole else number) / scale
    return (low or Fraction(0)) + part / scale if high is None else high - part / scale


def words(colours: Palette, slot: Slot) -> tuple[str, ...]:
    """The plan's texts for this fact or column, and some that it does not know."""
    known = tuple(text for text in colours.texts.get(slot, ()) if fold(text) not in UNKNOWN | MARKERS | {""})
    return (*known, *(text for text in FREE_TEXTS if text not in known))


def identities(form: str) -> tuple[str, ...]:
    """Three numbers with a right check digit."""
    stems = (str(10 ** (LENGTHS[form] - 2) + n) for n in range(10))
    every = (stem + str(digit) for stem in stems for digit in range(10))
    return tuple(text for text in every if not isinstance(digits_of(form, text), Odd))[:3]


def durations(colours: Palette) -> tuple[Duration, ...]:
    """The plan's own, one more and one less of each, and a few others."""
    near = [Duration(one.amount + way, one.unit) for one in colours.marks.durations for way in (0, -1, 1)]
    few = [Duration(1, In.DAYS), Duration(2, In.WEEKS), Duration(1, In.MONTHS), Duration(10, In.WORKING_DAYS)]
    return tuple(dict.fromkeys(each for each in (*few, *near) if each.amount >= 0))
