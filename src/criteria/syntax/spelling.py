"""Tokens in the spelling of a surface.

In: tokens of a statement, the surface their numbers are written in, and the surface wanted. Out: their texts.
Holds: a keyword keeps its spelling where only the wanted surface has it; names, texts and date phrases stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from criteria import tables
from criteria.frozen import frozen
from criteria.syntax.multiples import MULTIPLES, translated
from criteria.syntax.statements import Statement, Token
from criteria.syntax.words import Surface, belongs, normal, spelling, spellings

_SIGNS = {"MINUS": "-", "NEG": "-", "GE": "≥", "LE": "≤", "NE": "≠", "STAR": "*"}
_COPULAS = ("IS", "WAS", "HAS", "HAS_BEEN")
_QUANTIFIERS = ("ALL", "SOME", "NO")
_NUMBERS: dict[Surface, re.Pattern[str]] = {
    "en": re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+\.[0-9]+)(?:,-)?"),
    "da": re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?|[0-9]+,[0-9]+|[0-9]+(?=,-))(?:,-)?"),
}
_TIMES = "|".join(map(re.escape, sorted({*MULTIPLES["en"], *MULTIPLES["da"]}, key=len, reverse=True)))
_AMOUNT = re.compile(
    rf"([-–−]?)([0-9][0-9.,]*(?:,-)?)(\s*)(?:({_TIMES})(?!\w)(\s*))?(%|pct\.?|percent|procent|kr\.?)?", re.IGNORECASE
)
_SWAP = str.maketrans(",.", ".,")
_NO_BLANK_BEFORE = frozenset(("COMMA", "COLON", "RPAR"))
_NO_BLANK_AFTER = frozenset(("LPAR", "NEG"))
_STARTS_ITEM = frozenset(("AND", "OR", "LPAR", "NOT", "UNLESS", "PROVIDED_THAT", "EQ"))
_JOINERS = frozenset(("AND", "OR", "UNLESS", "PROVIDED_THAT"))
_PAIRED = frozenset(
    "BY AFTER IN AT_LEAST AT_MOST ABOVE BELOW AND UNLESS PROVIDED_THAT IF_ANY "
    "FULFILLED_LINE PARTIAL_LINE NOT_FULFILLED_LINE PARTIAL_LEVEL".split()
)
_COMPARES = frozenset(("GE", "LE", "GT", "LT", "NE"))
_HOW_MANY = _COMPARES | frozenset(("AT_LEAST", "AT_MOST", "ABOVE", "BELOW", "EXACTLY"))
_WORDS = frozenset(("NAME", "QUOTED", "NUMBER"))


@frozen
class Translation:
    """From the surface a file is written in to the wanted one; ``to`` is nothing where only the layout changes."""

    written: Surface
    to: Surface | None

    @property
    def numbers_differ(self) -> bool:
        return self.to is not None and self.to != self.written


def texts(line: Statement, wanted: Translation) -> list[str]:
    """Each token's text."""
    found = []
    for index, token in enumerate(line.tokens):
        if any(start <= token.start and token.end <= end for start, end in line.dates):
            found.append(normal_blanks(token.text))
        elif token.type == "NUMBER":
            found.append(_number(line.tokens, index, wanted))
        else:
            meant = line.meant.get(token.start)
            found.append(_meant(token, meant, wanted) if meant else _word(line.tokens, index, wanted))
    return found


def blank_between(line: Statement, index: int, before: str, after: str) -> bool:
    """Whether a blank stands between a token and the one before it."""
    first, second = line.tokens[index - 1], line.tokens[index]
    if second.type in _NO_BLANK_BEFORE or first.type in _NO_BLANK_AFTER or after.startswith((",", "%")):
        return False
    if first.type == "NUMBER" and second.type == "NAME":
        return first.end != second.start
    if first.type in _COMPARES and second.type == "NUMBER":
        above = line.tokens[index - 2].type if index > 1 else "AND"
        return above not in _STARTS_ITEM and not above.endswith("_LINE")
    return bool(before)


def _word(tokens: Sequence[Token], index: int, wanted: Translation) -> str:
    token = tokens[index]
    if token.type == "TEXT":
        inner = token.text[1:-1]
        return token.text if '"' in inner else f'"{inner}"'
    if token.type in _SIGNS:
        return _SIGNS[token.type]
    if token.type == "PERCENTILE":
        return _percentile(token.text, wanted)
    if token.type == "NAME" and wanted.numbers_differ and tokens[index - 1].type == "NUMBER" and index:
        return translated(token.text, wanted.written, wanted.to or wanted.written)
    if token.type not in tables.words():
        return token.text
    if wanted.to is None or _stays(token, wanted.written, wanted.to):
        return _as_listed(token)
    if wanted.to == "en" and token.type in _COPULAS and _is_plural(tokens, index):
        return tables.words()[token.type]["en"][1]
    return _beside(token, wanted.written, wanted.to)


def _beside(token: Token, written: Surface, to: Surface) -> str:
    """Of concepts listed in pairs the spelling at the same place of the other surface's list, so that there and back gives the author's
    own; else the first."""
    own = [normal(each) for each in tables.words()[token.type][written]]
    said = normal(token.text)
    at = own.index(said) if said in own and token.type in _PAIRED else 0
    other = tables.words()[token.type][to]
    return other[at] if at < len(other) else spelling(token.type, to)


def _meant(token: Token, concept: str, wanted: Translation) -> str:
    """A keyword that stands for another concept in its place: "by" that is not the "by" of a date."""
    return spelling(concept, wanted.to) if wanted.to else normal(token.text)


def _percentile(text: str, wanted: Translation) -> str:
    """``90th percentile`` ↔ ``90-percentilen``."""
    digits = _respelled(re.sub(r"[^0-9.,]", "", text), wanted, has_unit=True)
    if (wanted.to or wanted.written) == "da":
        return f"{digits}-percentilen"
    ending = {"1": "st", "2": "nd", "3": "rd"}.get(digits[-1:], "th") if digits[-2:-1] != "1" else "th"
    return f"{digits}{ending} percentile"


def _stays(token: Token, written: Surface, to: Surface) -> bool:
    """A word of the wanted surface stays, but ``over``, a word of both, is written as the new surface prefers."""
    return belongs(token.type, token.text, to) and (written == to or not belongs(token.type, token.text, written))


def _as_listed(token: Token) -> str:
    """In the letters of the word table."""
    written = normal(token.text)
    return next((each for each in spellings(token.type) if normal(each) == written), written)


def _is_plural(tokens: Sequence[Token], index: int) -> bool:
    """``all processes are …``, but ``where kind is "x"`` and ``… and kind is "x"``."""
    after = [token.type for token in tokens[index + 1 : index + 3]]
    if all(token.type in _WORDS for token in tokens[:index]) and any(t.type == "WHERE" for t in tokens[index:]):
        return True  # counted trips are trips where …
    depth, sought = 0, set()
    for token in reversed(tokens[:index]):
        depth += (token.type == "RPAR") - (token.type == "LPAR")
        if depth < 0:
            return False
        sought |= {token.type} if depth == 0 else set()
        if depth == 0 and (token.type in _QUANTIFIERS or token.type in _HOW_MANY):
            word = after[:1] == ["NAME"] or after == ["NOT", "NAME"]
            return word if "WHERE" in sought else not sought & _JOINERS
    return False


def _number(tokens: Sequence[Token], index: int, wanted: Translation) -> str:
    text = tokens[index].text
    after = tokens[index + 1].text.lower() if index + 1 < len(tokens) else ""
    return _respelled(text, wanted, after.startswith("kr"))


def _respelled(text: str, wanted: Translation, has_unit: bool) -> str:
    """``2.5`` ↔ ``2,5``, ``5.000,-`` → ``5,000 kr``; anything that is no number of the file's surface stays."""
    if not wanted.numbers_differ or not _NUMBERS[wanted.written].fullmatch(text):
        return text
    swapped = text.removesuffix(",-").translate(_SWAP)
    return swapped if has_unit or not text.endswith(",-") else f"{swapped} kr"


def amount(text: str, wanted: Translation) -> str:
    """A value that is nothing but an amount, as in a table's cell or a given fact."""
    match = _AMOUNT.fullmatch(text)
    if not match or not wanted.numbers_differ:
        return text
    minus, number, blank, times, after, unit = match.groups()
    said = translated(times, wanted.written, wanted.to or wanted.written) if times else ""
    return f"{minus}{_respelled(number, wanted, bool(unit))}{blank}{said}{after or ''}{unit or ''}"


def is_amount(text: str) -> bool:
    return bool(_AMOUNT.fullmatch(text))


def normal_blanks(text: str) -> str:
    return " ".join(text.split())
