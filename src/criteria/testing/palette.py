"""What values are drawn from, for one plan: its landmarks, its texts, the rows that belong together.

In: a checked plan, and the last day that may be drawn, if any. Out: a ``Palette``, made once for a strategy.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.testing.landmarks import Landmarks, every_wording, landmarks
from criteria.testing.shared_texts import Join, Slot, joins, texts


@frozen
class Palette:
    """``complete``: exact values alone. ``naming``: the column that tells the subjects of a goal apart, by its table."""

    plan: Plan
    marks: Landmarks
    texts: Mapping[Slot, tuple[str, ...]]
    joins: Mapping[str, tuple[Join, ...]]
    naming: Mapping[str, str]
    complete: bool
    until: date | None


def palette(plan: Plan, *, complete: bool, until: date | None) -> Palette:
    """The palette of a plan."""
    subjects = [goal.each.subjects for goal in every_wording(plan) if goal.each and goal.each.subjects]
    naming = {one.record: one.naming for one in subjects}
    return Palette(plan, landmarks(plan), texts(plan), joins(plan), naming, complete, until)
