"""Reading date phrases and date tests.

In: a text, and the plan's period, from which a phrase without a year takes its year. Out: a ``Phrase`` that knows its
days under any readings, a ``Test`` that knows which days pass, or a ``DateRefused`` with kind, values, offsets and
perhaps a suggestion. What was read once is remembered; a phrase never depends on the day it is read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from criteria.dates.meaning import period_of, words_of
from criteria.dates.period import Period
from criteria.dates.readings import completed, defaults
from criteria.dates.refused import DateRefused, Note
from criteria.dates.relations import Days, Relation, passing_days
from criteria.dates.relations import words_of as relation_words
from criteria.dates.terms import Kind, Shift, Stretch, Term
from criteria.dates.years import Within
from criteria.frozen import field, frozen

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DEFAULTS = defaults()


@frozen
class Phrase:
    """A date phrase: its text, and the days it denotes under given readings."""

    text: str
    term: Term
    words: frozenset[str] = frozenset()  # the readings that its words use
    year_given: bool = True
    notes: tuple[Note, ...] = ()
    usual: Period | None = field(default=None, eq=False, repr=False)  # the days under the default readings, when known

    def period(self, readings: Mapping[str, str] | None = None) -> Period:
        """The days; readings that are not given are at their defaults."""
        if self.usual and (not readings or readings is _DEFAULTS or not self.words):
            return self.usual
        return period_of(self.term, readings or _DEFAULTS)


@frozen
class Test:
    """A date test: a relation, and the phrases it relates to."""

    __test__ = False  # it is no test class of pytest

    text: str
    relation: Relation
    phrase: Phrase
    last: Phrase | None = None  # the second one of "between"

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """The one or two phrases."""
        return (self.phrase, self.last) if self.last else (self.phrase,)

    @property
    def words(self) -> frozenset[str]:
        """The readings that the test's words use."""
        return relation_words(self.relation, *(phrase.period() for phrase in self.phrases))

    @property
    def year_given(self) -> bool:
        """Whether every phrase gives its year."""
        return all(phrase.year_given for phrase in self.phrases)

    @property
    def notes(self) -> tuple[Note, ...]:
        """What was noticed while reading."""
        return tuple(note for phrase in self.phrases for note in phrase.notes)

    def days(self, readings: Mapping[str, str] | None = None) -> Days:
        """The first and last day that pass; None for an open side."""
        last = self.last.period(readings) if self.last else None
        return passing_days(self.relation, self.phrase.period(readings), last, readings)


def resolve(
    text: str, *, year: int | None = None, within: Within | None = None, readings: Mapping[str, str] | None = None
) -> Period:
    """The period that ``text`` denotes; ``year`` is short for a plan that fills that year."""
    return parse(text, within=span(year, within)).period(completed(readings) if readings else _DEFAULTS)


def span(year: int | None, within: Within | None = None) -> Within | None:
    """The plan's period, or the whole of ``year``."""
    if year is None:
        return within
    if not 1 <= year <= 9999:
        raise DateRefused("year-out-of-range", found=str(year))
    return date(year, 1, 1), date(year, 12, 31)


def parse(text: str, *, within: Within | None = None) -> Phrase:
    """The date phrase that ``text`` is, all of it."""
    return _parse(text, within)


def parse_test(text: str, within: Within | None = None) -> Test:
    """The date test that ``text`` is, all of it: ``senest …``, ``inden …``, ``after …``, ``between … and …``."""
    return _parse_test(text, within)


@lru_cache(maxsize=16384)
def _parse(text: str, within: Within | None) -> Phrase:
    if _ISO.fullmatch(text):
        year, month, day = int(text[:4]), int(text[5:7]), int(text[8:])
        return phrase_of(text, Stretch(Kind.DAY, year, month, day))
    from criteria.dates.reading import read_phrase

    return read_phrase(text, within)


@lru_cache(maxsize=4096)
def _parse_test(text: str, within: Within | None) -> Test:
    from criteria.dates.reading import read_test

    return read_test(text, within)


def phrase_of(text: str, term: Term, year_given: bool = True, notes: tuple[Note, ...] = ()) -> Phrase:
    """A phrase whose days exist under the default readings; refused when they do not."""
    return Phrase(text, term, words_of(term), year_given, notes, period_of(term, _DEFAULTS))


def is_duration(phrase: Phrase) -> bool:
    """Whether the phrase counts on from a day: after ``inden`` it then has a last day of its own."""
    return isinstance(phrase.term, Shift) and phrase.term.forward
