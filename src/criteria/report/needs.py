"""What is still needed, for people and for tools.

In: ``Needs`` with its plan and facts. Out: a ``Document``, or plain data (schema ``criteria/needs/1``; keys are only ever added).
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.needs.margins import Margin
from criteria.analyse.needs.told import GoalNeeds, LevelNeeds, Needs, ToldWay, next_day
from criteria.diagnostics import Lang
from criteria.evaluate.versions import plan_at
from criteria.facts.record import Facts
from criteria.model import terms as t
from criteria.model.plan import Plan
from criteria.model.types import Unit
from criteria.report import numbers
from criteria.report.course import digest
from criteria.report.days import day_text
from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table, Tone
from criteria.report.needed_items import Words, item_data, item_text
from criteria.report.steps import level, levels
from criteria.report.texts import goal_heading, say

SCHEMA = "criteria/needs/1"
TONES: dict[str, Tone] = {"secured": "yes", "reachable": "open", "lost": "no"}
COLUMNS = ("number", "goal", "needs_at_rest", "needs_best", "next_date")
Data = dict[str, object]


def needs_document(found: Needs, plan: Plan, facts: Facts, lang: Lang, only: str | None = None) -> Document:
    """A table of the goals, then each goal with its ways; ``only``: the level that is asked about."""
    words = Words(plan, facts, lang)
    rows = tuple(_row(goal, lang, only) for goal in found.goals)
    blocks: list[Block] = [Table(tuple(say(key, lang) for key in COLUMNS), rows, right=(0,))]
    for goal in found.goals:
        blocks.append(Heading(goal_heading(goal.goal.id, goal.goal.title, lang), 2))
        blocks += _goal(goal, words, only)
    title = say("needs_of", lang, plan=plan.title or plan.source.name)
    under = (say("as_of", lang, day=day_text(found.as_of, lang)),)
    return Document(title, under, tuple(blocks), digest(plan, lang), lang)


def _aim(goal: GoalNeeds, only: str | None) -> LevelNeeds | None:
    return goal.level(only) if only else goal.aim


def _row(goal: GoalNeeds, lang: Lang, only: str | None) -> tuple[Cell, ...]:
    scale = goal.goal.scale
    aim = _aim(goal, only)
    best = level(aim.step.id, lang, scale) if aim else "–"
    if aim and aim.status == "secured":
        best = say("needs_secured_best", lang, level=best)
    days = [day for one in (goal, *goal.subjects) if (each := _aim(one, only)) and (day := next_day(each))]
    return (
        Cell(goal.goal.id),
        Cell(goal.goal.title),
        Cell(levels((step.id for step in goal.at_rest), lang, scale) or "–"),
        Cell(best if not aim or aim.status != "lost" else "–", TONES[aim.status] if aim else ""),
        Cell(day_text(min(days), lang) if days else "–"),
    )


def _goal(goal: GoalNeeds, words: Words, only: str | None) -> Iterator[Block]:
    lang = words.lang
    if goal.why:
        yield Paragraph(say(f"needs_why_{goal.why}", lang))
    for one in goal.levels:
        if only in (None, one.step.id) and not goal.subjects:
            yield from _level(goal, one, words)
    told = tuple(_margin(goal, margin, words) for margin in goal.margins)
    if told and only is None:
        yield Bullets(told)
    for subject in goal.subjects:
        yield Heading(subject.subject, 3)
        yield from _goal(subject, words, only)


def _level(goal: GoalNeeds, one: LevelNeeds, words: Words) -> Iterator[Block]:
    lang = words.lang
    name = level(one.step.id, lang, goal.goal.scale)
    lowest = one.step == goal.goal.outcomes[-1]
    if one.status != "reachable" or goal.why or lowest:
        if one.status == "secured" and _implied(goal, one):
            return
        status = "lowest" if lowest and one.status == "reachable" else one.status
        yield Paragraph(_capital(say(f"needs_{status}", lang, level=name)), TONES[one.status])
        return
    for number, way in enumerate(one.ways, 1):
        key = "needs_nothing" if not way.musts else "needs_all" if len(one.ways) == 1 else "needs_way"
        yield Paragraph(say(key, lang, level=name, n=number, all=len(one.ways)), TONES[one.status])
        if lines := tuple(_way(way, words)):
            yield Bullets(lines)
    if not one.ways:
        yield Paragraph(f"{_capital(say('needs_reachable', lang, level=name))} {say('needs_no_way', lang)}")
    if one.more:
        yield Paragraph(say("needs_more_one" if one.more == 1 else "needs_more", lang, n=one.more))
    if one.cut:
        yield Paragraph(say("needs_cut", lang))


def _implied(goal: GoalNeeds, one: LevelNeeds) -> bool:
    """Whether a better level is secured already."""
    return any(other.status == "secured" for other in goal.levels[: goal.levels.index(one)])


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _way(way: ToldWay, words: Words) -> Iterator[str]:
    for item in way.musts:
        yield item_text(item, words)
    for item in way.keeps:
        yield say("needs_keep", words.lang, what=item_text(item, words))
    if not way.every_reading:
        yield f"({say('needs_not_every_reading', words.lang)})"


# ---- margins ----------------------------------------------------------------------------------------------------------


def _margin(goal: GoalNeeds, margin: Margin, words: Words) -> str:
    amount = numbers.amount(margin.amount * _unit(goal, margin).scale, _shown(_unit(goal, margin)), words.lang)
    condition = goal.tests.get(margin.axis)
    text = condition.text if condition else ""
    name = level(margin.step.id, words.lang, goal.goal.scale)
    return say(f"needs_{margin.side}", words.lang, amount=amount, level=name, what=text)


def _shown(unit: Unit) -> Unit:
    return Unit.PERCENTAGE_POINT if unit in (Unit.PERCENT, Unit.RATIO) else unit


def _unit(goal: GoalNeeds, margin: Margin) -> Unit:
    """As the plan tests it."""
    if margin.days:
        return Unit.DAYS
    condition = goal.tests.get(margin.axis)
    match condition:
        case t.Compare(unit=unit) | t.Between(unit=unit):
            return unit
        case t.Quantified(t.Quantity.COUNT):
            return Unit.NUMBER
        case _:
            return Unit.PERCENT


# ---- as data ----------------------------------------------------------------------------------------------------------


def needs_data(found: Needs, plan: Plan, facts: Facts, only: str | None = None) -> Data:
    """The whole document."""
    words = Words(plan_at(plan, found.as_of), facts, "en")
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "as_of": found.as_of.isoformat(),
        "readings": dict(found.readings),
        "goals": [goal_data(goal, words, only) for goal in found.goals],
    }


def goal_data(goal: GoalNeeds, words: Words, only: str | None) -> Data:
    """One goal, or one subject of it."""
    aim = _aim(goal, only)
    day = next_day(aim) if aim else None
    return {
        **({"subject": goal.subject} if goal.subject else {}),
        "id": goal.goal.id,
        "title": goal.goal.title,
        "levels": [_level_data(one, words) for one in goal.levels if only in (None, one.step.id)],
        "at_rest": [step.id for step in goal.at_rest],
        "next": day.isoformat() if day else None,
        "margins": [_margin_data(goal, margin) for margin in goal.margins],
        **({"why": goal.why} if goal.why else {}),
        **({"subjects": [goal_data(one, words, only) for one in goal.subjects]} if goal.subjects else {}),
    }


def _level_data(one: LevelNeeds, words: Words) -> Data:
    told: Data = {
        "level": one.step.id,
        "status": one.status,
        "ways": [[item_data(item, words) for item in way.musts] for way in one.ways],
    }
    if any(way.keeps for way in one.ways):
        told["provided"] = [[item_data(item, words) for item in way.keeps] for way in one.ways]
    if one.ways:
        told["every_reading"] = [way.every_reading for way in one.ways]
    return told | ({"more": one.more} if one.more else {}) | ({"cut": True} if one.cut else {})


def _margin_data(goal: GoalNeeds, margin: Margin) -> Data:
    unit = _unit(goal, margin)
    condition = goal.tests.get(margin.axis)
    return {
        "side": margin.side,
        "level": margin.step.id,
        "condition": condition.text if condition else "",
        "amount": numbers.exact(margin.amount * unit.scale),
        "unit": _shown(unit).value,
    }
