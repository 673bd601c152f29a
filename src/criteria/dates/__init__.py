"""Date phrases in Danish and English, and what they denote; usable on its own.

In: a text such as ``medio november 2020``, and the period that a phrase without a year takes its year from. Out: a
``Phrase`` whose ``period(readings)`` is a first and last day or a boundary; a ``Test`` whose ``days(readings)`` are
the days that pass; or a ``DateRefused`` with the reason. There is no clock in here: the same text and context always
mean the same days.

``resolve(text, year=2020)`` is the short way from a text to a period. Names are imported when they are first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from criteria.dates.calendar import is_bank_day, is_working_day, next_working_day
    from criteria.dates.durations import Duration, Unit, add, parse_duration
    from criteria.dates.finding import Found, find
    from criteria.dates.format import format_phrase
    from criteria.dates.period import Period
    from criteria.dates.phrases import Phrase, Test, parse, parse_test, resolve
    from criteria.dates.readings import READINGS, Reading, defaults
    from criteria.dates.refused import DateRefused, Note
    from criteria.dates.relations import Relation, passing_days

_ROOMS = {
    "calendar": ("is_bank_day", "is_working_day", "next_working_day"),
    "durations": ("Duration", "Unit", "add", "parse_duration"),
    "finding": ("Found", "find"),
    "format": ("format_phrase",),
    "period": ("Period",),
    "phrases": ("Phrase", "Test", "parse", "parse_test", "resolve"),
    "readings": ("READINGS", "Reading", "defaults"),
    "refused": ("DateRefused", "Note"),
    "relations": ("Relation", "passing_days"),
}
_HOME = {name: room for room, names in _ROOMS.items() for name in names}

__all__ = [
    "READINGS",
    "DateRefused",
    "Duration",
    "Found",
    "Note",
    "Period",
    "Phrase",
    "Reading",
    "Relation",
    "Test",
    "Unit",
    "add",
    "defaults",
    "find",
    "format_phrase",
    "is_bank_day",
    "is_working_day",
    "next_working_day",
    "parse",
    "parse_duration",
    "parse_test",
    "passing_days",
    "resolve",
]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value
