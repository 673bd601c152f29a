"""What a date phrase or a date test means, under every reading that its words use.

In: a text, the year it may take, readings moved by the caller. Out: ``Meanings``, the reading in force first; a
refusal is the dates package's ``DateRefused``. Readings that are tried on request only appear when they were asked
for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import product

from criteria.dates.phrases import Phrase, Test, parse, parse_test, span
from criteria.dates.readings import READINGS
from criteria.dates.refused import DateRefused, Note
from criteria.frozen import frozen


@frozen
class Meaning:
    """The days under one combination of readings; for a test those that pass, an open side None."""

    reading: Mapping[str, str]
    earliest: date | None
    latest: date | None
    boundary: bool


@frozen
class Meanings:
    phrase: str
    is_test: bool
    chosen: Meaning
    alternatives: tuple[Meaning, ...]
    notes: tuple[Note, ...]


def meanings(text: str, year: int | None, readings: Mapping[str, str]) -> Meanings:
    """The days in force, and those of every other combination of readings that can be asked unprompted."""
    found = _read(text, year)
    names = [n for n in READINGS if n in found.words and (len(READINGS[n].varied) > 1 or n in readings)]
    in_force = {name: readings.get(name, READINGS[name].default) for name in names}
    others = tuple(m for m in _every(found, names, readings) if m.reading != in_force)
    return Meanings(text, isinstance(found, Test), _meaning(found, readings, in_force), others, found.notes)


def _read(text: str, year: int | None) -> Phrase | Test:
    """A phrase, else a test; what is neither is refused as what it looks like more."""
    within = span(year)
    try:
        return parse(text, within=within)
    except DateRefused as no_phrase:
        try:
            return parse_test(text, within)
        except DateRefused as no_test:
            raise (no_test if no_phrase.kind == "test-not-period" else no_phrase) from None


def _every(found: Phrase | Test, names: list[str], readings: Mapping[str, str]) -> Iterator[Meaning]:
    """A combination that the phrase refuses (the middle day of a week) is no alternative."""
    for values in product(*(READINGS[name].varied for name in names)):
        combination = dict(zip(names, values, strict=True))
        try:
            yield _meaning(found, {**readings, **combination}, combination)
        except DateRefused:
            continue


def _meaning(found: Phrase | Test, readings: Mapping[str, str], shown: Mapping[str, str]) -> Meaning:
    if isinstance(found, Test):
        return Meaning(shown, *found.days(_completed(readings)), boundary=False)
    period = found.period(_completed(readings))
    return Meaning(shown, period.earliest, period.latest, period.boundary)


def _completed(readings: Mapping[str, str]) -> dict[str, str]:
    return {name: reading.default for name, reading in READINGS.items()} | dict(readings)
