"""One statement (a line with its continuations) to lark's tree, from the start rule of the block it stands in.

In: rows and a start rule. Out: the ``Statement`` with its tokens and its parse tree, or ``Fault``.
Holds: a keyword of either surface is reserved everywhere, except those that are keywords by place; nothing recurses, and
what nests deeper than ``MAX_DEPTH`` stops the parse at once.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from attrs import define, field

from criteria import tables
from criteria.source import Place
from criteria.syntax.outline import Row
from criteria.syntax.words import by_place, keyword_at, reserved

if TYPE_CHECKING:
    from lark import Token, Tree

MAX_DEPTH = 100
MAX_NAME = 128
MAX_DIGITS = 40
_BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
_NESTING = frozenset(
    (
        "LPAR",
        "NOT",
        "NEG",
        "DIFFERENCE_OF",
        "LARGER_OF",
        "SMALLER_OF",
        "COUNT_OF",
        "SUM_OF",
        "SHARE_OF",
        "AFTER",
        "BEFORE",
    )
)
_MAY_BE_KEYWORD = frozenset(("NAME", "COMMA", None))


class Fault(Exception):
    """A statement that cannot be read, with what its message needs; ``faults.py`` makes the diagnostic."""

    def __init__(self, kind: str, place: Place, suggestion: str | None = None, **values: str) -> None:
        super().__init__(kind)
        self.kind, self.place, self.suggestion, self.values = kind, place, suggestion, values


class Unexpected(Exception):
    """A token (or the end) that the grammar does not accept here."""

    def __init__(self, token: Token | None, place: Place, accepted: frozenset[str], before: Token | None) -> None:
        super().__init__(token)
        self.token, self.place, self.accepted, self.before = token, place, accepted, before


@define(slots=True)
class Statement:
    """``text`` is its rows joined by line ends; ``offsets`` tells where each begins."""

    file: str
    text: str
    offsets: list[int]
    numbers: list[int]
    starts: list[int]  # the column at which each row's code begins, from 0
    tokens: list[Token] = field(factory=list)

    def place(self, start: int, end: int) -> Place:
        """The place of a slice of the text; it ends with its first row."""
        index = bisect_right(self.offsets, start) - 1
        shift = self.starts[index] - self.offsets[index] + 1
        last = self.offsets[index + 1] - 1 if index + 1 < len(self.offsets) else len(self.text)
        return Place(self.file, self.numbers[index], start + shift, min(end, last) + shift)

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


def parse_statement(line: Statement, start: str, end: int | None = None) -> Tree[Token]:
    """The parse tree; fills ``line.tokens``. Raises ``Fault`` and ``Unexpected``."""
    from lark import Token
    from lark.exceptions import UnexpectedToken

    state = _parser().parse_interactive("", start=start).parser_state
    stack, values = state.state_stack, state.value_stack
    text, tokens = line.text, line.tokens
    position, end = 0, len(text) if end is None else end
    try:
        while True:
            blank = _BLANKS.match(text, position)
            position = blank.end() if blank else position
            if position >= end:
                break
            kind, position_after = _next(line, position, stack[-1])
            place = line.place(position, position_after)
            token = Token(
                kind,
                text[position:position_after],
                position,
                place.line,
                place.column,
                place.line,
                place.end,
                position_after,
            )
            tokens.append(token)
            state.feed_token(token)
            if len(stack) > MAX_DEPTH and sum(getattr(v, "type", "") in _NESTING for v in values) > MAX_DEPTH:
                raise Fault("too-deep", place, limit=str(MAX_DEPTH))
            position = position_after
        return state.feed_token(Token("$END", "", end, 0, 0, 0, 0, end), is_end=True)  # type: ignore[no-any-return]
    except UnexpectedToken as error:
        accepted = _acceptable(stack)
        if error.token.type == "$END":
            raise Unexpected(None, line.place(end, end + 1), accepted, tokens[-1] if tokens else None) from None
        before = tokens[-2] if len(tokens) > 1 else None
        raise Unexpected(error.token, place, accepted, before) from None


def _next(line: Statement, position: int, state: int) -> tuple[str, int]:
    """The kind of the token that begins here, and where it ends."""
    text = line.text
    match = _plain().match(text, position)
    kind = match.lastgroup if match else None
    if kind in _MAY_BE_KEYWORD:
        keyword = keyword_at(text, position, _keywords(state))
        if keyword:
            return keyword[1], position + len(keyword[0])
    if match is None or kind is None:
        raise Fault("cannot-lex", line.place(position, position + 1), found=text[position:])
    after = match.end()
    if kind in ("NAME", "QUOTED") and after - position > MAX_NAME:
        raise Fault("name-too-long", line.place(position, after), found=str(after - position), limit=str(MAX_NAME))
    if kind == "NUMBER" and sum(char.isdigit() for char in match[0]) > MAX_DIGITS:
        found = str(sum(char.isdigit() for char in match[0]))
        raise Fault("number-too-long", line.place(position, after), found=found, limit=str(MAX_DIGITS))
    return kind, after


@cache
def _parser() -> Any:
    return tables.parser("criteria")


@cache
def _states() -> Mapping[int, Mapping[str, Any]]:
    """The parse table: state → terminal or rule → what to do."""
    return _parser().parse_interactive("", start="condition").parser_state.parse_conf.states  # type: ignore[no-any-return]


def _acceptable(stack: Sequence[int]) -> frozenset[str]:
    """The terminals that can really follow: a merged state also lists some of other places."""
    return frozenset(name for name in _states()[stack[-1]] if name.isupper() and _shifts(list(stack), name))


def _shifts(stack: list[int], terminal: str) -> bool:
    """Whether the parser, in a copy of its stack, comes to take this terminal."""
    from lark.parsers.lalr_analysis import Shift

    while terminal in (actions := _states()[stack[-1]]):
        action, rule = actions[terminal]
        if action is Shift:
            return True
        del stack[len(stack) - len(rule.expansion) :]
        stack.append(_states()[stack[-1]][rule.origin.name][1])
        if terminal == "$END" and len(stack) == 2:
            return True
    return False


@cache
def _plain() -> re.Pattern[str]:
    """The terminals of the grammar that are no keywords, as one expression."""
    keywords = reserved() | by_place()
    terminals = [terminal for terminal in _parser().terminals if terminal.name not in keywords]
    terminals.sort(key=lambda terminal: (-terminal.priority, -len(terminal.pattern.value)))
    return re.compile("|".join(f"(?P<{terminal.name}>{terminal.pattern.to_regexp()})" for terminal in terminals))


@cache
def _keywords(state: int) -> frozenset[str]:
    """The keywords of a place of the grammar: the reserved ones, and those by place that it asks for."""
    return reserved() | (by_place() & frozenset(_states()[state]))
