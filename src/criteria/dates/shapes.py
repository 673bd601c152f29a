"""The shape of a phrase: the only reader of the grammar of dates.

In: the classes of a phrase's words in a line. Out: a tree of ``Node``s whose leaves are token numbers; or the number
of the token at which the shape stops being one. Shapes are few and remembered, so phrases that differ in their words
cost no parsing.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from criteria import tables
from criteria.automaton import END, Rule


class Node(NamedTuple):
    """A rule of the grammar, with its parts in order: nodes, and numbers of tokens."""

    rule: str
    parts: tuple[Node | int, ...]


Part = Node | int | list["Node | int"]  # a list: the parts of a rule that is no node of its own
MAX_TOKENS = 32


@lru_cache(maxsize=8192)
def shape(start: str, skeleton: str) -> Node | int:
    """The tree of ``skeleton`` under the start rule ``start``, or the number of the first token that does not fit."""
    if skeleton.count(" ") >= MAX_TOKENS:
        return MAX_TOKENS
    table = tables.automaton("dates")
    first, last = table.starts[start]
    stack, parts = [first], list[Part]()
    for number, word in enumerate([*skeleton.split(" "), ""]):
        symbol = _symbols().get(word, word) if word else END
        while (todo := table.states[stack[-1]].get(symbol)) is not None and todo < 0:
            _reduce(table.rules[~todo], parts)
            del stack[len(stack) - table.rules[~todo].size :]
            stack.append(table.states[stack[-1]][table.rules[~todo].origin])
            if symbol == END and stack[-1] == last:
                (tree,) = parts
                assert isinstance(tree, Node)
                return tree
        if todo is None:
            return number
        stack.append(todo)
        parts.append(number)
    raise AssertionError(skeleton)  # pragma: no cover - the end is always reduced or refused


def _reduce(rule: Rule, parts: list[Part]) -> None:
    """The last parts become one: those that the grammar keeps, spliced where they are no node of their own."""
    taken = parts[len(parts) - rule.size :]
    del parts[len(parts) - rule.size :]
    flat: list[Node | int] = []
    for at in rule.kept:
        part = taken[at]
        flat += part if isinstance(part, list) else [part]
    parts.append(flat if rule.splice else flat[0] if rule.single and len(flat) == 1 else Node(rule.name, tuple(flat)))


@cache
def _symbols() -> dict[str, str]:
    """How each class is spelled in a skeleton → its terminal."""
    return {pattern: name for name, pattern in tables.automaton("dates").terminals.items()}
