"""``--as-of``, ``--year`` and today. This is the only place that has a clock: the engine is told the day.

In: the option as written, the plan's period. Out: a day, or the faults.
"""

from __future__ import annotations

from datetime import date

from criteria.dates.phrases import parse
from criteria.dates.refused import DateRefused
from criteria.diagnostics import Diagnostic, Lang

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


def year(text: str | None) -> tuple[int | None, list[Diagnostic]]:
    """A year of four digits."""
    if text is None:
        return None, []
    if not (len(text) == 4 and text.isascii() and text.isdecimal() and text != "0000"):
        return None, [Diagnostic("bad-year", None, {"found": text})]
    return int(text), []
