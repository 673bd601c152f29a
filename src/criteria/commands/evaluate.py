"""``criteria evaluate``: plan and facts in, the verdicts out, as text, JSON, Markdown or HTML; for several days their course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import inputs, streams

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.commands.inputs import Inputs


def run(arguments: Arguments) -> int:
    """0 evaluated, 2 input that cannot be used; then nothing is written."""
    name = arguments.operands[0]
    found = inputs.read(arguments, name)
    if found is None:
        return 2
    progress = streams.Progress(name)
    if arguments.one("--every") is not None or len(found.days) > 1:
        _course(arguments, found, progress)
    else:
        _verdict(arguments, found, progress)
    return 0


def _verdict(arguments: Arguments, found: Inputs, progress: streams.Progress) -> None:
    plan, lang = found.plan, found.lang
    try:
        verdict = pipeline.evaluate(plan, found.facts, found.day, found.readings, progress)
    finally:
        progress.clear()
    inputs.tell(found, verdict.notices)
    inputs.answer(
        arguments,
        lambda form, width, colour: pipeline.report_text(verdict, plan, form, lang, width, colour),
        lambda: pipeline.report_data(verdict, plan, lang),
    )


def _course(arguments: Arguments, found: Inputs, progress: streams.Progress) -> None:
    plan, lang = found.plan, found.lang
    try:
        course = pipeline.course(plan, found.facts, found.days, found.readings, progress)
    finally:
        progress.clear()
    inputs.tell(found, course.notices)
    inputs.answer(
        arguments,
        lambda form, width, colour: pipeline.course_text(course, plan, form, lang, width, colour),
        lambda: pipeline.course_data(course, plan, lang),
    )
