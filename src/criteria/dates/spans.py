"""The first and last day of what the calendar has names for.

In: a ``Stretch`` with its year. Out: its days; refused where there is no such day, week, quarter … (never the nearest
one that exists). Weeks are ISO 8601; a school year begins on 1 August (Folkeskoleloven § 14 a); seasons go by
calendar months, from 1 March.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date

from criteria.dates.calendar import NAMED
from criteria.dates.durations import add_days
from criteria.dates.refused import DateRefused
from criteria.dates.terms import Kind, Stretch

Days = tuple[date, date]

# kind: (how many of them a year has, months in each, first month of number 1)
MONTHS: dict[Kind, tuple[int, int, int]] = {
    Kind.MONTH: (12, 1, 1),
    Kind.QUARTER: (4, 3, 1),
    Kind.HALF_YEAR: (2, 6, 1),
    Kind.TERTIAL: (3, 4, 1),
    Kind.YEAR: (1, 12, 1),
    Kind.SCHOOL_YEAR: (1, 12, 8),
    Kind.SEASON: (4, 3, 3),
}


def days_of(stretch: Stretch) -> Days:
    """The first and last day of ``stretch``."""
    year = stretch.year
    if year is None:
        raise DateRefused("year-missing")
    if not MINYEAR <= year <= MAXYEAR:
        raise DateRefused("year-out-of-range", found=f"{year:04d}")
    if stretch.kind is Kind.DAY:
        day = _day(year, stretch.number, stretch.day)
        return day, day
    if stretch.kind is Kind.WEEK:
        return _week(year, stretch.number)
    if stretch.kind is Kind.NAMED:
        day = NAMED[stretch.name].on(year)
        return day, day
    first, count = first_month(stretch)
    return span_of(first, count)


def first_month(stretch: Stretch) -> tuple[int, int]:
    """The first month (counted from year 0) and the number of months of a stretch of whole months."""
    count, length, start = MONTHS[stretch.kind]
    number = stretch.number or 1
    if number > count or (stretch.number == 0 and count > 1):
        raise DateRefused(f"no-such-{stretch.kind.value}", found=str(stretch.number), last=str(count))
    return (stretch.year or 0) * 12 + start - 1 + (number - 1) * length, length


def span_of(first: int, count: int) -> Days:
    """The days of ``count`` months from month ``first`` (counted from year 0)."""
    year, month = divmod(first, 12)
    end_year, end_month = divmod(first + count - 1, 12)
    if year < MINYEAR or end_year > MAXYEAR:
        raise DateRefused("year-out-of-range", found=f"{end_year:04d}")
    return date(year, month + 1, 1), date(end_year, end_month + 1, monthrange(end_year, end_month + 1)[1])


def _day(year: int, month: int, day: int) -> date:
    if not 1 <= month <= 12:
        raise DateRefused("no-such-month", found=str(month), last="12")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise DateRefused("no-such-day", found=f"{year:04d}-{month:02d}-{day:02d}", last=str(last))
    return date(year, month, day)


def _week(year: int, week: int) -> Days:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        last = 53 if _has_week_53(year) else 52
        raise DateRefused("no-such-week", found=str(week), year=f"{year:04d}", last=str(last)) from None
    return monday, add_days(monday, 6)


def _has_week_53(year: int) -> bool:
    """ISO 8601: a year that begins or ends on a Thursday has 53 weeks."""
    return date(year, 1, 1).isoweekday() == 4 or date(year, 12, 31).isoweekday() == 4
