"""The windows of what recurs: every year, quarter, month or week that lies in a span of days.

In: what recurs, and a first and last day. Out: each stretch that lies within, in order, with its name. Holds: a week belongs to the
year that its Thursday lies in (ISO 8601).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from criteria.dates.cycles import cycles
from criteria.frozen import frozen


@frozen
class Window:
    """Some days with a name; ``kind`` is what recurs."""

    name: str
    first: date
    last: date
    kind: str = ""


def stretches(kind: str, first: date, last: date) -> Iterator[Window]:
    """Every one of the kind that lies from ``first`` to ``last``."""
    if kind == "week":
        yield from _weeks(first, last)
        return
    for cycle in cycles(kind, first, last):
        if first <= cycle.first and cycle.last <= last:
            yield Window(cycle.name, cycle.first, cycle.last, kind)


def _weeks(first: date, last: date) -> Iterator[Window]:
    thursday = first + timedelta((3 - first.weekday()) % 7)
    while thursday <= last:
        year, week, _ = thursday.isocalendar()
        yield Window(f"{year:04d}-W{week:02d}", thursday - timedelta(3), thursday + timedelta(3), "week")
        thursday += timedelta(7)
