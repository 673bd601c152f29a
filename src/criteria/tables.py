"""Reads what the build compiled from `grammar/`: a parser by name, and the words of the two surfaces.

In: the JSON files in `_tables/`, which every installation of the package carries.
Out: an automaton ready for use, and the word tables, read-only.
Afterwards: each table is read once.
"""

import json
import os
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from criteria.automaton import Automaton

_LOADER: Any = globals()["__loader__"]  # of this module: it reads out of archives, too


@cache
def automaton(name: str) -> Automaton:
    """The automaton of `grammar/NAME.lark`."""
    return Automaton(read(name))


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
        text = _LOADER.get_data(os.path.join(os.path.dirname(__file__), "_tables", f"{name}.json"))
    except OSError:
        text = None
    if text is None:
        raise RuntimeError(
            f"the table {name}.json is missing from this installation; in a checkout, `python3 dev.py setup` makes it"
        )
    return json.loads(text)
