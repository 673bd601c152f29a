"""``criteria evaluate``: plan and facts in, the verdicts out, as text, JSON, Markdown or HTML."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from criteria import pipeline
from criteria.commands import plans, streams
from criteria.commands.days import as_of

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 evaluated, 2 input that cannot be used; then nothing is written."""
    name, output = arguments.operands[0], arguments.one("--output")
    given = arguments.many("--facts")
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    asked, faults = plans.readings(arguments.many("--reading"))
    moved: dict[str, str] = {}
    if checked.plan:
        moved, unknown = pipeline.check_readings(asked, checked.plan)
        faults += unknown
    day, more = as_of(arguments.one("--as-of"), checked.plan.period if checked.plan else None, lang)
    faults += [*more, *plans.output_faults(output, [name, *given])]
    loaded = pipeline.load_facts(given or None, checked.plan) if checked.plan else pipeline.Loaded(None, ())
    plans.tell_plan(checked, lang)
    sources = checked.sources | dict(loaded.sources)
    streams.tell((*faults, *loaded.diagnostics), sources, lang)
    if checked.plan is None or loaded.facts is None or faults:
        return 2

    progress = streams.Progress(name)
    try:
        verdict = pipeline.evaluate(checked.plan, loaded.facts, day, moved, progress)
    finally:
        progress.clear()
    streams.tell(verdict.notices, sources, lang)
    form, to_file = arguments.one("--format") or "text", output is not None
    if form == "json":
        answer = plans.as_json(pipeline.report_data(verdict, checked.plan, lang))
    elif form == "markdown" or form == "html" or to_file:
        answer = pipeline.report_text(verdict, checked.plan, form, lang)
    else:
        width, colour = streams.width(), streams.wants_colour(sys.stdout)
        answer = pipeline.report_text(verdict, checked.plan, "text", lang, width, colour)
    plans.deliver(answer, output)
    return 0
