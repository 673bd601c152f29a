"""``criteria evaluate``: plan and facts in, the verdicts out, as text, JSON, Markdown, HTML or a table; for several days their course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import inputs, plans, streams
from criteria.diagnostics import Diagnostic

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.commands.inputs import Inputs

TABLES = ("csv", "xlsx")


def run(arguments: Arguments) -> int:
    """0 evaluated, 2 input that cannot be used; then nothing is written."""
    name = arguments.operands[0]
    found = inputs.read(arguments, name)
    if found is None:
        return 2
    progress = streams.Progress(name)
    several, form = arguments.one("--every") is not None or len(found.days) > 1, arguments.one("--format")
    if fault := _unfit(form, arguments.one("--output"), several):
        streams.tell([fault], {}, found.lang)
        return 2
    return _course(arguments, found, progress) if several else _verdict(arguments, found, progress)


def _unfit(form: str | None, output: str | None, several: bool) -> Diagnostic | None:
    """Why a table cannot be written."""
    if form in TABLES and several:
        return Diagnostic("table-of-days", None, {"found": form})
    if form == "xlsx" and output is None and plans.stdout_is_terminal():
        return Diagnostic("workbook-to-terminal")
    return None


def _verdict(arguments: Arguments, found: Inputs, progress: streams.Progress) -> int:
    plan, lang = found.plan, found.lang
    try:
        verdict = pipeline.evaluate(plan, found.facts, found.day, found.readings, progress)
    finally:
        progress.clear()
    from criteria.commands.subjects import narrowed

    subject, form = arguments.one("--subject"), arguments.one("--format")
    one, fault = narrowed(verdict, subject)
    if fault:
        streams.tell([fault], {}, lang)
        return 2
    inputs.tell(found, verdict.notices)
    if form in TABLES:
        from criteria.report.verdict_table import verdict_table

        plans.deliver(verdict_table(one, plan, form, lang), arguments.one("--output"))
        return 0
    inputs.answer(
        arguments,
        lambda form, width, colour: pipeline.report_text(one, plan, form, lang, width, colour),
        lambda: pipeline.report_data(one, plan, lang),
    )
    return 0


def _course(arguments: Arguments, found: Inputs, progress: streams.Progress) -> int:
    plan, lang = found.plan, found.lang
    try:
        course = pipeline.course(plan, found.facts, found.days, found.readings, progress)
    finally:
        progress.clear()
    inputs.tell(found, course.notices)
    from criteria import __version__
    from criteria.report.course import course_data
    from criteria.report.follow_up import Look, course_text

    inputs.answer(
        arguments,
        lambda form, width, colour: course_text(course, plan, Look(form, lang, width, colour)),
        lambda: course_data(course, plan, __version__, lang),
    )
    return 0
