"""Loads what the build compiled from `grammar/`: a parser by name, and the words of the two surfaces.

In: the JSON files in `_tables/`, which every installation of the package carries.
Out: a lark parser ready for use, without any analysis of a grammar, and the word tables, read-only.
Afterwards: each table is read once. lark is imported only when a parser is asked for, so `--help` never waits for it.
"""

import json
from collections.abc import Mapping
from functools import cache
from pkgutil import get_data
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lark import Lark
    from lark.grammar import Rule
    from lark.lark import PostLex


@cache
def parser(name: str, postlex: "PostLex | None" = None) -> "Lark":
    """The parser of `grammar/NAME.lark`; lark is told to keep the positions of every node."""
    from lark import Lark

    from criteria.keywords import keyword_lexer

    table = read(name)
    # Not Lark.load: that reads a pickle. This entry is the one that lark's own generated parsers use.
    return Lark._load_from_dict(  # type: ignore[no-any-return, no-untyped-call]
        with_integer_states(table["data"]),
        integer_keys(table["terminals"]) | rules(table),
        postlex=postlex,
        _plugins={"ContextualLexer": keyword_lexer(table["keywords"])},
    )


@cache
def words(stem: str = "words") -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """Concept → surface (`en`, `da`) → its spellings, the one that the formatter writes first."""
    return MappingProxyType(
        {
            concept: MappingProxyType({surface: tuple(spellings) for surface, spellings in surfaces.items()})
            for concept, surfaces in read(stem).items()
        }
    )


def digest(name: str) -> str:
    """Of the files that a parser table was compiled from."""
    return str(read(name)["digest"])


def read(name: str) -> Any:
    # Not importlib.resources, which takes longer to import than a table takes to read.
    try:
        text = get_data("criteria", f"_tables/{name}.json")
    except FileNotFoundError:
        text = None
    if text is None:
        raise RuntimeError(
            f"the table {name}.json is missing from this installation; in a checkout, `python3 dev.py setup` makes it"
        )
    return json.loads(text)


def rules(table: dict[str, Any]) -> "dict[int, Rule]":
    """As hatch_build.py packed them. They share their symbols and options, which nothing changes after the analysis."""
    from lark.grammar import NonTerminal, Rule, RuleOptions, Terminal

    symbols = [Terminal(*symbol) if len(symbol) > 1 else NonTerminal(*symbol) for symbol in table["symbols"]]
    options = [RuleOptions(*each) for each in table["options"]]
    return {
        number: Rule(symbols[origin], [symbols[each] for each in expansion], order, alias, options[option])
        for number, origin, expansion, order, alias, option in table["rules"]
    }


def with_integer_states(data: dict[str, Any]) -> dict[str, Any]:
    """JSON turns the numbers of the parser's states into text; lark looks them up as numbers."""
    table = data["parser"]["parser"]
    table["tokens"] = integer_keys(table["tokens"])
    table["states"] = {int(state): integer_keys(actions) for state, actions in table["states"].items()}
    return data


def integer_keys(table: dict[str, Any]) -> dict[int, Any]:
    return {int(key): value for key, value in table.items()}
