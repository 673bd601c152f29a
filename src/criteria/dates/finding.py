"""Date phrases inside running text.

In: a Danish or English text, and the plan's period. Out: each longest phrase with its place, in order, none inside
another; read, or with the reason why it is refused (``31. april``). Numbers, amounts, section numbers and words that
only look like dates are passed over: what is weak by itself (``2020``, ``1/10``, ``Q3``, ``may``) counts only after a
word such as *i*, *senest* or *udgangen af*.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from criteria.dates.phrases import Phrase, parse, span
from criteria.dates.refused import DateRefused
from criteria.dates.shapes import Node, shape
from criteria.dates.tokens import JUNK, Token, normal, places, skeleton, tokens
from criteria.dates.years import Within
from criteria.frozen import frozen

LONGEST = 16  # tokens in a phrase; "fra og med mandag den 3. august 2020 til og med fredag den 7. august 2020" has 14


@frozen
class Found:
    """A phrase in a text: its place (end exclusive), its words as written, and what it says, or why it is refused."""

    start: int
    end: int
    text: str
    phrase: Phrase | None
    refused: DateRefused | None = None


# These lead up to a phrase and are left outside it.
_LEADS = frozenset({"in", "on", "during", "at", "per"})
_TESTS = frozenset({"by", "before", "inden", "inden_for", "after", "later_than", "earliest", "until", "between"})
# A phrase with one of these is a date whatever stands around it; so is a day in digits with a year of four.
_STRONG = frozenset(
    {"MONTH", "quarter", "half_year", "tertial", "week", "school_year", "NAMED", "WEEKDAY", "PART", "PART_OF", "ending"}
)
_MARKED = frozenset({"quarter_letter", "quarter_mark", "half_letter", "half", "SEASON"})  # strong with a year
_NUMERIC = frozenset({"NUMBER", "YEAR", "LONG"})
_SIGNS = frozenset({"dot", "comma", "slash", "dash"})
_AMOUNT = re.compile(r" *(?:kr|kroner|dkk|euro?|%|pct|procent|mio|mia|stk|timer|hours)(?![^\W_])|,-")
_COMMON = frozenset({"may", "march", "mar", "man", "sat", "sun"})  # English and Danish words, unless written as names


def find(text: str, *, year: int | None = None, within: Within | None = None) -> list[Found]:
    """Every date phrase in ``text``; one without a year takes it from the plan's period, or is found but refused."""
    period, where = span(year, within), places(text)
    return [_read(text, where[start], where[end], period) for start, end in _spans(normal(text), _nfc(text))]


def _read(text: str, start: int, end: int, within: Within | None) -> Found:
    words = text[start:end]
    try:
        return Found(start, end, words, parse(words, within=within))
    except DateRefused as refused:
        return Found(start, end, words, None, refused)


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _spans(small: str, written: str) -> Iterator[tuple[int, int]]:
    """The places of the phrases in a text in normal form; ``written`` is the same with its capitals."""
    all_tokens = tokens(small)
    at = 0
    while at < len(all_tokens):
        end = _longest(all_tokens, at, small, written)
        if end > at:
            yield all_tokens[at].start, all_tokens[end - 1].end
        at = max(end, at + 1)


def _longest(found: Sequence[Token], at: int, small: str, written: str) -> int:
    """The token after the longest phrase that begins at ``at``, or ``at`` when none does."""
    if found[at].kind in _LEADS or (found[at].kind in _NUMERIC and _continues(found, at - 2)):
        return at
    limit = min(len(found), at + LONGEST)
    limit = next((n for n in range(at, limit) if found[n].kind == JUNK), limit)
    for end in range(limit, at, -1):
        if not isinstance(shape("phrase", skeleton(found[at:end])), Node) or _continues(found, end - 1):
            continue
        if _is_date(found, at, end, written) and not _AMOUNT.match(small, found[end - 1].end):
            return end
    return at


def _continues(found: Sequence[Token], at: int) -> bool:
    """Whether the number at ``at`` goes on through a sign into another number, as in ``1.234,5``."""
    if at < 0 or at + 2 >= len(found):
        return False
    first, sign, second = found[at : at + 3]
    joined = first.end == sign.start and sign.end == second.start
    return joined and first.kind in _NUMERIC and sign.kind in _SIGNS and second.kind in _NUMERIC


def _is_date(found: Sequence[Token], at: int, end: int, written: str) -> bool:
    """Whether the shape is a date by itself, or the word before it makes it one."""
    kinds = [token.kind for token in found[at:end]]
    dated = "YEAR" in kinds
    if dated and (kinds.count("NUMBER") > 1 or _MARKED.intersection(kinds)):
        return True
    if _STRONG.intersection(kinds) and (dated or not _common(found[at:end], written)):
        return True
    before = found[at - 1].kind if at else ""
    if before == "the" or kinds[0] == "the":
        return "NUMBER" in kinds
    if kinds == ["NUMBER", "dot", "NUMBER"]:
        return False  # "in 2.5 years"
    return before in _TESTS or (before in _LEADS and "slash" not in kinds) or kinds[0] == "from"


def _common(found: Sequence[Token], written: str) -> bool:
    """Whether the only word of the phrase is an everyday word as well: "may", "march", or a bare abbreviation."""
    words = [token for token in found if token.kind in _STRONG]
    text = written[words[0].start : words[0].end]
    short = len(found) == 1 and len(text) <= 3 and text.lower() != "maj"
    return len(words) == 1 and (short or text in _COMMON)
