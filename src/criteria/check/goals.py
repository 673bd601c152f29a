"""Goals and levels.

In: the goal blocks of the tree. Out: ``Goal``s whose levels stand in the order they are tested, each literal and relaxed. Holds: a goal and
a level stand once; a stated lowest level is tested before the middle ones and is never relaxed.
"""

from __future__ import annotations

from criteria.check.context import Context
from criteria.check.relax import relaxed
from criteria.check.scopes import Scope
from criteria.model.plan import Goal, Level, LevelName
from criteria.model.terms import Condition
from criteria.syntax import tree

_ORDER = (LevelName.FULFILLED, LevelName.NOT_FULFILLED, LevelName.PARTIAL)


def goals(ctx: Context) -> tuple[Goal, ...]:
    """Every goal of the plan; of one that stands twice both places are shown."""
    first: dict[str, tree.GoalBlock] = {}
    found = []
    for block in ctx.plan.goals:
        ctx.faults.goal = block.id
        before = first.setdefault(block.id, block)
        if before is not block:
            ctx.faults.error("duplicate-goal", block.place, related=(before.place,), name=block.id)
        found.append(_goal(ctx, block))
    ctx.faults.goal = None
    return tuple(found)


def _goal(ctx: Context, block: tree.GoalBlock) -> Goal:
    if not block.levels:
        ctx.faults.error("goal-without-levels", block.place, name=block.id)
    scope = Scope(local=ctx.goals.get(block.id, {}))
    literal = _literal(ctx, block, scope)
    title = block.title.value if block.title else ""
    return Goal(block.id, title, _levels(literal), quote=block.source or "", place=block.place)


Read = dict[LevelName, tuple[tree.LevelBlock, Condition]]


def _literal(ctx: Context, block: tree.GoalBlock, scope: Scope) -> Read:
    """The conditions as written, by level; a second one of the same level is a finding."""
    first: dict[LevelName, tree.LevelBlock] = {}
    found: Read = {}
    for level in block.levels:
        name = LevelName(level.name)
        before = first.setdefault(name, level)
        if before is not level:
            ctx.faults.error("duplicate-level", level.place, related=(before.place,), name=block.id)
        condition = ctx.condition(level.condition, scope)
        if condition and before is level:
            found[name] = level, condition
    return found


def _levels(literal: Read) -> tuple[Level, ...]:
    graded = [name for name in (LevelName.FULFILLED, LevelName.PARTIAL) if name in literal]
    loose: dict[LevelName, Condition] = dict(zip(graded, relaxed([literal[name][1] for name in graded]), strict=True))
    return tuple(
        Level(name, condition, loose.get(name, condition), block.source or "", place=block.place)
        for name in _ORDER
        if name in literal
        for block, condition in [literal[name]]
    )
