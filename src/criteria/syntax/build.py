"""From lark's tree of one statement to our nodes, bottom up, without recursion.

In: a ``Statement`` and its parse tree. Out: what the builder of the tree's root gives.
Holds: every builder sees its parts already built (tokens stay tokens); a refusal is a ``Fault`` with its place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from attrs import frozen

from criteria.source import Place
from criteria.syntax.statements import Statement


@frozen
class Spot:
    """Where a piece of a statement stands."""

    line: Statement
    start: int
    end: int

    @property
    def place(self) -> Place:
        return self.line.place(self.start, self.end)

    @property
    def text(self) -> str:
        return self.line.slice(self.start, self.end)


Parts = list[Any]
Builder = Callable[[Spot, Parts], Any]


def build(line: Statement, tree: Any, builders: Mapping[str, Builder]) -> Any:
    """The node of a parse tree."""
    order = [tree]
    for node in order:
        order.extend(child for child in node.children if hasattr(child, "data"))
    built: dict[int, Any] = {}
    for node in reversed(order):
        parts = [built[id(child)] if hasattr(child, "data") else child for child in node.children]
        meta = node.meta
        spot = Spot(line, meta.start_pos, meta.end_pos) if not meta.empty else Spot(line, 0, len(line.text))
        built[id(node)] = builders[node.data](spot, parts)
    return built[id(tree)]


def kind(part: Any) -> str:
    """The terminal of a token, or nothing for a built node."""
    return str(getattr(part, "type", ""))


def tokens(parts: Parts, *kinds: str) -> Parts:
    """The tokens of these kinds among the parts."""
    return [part for part in parts if kind(part) in kinds]


def nodes(parts: Parts) -> Parts:
    """The parts that are built."""
    return [part for part in parts if not kind(part)]


def at(line: Statement, token: Any) -> Place:
    """The place of a token."""
    return line.place(token.start_pos, token.end_pos)
