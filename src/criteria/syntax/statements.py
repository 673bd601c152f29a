"""One statement (a line with its continuations) and its tokens.

In: rows of the outline. Out: a ``Statement`` that knows the place of every slice; the next token at a place of the grammar.
Holds: a keyword of either surface is reserved everywhere, except those that are keywords by place.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import cache

from criteria import tables
from criteria.frozen import define, field
from criteria.source import Place
from criteria.syntax.outline import Row
from criteria.syntax.words import by_place, keyword_at, reserved

MAX_NAME = 128
MAX_DIGITS = 40
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]*")
_MAY_BE_KEYWORD = frozenset(("NAME", "COMMA", None))


class Fault(Exception):
    """A statement that cannot be read, with what its message needs; ``faults.py`` makes the diagnostic."""

    def __init__(self, kind: str, place: Place, suggestion: str | None = None, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.place, self.suggestion, self.values = kind, place, suggestion, values


@define
class Token:
    """A terminal and its slice of the statement's text."""

    type: str
    text: str
    start: int
    end: int


@define
class Statement:
    """``text`` is its rows joined by line ends; ``offsets`` tells where each begins."""

    file: str
    text: str
    offsets: list[int]
    numbers: list[int]
    starts: list[int]  # the column at which each row's code begins, from 0
    tokens: list[Token] = field(factory=list)
    meant: dict[int, str] = field(factory=dict)  # tokens, by where they begin, that stand for another concept here
    dates: list[tuple[int, int]] = field(factory=list)  # slices that only a date has: the formatter leaves them

    def place(self, start: int, end: int) -> Place:
        """The place of a slice of the text; it ends with its first row."""
        if len(self.offsets) == 1:
            return Place(self.file, self.numbers[0], start + self.starts[0] + 1, end + self.starts[0] + 1)
        index = bisect_right(self.offsets, start) - 1
        shift = self.starts[index] - self.offsets[index] + 1
        last = self.offsets[index + 1] - 1 if index + 1 < len(self.offsets) else max(len(self.text), end)
        return Place(self.file, self.numbers[index], start + shift, min(end, last) + shift)

    def at(self, token: Token) -> Place:
        """The place of a token."""
        return self.place(token.start, token.end)

    def slice(self, start: int, end: int) -> str:
        """As written, on one line."""
        return " ".join(self.text[start:end].split())


def statement(file: str, rows: Sequence[Row]) -> Statement:
    """The rows as one text."""
    offsets, length = [], 0
    for row in rows:
        offsets.append(length)
        length += row.end - row.start + 1
    text = "\n".join(row.code for row in rows)
    return Statement(file, text, offsets, [row.number for row in rows], [row.start for row in rows])


def next_token(line: Statement, position: int, end: int, keywords: Collection[str]) -> Token | None:
    """The token after ``position``, with the keywords of its place; none at the end. Raises ``Fault``."""
    text = line.text
    start = _BLANKS.match(text, position).end()  # type: ignore[union-attr]
    if start >= end:
        return None
    match = _plain().match(text, start)
    kind = match.lastgroup if match else None
    if kind in _MAY_BE_KEYWORD:
        keyword = keyword_at(text, start, keywords)
        if keyword:
            return Token(keyword[1], keyword[0], start, start + len(keyword[0]))
    if match is None or kind is None:
        raise Fault("cannot-lex", line.place(start, start + 1), found=text[start : start + 1])
    token = Token(kind, match[0], start, match.end())
    if len(match[0]) > MAX_DIGITS:
        _refuse_long(line, token)
    if kind == "NAME" and not match[0].isascii():
        _refuse_strange(line, token)
    return token


def _refuse_long(line: Statement, token: Token) -> None:
    """Limits that hold before anything is made of a name or a number."""
    length = len(token.text)
    if token.type in ("NAME", "QUOTED") and length > MAX_NAME:
        raise Fault("name-too-long", line.at(token), found=str(length), limit=str(MAX_NAME))
    digits = sum(map(token.text.count, "0123456789")) if token.type == "NUMBER" else 0
    if digits > MAX_DIGITS:
        raise Fault("number-too-long", line.at(token), found=str(digits), limit=str(MAX_DIGITS))


def _refuse_strange(line: Statement, token: Token) -> None:
    """Signs that count as part of a word and are no letters: ``²``, digits of other scripts."""
    for offset, char in enumerate(token.text):
        if not (char.isalpha() or char in "0123456789_-."):
            start = token.start + offset
            raise Fault("cannot-lex", line.place(start, start + 1), found=char)


@cache
def _plain() -> re.Pattern[str]:
    """The terminals of the grammar that are no keywords, as one expression."""
    keywords = reserved() | by_place()
    terminals = tables.automaton("criteria").terminals
    return re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in terminals.items() if name not in keywords))
