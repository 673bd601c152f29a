"""An LALR table at work: states, what a symbol does in each, and the rules to reduce by.

In: a table as hatch_build.py writes it from lark's analysis of a grammar. Out: an ``Automaton`` that a driver steps through; lark itself
is needed only where a grammar is compiled. Afterwards: a state is unpacked when a text first reaches it; most texts visit a small part.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from criteria.frozen import frozen

END = "$END"
MIDDLE = 0x4000  # the sign that stands for 0 in a packed state


@frozen(eq=False)
class Rule:
    """``size`` symbols become one of ``origin``. ``name``: what the node is called. ``splice``: its parts go into the rule above it.
    ``single``: one part stands for itself. ``kept``: which of the symbols are parts of the node, as the grammar marks them.
    ``climbs``: it takes one symbol, which stands for itself."""

    size: int
    origin: str
    name: str
    splice: bool
    single: bool
    kept: tuple[int, ...]
    climbs: bool


class States(dict[int, Mapping[str, int]]):
    """State → symbol → the next state, or below zero the rule to reduce by (``~rule``)."""

    def __init__(self, packed: Sequence[str], symbols: Sequence[str]) -> None:
        super().__init__()
        self.packed, self.symbols = packed, symbols

    def __missing__(self, state: int) -> Mapping[str, int]:
        """Packed as pairs of signs: the symbol, what to do."""
        row = [ord(sign) - MIDDLE for sign in self.packed[state]]
        self[state] = {self.symbols[row[at]]: row[at + 1] for at in range(0, len(row), 2)}
        return self[state]


class Automaton:
    """``starts``: the first and the last state of each start rule. ``terminals``: name and pattern, in the order to try them."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.states = States(table["states"], table["symbols"])
        self.rules = [
            Rule(size, origin, name, splice, single, tuple(kept), single and size == 1 and not splice)
            for size, origin, name, splice, single, kept in table["rules"]
        ]
        self.starts: dict[str, tuple[int, int]] = {
            start: (first, last) for start, (first, last) in table["starts"].items()
        }
        self.terminals: dict[str, str] = dict(table["terminals"])
