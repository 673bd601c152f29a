"""The reports of follow-up, by their kind.

In: a kind, a verdict with its plan and facts. Out: a ``Document``.
"""

from __future__ import annotations

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Verdict
from criteria.evaluate.versions import plan_at
from criteria.facts.record import Facts
from criteria.model.plan import Plan
from criteria.report.document import Document

# Each kind by its names in both languages.
KINDS = {
    "annual": "annual",
    "årsrapport": "annual",
    "half-year": "half-year",
    "halvår": "half-year",
    "readings": "readings",
    "læsninger": "readings",
}


def document(kind: str, verdict: Verdict, plan: Plan, facts: Facts, lang: Lang) -> Document:
    """The report that ``kind`` names."""
    plan = plan_at(plan, verdict.as_of)
    if KINDS[kind] == "annual":
        from criteria.report.annual import annual_document

        return annual_document(verdict, plan, lang)
    if KINDS[kind] == "half-year":
        from criteria.analyse.deadlines import every_deadline
        from criteria.report.half_year import half_year_document

        return half_year_document(verdict, plan, every_deadline(plan, verdict), lang)
    from criteria.analyse.interpretation import interpretations
    from criteria.report.interpretation import interpretation_document

    return interpretation_document(interpretations(plan, facts, verdict), verdict, plan, lang)
