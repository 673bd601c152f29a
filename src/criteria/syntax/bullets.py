"""Slips of those who write lists elsewhere: other signs for a bullet, numbers, boxes, joiners at its ends, items in the line of a head.

In: the rows and the statement that could not be read, and where the parser stopped. Out: a diagnostic that says what to write, or nothing.
Holds: a number before a line is taken for one of a list only where another follows, since a line may go on with a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from criteria.diagnostics import Diagnostic
from criteria.source import Place
from criteria.syntax.machine import Unexpected
from criteria.syntax.outline import Row
from criteria.syntax.statements import Fault, Statement
from criteria.syntax.words import Surface, spelling

_SIGN = re.compile(r"[*+](?=\s)")
_BOX = re.compile(r"\[[ xX]?\]\s*")
_LETTER = re.compile(r"[0-9A-Za-z]{1,2}\)\s")
_NUMBER = re.compile(r"([0-9]{1,2})\.\s+[^\W\d]")
_HEADS = ("ANY_OF", "ALL_OF", "NONE_OF")
_JOINERS = ("AND", "OR")


def numbered(rows: Sequence[Row], file: str) -> Diagnostic | None:
    """``1. approved`` and ``2. sent`` below each other."""
    for row, after in pairwise(rows):
        first, second = _NUMBER.match(row.code), _NUMBER.match(after.code)
        if first and second and int(second[1]) == int(first[1]) + 1:
            return _bullet(row, file, f"{first[1]}.")
    return None


def slip(error: Fault | Unexpected, rows: Sequence[Row], line: Statement, surface: Surface) -> Diagnostic | None:
    """The slip that stopped the parser, where it is one of lists."""
    for row in rows:
        if box := _BOX.match(row.code):
            place = Place(line.file, row.number, row.start + 1, row.start + box.end() + 1)
            return Diagnostic("tick-box", place, {"found": f"`{box[0].strip()}`"})
        sign = _SIGN.match(row.code) or _LETTER.match(row.code)
        if sign and row.kind == "code":
            return _bullet(row, line.file, sign[0].strip())
    if isinstance(error, Fault):
        semicolon = error.kind == "cannot-lex" and error.values.get("found", "")[:1] == ";"
        return Diagnostic("semicolon", error.place) if semicolon else None
    tokens = line.tokens
    if error.token and len(tokens) > 1 and _is_head([token.type for token in tokens[:-1]]):
        first = tokens[tokens[0].type.endswith("_LINE")]
        said = line.slice(first.start, tokens[-2].end)
        values = {"found": f"`{said}`", "or": f"`{spelling('OR', surface)}`"}
        return Diagnostic("items-in-line", error.place, values)
    joiner = tokens[0] if tokens and tokens[0].type in _JOINERS else None
    if error.token is None and tokens and tokens[-1].type in _JOINERS:
        joiner = tokens[-1]
    if joiner:
        heads = {"any": f"`{spelling('ANY_OF', surface)}`", "all": f"`{spelling('ALL_OF', surface)}`"}
        return Diagnostic("joiner-at-end", line.at(joiner), {"found": f"`{joiner.text}`", **heads})
    if tokens and tokens[0].type == "ONE_OF":
        one = f"{spelling('EXACTLY', surface)} {spelling('ONE_OF', surface)}"
        values = {"found": f"`{tokens[0].text}`", "any": f"`{spelling('ANY_OF', surface)}`"}
        return Diagnostic("one-of-head", line.at(tokens[0]), values, one)
    return None


def _bullet(row: Row, file: str, sign: str) -> Diagnostic:
    place = Place(file, row.number, row.start + 1, row.start + len(sign) + 1)
    return Diagnostic("bullet-sign", place, {"found": f"`{sign}`"}, "-")


def _is_head(types: list[str]) -> bool:
    """Whether the words before the fault are the head of a list, whole."""
    bare = types[1:] if types and types[0].endswith("_LINE") else types
    counted = (
        len(bare) >= 2 and bare[0] in ("EXACTLY", "AT_LEAST", "AT_MOST", "GE", "LE") and bare[-1] in ("OF", "ONE_OF")
    )
    return (len(bare) == 1 and bare[0] in _HEADS) or (counted and len(bare) <= 3)
