"""The reference, asked for levels alone: what is not compiled, and what facts leave open beyond the cells.

In: a goal, bound facts, one combination of readings. Out: the steps it can come to, best first.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.compiled.bind import Bound
from criteria.evaluate.decided import judged_steps
from criteria.evaluate.levels import Known, Levels, levels
from criteria.evaluate.subjects import steps_of_each
from criteria.evaluate.worlds import RowRef
from criteria.model.plan import Goal
from criteria.model.scale import Step


def steps_of(goal: Goal, bound: Bound, readings: Mapping[str, str]) -> tuple[Step, ...]:
    """The steps under these readings."""
    if goal.judged:
        return judged_steps(goal, bound.facts, bound.as_of)
    known = Known()

    def find(one: Goal, subject: RowRef | None) -> Levels:
        return levels(bound.plan, one, bound.facts, bound.as_of, readings, Known(known.shared), subject)

    return steps_of_each(bound.plan, goal, bound.facts, find) if goal.each else find(goal, None).steps
