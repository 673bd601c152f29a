"""``criteria changes``: what differs between two plans, or what the amendments of one plan change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria import __version__, pipeline
from criteria.commands import inputs, plans, streams
from criteria.diagnostics import Diagnostic
from criteria.report.changes import changes_data
from criteria.report.follow_up import Look, changes_text

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 told, whether or not anything changed; 2 a plan that cannot be used."""
    names, output = arguments.operands, arguments.one("--output")
    if len(names) > 2:
        streams.tell([Diagnostic("third-plan", None, {"found": names[2]})], {}, arguments.lang)
        return 2
    checked = [plans.checked(name) for name in names]
    lang = arguments.asked_lang or checked[-1].language
    for each in checked:
        plans.tell_plan(each, lang)
    faults = plans.output_faults(output, names)
    streams.tell(faults, {}, lang)
    found = [each.plan for each in checked if each.plan]
    if faults or len(found) < len(checked):
        return 2
    old, new = found[0], found[-1]
    changes = pipeline.changes(old, new if len(found) > 1 else None)
    inputs.answer(
        arguments,
        inputs.Answer(
            lambda form, width, colour: changes_text(changes, old, new, Look(form, lang, width, colour)),
            lambda: changes_data(changes, old, new, __version__),
        ),
    )
    return 0
