"""Weights, sections and totals as written.

In: built by ``totals.py`` and ``sections.py``. Out: found by everyone in ``tree.py``. Holds: an amount stays its digits and its unit's
word; the checker reads it in the plan's surface.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import field, frozen
from criteria.source import Place
from criteria.syntax.runs import Run, Text
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.plan_tree import ReadingLine


@frozen
class Score:
    """``30%``, ``3/8``, ``5 points``, ``1,000 kr``: the digits (with a minus before them) and the unit, if any."""

    digits: str
    unit: Literal["", "percent", "points", "kr"] = ""
    text: str = field(default="", eq=False)
    place: Place = _place()


@frozen
class WeightLine:
    score: Score
    place: Place = _place()


@frozen
class Cap:
    """``at most 10%``"""

    limit: Score
    place: Place = _place()


@frozen
class NothingBelow:
    """``nothing below 50%``"""

    limit: Score
    place: Place = _place()


@frozen
class Rounded:
    """``rounded to whole percent``, ``rounded down to 1 decimal``, ``rounded to the nearest 5%``.

    One of ``whole`` (the unit), ``decimals`` (the digits of a number) and ``nearest`` is given.
    """

    way: Literal["half-up", "down", "up"]
    whole: Literal["", "percent", "points", "kr"] = ""
    decimals: str = ""
    nearest: Score | None = None
    place: Place = _place()


@frozen
class PaidBy:
    """``paid by RATES``: a table that the plan fixes, from so much on so much."""

    table: Run
    place: Place = _place()


@frozen
class PaidLinearly:
    """``paid linearly from 0% at 50 points to 10% at 100 points``"""

    low_pay: Score
    low: Score
    high_pay: Score
    high: Score
    place: Place = _place()


Step = Cap | NothingBelow | Rounded | PaidBy | PaidLinearly
Summary = Literal[
    "mean_of_goals",
    "weighted_mean_of_goals",
    "sum_of_points",
    "mean_of_sections",
    "weighted_mean_of_sections",
    "sum_of_sections",
]


@frozen
class TotalLine:
    """``total weighted mean of goals, rounded to whole percent``; the steps in the order in which they are taken."""

    kind: Summary
    steps: tuple[Step, ...] = ()
    place: Place = _place()


@frozen
class CountLine:
    """``count goals per level``"""

    place: Place = _place()


@frozen
class SectionBlock:
    """``section "A"`` and the lines below it; its goals stand after it, up to the next section."""

    title: Text
    first_goal: int  # how many goals of the plan stand before it
    weights: tuple[WeightLine, ...] = ()
    totals: tuple[TotalLine, ...] = ()
    counts: tuple[CountLine, ...] = ()
    source: str | None = None
    place: Place = _place()


@frozen
class TotalExpectation:
    """``total: 75%``, ``section "A" total with NAME VALUE: 50% to 75%``; no section is the plan's total."""

    section: Text | None
    readings: tuple[ReadingLine, ...]
    low: Score
    high: Score
    place: Place = _place()
