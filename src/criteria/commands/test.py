"""``criteria test``: the examples inside plans; examples of what they leave out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.commands import plans, streams
from criteria.diagnostics import Diagnostic
from criteria.pipeline import rehearse_plan
from criteria.report.rehearsal import rehearsal_text

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments
    from criteria.model.plan import Plan


def run(arguments: Arguments) -> int:
    """0 every example passes, 1 one fails, 2 a plan that cannot be used; of suggestions 0 or 2."""
    names, output = arguments.operands, arguments.one("--output")
    suggest = arguments.flag("--suggest")
    faults = plans.output_faults(output, names)
    if output and not suggest:
        faults.append(Diagnostic("only-with-suggest", None, {}))
    if suggest and len(names) > 1:
        faults.append(Diagnostic("one-plan", None, {"option": "--suggest"}))
    if faults:
        streams.tell(faults, {}, arguments.lang)
        return 2
    return max(_test(name, arguments) for name in names)


def _test(name: str, arguments: Arguments) -> int:
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    plans.tell_plan(checked, lang)
    if checked.plan is None:
        return 2
    if arguments.flag("--suggest"):
        plans.deliver(_suggested(checked.plan), arguments.one("--output"))
        return 0
    found = rehearse_plan(checked.plan)
    streams.say(rehearsal_text(checked.name, found, checked.sources, lang, coverage=arguments.flag("--coverage")))
    return int(not found.passed)


def _suggested(plan: Plan) -> str:
    """Blocks to paste into the plan, in its own language."""
    from criteria.analyse.suggested import suggested
    from criteria.report.suggestions import suggestions_text

    return suggestions_text(plan, suggested(rehearse_plan(plan).left))
