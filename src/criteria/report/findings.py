"""What ``check`` found, as JSON (schema ``criteria/findings/1``) and as a line for each plan.

In: diagnostics. Out: plain data, or text. The messages themselves are ``diagnostics.render``'s.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.diagnostics import Diagnostic, Lang, Severity, as_data
from criteria.report.texts import say

SCHEMA = "criteria/findings/1"


def findings_data(diagnostics: Iterable[Diagnostic], lang: Lang) -> dict[str, object]:
    """All findings of all plans, in order; each has ``reading`` and ``witness``, null where there is none."""
    none = {"reading": None, "witness": None}
    told = [as_data(diagnostic, lang) for diagnostic in diagnostics]
    return {"schema": SCHEMA, "findings": [each | {n: v for n, v in none.items() if n not in each} for each in told]}


def summary(name: str, diagnostics: Iterable[Diagnostic], lang: Lang) -> str:
    """``plan.criteria: 2 errors, 1 warning``."""
    found = list(diagnostics)
    counts = [_count(severity, sum(d.severity is severity for d in found), lang) for severity in Severity]
    return f"{name}: {', '.join(filter(None, counts)) or say('no_findings', lang)}"


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
