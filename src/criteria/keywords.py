"""Finds keywords by looking words up: at a place of a text, the longest spelling of one that may stand there.

In: the spellings of each keyword. Out: a tree of their pieces, and the longest accepted keyword at a place, in any case and with any
blanks between its words. Afterwards: a keyword is never part of a longer word: `og` is not found in `ogre`, nor `in` in `in-house`.

Why not one regular expression for each keyword: Python would have to compile several hundred kilobytes of them on every
start, which took longer than everything else together.
"""

import re
from collections.abc import Collection, Iterable, Mapping

# A word goes on through letters (also æøå), digits, `_` and an inner hyphen; any other sign stands for itself.
PIECE = r"\w+(?:-\w+)*|[^\w\s]"
FIRST = re.compile(rf"(?<!\w)(?<!\w-)(?:{PIECE})|[^\w\s]")
# Word often puts a no-break space between a number and its word, and so do careful typists; a statement may go on in
# the next line.
NEXT = re.compile(rf"([ \t\n\u00a0\u202f]*)({PIECE})")


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
