"""Dated versions of a plan, as written: amendments, and the goals that one takes out.

In: built by ``amendments.py`` and ``amendment_lines.py``. Out: found by everyone in ``tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import Run, Text
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.plan_tree import GoalBlock
    from criteria.syntax.tree import DateWords


@frozen
class RemovedGoal:
    """``goal 4 removed because "…"``."""

    id: str
    reason: Text | None
    place: Place = _place()


@frozen
class AmendmentBlock:
    """``amendment from 1 July 2020 "Title"`` with the goals that it replaces, adds or removes. What it declares besides (facts, tables,
    definitions) belongs to the plan as a whole."""

    start: Run | DateWords
    title: Text | None
    goals: tuple[GoalBlock, ...] = ()
    removed: tuple[RemovedGoal, ...] = ()
    source: str | None = None
    place: Place = _place()
