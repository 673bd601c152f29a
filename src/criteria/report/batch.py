"""How many subjects of a batch come to what, as a person or a program reads it.

In: the counts of each goal, the plan. Out: a document, and data of schema ``criteria/batch/1``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from criteria.batch.counting import Counts
from criteria.diagnostics import Lang
from criteria.evaluate.versions import plan_at
from criteria.frozen import frozen
from criteria.model.plan import Goal, Plan
from criteria.report.document import Block, Cell, Document, Paragraph, Table
from criteria.report.steps import level
from criteria.report.texts import goal_heading, say

SCHEMA = "criteria/batch/1"


@frozen
class Batch:
    """What there is to tell."""

    counts: Sequence[Counts]
    subjects: int
    one_by_one: int
    output: str
    as_of: date | None


def batch_document(batch: Batch, plan: Plan, lang: Lang) -> Document:
    """A table with a row for each goal."""
    goals = {goal.id: goal for goal in plan_at(plan, batch.as_of).goals}
    head = tuple(say(key, lang) for key in ("goal", "batch_secured", "batch_open", "batch_depends"))
    rows = tuple(_row(each, goals[each.goal], lang) for each in batch.counts)
    blocks: list[Block] = [Table(head, rows, right=(2, 3))]
    if batch.one_by_one:
        blocks.append(Paragraph(say("batch_one_by_one", lang, count=batch.one_by_one)))
    title = say("batch_of", lang, plan=plan.title, count=batch.subjects)
    day = batch.as_of.isoformat() if batch.as_of else ""
    return Document(title, (day,), tuple(blocks), say("batch_to", lang, file=batch.output), lang)


def _row(counts: Counts, goal: Goal, lang: Lang) -> tuple[Cell, ...]:
    secured = ", ".join(f"{level(name, lang, goal.scale)} {count}" for name, count in counts.secured.items())
    heading = goal_heading(goal.id, goal.title, lang)
    return Cell(heading), Cell(secured or "0"), Cell(str(counts.open)), Cell(str(counts.depends))


def batch_data(batch: Batch, plan: Plan, version: str) -> dict[str, object]:
    """The same as data."""
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "version": version,
        "as_of": batch.as_of.isoformat() if batch.as_of else None,
        "output": batch.output,
        "subjects": batch.subjects,
        "one_by_one": batch.one_by_one,
        "goals": [
            {"id": each.goal, "secured": each.secured, "open": each.open, "depends_on_reading": each.depends}
            for each in batch.counts
        ],
    }
