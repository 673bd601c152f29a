"""The Danish calendar: holidays, working days, bank days, by the law of the year in question.

In: a day. Out: whether it counts, and the next that does. Holidays are Lukkeloven's and the Church's (Easter after
``dateutil.easter``); store bededag was a holiday until 2023 (Act no. 214 of 7 March 2023). A working day is Monday to
Friday and no holiday; a bank day is a working day that is not one of the days on which Danish banks close (Danmarks
Nationalbank's list).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from criteria.dates.refused import DateRefused
from criteria.frozen import frozen


@frozen
class Named:
    """A day with a name: so many days after Easter Sunday, or a month and day; and what it closes, and until when."""

    danish: str
    english: str
    after_easter: int | None = None
    month: int = 1
    day: int = 1
    holiday_until: int = 0  # last year in which it is a holiday
    closes_banks: bool = False

    def on(self, year: int) -> date:
        """The day in ``year``."""
        if self.after_easter is None:
            return date(year, self.month, self.day)
        return easter(year) + timedelta(days=self.after_easter)


ALWAYS = MAXYEAR
DAYS: tuple[Named, ...] = (
    Named("nytårsdag", "New Year's Day", None, 1, 1, ALWAYS),
    Named("palmesøndag", "Palm Sunday", -7),
    Named("skærtorsdag", "Maundy Thursday", -3, holiday_until=ALWAYS),
    Named("langfredag", "Good Friday", -2, holiday_until=ALWAYS),
    Named("påskedag", "Easter Sunday", 0, holiday_until=ALWAYS),
    Named("2. påskedag", "Easter Monday", 1, holiday_until=ALWAYS),
    Named("store bededag", "Great Prayer Day", 26, holiday_until=2023),
    Named("Kristi himmelfartsdag", "Ascension Day", 39, holiday_until=ALWAYS),
    Named("fredag efter Kristi himmelfartsdag", "Friday after Ascension Day", 40, closes_banks=True),
    Named("pinsedag", "Whit Sunday", 49, holiday_until=ALWAYS),
    Named("2. pinsedag", "Whit Monday", 50, holiday_until=ALWAYS),
    Named("grundlovsdag", "Constitution Day", None, 6, 5, closes_banks=True),
    Named("juleaften", "Christmas Eve", None, 12, 24, closes_banks=True),
    Named("juledag", "Christmas Day", None, 12, 25, ALWAYS),
    Named("2. juledag", "Boxing Day", None, 12, 26, ALWAYS),
    Named("nytårsaften", "New Year's Eve", None, 12, 31, closes_banks=True),
)
NAMED: Mapping[str, Named] = {row.danish: row for row in DAYS}


@lru_cache(maxsize=512)
def holidays(year: int) -> Mapping[date, str]:
    """The holidays of ``year``, by day, with their Danish names."""
    return {row.on(year): row.danish for row in DAYS if year <= row.holiday_until}


@lru_cache(maxsize=512)
def bank_closings(year: int) -> Mapping[date, str]:
    """The days on which banks close although they are no holidays."""
    return {row.on(year): row.danish for row in DAYS if row.closes_banks}


def is_working_day(day: date) -> bool:
    """Monday to Friday and no holiday (hverdag, arbejdsdag)."""
    return day.weekday() < 5 and day not in holidays(day.year)


def is_bank_day(day: date) -> bool:
    """A working day on which banks are open (bankdag)."""
    return is_working_day(day) and day not in bank_closings(day.year)


@lru_cache(maxsize=512)
def counted_days(year: int, bank: bool = False) -> tuple[date, ...]:
    """The working days (or bank days) of ``year`` in order."""
    counts = is_bank_day if bank else is_working_day
    start = date(year, 1, 1).toordinal()
    days = (date.fromordinal(n) for n in range(start, date(year, 12, 31).toordinal() + 1))
    return tuple(day for day in days if counts(day))


def next_working_day(day: date, *, bank: bool = False) -> date:
    """``day`` itself when it counts, else the first after it that does."""
    return day if (is_bank_day if bank else is_working_day)(day) else add_counted(day, 1, bank=bank)


def last_working_day(day: date, *, bank: bool = False) -> date:
    """``day`` itself when it counts, else the last before it that does."""
    return day if (is_bank_day if bank else is_working_day)(day) else add_counted(day, 1, forward=False, bank=bank)


def add_counted(day: date, amount: int, *, forward: bool = True, bank: bool = False) -> date:
    """The day that lies ``amount`` working (or bank) days after or before ``day``, which is not itself counted."""
    if amount == 0:
        return day
    year, left = day.year, amount
    days = counted_days(year, bank)
    place = bisect_right(days, day) - 1 if forward else bisect_left(days, day)
    while True:
        ahead = len(days) - 1 - place if forward else place
        if left <= ahead:
            return days[place + left if forward else place - left]
        left -= ahead
        year += 1 if forward else -1
        if not MINYEAR <= year <= MAXYEAR:
            raise DateRefused("year-out-of-range", found=str(year))
        days = counted_days(year, bank)
        place = -1 if forward else len(days)
