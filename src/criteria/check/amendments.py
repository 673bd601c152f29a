"""Amendments: each with its day, its goals read like any other.

In: the amendment blocks of the tree, the goals of the plan as first made. Out: ``Amendment``s in the order of their days. Holds: only what
is there is removed; no goal is touched twice on one day; a day outside the plan's period and a goal without an earlier version are told.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.check.context import Context
from criteria.check.goals import goal
from criteria.check.moments import day
from criteria.check.suggestions import unknown
from criteria.check.versions import weighed
from criteria.model.amendments import Amendment, Removal
from criteria.model.plan import Goal
from criteria.source import Place
from criteria.syntax import tree


def amendments(ctx: Context, first: Iterable[Goal]) -> tuple[Amendment, ...]:
    """All of them; later ones follow on earlier ones."""
    found = sorted(
        (read for block in ctx.plan.amendments if (read := _amendment(ctx, block))), key=lambda each: each.start
    )
    first = tuple(first)
    _apply(ctx, found, {each.id for each in first})
    return weighed(first, found)


def _amendment(ctx: Context, block: tree.AmendmentBlock) -> Amendment | None:
    start = day(ctx, block.start)
    goals = []
    for each in block.goals:
        ctx.faults.goal = each.id
        goals.append(goal(ctx, each))
    ctx.faults.goal = None
    if not block.goals and not block.removed:
        ctx.faults.warning("amendment-empty", block.place)
    if start is None:
        return None
    if ctx.period and not ctx.period[0] < start <= ctx.period[1]:
        first, last = ctx.period
        days = (start.isoformat(), first.isoformat(), last.isoformat())
        ctx.faults.warning("amendment-outside", block.start.place, day=days[0], first=days[1], last=days[2])
    removed = tuple(
        Removal(each.id, each.reason.value if each.reason else "", place=each.place) for each in block.removed
    )
    title = block.title.value if block.title else ""
    return Amendment(start, title, tuple(goals), removed, block.source or "", place=block.place)


def _apply(ctx: Context, found: Iterable[Amendment], there: set[str]) -> None:
    """Follows the goals from version to version."""
    touched: dict[tuple[object, str], Place] = {}
    for amendment in found:
        for each in amendment.goals:
            _once(ctx, touched, amendment, each.id, each.place)
            if each.id not in there:
                ctx.faults.notice("goal-added", each.place, name=each.id)
            there.add(each.id)
        for removal in amendment.removed:
            if not _once(ctx, touched, amendment, removal.goal, removal.place):
                continue
            if removal.goal not in there:
                unknown(ctx, removal.goal, removal.place, sorted(there), "goal")
            there.discard(removal.goal)


def _once(
    ctx: Context, touched: dict[tuple[object, str], Place], amendment: Amendment, name: str, place: Place
) -> bool:
    """Whether this is the only change of the goal on that day."""
    before = touched.setdefault((amendment.start, name), place)
    if before is not place:
        start = amendment.start.isoformat()
        ctx.faults.error("amendments-overlap", place, related=(before,), name=name, day=start)
    return before is place
