"""Goals that are judged, and goals that no longer count.

In: the lines of a goal's block. Out: ``Judged`` and ``Standing``, or None after a fault. Holds: a goal is judged or has levels, not both;
what takes its place is another goal of the plan.
"""

from __future__ import annotations

from criteria.check.context import Context
from criteria.check.moments import day
from criteria.check.suggestions import unknown
from criteria.model.plan import Judged
from criteria.model.scale import Scale
from criteria.model.standing import Stand, Standing
from criteria.syntax import tree


def judged(ctx: Context, block: tree.GoalBlock, scale: Scale) -> Judged | None:
    """Who judges the goal."""
    line = block.judged
    if line is None:
        return None
    if block.levels:
        ctx.faults.error("judged-and-computed", line.place, related=(block.levels[0].place,), name=block.id)
    if block.each:
        ctx.faults.error("judged-for-each", line.place, name=block.id)
    if line.in_percent and scale.points:
        ctx.faults.error("judged-in-points", line.place, name=block.id)
    return Judged(line.by.value, line.in_percent, ctx.words(line), place=line.place)


def standing(ctx: Context, block: tree.GoalBlock) -> Standing | None:
    """From when on the goal no longer counts, as the plan says."""
    line = block.standing
    if line is None:
        return None
    since = day(ctx, line.since) if line.since else None
    if line.since and since is None:
        return None
    if not line.reason.value.strip():
        ctx.faults.error("reason-expected", line.reason.place, name=block.id)
    successor = line.successor.text.rstrip(".") if line.successor else ""
    if line.successor and not _other_goal(ctx, line.successor, successor, block.id):
        return None
    return Standing(Stand(line.kind), line.reason.value, since, successor, place=line.place)


def _other_goal(ctx: Context, run: tree.Run, name: str, own: str) -> bool:
    ids = [goal.id for goal in ctx.plan.goals]
    if name == own:
        ctx.faults.error("replaced-by-itself", run.place, name=own)
    elif name not in ids:
        unknown(ctx, name, run.place, ids, "goal")
    return name in ids and name != own
