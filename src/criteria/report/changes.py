"""The change log: what differs between versions of a plan, with the old and the new words side by side.

In: ``Changes``, one for each step from a version to the next. Out: a ``Document``, or plain data (schema ``criteria/changes/1``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from criteria.analyse.changes import Changes, GoalChange, Part
from criteria.dates.readings import READINGS
from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Version
from criteria.model.plan import Plan
from criteria.report.course import digest
from criteria.report.days import with_days
from criteria.report.document import Block, Cell, Document, Heading, Paragraph, Table
from criteria.report.steps import level
from criteria.report.texts import goal_heading, reading, say
from criteria.report.versions import version_name
from criteria.wording.report import LABELS

SCHEMA = "criteria/changes/1"
COLUMNS = ("change_goal", "change_what", "change_before", "change_after")
Data = dict[str, object]


def changes_document(found: Sequence[Changes], old: Plan, new: Plan, lang: Lang) -> Document:
    """A table for each step; ``old`` and ``new`` are the same plan where its own amendments are told."""
    blocks: list[Block] = []
    for each in found:
        blocks.append(Heading(_name(each, old, new, lang)))
        blocks += [Paragraph(each.quote, quoted=True)] if each.quote else []
        rows = tuple(_rows(each, lang))
        head = tuple(say(key, lang) for key in COLUMNS)
        blocks.append(Table(head, rows) if rows else Paragraph(say("no_changes", lang)))
    if not found:
        blocks.append(Paragraph(say("no_amendments", lang)))
    title = say("changes_of", lang, plan=new.title or new.source.name)
    return Document(title, (), tuple(blocks), digest(new, lang), lang)


def _name(each: Changes, old: Plan, new: Plan, lang: Lang) -> str:
    if each.start:
        return version_name(Version(each.start, each.title), lang)
    return say("changes_between", lang, old=old.source.name, new=new.source.name)


def _rows(each: Changes, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    for part in each.parts:
        yield _row(say("change_plan", lang), part, lang)
    for goal in each.goals:
        yield from _goal_rows(goal, lang)


def _goal_rows(goal: GoalChange, lang: Lang) -> Iterator[tuple[Cell, ...]]:
    """The goal is named once."""
    name = goal_heading(goal.id, goal.title, lang)
    if goal.kind == "removed":
        yield Cell(name), Cell(say("change_removed", lang)), Cell(""), Cell(goal.reason and f"“{goal.reason}”")
        return
    if goal.kind == "added":
        yield Cell(name), Cell(say("change_added", lang)), Cell(""), Cell("")
        name = ""
    for part in goal.parts:
        yield _row(name, part, lang)
        name = ""


def _row(name: str, part: Part, lang: Lang) -> tuple[Cell, ...]:
    old, new = (_words(text, part, lang) for text in (part.old, part.new))
    if part.kind == "meaning":
        new = f"{new}\n{say('change_meaning', lang)}"
    return Cell(name), Cell(_about(part.about, lang)), Cell(old), Cell(new)


def _words(text: str, part: Part, lang: Lang) -> str:
    """The plan's words as they stand; days and weights, which are ours, as the reader writes them."""
    told = with_days(text, lang)
    return told.replace("%", " pct.") if part.about == "weight" and lang == "da" else told


def _about(about: str, lang: Lang) -> str:
    """A level, a reading, or a word of ours."""
    if f"change_{about}" in LABELS:
        return say(f"change_{about}", lang)
    if about in READINGS:
        return reading(about, lang)
    return level(about, lang) if about in LABELS or about[:1].isdigit() else about


def changes_data(found: Sequence[Changes], old: Plan, new: Plan, version: str) -> Data:
    """The whole document."""
    return {
        "schema": SCHEMA,
        "old": _plan(old),
        "new": _plan(new),
        "version": version,
        "steps": [_step(each) for each in found],
    }


def _plan(plan: Plan) -> Data:
    return {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256}


def _step(each: Changes) -> Data:
    return {
        "from": each.start.isoformat() if each.start else None,
        "title": each.title,
        "quote": each.quote,
        "plan": [_part(part) for part in each.parts],
        "goals": [
            {
                "id": goal.id,
                "title": goal.title,
                "change": goal.kind,
                "reason": goal.reason,
                "parts": [_part(part) for part in goal.parts],
            }
            for goal in each.goals
        ],
    }


def _part(part: Part) -> Data:
    return {"about": part.about, "change": part.kind, "old": part.old, "new": part.new}
