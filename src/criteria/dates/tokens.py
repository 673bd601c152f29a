"""A phrase as tokens.

In: any text. Out: its tokens with class, value and place, and ``skeleton``: their classes in a line, which the
grammar reads. Letters are compared in NFC and small; blanks of every kind are one; digits are ASCII only. What is no
token of ours has the class ``junk``.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from criteria.dates.words import ABBREVIATIONS, MARKS, Value, lexicon, scanner

JUNK = "junk"
_SIGNS = {".": "dot", "/": "slash", ",": "comma", "..": "dots"}
_BLANKS = dict.fromkeys(map(ord, "\t\n\u00a0\u2007\u2009\u202f"), " ")


class Token(NamedTuple):
    """One word, number or sign; ``start`` and ``end`` are offsets in the normal form."""

    kind: str
    value: Value
    start: int
    end: int


def normal(text: str) -> str:
    """NFC, small letters, plain blanks; as long as the NFC text."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_BLANKS)
    small = text.lower().replace("\t", " ").replace("\n", " ")
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def places(text: str) -> Sequence[int]:
    """Where each place of the normal form, and its end, lies in ``text`` as written."""
    if unicodedata.is_normalized("NFC", text):
        return range(len(text) + 1)
    found: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or not unicodedata.combining(text[end]):
            found += [start] * len(unicodedata.normalize("NFC", text[start:end]))
            start = end
    return [*found, len(text)]


def tokens(small: str) -> list[Token]:
    """The tokens of a text in normal form."""
    found: list[Token] = []
    known, match, place, size = lexicon(), scanner().match, 0, len(small)
    while place < size:
        hit = match(small, place)
        if hit is None:  # only blanks are left
            break
        group = hit.lastgroup or ""
        start, place = hit.span(group)[0], hit.end()
        text = hit[group]
        if group == "number":
            found.append(Token(_number(text), int(text[:9]), start, place))
        elif group == "sign":
            found.append(Token(_SIGNS.get(text) or _hyphen(small, start, place), None, start, place))
        elif group == "ordinal":
            found.append(Token("ORDINAL", int(text), start, place))
        else:
            kind, value = known.get(" ".join(text.split()) if group == "several" else text, (JUNK, None))
            if kind not in MARKS and small[place : place + 1].isdigit():
                kind = JUNK
            if small[place : place + 1] == "." and text in ABBREVIATIONS and small[place : place + 2] != "..":
                place += 1
            found.append(Token(kind, value, start, place))
    return found


def skeleton(found: Sequence[Token]) -> str:
    """The classes, one blank between them."""
    return " ".join([token.kind for token in found])


def _number(text: str) -> str:
    return "NUMBER" if len(text) <= 2 else "YEAR" if len(text) == 4 else "LONG"


def _hyphen(small: str, start: int, end: int) -> str:
    """A hyphen beside a blank runs from one phrase to another; a tight one may also stand inside a date."""
    return "thru" if small[start - 1 : start] == " " or small[end : end + 1] == " " else "dash"
