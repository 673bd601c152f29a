"""A statement that a misspelt keyword made unreadable, and a few other slips that have a message of their own.

In: the statement, and where the parser stopped. Out: a diagnostic with what to write, or nothing. Holds: a word is called
misspelt only if the statement can be read once it is mended.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from criteria.diagnostics import Diagnostic
from criteria.nearest import nearest
from criteria.syntax.machine import Unexpected
from criteria.syntax.statements import Fault, Statement, Token
from criteria.syntax.words import Surface, reserved, spelling, spellings

_SHORTEST = 3
_BACK = 4  # words before the place where the parser stopped
_OF = frozenset(("OF", "COUNT_OF", "SHARE_OF", "SUM_OF", "MEAN_TYPE", "MEDIAN_TYPE"))
Try = Callable[[Statement], object]


def slip(error: Unexpected, line: Statement, surface: Surface, read: Try) -> Diagnostic | None:
    """The slip that stopped the parser, where it is a known one; ``read`` parses a statement, or raises."""
    token = error.token
    if token and token.type in ("ALL", "SOME") and line.tokens[-2:-1] and line.tokens[-2].type in _OF:
        return _all_of(token, line)
    if token and token.type == "PER":
        return Diagnostic("per-alone", error.place, {"found": f"`{token.text}`"})
    if token and token.type == "COLON" and line.tokens[0].type.endswith("_LINE"):
        return Diagnostic("stray-colon", error.place)
    return _misspelt(line, surface, read)


def _all_of(token: Token, line: Statement) -> Diagnostic:
    """``60% of all tours``: the rows are all of them anyway."""
    rest = line.text[token.end :].split()
    place = line.place(token.start, token.end)
    before = line.tokens[-2]
    said = f"{line.slice(before.start, before.end)} {rest[0] if rest else '…'}"
    return Diagnostic("all-of", place, {"found": f"`{token.text}`", "said": f"`{said}`"})


def _misspelt(line: Statement, surface: Surface, read: Try) -> Diagnostic | None:
    known = keywords(surface)
    for token in reversed([token for token in line.tokens[:-1] if token.type == "NAME"][-_BACK:]):
        keyword = nearest(token.text, known) if len(token.text) >= _SHORTEST else None
        if keyword and _reads(f"{line.text[: token.start]}{keyword}{line.text[token.end :]}", read):
            return Diagnostic("misspelt-keyword", line.at(token), {"found": f"`{token.text}`"}, keyword)
    return None


def _reads(text: str, read: Try) -> bool:
    try:
        read(Statement("", text, [0], [1], [0]))
    except (Fault, Unexpected):
        return False
    return True


def keywords(surface: Surface, concepts: Collection[str] | None = None) -> list[str]:
    """Reserved keywords that are long enough to be misspelt; those of the file's surface first."""
    chosen = sorted(concepts or reserved())
    own = [spelling(each, surface) for each in chosen]
    return [
        each for each in dict.fromkeys([*own, *(s for c in chosen for s in spellings(c))]) if len(each) >= _SHORTEST
    ]
