"""The reports of follow-up, in the form that was asked for.

In: a verdict, a course or changes, with their plan. Out: text in the form asked for (``text``, ``markdown``, ``html``), or plain data.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from criteria.analyse.changes import Changes
from criteria.analyse.course import Course
from criteria.analyse.needs.told import Needs
from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Verdict
from criteria.evaluate.versions import plan_at
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.report.changes import changes_document
from criteria.report.course import course_document
from criteria.report.document import Document
from criteria.report.lay_out import lay_out
from criteria.report.needs import needs_document

if TYPE_CHECKING:
    from criteria.analyse.differences import GoalDiff
    from criteria.analyse.sufficient import Sufficient

# Each kind by its names in both languages.
KINDS = {
    "annual": "annual",
    "årsrapport": "annual",
    "half-year": "half-year",
    "halvår": "half-year",
    "readings": "readings",
    "læsninger": "readings",
}


@frozen
class Look:
    """How a text is to look: the form, and for a terminal its width and whether it is coloured."""

    form: str = "text"
    lang: Lang = "en"
    width: int = 100
    colour: bool = False


def report_text(kind: str, verdict: Verdict, plan: Plan, facts: Facts, look: Look) -> str:
    """The report that ``kind`` names."""
    return _laid_out(_document(kind, verdict, plan, facts, look.lang), look)


def report_data(kind: str, verdict: Verdict, plan: Plan, facts: Facts, lang: Lang) -> dict[str, object]:
    """The same as plain data."""
    from criteria.report.as_data import document_data

    return document_data(_document(kind, verdict, plan, facts, lang), KINDS[kind])


def course_text(found: Course, plan: Plan, look: Look) -> str:
    """The course of the goals."""
    return _laid_out(course_document(found, plan, look.lang), look)


def needs_text(found: Needs, plan: Plan, facts: Facts, look: Look, only: str | None = None) -> str:
    """What is still needed; ``only``: for one level."""
    return _laid_out(needs_document(found, plan_at(plan, found.as_of), facts, look.lang, only), look)


def changes_text(found: Sequence[Changes], old: Plan, new: Plan, look: Look) -> str:
    """The change log."""
    return _laid_out(changes_document(found, old, new, look.lang), look)


def diff_text(found: Sequence[GoalDiff], old: Plan, new: Plan, look: Look) -> str:
    """Where two plans differ."""
    from criteria.report.differences import diff_document

    return _laid_out(diff_document(found, old, new, look.lang), look)


def explanation_text(found: Sufficient, plan: Plan, look: Look) -> str:
    """The facts that alone keep a verdict."""
    from criteria.report.explanation import explanation_document

    return _laid_out(explanation_document(found, plan_at(plan, found.as_of), look.lang), look)


def _laid_out(document: Document, look: Look) -> str:
    return lay_out(document, look.form, look.width, look.colour)


def _document(kind: str, verdict: Verdict, plan: Plan, facts: Facts, lang: Lang) -> Document:
    plan = plan_at(plan, verdict.as_of)
    if KINDS[kind] == "annual":
        from criteria.report.annual import annual_document

        return annual_document(verdict, plan, lang)
    if KINDS[kind] == "half-year":
        from criteria.analyse.deadlines import every_deadline
        from criteria.report.half_year import half_year_document

        return half_year_document(verdict, plan, every_deadline(plan, facts, verdict), lang)
    from criteria.analyse.interpretation import interpretations
    from criteria.report.interpretation import interpretation_document

    return interpretation_document(interpretations(plan, facts, verdict), verdict, plan, lang)
