"""``--as-of``, ``--every``, ``--year`` and today. This is the only place that has a clock: the engine is told the day.

In: the option as written, the plan's period. Out: days, or the faults.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.dates.phrases import parse
from criteria.dates.refused import DateRefused
from criteria.diagnostics import Diagnostic, Lang

if TYPE_CHECKING:
    from criteria.model.plan import Plan

TODAY = ("today", "i dag")


def as_of(text: str | None, period: tuple[date, date] | None, lang: Lang) -> tuple[date | None, list[Diagnostic]]:
    """One day: ISO, any phrase that is a single day, or today."""
    if text is None:
        return None, []
    if " ".join(text.casefold().split()) in TODAY:
        return date.today(), []
    try:
        found = parse(text, within=period).period()
    except DateRefused as refused:
        values = {"found": text, "reason": refused.message(lang)}
        return None, [Diagnostic("as-of-no-day", None, values, refused.suggestion)]
    if found.earliest != found.latest:
        return None, [Diagnostic("bad-as-of", None, {"found": text})]
    return found.latest, []


def several(
    texts: Iterable[str], every: str | None, plan: Plan | None, lang: Lang
) -> tuple[list[date], list[Diagnostic]]:
    """The days of a course: those named, and the ends of the months, quarters … of the plan's period."""
    days: list[date] = []
    faults: list[Diagnostic] = []
    for text in texts:
        day, more = as_of(text, plan.period if plan else None, lang)
        days += [day] if day else []
        faults += more
    if every is not None and plan is not None:
        ends = pipeline.occasions(plan, every)
        days += ends
        if not ends:
            faults.append(Diagnostic("every-without-period", None, {"found": every}))
    return days, faults


def year(text: str | None) -> tuple[int | None, list[Diagnostic]]:
    """A year of four digits."""
    if text is None:
        return None, []
    if not (len(text) == 4 and text.isascii() and text.isdecimal() and text != "0000"):
        return None, [Diagnostic("bad-year", None, {"found": text})]
    return int(text), []
