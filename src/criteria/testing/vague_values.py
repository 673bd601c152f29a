"""One value that is less than exact: a fuzzy phrase, a range, a choice of several; or known only from some day on.

In: a type, the palette, the fact or column. Out: a strategy of what a facts file or dict may hold in its place. Holds: it can be read.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import pairwise

from hypothesis import strategies as st

from criteria.dates.words import MONTHS
from criteria.facts.record import Value
from criteria.model.types import ChoiceType, DateType, NumberType, Type
from criteria.testing.exact_values import days, exact
from criteria.testing.palette import Palette
from criteria.testing.plain import number, plain
from criteria.testing.shared_texts import Slot


def vague(kind: Type, colours: Palette, slot: Slot) -> st.SearchStrategy[object]:
    """A stretch, a phrase, a choice."""
    values = exact(kind, colours, slot)
    several = st.lists(values, min_size=2, max_size=3, unique_by=str).map(lambda found: [plain(v, kind) for v in found])
    match kind:
        case DateType():
            return st.one_of(stretches(colours), days(colours).flatmap(phrases), several)
        case NumberType():
            return st.one_of(st.tuples(values, values).map(lambda ends: _range(ends, kind)), several)
        case ChoiceType(options) if len(options) < 2:
            return values.map(lambda value: plain(value, kind))
        case ChoiceType(options, True):
            spans = [f"{low}..{high}" for low, high in pairwise(options) if not {".", "…"} & {*low, *high}]
            return st.one_of(several, st.sampled_from(spans)) if spans else several
        case _:
            return several


def stretches(colours: Palette) -> st.SearchStrategy[object]:
    """``2020-10-03..2020-10-07``."""
    return st.tuples(days(colours), days(colours)).map(lambda ends: f"{min(ends)}..{max(ends)}")


def phrases(day: date) -> st.SearchStrategy[object]:
    """Phrases of some stretch that the day lies in, or near."""
    month, year = MONTHS[day.month - 1].capitalize(), day.year
    week = day.isocalendar()
    parts = [f"{part} {month} {year}" for part in ("medio", "primo", "ultimo")]
    return st.sampled_from(
        [
            *parts,
            f"{year}-{day.month:02}",
            f"week {week.week} {week.year}",
            f"Q{(day.month + 2) // 3} {year}",
            f"{year}",
        ]
    )


def _range(ends: tuple[Value, Value], kind: NumberType) -> object:
    """``1.9..2.2``; decimals end with a nought where three of them could be a thousand."""
    low, high = (end for end in sorted(end for end in ends if isinstance(end, Fraction)))
    return f"{_text(low * kind.unit.scale)}..{_text(high * kind.unit.scale)}" if low < high else plain(low, kind)


def _text(value: Fraction) -> str:
    text = str(number(value))
    return f"{text}0" if len(text.partition(".")[2]) == 3 else text


def dated(value: object, colours: Palette) -> st.SearchStrategy[object]:
    """The value as it became known on some day."""
    return days(colours).map(lambda day: {"value": value, "known from": day})
