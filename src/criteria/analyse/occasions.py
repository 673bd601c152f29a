"""The days of a course: the ends of the months, quarters, half-years or years of a plan, and the day its record closes.

In: a plan's period, and a word of ``MONTHS``. Out: days, in order. Holds: the period's own last day is always among them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from criteria.model.plan import Plan

MONTHS = {"month": 1, "måned": 1, "quarter": 3, "kvartal": 3, "half-year": 6, "halvår": 6, "year": 12, "år": 12}


def occasions(plan: Plan, every: str) -> tuple[date, ...]:
    """The last day of each; none for a plan without a period."""
    if plan.period is None:
        return ()
    first, last = plan.period
    days = {day for day in _month_ends(first, last) if day.month % MONTHS[every] == 0} | {last}
    return tuple(sorted(days | ({plan.record_closes} if plan.record_closes else set())))


def _month_ends(first: date, last: date) -> Iterator[date]:
    """Those from ``first`` to ``last``."""
    month = first.replace(day=1)
    while month <= last:
        after = _next_month(month)
        end = (after or date.max) - timedelta(days=1 if after else 0)
        if first <= end <= last:
            yield end
        if after is None:
            return
        month = after


def _next_month(month: date) -> date | None:
    """The first day of the month after; None at the end of time."""
    if month.month < 12:
        return month.replace(month=month.month + 1)
    return month.replace(year=month.year + 1, month=1) if month.year < date.max.year else None
