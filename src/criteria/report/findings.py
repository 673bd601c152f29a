"""What ``check`` found, as JSON (schema ``criteria/findings/1``) and as a line for each plan.

In: diagnostics. Out: plain data, or text. The messages themselves are ``diagnostics.render``'s.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.diagnostics import Diagnostic, Lang, Severity, as_data, place_data
from criteria.model.findings import Accepted
from criteria.report.texts import say

SCHEMA = "criteria/findings/1"


def findings_data(diagnostics: Iterable[Diagnostic], accepted: Iterable[Accepted], lang: Lang) -> dict[str, object]:
    """All findings of all plans, in order, and those that the plans accept, each with its reason and where that stands."""
    return {
        "schema": SCHEMA,
        "findings": [_finding(each, lang) for each in diagnostics],
        "accepted": [
            _finding(each.finding, lang) | {"reason": each.by.reason, "accepted_at": place_data(each.by.place)}
            for each in accepted
        ],
    }


def _finding(diagnostic: Diagnostic, lang: Lang) -> dict[str, object]:
    """One finding; ``reading`` and ``witness`` are null where there is none."""
    return as_data(diagnostic, lang) | {"reading": diagnostic.reading, "witness": diagnostic.witness}


def summary(name: str, diagnostics: Iterable[Diagnostic], lang: Lang, accepted: int = 0) -> str:
    """``plan.criteria: 2 errors, 1 warning, 3 accepted``."""
    found = list(diagnostics)
    counts = [_count(severity, sum(d.severity is severity for d in found), lang) for severity in Severity]
    told = ", ".join(filter(None, counts)) or say("no_findings", lang)
    return f"{name}: {told}{say('accepted', lang, n=accepted) if accepted else ''}"


def written(count: int, folder: str, lang: Lang) -> str:
    """``3 files of facts written to FOLDER``."""
    return say("witnesses_1" if count == 1 else "witnesses", lang, n=count, folder=folder) + "\n"


def see_check(name: str, remarks: Iterable[Diagnostic], lang: Lang) -> str:
    """``plan.criteria: 4 notices (criteria check shows them)``."""
    return f"{summary(name, remarks, lang)} ({say('check_shows', lang)})"


def _count(severity: Severity, count: int, lang: Lang) -> str:
    if not count:
        return ""
    return say(f"{severity.value}_1", lang) if count == 1 else say(f"{severity.value}s", lang, n=count)
