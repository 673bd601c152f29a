"""``criteria evaluate``: plans and facts in, the verdicts out, as text, JSON, Markdown, HTML or a table; for several days their course."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import inputs, plans, streams
from criteria.commands.inputs import Answer
from criteria.diagnostics import Diagnostic

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.commands.inputs import Inputs
    from criteria.evaluate.verdict import Verdict

TABLES = ("csv", "xlsx")
ONE_PLAN = ("html", *TABLES)


def run(arguments: Arguments) -> int:
    """0 evaluated, 2 input that cannot be used; then nothing is written."""
    found = inputs.read(arguments, *arguments.operands)
    if found is None:
        return 2
    form = arguments.one("--format")
    over_time = arguments.one("--every") is not None or len(found[0].days) > 1
    if fault := _unfit(form, arguments.one("--output"), over_time, len(found)):
        streams.tell([fault], {}, found[0].lang)
        return 2
    shown = [streams.Progress(name) for name in arguments.operands]
    if form is not None and form in TABLES:
        return _table(arguments, form, found[0], shown[0])
    tell = _course if over_time else _verdict
    answers = [tell(arguments, each, progress) for each, progress in zip(found, shown, strict=True)]
    known = [each for each in answers if each]
    if len(known) < len(answers):
        return 2
    inputs.answer(arguments, *known)
    return 0


def _unfit(form: str | None, output: str | None, over_time: bool, plans_asked: int) -> Diagnostic | None:
    """Why a form cannot be written."""
    if form in ONE_PLAN and plans_asked > 1:
        return Diagnostic("form-of-plans", None, {"found": form or ""})
    if form in TABLES and over_time:
        return Diagnostic("table-of-days", None, {"found": form or ""})
    if form == "xlsx" and output is None and plans.stdout_is_terminal():
        return Diagnostic("workbook-to-terminal")
    return None


def _table(arguments: Arguments, form: str, found: Inputs, progress: streams.Progress) -> int:
    from criteria.report.verdict_table import verdict_table

    verdict = _judged(arguments, found, progress)
    if verdict is None:
        return 2
    plans.deliver(verdict_table(verdict, found.plan, form, found.lang), arguments.one("--output"))
    return 0


def _verdict(arguments: Arguments, found: Inputs, progress: streams.Progress) -> Answer | None:
    plan, lang, verdict = found.plan, found.lang, _judged(arguments, found, progress)
    if verdict is None:
        return None
    return Answer(
        lambda form, width, colour: pipeline.report_text(verdict, plan, form, lang, width, colour),
        lambda: pipeline.report_data(verdict, plan, lang),
    )


def _judged(arguments: Arguments, found: Inputs, progress: streams.Progress) -> Verdict | None:
    """The verdict, on one subject where one is asked for; None when there is no such subject."""
    try:
        verdict = pipeline.evaluate(found.plan, found.facts, found.day, found.readings, progress)
    finally:
        progress.clear()
    from criteria.commands.subjects import narrowed

    one, fault = narrowed(verdict, arguments.one("--subject"))
    if fault:
        streams.tell([fault], {}, found.lang)
        return None
    inputs.tell(found, verdict.notices)
    return one


def _course(arguments: Arguments, found: Inputs, progress: streams.Progress) -> Answer:
    plan, lang = found.plan, found.lang
    try:
        course = pipeline.course(plan, found.facts, found.days, found.readings, progress)
    finally:
        progress.clear()
    inputs.tell(found, course.notices)
    from criteria import __version__
    from criteria.report.course import course_data
    from criteria.report.follow_up import Look, course_text

    return Answer(
        lambda form, width, colour: course_text(course, plan, Look(form, lang, width, colour)),
        lambda: course_data(course, plan, __version__, lang),
    )
