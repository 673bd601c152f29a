"""Sections with their goals, and what the plan sums up.

In: the sections and totals of the tree, the goals of the plan. Out: ``Section``s, the plan's ``Total``, whether goals are counted.
Holds: a section has a name of its own and at least one goal; a total of sections needs a total of each; a weight is used by some total.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from criteria.check.context import Context
from criteria.check.totals import only, total
from criteria.check.versions import versions
from criteria.check.weights import Weighed, adds_up, in_points, weight
from criteria.frozen import frozen
from criteria.model.amendments import Amendment
from criteria.model.plan import Goal, fold
from criteria.model.totals import OF_SECTIONS, WEIGHTED, Section, Total, TotalKind, TotalUnit, WeightKind
from criteria.source import Place
from criteria.syntax import tree


@frozen
class SummedUp:
    """How a plan is summed up."""

    sections: tuple[Section, ...] = ()
    total: Total | None = None
    counts: bool = False


def summed_up(ctx: Context, goals: Sequence[Goal], amendments: Sequence[Amendment]) -> SummedUp:
    """The sections, the plan's total, and whether its goals are counted by level."""
    sections = _sections(ctx, goals)
    line = only(ctx, ctx.plan.totals)
    whole = None
    if line and line.kind in {kind.value for kind in OF_SECTIONS}:
        whole = _of_sections(ctx, line, sections)
    elif line:
        whole = _of_goals(ctx, line, goals)
    _unused(ctx, goals, sections, whole)
    for amendment, then in versions(goals, amendments):
        _version(ctx, amendment, then, sections, whole)
    return SummedUp(sections, whole, bool(ctx.plan.counts))


def _version(
    ctx: Context, amendment: Amendment, goals: Sequence[Goal], sections: Sequence[Section], whole: Total | None
) -> None:
    """The weights as an amendment leaves them."""
    sums = [(section.total, [goal for goal in goals if goal.id in section.goals]) for section in sections]
    for total_, counting in [(whole, list(goals)), *sums]:
        if total_ and total_.kind is TotalKind.WEIGHTED_MEAN_OF_GOALS and any(g in amendment.goals for g in counting):
            said = _weighed(ctx) | {goal.id for goal in counting if goal.weight}
            parts = [Weighed(_name(ctx, goal), goal.weight, goal.id in said, goal.place) for goal in counting]
            adds_up(ctx, parts, amendment.place)
        for goal in amendment.goals:
            if total_ and goal in counting and total_.kind not in OF_SECTIONS:
                _scored(ctx, goal, total_.kind, amendment.place)


def _sections(ctx: Context, goals: Sequence[Goal]) -> tuple[Section, ...]:
    blocks = ctx.plan.sections
    ends = [block.first_goal for block in blocks[1:]] + [len(ctx.plan.goals)] * bool(blocks)
    first: dict[str, tree.SectionBlock] = {}
    found = []
    for block, end in zip(blocks, ends, strict=True):
        ids = dict.fromkeys(goal.id for goal in ctx.plan.goals[block.first_goal : end])
        inside = [goal for goal in goals if goal.id in ids]
        before = first.setdefault(fold(block.title.value), block)
        if before is not block:
            ctx.faults.error("duplicate-section", block.place, related=(before.place,), name=block.title.value)
        if not ids:
            ctx.faults.error("section-without-goals", block.place, name=block.title.value)
        found.append(_section(ctx, block, inside))
    return tuple(found)


def _section(ctx: Context, block: tree.SectionBlock, goals: Sequence[Goal]) -> Section:
    line = only(ctx, block.totals)
    if line and line.kind in {kind.value for kind in OF_SECTIONS}:
        ctx.faults.error("sections-in-section", line.place)
        line = None
    return Section(
        block.title.value,
        tuple(goal.id for goal in goals),
        weight(ctx, block.weights),
        _of_goals(ctx, line, goals) if line else None,
        bool(block.counts),
        block.source or "",
        place=block.place,
    )


def _of_goals(ctx: Context, line: tree.TotalLine, goals: Sequence[Goal]) -> Total:
    """A total over goals; a sum of points needs points."""
    kind = TotalKind(line.kind)
    for goal in goals:
        _scored(ctx, goal, kind, line.place)
    if kind is not TotalKind.SUM_OF_POINTS:
        said = _weighed(ctx)
        parts = [Weighed(_name(ctx, goal), goal.weight, goal.id in said, goal.place) for goal in goals]
        return total(ctx, line, TotalUnit.PERCENT, kind not in WEIGHTED or adds_up(ctx, parts, line.place))
    return total(ctx, line, TotalUnit.POINTS, True)


def _scored(ctx: Context, goal: Goal, kind: TotalKind, place: Place) -> None:
    """A mean takes percent, a sum of points takes points."""
    if kind is TotalKind.SUM_OF_POINTS:
        _worth(ctx, goal, place)
    elif goal.scale.points:
        ctx.faults.error("points-in-mean", goal.place, related=(place,), name=goal.id)


def _worth(ctx: Context, goal: Goal, place: Place) -> None:
    """A goal's points: its weight, or the top of its own scale in points, which is never more than its weight."""
    given, top = goal.weight, goal.scale.steps[0].high if goal.scale.steps else None
    if given and given.kind is WeightKind.POINTS:
        if goal.scale.points and top is not None and top > given.value:
            found, expected = (in_points(ctx, each) for each in (top, given.value))
            ctx.faults.warning("score-above-weight", given.place, name=goal.id, found=found, expected=expected)
    elif given or not (goal.scale.points or goal.id in _weighed(ctx)):
        ctx.faults.error("points-expected", given.place if given else goal.place, related=(place,), name=goal.id)


def _of_sections(ctx: Context, line: tree.TotalLine, sections: Sequence[Section]) -> Total | None:
    """A total over sections, which are all summed up in one unit."""
    if not sections:
        ctx.faults.error("no-sections", line.place)
        return None
    tried = {block.title.value for block in ctx.plan.sections if block.totals}
    units: dict[TotalUnit, Section] = {}
    for section in sections:
        if section.total is None and section.title not in tried:
            ctx.faults.error("section-without-total", section.place, related=(line.place,), name=section.title)
        elif section.total:
            units.setdefault(section.total.unit, section)
    if len(units) > 1:
        first, second, *_ = units.values()
        ctx.faults.error("section-units", line.place, related=(first.place, second.place))
    kind = TotalKind(line.kind)
    said = {block.title.value for block in ctx.plan.sections if block.weights}
    parts = [Weighed(f"“{each.title}”", each.weight, each.title in said, each.place) for each in sections]
    right = kind not in WEIGHTED or adds_up(ctx, parts, line.place)
    return total(ctx, line, next(iter(units), TotalUnit.PERCENT), right)


def _weighed(ctx: Context) -> set[str]:
    """The goals that a weight is written for, though it may have a fault."""
    return {block.id for block in ctx.plan.goals if block.weights}


def _name(ctx: Context, goal: Goal) -> str:
    return f"{'mål' if ctx.language == 'da' else 'goal'} {goal.id}"


def _unused(ctx: Context, goals: Iterable[Goal], sections: Sequence[Section], whole: Total | None) -> None:
    """The first weight that no total uses."""
    weighted: Mapping[str, bool] = {
        id_: section.total is not None and section.total.kind in WEIGHTED
        for section in sections
        for id_ in section.goals
    }
    of_goals = whole is not None and whole.kind in WEIGHTED and whole.kind not in OF_SECTIONS
    spare: list[Place] = []
    if not of_goals:
        spare += [goal.weight.place for goal in goals if goal.weight and not weighted.get(goal.id)]
    if whole is None or whole.kind is not TotalKind.WEIGHTED_MEAN_OF_SECTIONS:
        spare += [section.weight.place for section in sections if section.weight]
    for place in spare[:1]:
        ctx.faults.warning("weights-unused", place)
