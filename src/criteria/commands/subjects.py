"""``--subject NAME``: the verdicts on one of those that goals are asked of."""

from __future__ import annotations

from criteria.diagnostics import Diagnostic
from criteria.evaluate.verdict import Verdict
from criteria.nearest import fold, nearest
from criteria.report.subjects import only, subject_names

SHOWN = 10


def narrowed(verdict: Verdict, subject: str | None) -> tuple[Verdict, Diagnostic | None]:
    """The verdicts on the subject; on all when none is asked for; or why there are none."""
    if subject is None:
        return verdict, None
    names = subject_names(verdict)
    if fold(subject) in map(fold, names):
        return only(verdict, subject), None
    values = {"found": subject, "expected": ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")}
    return verdict, Diagnostic("unknown-subject" if names else "no-subjects", None, values, nearest(subject, names))
