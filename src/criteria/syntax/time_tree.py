"""Nodes of the tree about time: how much of it lies between two days.

In: built by ``time_values.py``. Out: found by everyone in ``tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import Expr


@frozen
class Elapsed:
    """``working days from received to closed [net of paused]``; ``unit`` is what is counted."""

    unit: str
    start: Expr
    end: Expr
    net: Expr | None = None
    place: Place = _place()
