"""``criteria check``: the faults of plans, and remarks on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.commands import plans, streams
from criteria.diagnostics import Severity
from criteria.report.findings import findings_data, summary

if TYPE_CHECKING:
    from criteria.commands.arguments import Arguments


def run(arguments: Arguments) -> int:
    """0 no errors, 1 errors (with ``--strict`` also warnings), 2 a plan that cannot be read."""
    as_data = arguments.one("--format") == "json"
    every = [plans.checked(name) for name in arguments.operands]
    if as_data:
        found = [diagnostic for checked in every for diagnostic in checked.diagnostics]
        streams.say(plans.as_json(findings_data(found, arguments.asked_lang or every[0].language)))
    for checked in every:
        lang = arguments.asked_lang or checked.language
        # What cannot be read is said on standard error in either format.
        if not as_data or checked.source is None:
            streams.tell(checked.diagnostics, checked.sources, lang)
        if not as_data and checked.source is not None:
            streams.say(summary(checked.name, checked.diagnostics, lang) + "\n")
    if any(checked.source is None for checked in every):
        return 2
    bad = {Severity.ERROR, Severity.WARNING} if arguments.flag("--strict") else {Severity.ERROR}
    return int(any(diagnostic.severity in bad for checked in every for diagnostic in checked.diagnostics))
