"""The days of a term, under given readings.

In: a term with its years, and a value for each reading. Out: a ``Period``; refused where the days do not exist.
Primo, medio and ultimo follow Købeloven § 68: thirds (1), or the business days of securities trading (2);
bookkeeping's single days are the point reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import assert_never

from criteria.dates import spans
from criteria.dates.calendar import add_counted, last_working_day, next_working_day
from criteria.dates.durations import Unit, add, add_days
from criteria.dates.period import Period
from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused
from criteria.dates.relations import first_day
from criteria.dates.terms import Boundary, Kind, Part, Pick, Range, Shift, Stretch, Term

_PARTS = frozenset({"primo-medio-ultimo"})
_PLACES = {"primo": 0, "medio": 1, "ultimo": 2}


def words_of(term: Term) -> frozenset[str]:
    """The readings that the term's own words use."""
    match term:
        case Part():
            return _PARTS
        case Shift():
            return term.duration.words | words_of(term.anchor)
        case Range():
            return words_of(term.first) | words_of(term.last)
        case Stretch() | Boundary() | Pick():
            return frozenset()
        case _ as unreachable:
            assert_never(unreachable)


def period_of(term: Term, readings: Mapping[str, str]) -> Period:
    """The days of ``term``."""
    match term:
        case Stretch():
            return Period(*spans.days_of(term))
        case Part():
            return Period(*_part(term, readings.get("primo-medio-ultimo", "thirds")), words=_PARTS)
        case Boundary():
            last = spans.days_of(term.of)[1]
            return Period(last, last, boundary=True)
        case Pick():
            day = _pick(term)
            return Period(day, day)
        case Shift():
            return _shift(term, readings)
        case Range():
            return _range(term, readings)
        case _:
            assert_never(term)


def _part(term: Part, reading: str) -> spans.Days:
    if term.of.kind not in (Kind.MONTH, Kind.QUARTER, Kind.HALF_YEAR, Kind.YEAR, Kind.SCHOOL_YEAR):
        raise DateRefused("no-part-of", part=term.part, found=term.of.kind.value)
    spans.days_of(term.of)  # refuses a thirteenth month and the like
    if reading == "thirds":
        return _third(term)
    day = _point(term)
    if reading == "business-day":
        # The last business day lies before the end, the others after their point.
        day = last_working_day(day) if term.part == "ultimo" else next_working_day(day)
    return day, day


def _third(term: Part) -> spans.Days:
    """Days 1–10, 11–20, 21–last of a month; whole months of anything longer."""
    place = _PLACES[term.part]
    first, count = spans.first_month(term.of)
    if count > 1:
        return spans.span_of(first + place * count // 3, count // 3)
    start, end = spans.span_of(first, 1)
    return start.replace(day=1 + 10 * place), end if place == 2 else start.replace(day=10 + 10 * place)


def _point(term: Part) -> date:
    """The first day, the last day; in the middle the 15th of the middle month, or the last day of the first half."""
    start, end = spans.days_of(term.of)
    if term.part != "medio":
        return start if term.part == "primo" else end
    first, count = spans.first_month(term.of)
    if count % 2:
        return spans.span_of(first + count // 2, 1)[0].replace(day=15)
    return spans.span_of(first, count // 2)[1]


def _pick(term: Pick) -> date:
    start, end = spans.days_of(term.of)
    if isinstance(term.day, Unit):
        bank = term.day is Unit.BANK_DAYS
        first = next_working_day(start, bank=bank)
        day = last_working_day(end, bank=bank) if term.nth < 0 else add_counted(first, max(term.nth - 1, 0), bank=bank)
    elif term.nth < 0:
        day = add_days(end, -((end.weekday() - term.day) % 7))
    else:
        day = add_days(start, (term.day - start.weekday()) % 7 + 7 * (term.nth - 1))
    if not start <= day <= end or term.nth == 0:
        raise DateRefused("no-such-weekday", found=str(term.nth), first=start.isoformat(), last=end.isoformat())
    return day


def _shift(term: Shift, readings: Mapping[str, str]) -> Period:
    anchor = period_of(term.anchor, readings)
    if anchor.earliest != anchor.latest:
        raise DateRefused("anchor-not-a-day", first=anchor.earliest.isoformat(), last=anchor.latest.isoformat())
    month_end = readings.get("month-end", READINGS["month-end"].default)
    day = add(anchor.latest, term.duration, forward=term.forward, month_end=month_end)
    return Period(day, day, words=words_of(term))


def _range(term: Range, readings: Mapping[str, str]) -> Period:
    first, last = period_of(term.first, readings), period_of(term.last, readings)
    start = first_day(first)
    if last.latest < start:
        raise DateRefused("range-reversed", first=start.isoformat(), last=last.latest.isoformat())
    return Period(start, last.latest, words=first.words | last.words)
