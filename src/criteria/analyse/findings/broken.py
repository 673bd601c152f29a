"""Quoted sentences that are broken, or that speak of something the plan does not have.

In: a checked plan. Out: ``broken-quote`` where a quote ends in the middle or has a word that cannot stand there; ``undefined-term``
where it speaks of something "above" of which the plan has no word. Holds: only what can be seen from the words is told. What a sentence
ought to have said is not known here, nor whether a word that does stand elsewhere is explained there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from criteria.analyse.findings.made import finding
from criteria.analyse.findings.quotes import Quote, quotes
from criteria.diagnostics import Diagnostic
from criteria.model.plan import Plan

_MONTHS = (
    "januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
    "|january|february|march|may|june|july|october"
)
_TWO_WORDS = "i (?:efter|før|inden|senest)|in (?:after|before|by)"
_INSIDE = re.compile(rf"\b(?:{_TWO_WORDS}|(?:i|in) \d{{1,2}}\.? ?(?:{_MONTHS}))\b", re.IGNORECASE)
_CUT_YEAR = re.compile(r"\b(?:i|in|år|året|year) (?:19|20)\d\.?$", re.IGNORECASE)
_CUT = re.compile(r"(?:\S+ ?[,;(–-]|\b(?:og|eller|samt|som|and|or|the))$", re.IGNORECASE)
_ABOVE = "ovenstående|ovennævnte|førnævnte|the above|the above-mentioned|the aforementioned"
_REFERENCE = re.compile(rf"\b(?:{_ABOVE})\s+([^.,;:()]+)", re.IGNORECASE)
# What ends the words that name a thing: a verb, or where, when and with what.
_VERBS = "er|bliver|skal|kan|gennemføres|afholdes|is|are|shall|can|have|has|will"
_ENDS = re.compile(rf"\b(?:{_VERBS}|inden|i|på|til|med|samt|som|der|in|on|to|by|with|that|which)\b", re.IGNORECASE)


def find(plan: Plan) -> Iterator[Diagnostic]:
    """Of each quote of the plan."""
    known = _words(plan)
    for quote in quotes(plan):
        for words in _breaks(quote):
            yield finding("broken-quote", quote.place_of(words, plan.source), quote.goal, found=words)
        for term in _references(quote.text):
            if not any(_stem(word) in known for word in _long(term)):
                yield finding("undefined-term", quote.place_of(term, plan.source), quote.goal, found=term)


def _breaks(quote: Quote) -> Iterator[str]:
    """The words at which it is broken."""
    yield from (found[0] for found in _INSIDE.finditer(quote.text))
    end = quote.text.rstrip()
    if found := _CUT_YEAR.search(end) or (None if quote.followed else _CUT.search(end)):
        yield found[0]


def _references(text: str) -> Iterator[str]:
    """What it speaks of as standing above."""
    for found in _REFERENCE.finditer(text):
        if term := _ENDS.split(found[1])[0].strip():
            yield term


def _words(plan: Plan) -> str:
    """The plan's own words, one after the other: names, titles, labels, cells, and quotes without what they refer to."""
    said = [plan.title, *(section.title for section in plan.sections), *(goal.title for goal in plan.goals)]
    said += [f"{fact.name} {fact.label}" for fact in plan.facts.values()] + [f"{s.name} {s.label}" for s in plan.series]
    for record in plan.records.values():
        said += [record.name, *(f"{column.name} {column.label}" for column in record.columns.values())]
        said += [value for row in record.rows or () for value in row.values.values() if isinstance(value, str)]
    said += [_REFERENCE.sub(" ", quote.text) for quote in quotes(plan)]
    return " ".join(said).casefold()


def _long(term: str) -> list[str]:
    """The words that can name a thing."""
    return [word for word in re.findall(r"\w+", term.casefold()) if len(word) > 4]


def _stem(word: str) -> str:
    """A word without its ending, as far as one can be guessed."""
    return word[: max(5, len(word) - 4)]
