"""``criteria diff``: on which facts two plans give different levels, and where they agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import __version__
from criteria.analyse.differences import differences
from criteria.commands import inputs, plans, streams
from criteria.commands.check import write_files
from criteria.diagnostics import Diagnostic
from criteria.report.differences import diff_data, diff_files
from criteria.report.follow_up import Look, diff_text
from criteria.report.texts import say

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 all goals agree everywhere, 1 one differs or may differ, 2 a plan that cannot be used."""
    names, output = arguments.operands, arguments.one("--output")
    if len(names) != 2:
        streams.tell([Diagnostic("two-plans", None, {"found": ", ".join(names)})], {}, arguments.lang)
        return 2
    checked = [plans.checked(name) for name in names]
    lang = arguments.asked_lang or checked[-1].language
    for each in checked:
        plans.tell_plan(each, lang)
    faults = plans.output_faults(output, names)
    streams.tell(faults, {}, lang)
    old, new = (each.plan for each in checked)
    if faults or old is None or new is None:
        return 2
    found = differences(old, new)
    inputs.answer(
        arguments,
        inputs.Answer(
            lambda form, width, colour: diff_text(found, old, new, Look(form, lang, width, colour)),
            lambda: diff_data(found, old, new, __version__),
        ),
    )
    if folder := arguments.one("--write-witness"):
        count = write_files(folder, list(diff_files(found, lang)))
        streams.complain(say("diff_written_one" if count == 1 else "diff_written", lang, count=count, folder=folder))
    return int(any(goal.status != "agree" for goal in found))
