"""Scales and scores as written: nodes of the tree that say what a goal can come to.

In: built by ``score_lines.py``. Out: found by everyone in ``tree.py``. Holds: a score is still its words; the check reads the amount.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import Run, Text
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import Condition, Expr

LevelWord = Literal["fulfilled", "partial", "not_fulfilled"]


@frozen
class ScaleStep:
    """``60%``, ``fulfilled 100%``, ``60% "good"``: a score, perhaps with the name of a level before it or a label after it."""

    score: Run
    name: LevelWord | None = None
    label: Text | None = None
    place: Place = _place()


@frozen
class ScaleLine:
    """``scale 100%, 60%, 20%, 0%``: the steps as listed."""

    steps: tuple[ScaleStep, ...]
    place: Place = _place()


@frozen
class ScoreWords:
    """A level that is called by its score: ``60%``, or ``20% to 60%`` where an example expects a range."""

    low: Run
    high: Run | None = None
    place: Place = _place()


LevelWords = LevelWord | ScoreWords


@frozen
class LinearPoint:
    """``60% at 10 days``, ``0% at -5%`` (``negative``)."""

    score: Run
    at: Run
    negative: bool = False
    place: Place = _place()


@frozen
class LinearLine:
    """``score of wait linear from 0% at 12 days to 100% at 8 days provided that sent``."""

    value: Expr
    points: tuple[LinearPoint, ...]
    provided: Condition | None = None
    place: Place = _place()
