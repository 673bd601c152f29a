"""The years, half-years, quarters, months or school years that lie over a span of days.

In: what recurs, and a first and last day. Out: each one that has a day in the span, whole, in order, with a name that is a date
phrase in every language (``2019``, ``H1 2019``, ``Q2 2019``, ``2019-05``, ``2019/20``) and the words that stand for it in other phrases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import MAXYEAR, date, timedelta

from criteria.frozen import frozen

MONTHS = {"year": 12, "half_year": 6, "quarter": 3, "month": 1, "school_year": 12}  # how many months each lasts
_AUGUST = 8
_WORDS = {
    "year": r"the year|this year|året",
    "half_year": r"the half-year|this half-year|halvåret",
    "quarter": r"the quarter|this quarter|kvartalet",
    "month": r"the month|this month|måneden",
    "school_year": r"the school year|this school year|skoleåret(?!\s*[0-9])",
}
_ENGLISH = "january february march april may june july august september october november december".split()


@frozen
class Cycle:
    """One of them: ``words`` are what a phrase says in its place, as in ``end of may 2019``."""

    kind: str
    name: str
    words: str
    first: date
    last: date


def cycles(kind: str, first: date, last: date) -> Iterator[Cycle]:
    """Every one that has a day from ``first`` to ``last``."""
    length = MONTHS[kind]
    shift = _AUGUST - 1 if kind == "school_year" else 0
    month = (first.year * 12 + first.month - 1 - shift) // length * length + shift
    while month // 12 < MAXYEAR and (start := date(month // 12, month % 12 + 1, 1)) <= last:
        month += length
        yield _named(kind, start, date(month // 12, month % 12 + 1, 1) - timedelta(1))


def _named(kind: str, first: date, last: date) -> Cycle:
    year, place = first.year, (first.month - 1) // MONTHS[kind] + 1
    names = {
        "year": f"{year:04d}",
        "half_year": f"H{place} {year:04d}",
        "quarter": f"Q{place} {year:04d}",
        "month": f"{year:04d}-{first.month:02d}",
        "school_year": f"{year:04d}/{last.year % 100:02d}",
    }
    words = f"{_ENGLISH[first.month - 1]} {year:04d}" if kind == "month" else names[kind]
    return Cycle(kind, names[kind], words, first, last)


def spelled(text: str, cycle: Cycle) -> str:
    """The phrase with the cycle's own words where it says ``the year``, ``kvartalet``."""
    return re.sub(rf"(?<!\w)(?:{_WORDS[cycle.kind]})(?!\w)", cycle.words, text, flags=re.IGNORECASE)
