"""Nodes of the tree about time: how much of it lies between two days; days seen from another.

In: built by ``time_values.py``. Out: found by everyone in ``tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import field, frozen
from criteria.source import Place
from criteria.syntax.runs import Run
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import Expr


@frozen
class Placed:
    """``1 May of the year before start``: ``words`` up to the stretch, the stretch, the way to it, the date it is seen from.

    Without ``base`` the date stands in the stretch's own words: ``1. maj i året for start``.
    """

    words: str
    stretch: Run
    direction: Literal["after", "before", "in"]
    base: Expr | None
    text: str = field(eq=False)
    place: Place = _place()


@frozen
class ClosingLine:
    """``each quarter closes 5 bank days after its end``, in the header."""

    stretch: Run
    length: Run
    end: Run
    place: Place = _place()


@frozen
class EachTail:
    """``by each of 24 April, 24 August and 24 October``: something happens up to each of the days."""

    days: tuple[Run, ...]
    place: Place = _place()


@frozen
class Elapsed:
    """``working days from received to closed [net of paused]``; ``unit`` is what is counted."""

    unit: str
    start: Expr
    end: Expr
    net: Expr | None = None
    place: Place = _place()
