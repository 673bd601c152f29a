"""The periods over a schedule's columns, and the days in its cells.

In: a cell of the grid. Out: a ``Slot``, or the days that a cell names. Holds: a period may be written with its year before it; one
without a year is the next of its kind after the column before it; a day without a year takes that of its column.
"""

from __future__ import annotations

import re
from datetime import date

from criteria.check.context import Context
from criteria.dates.phrases import Phrase, parse
from criteria.dates.refused import DateRefused
from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax import tree

_YEAR_FIRST = re.compile(r"([0-9]{4})[\s\u00a0-]+(\D.*)")
# "19/22.6" are two days; "9/4" is one.
_TWO_DAYS = re.compile(r"([0-9]{1,2})\.?\s*/\s*([0-9]{1,2})\.\s*([0-9]{1,2})\.?(\s*[0-9]{4})?")
_AND = re.compile(r"\s*(?:,|;|\bog\b|\band\b|\+|&)\s*")


@frozen(eq=False)
class Slot:
    """A column of the grid: its words with a year, its first and last day."""

    label: str
    first: date
    last: date
    place: Place


def slot(ctx: Context, cell: tree.DataCell, months: int, before: Slot | None) -> Slot | None:
    """The period over a column, or None where it is none of so many months."""
    text = " ".join(cell.text.split())
    match = _YEAR_FIRST.fullmatch(text)
    phrase = _phrase(f"{match[2]} {match[1]}" if match else text, ctx.whole)
    if before and (phrase is None or not phrase.year_given):
        years = (_phrase(f"{text} {year}", ctx.whole) for year in (before.last.year, before.last.year + 1))
        phrase = next((each for each in years if each and each.period().earliest > before.last), None)
    if phrase is None:
        return None
    days = phrase.period()
    if phrase.words or days.boundary or _months(days.earliest, days.latest) != months:
        return None
    said = text if str(days.earliest.year) in text else f"{days.earliest.year} {text}"
    return Slot(said, days.earliest, days.latest, cell.place)


def _phrase(text: str, within: tuple[date, date] | None) -> Phrase | None:
    try:
        return parse(text, within=within)
    except DateRefused:
        return None


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1 if first.day == 1 else 0


def days_in(ctx: Context, said: str, own: Slot, cell: tree.DataCell) -> list[date]:
    """The days that a cell names."""
    two = _TWO_DAYS.fullmatch(said)
    parts = [f"{each}.{two[3]}.{two[4] or ''}" for each in two.groups()[:2]] if two else _AND.split(said)
    years = date(own.first.year, 1, 1), date(own.last.year, 12, 31)
    found = []
    for part in parts:
        phrase = _phrase(part, years)
        days = phrase.period() if phrase else None
        if days is None or days.earliest != days.latest or days.boundary:
            ctx.faults.error("grid-mark", cell.place, found=cell.text)
            return []
        found.append(days.earliest)
    return found
