"""``criteria date``: what a date phrase means, under every reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.commands import streams
from criteria.commands.days import year
from criteria.commands.plans import as_json, readings
from criteria.dates.refused import DateRefused
from criteria.pipeline import check_readings, date_meanings
from criteria.report.phrase import phrase_data, phrase_text
from criteria.source import Place, Source

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0, or 2 when it is no date phrase."""
    lang, text = arguments.lang, streams.as_text(arguments.operands[0])
    asked, faults = readings(arguments.many("--reading"))
    moved, unknown = check_readings(asked, None)
    in_year, more = year(arguments.one("--year"))
    faults += [*unknown, *more]
    phrase = Source("<phrase>", text)
    if not faults:
        try:
            found = date_meanings(text, in_year, moved)
        except DateRefused as refused:
            faults.append(refused.diagnostic(Place(phrase.name, 1, 1)))
    if faults:
        streams.tell(faults, {phrase.name: phrase}, lang)
        return 2
    streams.tell((note.diagnostic() for note in found.notes), {}, lang)
    streams.say(as_json(phrase_data(found)) if arguments.one("--format") == "json" else phrase_text(found, lang))
    return 0
