"""The shape of a phrase: the only reader of the grammar, and the only importer of lark here.

In: the classes of a phrase's words in a line. Out: a tree of ``Node``s whose leaves are token numbers; or the number
of the token at which the shape stops being one. Shapes are few and remembered, so phrases that differ in their words
cost no parsing.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from criteria import tables

if TYPE_CHECKING:
    from lark import Token, Tree


class Node(NamedTuple):
    """A rule of the grammar, with its parts in order: nodes, and numbers of tokens."""

    rule: str
    parts: tuple[Node | int, ...]


MAX_TOKENS = 32


@lru_cache(maxsize=8192)
def shape(start: str, skeleton: str) -> Node | int:
    """The tree of ``skeleton`` under the start rule ``start``, or the number of the first token that does not fit."""
    from lark.exceptions import UnexpectedInput, UnexpectedToken

    if skeleton.count(" ") >= MAX_TOKENS:
        return MAX_TOKENS
    try:
        return _plain(tables.parser("dates").parse(skeleton, start=start), skeleton)
    except UnexpectedInput as error:
        if isinstance(error, UnexpectedToken) and error.token.type == "$END":
            return skeleton.count(" ") + 1
        return skeleton.count(" ", 0, error.pos_in_stream)


def _plain(tree: Tree[Token], skeleton: str) -> Node:
    parts = tuple(
        skeleton.count(" ", 0, child.start_pos) if isinstance(child, str) else _plain(child, skeleton)
        for child in tree.children
    )
    return Node(str(tree.data), parts)
