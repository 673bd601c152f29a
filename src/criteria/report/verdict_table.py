"""The verdicts as one table for a spreadsheet: a row for each goal, and for each subject or period that a goal is asked of.

In: a ``Verdict`` and its plan. Out: rows of texts and exact numbers, the header first; laid out by ``facts.exports``.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import GoalVerdict, Verdict
from criteria.facts.exports import Cells, as_csv, as_xlsx
from criteria.model.plan import Plan
from criteria.report.evidence import Naming, naming
from criteria.report.outline import deciding
from criteria.report.steps import level
from criteria.report.subjects import period_name
from criteria.report.texts import reading, say

HEADER = (
    *("goal", "title", "subject", "period", "status", "best", "worst", "lowest_score", "highest_score"),
    *("depends_on", "missing_facts", "reason"),
)


def verdict_rows(verdict: Verdict, plan: Plan, lang: Lang) -> list[Cells]:
    """The header, and the rows in the order of the plan."""
    words = naming(verdict, plan, lang)
    rows: list[Cells] = [tuple(say(f"column_{key}", lang) for key in HEADER)]
    for goal in verdict.goals:
        rows += (_row(one, words) for one in _each(goal))
    return rows


def _each(goal: GoalVerdict) -> Iterator[GoalVerdict]:
    yield goal
    yield from goal.subjects


def _row(goal: GoalVerdict, words: Naming) -> Cells:
    lang = words.lang
    faults = [fault.about for fault in goal.faults]
    return (
        goal.id,
        goal.title,
        goal.subject if goal.subject != goal.period else "",
        period_name(goal.period, lang),
        say("decided" if goal.decided else "open", lang),
        level(goal.levels[0], lang, goal.scale),
        level(goal.levels[-1], lang, goal.scale),
        *goal.score,
        ", ".join(reading(name, lang) for name in goal.depends_on),
        ", ".join([*(words.name(missing.path) for missing in goal.missing), *faults]),
        "; ".join(deciding(goal, words)),
    )


def verdict_table(verdict: Verdict, plan: Plan, form: str, lang: Lang) -> bytes:
    """``csv`` or ``xlsx``."""
    rows = verdict_rows(verdict, plan, lang)
    return as_csv(rows, lang) if form == "csv" else as_xlsx(say("verdicts", lang), rows)
