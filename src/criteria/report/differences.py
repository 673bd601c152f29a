"""Where two versions of a plan differ, told: goal by goal, with the facts that show it; as plain data; and as files of facts.

In: ``GoalDiff``s and the two plans. Out: a ``Document``; schema ``criteria/diff/1``; names and texts of files.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from criteria.analyse.differences import Difference, GoalDiff
from criteria.diagnostics import Lang
from criteria.model import terms as t
from criteria.model.plan import Plan
from criteria.model.scale import USUAL, Scale
from criteria.report.course import digest
from criteria.report.document import Block, Cell, Document, Heading, Paragraph, Table, Tone
from criteria.report.ranges import ranges
from criteria.report.steps import level
from criteria.report.texts import goal_heading, joined, reading, reading_value, say
from criteria.report.witness import facts_lines, facts_text, slug

SCHEMA = "criteria/diff/1"
TONES: dict[str, Tone] = {"agree": "yes", "differ": "no", "unknown": "maybe"}
MOST_LINES = 6  # of a record's rows in the report
Data = dict[str, object]


def diff_document(found: Sequence[GoalDiff], old: Plan, new: Plan, lang: Lang) -> Document:
    """All goals in one table; then each that differs."""
    head = (say("goal", lang), say("diff_status", lang))
    rows = tuple(
        (Cell(_name(goal, lang)), Cell(_status(goal, old, new, lang), TONES.get(goal.status, ""))) for goal in found
    )
    blocks: list[Block] = [Table(head, rows)]
    for goal in found:
        if goal.differences:
            blocks += [Heading(_name(goal, lang)), _differences(goal, new, lang), Paragraph(_rest(goal, lang))]
    title = say("diff_of", lang, old=old.source.name, new=new.source.name)
    return Document(title, (say("diff_under", lang),), tuple(blocks), digest(new, lang), lang)


def _name(goal: GoalDiff, lang: Lang) -> str:
    return goal_heading(goal.id, goal.title, lang)


def _status(goal: GoalDiff, old: Plan, new: Plan, lang: Lang) -> str:
    why = say(f"why_{goal.why.replace('-', '_')}", lang) if goal.why else ""
    return say(f"diff_{goal.status}", lang, why=why, old=old.source.name, new=new.source.name)


def _differences(goal: GoalDiff, plan: Plan, lang: Lang) -> Table:
    before, after = (_scale(each) for each in (goal.old, goal.new))
    head = [say(key, lang) for key in ("diff_facts", "change_before", "change_after")]
    varies, where = len(goal.readings) > 1, [_where(each, plan, lang) for each in goal.differences]
    rows = []
    for each, regions in zip(goal.differences, where, strict=True):
        facts = "\n".join(facts_lines(each.witness.data, lang, MOST_LINES)) or say("diff_no_facts", lang)
        row = [Cell(facts), Cell(level(each.old, lang, before)), Cell(level(each.new, lang, after))]
        row += [Cell(_under(each, goal, lang))] if varies else []
        rows.append((*row, *([Cell(regions)] if any(where) else [])))
    head += [say("reading_of", lang)] if varies else []
    return Table((*head, *([say("diff_where", lang)] if any(where) else [])), tuple(rows))


def _where(each: Difference, plan: Plan, lang: Lang) -> str:
    """The regions, where single facts make them up."""
    facts = [[(q.node, domains) for q, domains in region if isinstance(q.node, t.Fact)] for region in each.where]
    if any(len(told) < len(region) for told, region in zip(facts, each.where, strict=True)):
        return ""
    lines = []
    for region in facts:
        parts = []
        for fact, domains in region:
            name = plan.facts[fact.path].name if fact.path in plan.facts else fact.path
            parts.append(f"{name}: {ranges(domains, fact.type, lang)}")
        lines.append("; ".join(parts))
    return "\n".join([*lines, *(["…"] if each.more else [])])


def _scale(goal: object) -> Scale:
    return getattr(goal, "scale", USUAL)


def _under(each: Difference, goal: GoalDiff, lang: Lang) -> str:
    """The readings that it holds under; those that do not matter are left out."""
    if len(each.readings) == len(goal.readings):
        return say("diff_all_readings", lang)
    told = (_of_interest(one, each, goal) for one in each.readings)
    lines = [
        ", ".join(f"{reading(name, lang)}: {reading_value(name, value, lang)}" for name, value in one.items())
        for one in told
    ]
    return "\n".join(dict.fromkeys(lines))


def _of_interest(one: Mapping[str, str], each: Difference, goal: GoalDiff) -> Mapping[str, str]:
    """The readings without those of which every value does."""
    here = [dict(reading) for reading in each.readings]
    values = {name: {reading[name] for reading in goal.readings} for name in one}
    return {
        name: value for name, value in one.items() if not all({**one, name: other} in here for other in values[name])
    }


def _rest(goal: GoalDiff, lang: Lang) -> str:
    if goal.why == "beneath":
        return say("why_beneath", lang)
    if not goal.unconfirmed:
        return say("diff_elsewhere", lang) if goal.complete else ""
    before, after = (_scale(each) for each in (goal.old, goal.new))
    pairs = [
        say("diff_pair", lang, old=level(old, lang, before), new=level(new, lang, after))
        for old, new in goal.unconfirmed
    ]
    return say("diff_unconfirmed", lang, pairs=joined(pairs, say("or", lang)))


def diff_data(found: Sequence[GoalDiff], old: Plan, new: Plan, version: str) -> Data:
    """The same for tools."""
    plans = {
        name: {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256}
        for name, plan in (("old", old), ("new", new))
    }
    return {"schema": SCHEMA, **plans, "version": version, "goals": [_goal_data(goal) for goal in found]}


def _goal_data(goal: GoalDiff) -> Data:
    return {
        "id": goal.id,
        "title": goal.title,
        "status": goal.status,
        "why": goal.why or None,
        "readings": [dict(each) for each in goal.readings],
        "differences": [
            {
                "old": each.old,
                "new": each.new,
                "readings": [dict(one) for one in each.readings],
                "witness": dict(each.witness.data),
            }
            for each in goal.differences
        ],
        "unconfirmed": [{"old": old, "new": new} for old, new in goal.unconfirmed],
    }


def diff_files(found: Sequence[GoalDiff], lang: Lang) -> Iterator[tuple[str, str]]:
    """``goal-1-diff-1.yaml`` and what stands in it."""
    for goal in found:
        before, after = (_scale(each) for each in (goal.old, goal.new))
        for number, each in enumerate(goal.differences, 1):
            pair = say("diff_pair", lang, old=level(each.old, lang, before), new=level(each.new, lang, after))
            readings = " ".join(f"--reading '{name}={value}'" for name, value in each.readings[0].items())
            said = [f"{_name(goal, lang)}: {pair}", *([readings] if readings else [])]
            yield f"goal-{slug(goal.id)}-diff-{number}.yaml", facts_text(said, each.witness.data)
