"""The tails of a sentence as written: what its subject is tested against.

In: built by ``conditions.py``. Out: found by everyone in ``tree.py``; those that speak of years stand in ``year_tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import Expr

DateRelation = Literal["by", "before", "inden", "after", "from", "in", "within"]
NumberRelation = Literal["at_least", "at_most", "above", "below", "equal", "not_equal", "better", "worse"]


@frozen
class DateTail:
    relation: DateRelation
    operand: Expr
    place: Place = _place()


@frozen
class BetweenTail:
    """Both ends included; a number or a date, as its subject is."""

    low: Expr
    high: Expr
    place: Place = _place()


@frozen
class CompareTail:
    """``at least``, ``at least as many as``, ``≥`` …"""

    relation: NumberRelation
    operand: Expr
    place: Place = _place()


@frozen
class IsTail:
    """``is "x"``, ``is not "x"``, ``is one of "x", "y"``, ``is 3``."""

    options: tuple[Expr, ...]
    negated: bool = False
    place: Place = _place()
