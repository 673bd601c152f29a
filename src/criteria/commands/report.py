"""``criteria report``: the reports of follow-up, as text, Markdown, HTML or JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import inputs, streams
from criteria.diagnostics import Diagnostic
from criteria.nearest import nearest
from criteria.report.follow_up import KINDS, Look, report_data, report_text

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 reported, 2 input that cannot be used; then nothing is written."""
    kind = KINDS.get(arguments.operands[0])
    fault = _fault(arguments, kind)
    if fault or kind is None:
        streams.tell([fault] if fault else [], {}, arguments.lang)
        return 2
    name = arguments.operands[1]
    read = inputs.read(arguments, name)
    if read is None:
        return 2
    (found,) = read
    progress = streams.Progress(name)
    try:
        verdict = pipeline.evaluate(found.plan, found.facts, found.day, found.readings, progress)
    finally:
        progress.clear()
    inputs.tell(found, verdict.notices)
    inputs.answer(
        arguments,
        inputs.Answer(
            lambda form, width, colour: report_text(
                kind, verdict, found.plan, found.facts, Look(form, found.lang, width, colour)
            ),
            lambda: report_data(kind, verdict, found.plan, found.facts, found.lang),
        ),
    )
    return 0


def _fault(arguments: Arguments, kind: str | None) -> Diagnostic | None:
    """What is wrong with the arguments themselves."""
    asked, *names = arguments.operands
    if kind is None:
        return Diagnostic("unknown-report", None, {"found": asked, "expected": ", ".join(KINDS)}, nearest(asked, KINDS))
    command = f"criteria report {asked}"
    if not names:
        return Diagnostic("plan-missing", None, {"command": command})
    if len(names) > 1:
        return Diagnostic("second-plan", None, {"command": command, "found": names[1]})
    if kind == "half-year" and arguments.one("--as-of") is None:
        return Diagnostic("as-of-missing")
    return None
