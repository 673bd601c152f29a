"""One of the values that facts leave possible.

In: a ``Domain``, the type it is of, the palette, what the facts say. Out: a strategy of plain values, ``never`` among them. Holds: every
value lies in the domain; those near the plan's landmarks come more often.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from math import ceil, floor

from hypothesis import strategies as st

from criteria.evaluate.given import as_text
from criteria.facts.record import Exactly, Given, OneOf, Value
from criteria.ladder.domains import Days, Domain, Numbers, Texts
from criteria.model.types import ChoiceType, DurationType, NumberType, TextType, Type
from criteria.testing.exact_values import A_DAY, durations, fits, identities, thresholds, words
from criteria.testing.palette import Palette
from criteria.testing.plain import NEVER, plain
from criteria.testing.shared_texts import Slot
from criteria.testing.weighing import evenly


def of_domain(
    domain: Domain, kind: Type, colours: Palette, slot: Slot, given: Given | None
) -> st.SearchStrategy[object]:
    """A value that is left."""
    match domain, kind:
        case Days(), _:
            return _days(domain, colours)
        case Numbers(), NumberType():
            return _numbers(domain, kind, colours).map(lambda value: plain(value, kind))
        case Texts(), _:
            left = [value for value in _said(given, kind, colours, slot) if _left(as_text(value), domain)]
            return st.sampled_from(left)
        case _:  # pragma: no cover
            raise AssertionError(kind)


def _days(domain: Days, colours: Palette) -> st.SearchStrategy[object]:
    """A day on or beside a landmark, the ends of what is left, any day of it; or never."""
    never: list[st.SearchStrategy[object]] = [st.just(NEVER)] if domain.never else []
    if not domain.spans:
        return never[0]
    marks = [day + A_DAY * step for day in colours.marks.days for step in (0, -1, 1)]
    near = [day.toordinal() for day in marks if domain.within(day.toordinal(), day.toordinal())]
    ends = [end for span in domain.spans for end in span]
    some = [end + n for end in ends for n in range(-30, 31) if domain.within(end + n, end + n)]
    pools = [st.sampled_from(pool).map(date.fromordinal) for pool in (near, some) if pool]
    return evenly(*pools, *never)


def _numbers(domain: Numbers, kind: NumberType, colours: Palette) -> st.SearchStrategy[Fraction]:
    """A threshold that is left, an end, or something between."""
    if domain.points is not None:
        return st.sampled_from(domain.points)
    near = [value for value in thresholds(kind, colours) if fits(kind, value) and domain.equal(value)]
    between = st.integers(0, 1_000).map(lambda part: _between(domain, kind, Fraction(part, 1_000)))
    between = between.filter(lambda value: fits(kind, value) and domain.equal(value) is not None)
    return evenly(st.sampled_from(near), between) if near else between


def _between(domain: Numbers, kind: NumberType, part: Fraction) -> Fraction:
    """So far from the one end to the other; without an end, within a thousand of the other."""
    low, high = domain.ends()
    wide = 1_000 / kind.unit.scale
    if low is None:
        low = Fraction(0) if high is None else high - wide
    number = low + ((high - low) if high is not None else wide) * part
    if domain.whole or kind.whole:
        scaled = number * kind.unit.scale
        return Fraction(ceil(scaled) if part < Fraction(1, 2) else floor(scaled)) / kind.unit.scale
    return number


def _said(given: Given | None, kind: Type, colours: Palette, slot: Slot) -> list[Value]:
    """The values as they are written: those that are given, else the plan's own."""
    match given.possible if given else None:
        case Exactly(value):
            said: tuple[Value, ...] = (value,)
        case OneOf(values):
            said = values
        case _:
            said = ()
    match kind:
        case ChoiceType(options):
            return [*said, *options]
        case TextType(form):
            return [*said, *(identities(form) if form else words(colours, slot))]
        case DurationType():
            return [*said, *durations(colours)]
        case _:
            return [*said, False, True]


def _left(text: str, domain: Texts) -> bool:
    return (text in domain.values) != domain.others
