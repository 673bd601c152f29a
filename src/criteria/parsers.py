"""Puts a lark parser together from a compiled table, without analysing a grammar.

In: a table as hatch_build.py writes it: rules, states of the parser, terminals, spellings of the keywords.
Out: a parser like the one that lark would make of the grammar, with the keywords looked up (see keywords.py).
Afterwards: a state is unpacked when a text first reaches it. Most texts visit a small part of them.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from lark import Lark
from lark.grammar import NonTerminal, Rule, RuleOptions, Terminal
from lark.lark import PostLex
from lark.parsers.lalr_analysis import Action, Reduce, Shift

from criteria.keywords import keyword_lexer


class States(dict[int, dict[str, tuple[Action, Any]]]):
    """State → terminal or rule that may come next → what the parser does. Lark reads it as a plain dictionary."""

    def __init__(self, packed: Sequence[Sequence[int]], symbols: Sequence[str], rules: dict[int, Rule]) -> None:
        super().__init__()
        self.packed, self.symbols, self.rules = packed, symbols, rules

    def __missing__(self, state: int) -> dict[str, tuple[Action, Any]]:
        """Packed as pairs: the symbol, then the next state, or the rule to reduce by, counted below zero."""
        row = self.packed[state]
        self[state] = {self.symbols[row[at]]: self.action(row[at + 1]) for at in range(0, len(row), 2)}
        return self[state]

    def action(self, packed: int) -> tuple[Action, Any]:
        return (Shift, packed) if packed >= 0 else (Reduce, self.rules[~packed])


def put_together(table: dict[str, Any], postlex: PostLex | None) -> Lark:
    rules = dict(unpacked_rules(table))
    states = States(table["states"], table["state_symbols"], rules)
    # Not Lark.load: that reads a pickle. This entry is the one that lark's own generated parsers use.
    lark = Lark._load_from_dict(  # type: ignore[no-untyped-call]
        table["data"],
        {int(number): terminal for number, terminal in table["terminals"].items()} | rules,
        postlex=postlex,
        _plugins={"ContextualLexer": keyword_lexer(table["keywords"], states)},
    )
    lark.parser.parser._parse_table.states = states
    return lark  # type: ignore[no-any-return]


def unpacked_rules(table: dict[str, Any]) -> Iterator[tuple[int, Rule]]:
    """They share their symbols and options, which nothing changes after the analysis."""
    symbols = [Terminal(*symbol) if len(symbol) > 1 else NonTerminal(*symbol) for symbol in table["symbols"]]
    options = [RuleOptions(*each) for each in table["options"]]
    for number, origin, expansion, order, alias, option in table["rules"]:
        yield number, Rule(symbols[origin], [symbols[each] for each in expansion], order, alias, options[option])
