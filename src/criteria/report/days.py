"""Days as text.

In: days, or a text with ISO days in it. Out: ``18 November 2020`` and ``18. november 2020``, ``11–20 November 2020``.
"""

from __future__ import annotations

import re
from datetime import date

from criteria.wording.report import MONTHS

_DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:\.\.(\d{4}-\d\d-\d\d))?(?!\d)")


def day_text(value: date, lang: str) -> str:
    """``18 November 2020``, ``18. november 2020``."""
    return f"{_day_number(value, lang)} {_month(value, lang)} {value.year}"


def days_text(first: date, last: date, lang: str) -> str:
    """``11–20 November 2020``: what both ends share is said once."""
    if first == last:
        return day_text(first, lang)
    if first.year != last.year:
        return f"{day_text(first, lang)} – {day_text(last, lang)}"
    if first.month != last.month:
        return f"{_day_number(first, lang)} {_month(first, lang)} – {day_text(last, lang)}"
    return f"{_day_number(first, lang)}–{day_text(last, lang)}"


def with_days(text: str, lang: str) -> str:
    """The ISO days and periods inside a text, written for a reader."""
    return _DAYS.sub(lambda match: _iso(match, lang), text)


def _iso(match: re.Match[str], lang: str) -> str:
    try:
        first = date.fromisoformat(match[1])
        return days_text(first, date.fromisoformat(match[2]) if match[2] else first, lang)
    except ValueError:
        return match[0]


def _day_number(value: date, lang: str) -> str:
    return f"{value.day}." if lang == "da" else str(value.day)


def _month(value: date, lang: str) -> str:
    return MONTHS[1 if lang == "da" else 0][value.month - 1]


def short_day(value: date, lang: str) -> str:
    """For the head of a column: ``31 Mar 2020``, ``31. mar. 2020``."""
    month = _month(value, lang)
    short = month if len(month) <= 4 else month[:3] + ("." if lang == "da" else "")
    return f"{_day_number(value, lang)} {short} {value.year}"
