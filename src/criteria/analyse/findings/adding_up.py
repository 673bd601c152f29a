"""Goals that nothing adds up.

In: a checked plan. Out: ``no-total`` once, where goals with scores stand in sections and neither the plan nor a section says what they
come to, or that they are counted only. Holds: goals in one row are each judged by themselves, as the language has it, and nothing is
told; a plan that divides them could mean the mean of all or that of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.findings.made import finding
from criteria.diagnostics import Diagnostic
from criteria.model.plan import Plan
from criteria.source import Place


def find(plan: Plan) -> Iterator[Diagnostic]:
    """Of the plan as a whole."""
    summed = plan.total or plan.counts or any(section.total or section.counts for section in plan.sections)
    if plan.sections and len(plan.goals) > 1 and not summed:
        counted = "antal mål pr. niveau" if plan.language == "da" else "count goals per level"
        yield finding("no-total", _heading(plan), suggestion=counted, number=str(len(plan.goals)))


def _heading(plan: Plan) -> Place:
    """Where the plan's title stands."""
    for number, line in enumerate(plan.source.lines, 1):
        if plan.title and (column := line.find(plan.title)) >= 0 and not line.lstrip().startswith("#"):
            return Place(plan.source.name, number, column + 1, column + 1 + len(plan.title))
    return Place(plan.source.name, 1)
