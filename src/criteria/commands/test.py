"""``criteria test``: the examples inside plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.commands import plans, streams
from criteria.pipeline import rehearse_plan
from criteria.report.rehearsal import rehearsal_text

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 every example passes, 1 one fails, 2 a plan that cannot be used."""
    return max(_test(name, arguments) for name in arguments.operands)


def _test(name: str, arguments: Arguments) -> int:
    checked = plans.checked(name)
    lang = arguments.asked_lang or checked.language
    plans.tell_plan(checked, lang)
    if checked.plan is None:
        return 2
    found = rehearse_plan(checked.plan)
    streams.say(rehearsal_text(checked.name, found, checked.sources, lang))
    return int(not found.passed)
