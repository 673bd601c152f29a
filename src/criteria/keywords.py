"""Finds keywords by looking words up, so that lark does not have to match every spelling of every keyword by itself.

In: the spellings of each keyword terminal, from a compiled table.
Out: a lexer class for lark. At each place it takes the longest spelling of a keyword that the grammar accepts there, in
any case and with any blanks between its words; only where there is none are the other terminals of the grammar tried.
Afterwards: a keyword is never part of a longer word: `og` is not found in `ogre`, nor `in` in `in-house`.

Why not one regular expression for each keyword: Python would have to compile several hundred kilobytes of them on every
start, which took longer than everything else together.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from copy import copy
from typing import Any

from lark.common import LexerConf
from lark.lexer import BasicLexer, ContextualLexer, Scanner
from lark.utils import TextSlice

# A word goes on through letters (also æøå), digits, `_` and an inner hyphen; any other sign stands for itself.
PIECE = r"\w+(?:-\w+)*|[^\w\s]"
FIRST = re.compile(rf"(?<!\w)(?<!\w-)(?:{PIECE})|[^\w\s]")
# Word often puts a no-break space between a number and its word, and so do careful typists.
NEXT = re.compile(rf"([ \t\u00a0\u202f]*)({PIECE})")


class Node:
    """One piece further into the spellings that begin alike."""

    __slots__ = ("further", "terminals")

    def __init__(self) -> None:
        self.terminals: list[str] = []  # of the spellings that end here
        self.further: dict[str, Node] = {}  # by the next piece, which begins with a space where there are blanks


def spellings_tree(keywords: Mapping[str, Iterable[str]]) -> Node:
    root = Node()
    for terminal, spellings in keywords.items():
        for spelling in spellings:
            node = root
            for blanks, piece in NEXT.findall(spelling.strip()):
                node = node.further.setdefault(key(blanks, piece), Node())
            if terminal not in node.terminals:
                node.terminals.append(terminal)
    return root


def key(blanks: str, piece: str) -> str:
    return f" {piece.lower()}" if blanks else piece.lower()


def longest_keyword(root: Node, text: str, start: int, end: int, accepted: Collection[str]) -> tuple[str, str] | None:
    """The text of the longest accepted keyword that begins at `start`, and its terminal: of several, the last named."""
    found = None
    match = FIRST.match(text, start, end)
    node = root.further.get(match[0].lower()) if match else None
    while match and node:
        for terminal in node.terminals:
            if terminal in accepted:
                found = text[start : match.end()], terminal
        match = NEXT.match(text, match.end(), end) if node.further else None
        node = node.further.get(key(*match.groups())) if match else None
    return found


class KeywordScanner:
    """What one place of the grammar accepts: keywords first, then the other terminals."""

    def __init__(self, root: Node, keywords: frozenset[str], others: Scanner) -> None:
        self.root = root
        self.keywords = keywords
        self.others = others
        self.allowed_types = keywords | others.allowed_types

    def match(self, text: "TextSlice[str]", position: int) -> tuple[str, str] | None:
        found = longest_keyword(self.root, text.text, position, text.end, self.keywords)
        return found or self.others.match(text, position)


def keyword_lexer(
    keywords: Mapping[str, Iterable[str]], accepted: Mapping[int, Collection[str]]
) -> type[ContextualLexer]:
    """A contextual lexer for these keywords and these states of a parser; lark makes one instance of it."""
    root = spellings_tree(keywords)
    # Many places accept the same other terminals and differ in keywords only.
    shared: dict[frozenset[str], tuple[Scanner, Any]] = {}

    class PlaceLexer(BasicLexer):
        def __init__(self, conf: LexerConf, comparator: Any = None) -> None:
            super().__init__(conf, comparator)
            self.keywords = frozenset(terminal.name for terminal in self.terminals if terminal.name in keywords)
            self.terminals = [terminal for terminal in self.terminals if terminal.name not in keywords]

        def _build_scanner(self) -> KeywordScanner:  # type: ignore[override]
            names = frozenset(terminal.name for terminal in self.terminals)
            if names not in shared:
                shared[names] = super()._build_scanner(), self.callback
            others, self.callback = shared[names]
            return KeywordScanner(root, self.keywords, others)

    class PlaceLexers(dict[int, PlaceLexer]):
        """Made when first asked for: a text visits a small part of the grammar's states."""

        def __init__(self, conf: LexerConf, always: Collection[str]) -> None:
            super().__init__()
            self.conf, self.always = conf, always
            self.made: dict[frozenset[str], PlaceLexer] = {}

        def __missing__(self, state: int) -> PlaceLexer:
            names = frozenset({*accepted[state], *self.conf.ignore, *self.always})
            if names not in self.made:
                conf = copy(self.conf)
                conf.terminals = [terminal for terminal in self.conf.terminals if terminal.name in names]
                self.made[names] = PlaceLexer(conf)
            self[state] = self.made[names]
            return self[state]

    class KeywordLexer(ContextualLexer):
        def __init__(self, conf: LexerConf, _: object, always_accept: Collection[str] = ()) -> None:
            self.lexers = PlaceLexers(conf, always_accept)  # type: ignore[assignment]
            # Names a word that is known but does not belong where it stands.
            self.root_lexer = PlaceLexer(conf)

    return KeywordLexer
