"""Lines that name a test of rows, some of the rows, or one reading of a condition.

In: the parts of a parse tree's node, and the rows of an outline. Out: small records that ``goals.py`` completes with the deeper lines.
Holds: a line opens by ``reading`` only where a text follows its name, so that a fact may be called "reading score"; words, a copula
and ``where`` make a subset.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.machine import Builder, Parts, Spot, nodes, tokens
from criteria.syntax.outline import Row
from criteria.syntax.values import text_of
from criteria.syntax.words import keyword_at, reserved, spellings

_QUOTE = '["“”„»«]'
_NO_WORDS = '["“”„»«=:(]'
_COPULAS = ("IS", "WAS", "HAS", "HAS_BEEN")
_READING = frozenset(("READING_LINE",))


@frozen
class RowName:
    """``a trip is timely when …``, ``counted trips are trips where …``: the name, the rows it is about, the condition."""

    name: tree.Run
    about: tree.Run
    is_subset: bool
    condition: Any  # a condition, a ListHead or nothing
    place: Place


@frozen
class OneReading:
    """``reading [NAME] "each" TEST``: one of the ways to read a condition."""

    name: tree.Run | None
    value: tree.Text
    condition: Any
    place: Place


def _row_test(spot: Spot, parts: Parts) -> RowName:
    """``a row of trips`` speaks of the trips as well as ``a trip``."""
    about, name, *rest = nodes(parts)
    rows = about.of if isinstance(about, tree.OfChain) else about
    return RowName(name, rows, False, next(iter(rest), None), spot.place)


def _subset(spot: Spot, parts: Parts) -> RowName:
    name, about, *rest = nodes(parts)
    return RowName(name, about, True, next(iter(rest), None), spot.place)


def _reading(spot: Spot, parts: Parts) -> OneReading:
    built = nodes(parts)
    name = next((part for part in built if isinstance(part, tree.Run)), None)
    condition = next((part for part in built if not isinstance(part, tree.Run)), None)
    return OneReading(name, text_of(spot.line, tokens(parts, "TEXT")[0]), condition, spot.place)


ROW_NAMES: dict[str, Builder] = {"row_test": _row_test, "subset": _subset, "reading": _reading}


def is_reading(row: Row) -> bool:
    """Whether a row, a bullet or not, begins with ``reading [NAME] "…"``."""
    found = keyword_at(row.text, row.start, _READING)
    if not found:
        return False
    rest = row.text[row.start + len(found[0]) : row.end]
    before = re.split(_QUOTE, rest, maxsplit=1)
    return len(before) > 1 and all(not keyword_at(word, 0, reserved()) for word in before[0].split())


def is_subset(row: Row) -> bool:
    """Whether a row is words, a copula and words before ``where``."""
    parts = _where().split(row.code, maxsplit=1)
    if row.kind != "code" or len(parts) < 2:
        return False
    return bool(_copula().search(parts[0])) and not re.search(_NO_WORDS, parts[0])


@cache
def _where() -> re.Pattern[str]:
    return _any_of(spellings("WHERE"))


@cache
def _copula() -> re.Pattern[str]:
    return _any_of([each for concept in _COPULAS for each in spellings(concept)])


def _any_of(words: Sequence[str]) -> re.Pattern[str]:
    every = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<![\w-])(?:{every})(?![\w-])", re.IGNORECASE)


OfCondition = tuple[tree.Run | None, tree.DefinitionReading]  # a reading, and the name of its condition if it gives one


def one_condition(readings: Sequence[OfCondition]) -> tree.Alternatives:
    """The readings of one condition, under the first name among them."""
    name = next((name for name, _ in readings if name), None)
    return tree.Alternatives(name, tuple(each for _, each in readings), place=readings[0][1].place)


def collapsed(items: Sequence[Any]) -> list[Any]:
    """The conditions of a list, readings side by side made one condition; another name begins another condition."""
    found: list[Any] = []
    together: list[OfCondition] = []
    for item in (*items, None):
        if together and not (isinstance(item, tuple) and _goes_on(together, item)):
            found.append(one_condition(together))
            together = []
        if isinstance(item, tuple):
            together.append(item)
        elif item is not None:
            found.append(item)
    return found


def _goes_on(before: Sequence[OfCondition], item: OfCondition) -> bool:
    """Whether a reading belongs to the condition of those before it."""
    first, name = before[0][0], item[0]
    return name is None or (first is not None and _folded(first) == _folded(name))


def _folded(name: tree.Run) -> list[str]:
    return [word.text.casefold() for word in name.words]
