"""``criteria explain``: the fewest facts that alone keep the verdict on a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import __version__
from criteria.analyse.sufficient import sufficient
from criteria.commands import inputs, streams
from criteria.diagnostics import Diagnostic
from criteria.evaluate.versions import plan_at
from criteria.nearest import nearest
from criteria.report.explanation_data import explanation_data
from criteria.report.follow_up import Look, explanation_text

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 explained, 2 input that cannot be used; then nothing is written."""
    asked = arguments.one("--goal")
    if asked is None:
        streams.tell([Diagnostic("goal-missing", None, {"command": "criteria explain"})], {}, arguments.lang)
        return 2
    read = inputs.read(arguments, arguments.operands[0])
    if read is None:
        return 2
    (found,) = read
    known = [goal.id for goal in plan_at(found.plan, found.day).goals]
    if asked not in known:
        values = {"found": asked, "expected": ", ".join(known)}
        streams.tell([Diagnostic("unknown-goal-number", None, values, nearest(asked, known))], {}, found.lang)
        return 2
    reason = sufficient(
        found.plan,
        asked,
        found.facts,
        found.day,
        found.readings,
        every_reading=arguments.flag("--every-reading"),
    )
    inputs.answer(
        arguments,
        inputs.Answer(
            lambda form, width, colour: explanation_text(reason, found.plan, Look(form, found.lang, width, colour)),
            lambda: explanation_data(reason, found.plan, __version__),
        ),
    )
    return 0
