"""From a text to a phrase or a test: tokens, shape, term, years, and the places of what is refused.

In: a text and the plan's period. Out: a ``Phrase`` or ``Test``; every refusal carries offsets in the text as it was
written. Reached only through ``phrases.parse`` and ``phrases.parse_test``, which remember.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from criteria.dates.build import reader
from criteria.dates.meaning import period_of
from criteria.dates.phrases import Phrase, Test, is_duration, phrase_of
from criteria.dates.readings import defaults
from criteria.dates.refused import DateRefused, Note
from criteria.dates.relations import Relation
from criteria.dates.shapes import Node, shape
from criteria.dates.terms import Kind, Range, Shift, Stretch, Term
from criteria.dates.tokens import JUNK, Token, normal, places, skeleton, tokens
from criteria.dates.words import WEEKDAYS, lexicon, spelling
from criteria.dates.years import Within, complete, missing, pivot_of, settled
from criteria.frozen import evolve
from criteria.nearest import nearest

T = TypeVar("T")
_RELATIONS = {
    "by": Relation.BY,
    "before": Relation.BEFORE,
    "inden": Relation.INDEN,
    "after": Relation.AFTER,
    "from_": Relation.FROM,
    "in_": Relation.IN,
    "inside": Relation.IN,
}
_PAIRS = {"between": "range", "between_days": "days"}  # their rules, as ranges


def read_phrase(text: str, within: Within | None) -> Phrase:
    """The phrase that ``text`` is."""
    return _placed(text, lambda: _phrase(text, tokens(normal(text)), within))


def read_test(text: str, within: Within | None) -> Test:
    """The test that ``text`` is."""
    return _placed(text, lambda: _test(text, tokens(normal(text)), within))


def _placed(text: str, read: Callable[[], T]) -> T:
    """What ``read`` gives; a refusal without a place of its own gets the whole text."""
    try:
        return read()
    except DateRefused as refused:
        if refused.end == 0:
            refused.end = len(text.rstrip())
            refused.start = min(len(text) - len(text.lstrip()), refused.end)
        else:
            where = places(text)
            refused.start, refused.end = where[refused.start], where[refused.end]
        refused.values.setdefault("phrase", text.strip())
        raise


def _phrase(text: str, found: list[Token], within: Within | None) -> Phrase:
    tree = shape("phrase", skeleton(found))
    if isinstance(tree, int):
        if isinstance(shape("test", skeleton(found)), Node):
            raise DateRefused("test-not-period", found=text.strip())
        raise _not_read(text, found, tree)
    return dated(text, _node(tree.parts[0]), found, within)


def _node(part: Node | int) -> Node:
    assert isinstance(part, Node)
    return part


def dated(text: str, tree: Node, found: list[Token], within: Within | None) -> Phrase:
    """The phrase of one rule of a tree, with its years and notes."""
    read = reader(found, pivot_of(within))
    term = settled(read.term(tree))
    whole = complete(term, within)
    return phrase_of(text, whole, not missing(term), (*read.notes, *_weekday_note(whole)))


def _weekday_note(term: Term) -> list[Note]:
    if not isinstance(term, Stretch) or term.weekday is None or term.kind not in (Kind.DAY, Kind.NAMED):
        return []
    day = period_of(term, defaults()).earliest
    if day.weekday() == term.weekday:
        return []
    names = {f"{word}_{lang}": spelling(WEEKDAYS[n], lang) for lang in ("en", "da")
             for word, n in (("found", term.weekday), ("right", day.weekday()))}  # fmt: skip
    return [Note("weekday-contradicts", (("day", day.isoformat()), *names.items()))]


def _test(text: str, found: list[Token], within: Within | None) -> Test:
    tree = shape("test", skeleton(found))
    if isinstance(tree, int):
        if isinstance(shape("phrase", skeleton(found)), Node):
            raise DateRefused("period-not-test", found=text.strip(), suggestion=f"senest {text.strip()}")
        raise _not_read(text, found, tree)
    test = _related(text, tree, found, within)
    test.days()  # refused where the days would lie outside the years we know
    return test


def _related(text: str, tree: Node, found: list[Token], within: Within | None) -> Test:
    rule, parts = tree
    if rule in _PAIRS:
        return _between(text, dated(text, Node(_PAIRS[rule], parts), found, within))
    phrase = dated(text, _node(parts[0]), found, within)
    if rule == "inden" and is_duration(phrase):
        return Test(text, Relation.BY, phrase)
    if rule == "inside" and isinstance(phrase.term, Shift):
        return _inside(text, phrase, phrase.term)
    return Test(text, _RELATIONS[rule], phrase)


def _between(text: str, pair: Phrase) -> Test:
    """``mellem X og Y``: the years are those of the range from X to Y."""
    assert isinstance(pair.term, Range)
    ends = (phrase_of(text, term, pair.year_given) for term in (pair.term.first, pair.term.last))
    first, last = ends
    return Test(text, Relation.BETWEEN, evolve(first, notes=pair.notes), last)


def _inside(text: str, phrase: Phrase, term: Shift) -> Test:
    """``inden for 4 uger efter X``: from X to the last day of the four weeks (before X: from their first day to X)."""
    event = phrase_of(text, term.anchor, phrase.year_given)
    first, last = (event, phrase) if term.forward else (phrase, event)
    return Test(text, Relation.BETWEEN, first, last)


def _not_read(text: str, found: list[Token], at: int) -> DateRefused:
    """Why the words are no phrase: the first word that no phrase holds, or the place where it stops being one."""
    strange = next((token for token in found if token.kind == JUNK), None)
    small = normal(text)
    if strange is not None:
        word = small[strange.start : strange.end]
        better = partial(_better, small, strange, word)
        return DateRefused("not-a-date-word", start=strange.start, end=strange.end, found=word, suggestion=better)
    if at >= len(found):
        return DateRefused("not-a-date-phrase", found=text.strip())
    token = found[at]
    return DateRefused("unexpected-in-date", start=token.start, end=token.end, found=small[token.start : token.end])


def _better(small: str, strange: Token, word: str) -> str | None:
    """The phrase with the nearest known word in the place of the strange one, when that makes it a phrase."""
    known = lexicon()
    near = f"{word} " if word in known else nearest(word, (s for s in known if len(s) > 2)) if len(word) > 2 else None
    if near is None:
        return None
    better = small[: strange.start] + near + small[strange.end :]
    return better if isinstance(shape("phrase", skeleton(tokens(better))), Node) else None
