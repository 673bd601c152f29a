"""``criteria facts``: what a plan asks for, as a list or as a template to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.commands import plans, streams
from criteria.diagnostics import Diagnostic

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.model.plan import Plan


def run(arguments: Arguments) -> int:
    """0, or 2 when the plan cannot be used."""
    name, output = arguments.operands[0], arguments.one("--output")
    form = arguments.one("--format") or "text"
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    faults = plans.output_faults(output, [name])
    if form == "xlsx" and output is None and plans.stdout_is_terminal():
        faults.append(Diagnostic("workbook-to-terminal"))
    plans.tell_plan(checked, lang)
    streams.tell(faults, {}, lang)
    if checked.plan is None or faults:
        return 2
    plans.deliver(_answer(checked.plan, form, lang), output)
    return 0


def _answer(plan: Plan, form: str, lang: str) -> str | bytes:
    if form == "csv":
        from criteria.facts.template import csv_template

        return csv_template(plan)
    if form == "xlsx":
        from criteria.facts.template import xlsx_template

        return xlsx_template(plan)
    from criteria.report.asked import asked_data, asked_text

    return plans.as_json(asked_data(plan)) if form == "json" else asked_text(plan, lang)
