"""Goals and levels.

In: the goal blocks of the tree. Out: ``Goal``s whose levels stand in the order they are tested, each literal and relaxed. Holds: a goal and
a level stand once, each level a step of the goal's scale; a stated lowest level is tested before the middle ones and is never relaxed.
"""

from __future__ import annotations

from criteria.check.besides import duties, measures
from criteria.check.context import Context
from criteria.check.each import Asked, asked, asking
from criteria.check.exclusions import not_counting
from criteria.check.linear import linear
from criteria.check.relax import relaxed
from criteria.check.scales import listed, scale_of, step_of
from criteria.check.scopes import Scope
from criteria.check.standings import judged, standing
from criteria.check.weights import weight
from criteria.diagnostics import has_errors
from criteria.frozen import evolve
from criteria.model.each import AskedPeriod, Each, Subjects
from criteria.model.plan import Goal, Level
from criteria.model.scale import Scale, Step
from criteria.model.terms import Condition
from criteria.syntax import tree


def goals(ctx: Context) -> tuple[Goal, ...]:
    """Every goal of the plan; of one that stands twice both places are shown."""
    first: dict[str, tree.GoalBlock] = {}
    found = []
    for block in ctx.plan.goals:
        ctx.faults.goal = block.id
        before = first.setdefault(block.id, block)
        if before is not block:
            ctx.faults.error("duplicate-goal", block.place, related=(before.place,), name=block.id)
        found.append(goal(ctx, block))
    ctx.faults.goal = None
    return tuple(found)


def goal(ctx: Context, block: tree.GoalBlock) -> Goal:
    """One goal, of the plan or of an amendment."""
    if not block.levels and not block.judged and not block.linear:
        ctx.faults.error("goal-without-levels", block.place, name=block.id)
    scale = scale_of(ctx, block.scale, ctx.scale)
    title = block.title.value if block.title else ""
    about = Goal(
        block.id,
        title,
        (),
        scale,
        block.source or "",
        judged=judged(ctx, block, scale),
        weight=weight(ctx, block.weights),
        standing=standing(ctx, block),
        measures=measures(ctx, block, _scope(ctx, block)),
        duties=duties(ctx, block, _scope(ctx, block)),
        place=block.place,
    )
    if block.each is None:
        about = _on_a_line(ctx, block, about)
        return evolve(about, levels=_levels(_literal(ctx, block, scale, _scope(ctx, block)), scale))
    of = asked(ctx, block.each)
    return _asked(ctx, block, about, of, block.each) if of else about


def _scope(ctx: Context, block: tree.GoalBlock) -> Scope:
    return Scope(local=ctx.goals.get(block.place, {}), subject=ctx.subject)


def _on_a_line(ctx: Context, block: tree.GoalBlock, about: Goal) -> Goal:
    """The goal with the line that gives its score, where it has one."""
    found = linear(ctx, block, _scope(ctx, block))
    return evolve(about, linear=found[0], scale=found[1]) if found else about


def _asked(ctx: Context, block: tree.GoalBlock, about: Goal, of: Asked, each: tree.ForEach) -> Goal:
    """The goal with its subject's row in scope, read once for each period; a fault in one would be one in all."""
    levels: list[tuple[Level, ...]] = []
    if block.linear and of.periods:
        ctx.faults.error("linear-for-periods", block.linear.place, name=block.id)
    ctx.asked[block.place] = of.subject, next(iter(of.periods), None)
    for cycle in of.periods or (None,):
        if levels and has_errors(ctx.faults.found):
            break
        with asking(ctx, of.subject, cycle):
            about = _on_a_line(ctx, block, about)
            levels.append(_levels(_literal(ctx, block, about.scale, _scope(ctx, block)), about.scale))
    periods = tuple(
        AskedPeriod(cycle.name, cycle.first, cycle.last, each) for cycle, each in zip(of.periods, levels, strict=False)
    )
    subjects = Subjects(of.subject.table.key, of.subject.key) if of.subject else None
    return evolve(about, levels=levels[0], each=Each(subjects, periods, place=each.place))


Read = dict[Step, tuple[tree.LevelBlock, Condition]]


def _literal(ctx: Context, block: tree.GoalBlock, scale: Scale, scope: Scope) -> Read:
    """The conditions as written, by step; a second one of the same step is a finding."""
    first: dict[Step, tree.LevelBlock] = {}
    found: Read = {}
    faults = len(ctx.faults.found)
    for level in block.levels:
        step = step_of(ctx, scale, level.name, level.place)
        before = first.setdefault(step, level) if step else level
        if before is not level:
            ctx.faults.error("duplicate-level", level.place, related=(before.place,), name=block.id)
        with not_counting(ctx, block, scope):
            condition = ctx.condition(level.condition, scope)
        if condition and step and before is level:
            found[step] = level, condition
    missing = [step for step in scale.steps[:-1] if step not in first]
    if block.scale and block.levels and missing and len(ctx.faults.found) == faults:
        ctx.faults.error("level-missing", block.scale.place, found=listed(ctx, missing, scale.points), name=block.id)
    return found


def _levels(literal: Read, scale: Scale) -> tuple[Level, ...]:
    """In the order they are tested: the best, a stated lowest, those between."""
    graded = [step for step in scale.steps[:-1] if step in literal]
    loose: dict[Step, Condition] = dict(zip(graded, relaxed([literal[step][1] for step in graded]), strict=True))
    order = [*scale.steps[:1], *scale.steps[:0:-1][:1], *scale.steps[1:-1]]
    return tuple(
        Level(step, condition, loose.get(step, condition), block.source or "", place=block.place)
        for step in order
        if step in literal
        for block, condition in [literal[step]]
    )
