"""Writing a phrase for a period.

In: a period and a language. Out: the shortest name the calendar has for it (a day, month, quarter, half-year, year,
weeks), else its first and last day. Every phrase written here reads back to an equal period.
"""

from __future__ import annotations

from datetime import date

from criteria.dates.period import Period
from criteria.dates.spans import span_of
from criteria.dates.words import MONTHS, spelling


def format_phrase(period: Period, lang: str = "en") -> str:
    """The phrase for ``period`` in ``lang`` ("en" or "da")."""
    if period.boundary:
        return f"{spelling('ENDING', lang)} {spelling('OF', lang)} {_ended(period.latest, lang)}"
    return _months(period, lang) or _days(period, lang)


def format_day(day: date, lang: str = "en") -> str:
    """``1. oktober 2020``, ``1 October 2020``."""
    stop = "." if lang == "da" else ""
    return f"{day.day}{stop} {_month(day, lang)} {day.year:04d}"


def _month(day: date, lang: str) -> str:
    return spelling(MONTHS[day.month - 1], lang)


def _ended(last: date, lang: str) -> str:
    """The longest stretch, of month, year, that a boundary after ``last`` ends; else the day."""
    if (last.month, last.day) == (12, 31):
        return f"{last.year:04d}"
    if last.day == span_of(last.year * 12 + last.month - 1, 1)[1].day:
        return f"{_month(last, lang)} {last.year:04d}"
    return format_day(last, lang)


def _months(period: Period, lang: str) -> str | None:
    """The name of one month, quarter, half-year or year, when the period is that."""
    first, year = period.earliest, period.earliest.year
    for count in (12, 6, 3, 1):
        start = first.year * 12 + first.month - 1
        if start % count or span_of(start, count) != (first, period.latest):
            continue
        number = (first.month - 1) // count + 1
        return _NAMES[lang == "da"][count].format(number=number, month=_month(first, lang), year=f"{year:04d}")
    return None


_NAMES = (
    {12: "{year}", 6: "H{number} {year}", 3: "Q{number} {year}", 1: "{month} {year}"},
    {12: "{year}", 6: "{number}. halvår {year}", 3: "{number}. kvartal {year}", 1: "{month} {year}"},
)


def _days(period: Period, lang: str) -> str:
    """One day, the weeks of one ISO year, or the first and last day."""
    first, last = period.earliest, period.latest
    if first == last:
        return format_day(first, lang)
    year, week, weekday = first.isocalendar()
    final = last.isocalendar()
    if weekday == 1 and final.weekday == 7 and final.year == year:
        weeks = f"{week}" if week == final.week else f"{week}-{final.week}"
        return f"{spelling('WEEK', lang)} {weeks} {year:04d}"
    return f"{format_day(first, lang)} - {format_day(last, lang)}"
