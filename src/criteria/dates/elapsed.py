"""How much time lies between two days: the counterpart of ``durations.add``.

In: two days. Out: working days or bank days, a whole number; months, an exact number. Holds: the first day is not counted; the result
grows with the last day and shrinks with the first; a day that lies n months after another is n months away, and one day more is more.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date
from fractions import Fraction

from criteria.dates.calendar import counted_days
from criteria.dates.durations import Duration, Unit, add


def counted_between(first: date, last: date, *, bank: bool = False) -> int:
    """The working (or bank) days after ``first`` up to and including ``last``; below nought when ``last`` lies before."""
    if last < first:
        return -counted_between(last, first, bank=bank)
    if first.year == last.year:
        return _so_far(last, bank) - _so_far(first, bank)
    between = sum(len(counted_days(year, bank)) for year in range(first.year, last.year))
    return between + _so_far(last, bank) - _so_far(first, bank)


def _so_far(day: date, bank: bool) -> int:
    """How many of them its year has had by the end of ``day``."""
    return bisect_right(counted_days(day.year, bank), day)


def months_between(first: date, last: date, month_end: str = "clip") -> Fraction:
    """Whole months, and of the month that is begun the days gone of those it has."""
    rule = "clip" if month_end == "error" else month_end
    whole = (last.year - first.year) * 12 + last.month - first.month  # so many lead into the month of ``last``
    if _on(first, whole, rule) > last:
        whole -= 1
    start, end = _on(first, whole, rule), _on(first, whole + 1, rule)
    return whole + Fraction((last - start).days, (end - start).days)


def _on(day: date, months: int, rule: str) -> date:
    return add(day, Duration(abs(months), Unit.MONTHS), forward=months >= 0, month_end=rule)
