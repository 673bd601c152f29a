"""Durations, and the day a duration after or before a day.

In: ``4 uger``, ``10 arbejdsdage``, ``2 months``; a day. Out: a ``Duration``; the other day. The event's own day is
not counted, weeks end on the same weekday, months and years on the same day number. ``add`` never turns two days
around (a property test).
"""

from __future__ import annotations

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date
from enum import Enum
from typing import assert_never

from criteria.dates import calendar
from criteria.dates.refused import DateRefused
from criteria.frozen import frozen


class Unit(Enum):
    """What a duration counts."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working-days"
    BANK_DAYS = "bank-days"


_LABELS: dict[Unit, tuple[tuple[str, str], tuple[str, str]]] = {
    Unit.DAYS: (("day", "days"), ("dag", "dage")),
    Unit.WEEKS: (("week", "weeks"), ("uge", "uger")),
    Unit.MONTHS: (("month", "months"), ("måned", "måneder")),
    Unit.YEARS: (("year", "years"), ("år", "år")),
    Unit.WORKING_DAYS: (("working day", "working days"), ("arbejdsdag", "arbejdsdage")),
    Unit.BANK_DAYS: (("bank day", "bank days"), ("bankdag", "bankdage")),
}


@frozen
class Duration:
    """A number of days, weeks, months, years, working days or bank days."""

    amount: int
    unit: Unit

    def __str__(self) -> str:
        """The English phrase; it reads back."""
        return self.phrase("en")

    def phrase(self, lang: str = "en") -> str:
        """The phrase in ``lang``; it reads back."""
        return f"{self.amount} {_LABELS[self.unit][1 if lang == 'da' else 0][self.amount != 1]}"

    @property
    def words(self) -> frozenset[str]:
        """The readings that counting it uses."""
        return frozenset({"month-end"}) if self.unit in (Unit.MONTHS, Unit.YEARS) else frozenset()


def parse_duration(text: str) -> Duration | None:
    """``4 uger``, ``10 arbejdsdage``, ``30 days``, ``fjorten dage`` as a duration, or None."""
    from criteria.dates.build import duration_of  # the words are read where all words are

    return duration_of(text)


def add(day: date, duration: Duration, *, forward: bool = True, month_end: str = "clip") -> date:
    """The day ``duration`` after (or before) ``day``; refused outside the years 0001–9999.

    ``month_end``: *clip* to the month's last day (Forældelsesloven § 27), *end-sticks*: a month's last day stays one
    (Restaurationsloven § 36 a), *error* when the day number does not exist.
    """
    amount = duration.amount
    match duration.unit:
        case Unit.DAYS:
            return add_days(day, amount if forward else -amount)
        case Unit.WEEKS:
            return add_days(day, 7 * amount if forward else -7 * amount)
        case Unit.MONTHS:
            return _add_months(day, amount if forward else -amount, month_end)
        case Unit.YEARS:
            return _add_months(day, 12 * (amount if forward else -amount), "error" if month_end == "error" else "clip")
        case Unit.WORKING_DAYS | Unit.BANK_DAYS:
            return calendar.add_counted(day, amount, forward=forward, bank=duration.unit is Unit.BANK_DAYS)
        case _ as unreachable:
            assert_never(unreachable)


def add_days(day: date, amount: int) -> date:
    """``amount`` days on (back, when negative)."""
    try:
        return date.fromordinal(day.toordinal() + amount)
    except (ValueError, OverflowError):
        raise DateRefused("year-out-of-range", found=f"{day.isoformat()} {amount:+d}") from None


def _add_months(day: date, amount: int, month_end: str) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + amount, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise DateRefused("year-out-of-range", found=f"{year:04d}" if 0 <= year < 10**6 else "a year far away")
    last = monthrange(year, month + 1)[1]
    if month_end == "end-sticks" and day.day == monthrange(day.year, day.month)[1]:
        return date(year, month + 1, last)
    if month_end == "error" and day.day > last:
        raise DateRefused("no-such-day", found=f"{year:04d}-{month + 1:02d}-{day.day:02d}", last=str(last))
    return date(year, month + 1, min(day.day, last))
