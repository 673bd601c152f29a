"""Nodes of the tree about what rows come to: rounded values, ranks, rows that are left out.

In: built by ``aggregates.py``, ``values.py`` and ``goals.py``. Out: found by everyone in ``tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import Run
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import Condition, Expr, Quantifier


@frozen
class RoundedValue:
    """``X rounded to whole percent``, ``rounded up to 1 decimal``, ``rounded down``: to a unit, to decimals, or to its own unit."""

    value: Expr
    way: Literal["half-up", "up", "down"]
    unit: Literal["percent", "kr", "days", "number", ""] = ""
    decimals: str = ""
    place: Place = _place()


@frozen
class RankTail:
    """``among the best 20% of peers by cost, lowest first``; ``rows`` may be left out where a row stands around it."""

    best: Quantifier
    rows: Run | None
    by: Expr
    descending: bool
    place: Place = _place()


@frozen
class NotCounted:
    """``not counting cases where …``: of a whole goal."""

    rows: Run
    where: Condition
    place: Place = _place()
