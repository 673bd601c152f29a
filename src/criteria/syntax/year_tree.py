"""Nodes of the tree that speak of years: a value in a year, growth, margins over another year, years one after the other.

In: built by ``years.py``. Out: found by everyone in ``tree.py``. Holds: years are still words; whether a name has years is the
checker's to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import Run
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import DateWords, Expr, NumberRelation, Test


@frozen
class Years:
    """``in 2020`` (no ``last``), ``from 2018 to 2021``."""

    first: Run | DateWords
    last: Run | None = None
    place: Place = _place()


@frozen
class Timed:
    """``rate in 2020``, ``mean of rate from 2017 to 2019``."""

    value: Expr
    years: Years
    place: Place = _place()


@frozen
class Growth:
    """``growth of rate from 2019 to 2020``, in percent of the first."""

    value: Run
    years: Years
    place: Place = _place()


@frozen
class MarginTail:
    """``at least 4% above rate in 2019``, ``at least 2 percentage points below …``."""

    relation: NumberRelation
    amount: Expr
    above: bool
    base: Expr
    place: Place = _place()


@frozen
class AgainstTail:
    """``halved against 2019``: at most half of it; ``doubled against rate in 2019``: at least twice."""

    change: Literal["halved", "doubled"]
    base: Expr
    place: Place = _place()


@frozen
class YearlyTail:
    """``each year from 2018 to 2021 higher than the last``; without years those of the plan's period."""

    relation: NumberRelation
    years: Years | None
    place: Place = _place()


@frozen
class EveryYear:
    """``every year from 2018 to 2021 has visitors at least its target``."""

    years: Years | None
    test: Test
    negated: bool = False
    place: Place = _place()
