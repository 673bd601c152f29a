"""``criteria needs``: what must still happen for each goal, and by when, as text, JSON, Markdown or HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.analyse.needs.asked import level_ids, level_named
from criteria.analyse.needs.every import needs
from criteria.commands import inputs, streams
from criteria.diagnostics import Diagnostic
from criteria.evaluate.versions import every_goal
from criteria.nearest import nearest
from criteria.report.follow_up import Look, needs_text
from criteria.report.needs import needs_data

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.model.plan import Plan


def run(arguments: Arguments) -> int:
    """0 told, 2 input that cannot be used; then nothing is written."""
    if arguments.one("--as-of") is None:
        streams.tell([Diagnostic("as-of-missing")], {}, arguments.lang)
        return 2
    read = inputs.read(arguments, arguments.operands[0])
    if read is None:
        return 2
    (found,) = read
    assert found.day is not None
    goal, level = arguments.one("--goal"), level_named(found.plan, arguments.one("--level"))
    if fault := _fault(found.plan, goal, arguments.one("--level"), level):
        streams.tell([fault], {}, found.lang)
        return 2
    progress = streams.Progress(arguments.operands[0])
    try:
        told = needs(found.plan, found.facts, found.day, found.readings, goal, progress)
    finally:
        progress.clear()
    inputs.answer(
        arguments,
        inputs.Answer(
            lambda form, width, colour: needs_text(
                told, found.plan, found.facts, Look(form, found.lang, width, colour), level
            ),
            lambda: needs_data(told, found.plan, found.facts, level),
        ),
    )
    return 0


def _fault(plan: Plan, goal: str | None, asked: str | None, level: str | None) -> Diagnostic | None:
    """A goal or a level that the plan does not have."""
    goals = tuple(each.id for each in every_goal(plan))
    if goal is not None and goal not in goals:
        return Diagnostic("unknown-goal", None, {"found": goal, "expected": ", ".join(goals)}, nearest(goal, goals))
    if asked is not None and level is None:
        levels = level_ids(plan)
        return Diagnostic(
            "unknown-level", None, {"found": asked, "expected": ", ".join(levels)}, nearest(asked, levels)
        )
    return None
