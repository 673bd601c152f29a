"""The meanings of a date phrase, as text or as JSON (schema ``criteria/date/1``).

In: ``Meanings``. Out: text in the reader's language, or plain data with ISO days.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.analyse.phrases import Meaning, Meanings
from criteria.diagnostics import Lang
from criteria.report.days import day_text, days_text
from criteria.report.texts import reading, reading_value, say

SCHEMA = "criteria/date/1"


def phrase_data(found: Meanings) -> dict[str, object]:
    """The document: the reading in force first, then the others."""
    return {"schema": SCHEMA, "phrase": found.phrase, **_data(found.chosen, with_boundary=True)} | {
        "alternatives": [_data(other, with_boundary=False) for other in found.alternatives]
    }


def _data(meaning: Meaning, *, with_boundary: bool) -> dict[str, object]:
    days: dict[str, object] = {
        "reading": dict(meaning.reading),
        "earliest": meaning.earliest.isoformat() if meaning.earliest else None,
        "latest": meaning.latest.isoformat() if meaning.latest else None,
    }
    return days | ({"boundary": meaning.boundary} if with_boundary else {})


def phrase_text(found: Meanings, lang: Lang) -> str:
    """The phrase, what it means, and the other ways to read it."""
    lines = [found.phrase, f"  {_days(found.chosen, lang)}"]
    if found.chosen.reading:
        lines[1] += f"  ·  {_reading(found.chosen.reading, lang)}"
    if found.alternatives:
        shown = [(_days(other, lang), _reading(other.reading, lang)) for other in found.alternatives]
        room = max(len(days) for days, _ in shown)
        lines += ["", say("other_readings", lang), *(f"  {days:<{room}}  ·  {words}" for days, words in shown)]
    return "\n".join(lines) + "\n"


def _days(meaning: Meaning, lang: Lang) -> str:
    match meaning.earliest, meaning.latest:
        case None, None:
            return "–"
        case None, last if last:
            return say("until", lang, day=day_text(last, lang))
        case first, None if first:
            return say("since", lang, day=day_text(first, lang))
        case first, last if first and last:
            told = days_text(first, last, lang)
            return say("boundary", lang, day=told) if meaning.boundary else told
    return ""


def _reading(chosen: Mapping[str, str], lang: Lang) -> str:
    """Each reading's words, with what ``--reading`` takes."""
    return ", ".join(f"{reading(n, lang)}: {reading_value(n, v, lang)} ({n}={v})" for n, v in chosen.items())
