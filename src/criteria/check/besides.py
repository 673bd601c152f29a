"""Measures and duties of a goal.

In: the lines of a goal's block. Out: ``Measure``s and ``Duty``s. Holds: a measure is a number; both belong to a goal that is asked as a
whole.
"""

from __future__ import annotations

from criteria.check.arithmetic import is_number
from criteria.check.context import Context
from criteria.check.scopes import Scope
from criteria.model.besides import Duty, Measure
from criteria.model.types import Unit
from criteria.syntax import tree


def measures(ctx: Context, block: tree.GoalBlock, scope: Scope) -> tuple[Measure, ...]:
    """The amounts that the goal reports."""
    found = []
    for line in block.measures:
        _as_a_whole(ctx, block, line)
        value = ctx.value(line.value, scope)
        if value is not None and is_number(ctx, value, line.value.place):
            unit = value.unit or Unit.NUMBER
            found.append(Measure(value.term, unit, ctx.words(line.value), place=line.place))
    return tuple(found)


def duties(ctx: Context, block: tree.GoalBlock, scope: Scope) -> tuple[Duty, ...]:
    """What a yellow or red light brings."""
    found = []
    for line in block.duties:
        _as_a_whole(ctx, block, line)
        condition = ctx.condition(line.condition, scope)
        found += [Duty(line.light, condition, place=line.place)] if condition else []
    return tuple(found)


def _as_a_whole(ctx: Context, block: tree.GoalBlock, line: tree.MeasureLine | tree.DutyLine) -> None:
    if block.each:
        ctx.faults.error("whole-goal-expected", line.place, found=ctx.words(line), name=block.id)
