"""Columns named in the plural, as sentences have them: "different municipalities", "in at least 3 areas".

In: words and a record. Out: the column's own name. Holds: a name as declared goes first; only the usual endings of the two languages.
"""

from __future__ import annotations

from typing import TypeVar

from criteria.check.scopes import Table
from criteria.frozen import evolve
from criteria.model.plan import fold
from criteria.syntax import tree

_ENDINGS = ("s", "es", "r", "er", "e")


E = TypeVar("E")


def singular(expr: E, table: Table) -> E:
    """The expression, or the column that its words are the plural of."""
    if not isinstance(expr, tree.Run) or table.column(word.text for word in expr.words):
        return expr
    said = fold(" ".join(word.text for word in expr.words))
    name = next((name for name in table.spelled if said in _plurals(name)), None)
    if name is None:
        return expr
    return evolve(expr, words=(tree.Word(name, tree.WordKind.QUOTED, place=expr.place),))


def _plurals(name: str) -> set[str]:
    return {name + ending for ending in _ENDINGS} | ({f"{name[:-1]}ies"} if name.endswith("y") else set())
