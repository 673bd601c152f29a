"""The course of a plan for people and for tools: how each goal stood on each day, and what happened.

In: a ``Course`` and its plan. Out: a ``Document``, or plain data (schema ``criteria/course/1``; keys are only ever added).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from criteria.analyse.course import Course, Event, GoalCourse
from criteria.diagnostics import Lang, as_data
from criteria.evaluate.lights import Light, light
from criteria.evaluate.verdict import GoalVerdict
from criteria.model.plan import Plan
from criteria.model.scale import Scale
from criteria.report import numbers
from criteria.report.days import day_text, short_day
from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table, Tone
from criteria.report.steps import level, levels, score
from criteria.report.texts import goal_heading, joined, reading, say
from criteria.report.totals import value_of
from criteria.report.totals_data import total_data
from criteria.report.versions import versions_of

SCHEMA = "criteria/course/1"
Data = dict[str, object]
SIGNS: dict[Light, str] = {Light.MET: "●", Light.ON_COURSE: "○", Light.REDUCED: "◐", Light.LOST: "✗"}
TONES: dict[Light, Tone] = {Light.MET: "yes", Light.ON_COURSE: "open", Light.REDUCED: "maybe", Light.LOST: "no"}


def course_document(course: Course, plan: Plan, lang: Lang) -> Document:
    """A table of goals and days, the signs explained, then each goal's events."""
    days = tuple(short_day(day, lang) for day in course.days)
    rows = tuple(
        (Cell(goal.id), Cell(goal.title), *(_stand(verdict, lang) for verdict in goal.verdicts))
        for goal in course.goals
    )
    if course.totals:
        stands = (value_of(total, lang) if total else "–" for total in course.totals)
        rows += ((Cell(""), Cell(say("total", lang)), *(Cell(text) for text in stands)),)
    blocks: list[Block] = [Table((say("number", lang), say("goal", lang), *days), rows, right=(0,))]
    blocks.append(Paragraph("\n".join(_legend(course, lang))))
    for goal in course.goals:
        blocks += [Heading(goal_heading(goal.id, goal.title, lang), 2), Bullets(tuple(_events(goal, lang)))]
    title = say("course_of", lang, plan=plan.title or plan.source.name)
    taken = say("source_of_plan", lang, name=plan.quoted_source) if plan.quoted_source else ""
    return Document(title, (taken,), tuple(blocks), digest(plan, lang), lang)


def digest(plan: Plan, lang: Lang) -> str:
    """Which text of the plan the report is about."""
    return say("plan_digest", lang, file=plan.source.name, digest=plan.source.sha256)


def _stand(verdict: GoalVerdict | None, lang: Lang) -> Cell:
    if verdict is None:
        return Cell("–")
    sign = light(verdict)
    mark = " *" if verdict.depends_on_reading else ""
    return Cell(f"{SIGNS[sign]} {score(*verdict.score, verdict.scale, lang)}{mark}", TONES[sign])


def _legend(course: Course, lang: Lang) -> Iterator[str]:
    yield " · ".join(f"{SIGNS[each]} {say(f'light_{each.value}', lang)}" for each in Light)
    if any(verdict and verdict.depends_on_reading for goal in course.goals for verdict in goal.verdicts):
        yield f"* {say('depends_mark', lang)}"


def _events(goal: GoalCourse, lang: Lang) -> Iterator[str]:
    """In the order of time; a decision says all that was lost and secured on its day."""
    decided = {event.day for event in goal.events if event.kind == "decided"}
    for event in goal.events:
        if event.kind in ("lost", "secured") and event.day in decided:
            continue
        yield f"{_when(event, lang)}: {_what(event, goal.scale, lang)}"
    last = goal.verdicts[-1] if goal.verdicts else None
    if last and not last.decided:
        yield say("still_open", lang, levels=levels(last.levels, lang, last.scale))


def _when(event: Event, lang: Lang) -> str:
    if event.day is not None:
        return day_text(event.day, lang)
    key = "as_of_start" if event.kind in ("depends", "agrees") else "from_the_start"
    return say(key, lang, day=day_text(event.seen, lang))


def _what(event: Event, scale: Scale, lang: Lang) -> str:
    if event.kind in ("amended", "removed"):
        names = f"“{event.names[1]}”" if event.names[1] else say("an_amendment", lang)
    elif event.kind in ("depends", "agrees"):
        names = joined([reading(name, lang) for name in event.names], say("and", lang))
    else:
        word = "and" if event.kind == "lost" else "or"
        names = joined([level(name, lang, scale) for name in event.names], say(word, lang))
    return say(f"event_{event.kind}", lang, names=names)


def course_data(course: Course, plan: Plan, version: str, lang: Lang = "en") -> Data:
    """The whole document."""
    return {
        "schema": SCHEMA,
        "plan": {"title": plan.title, "file": plan.source.name, "sha256": plan.source.sha256},
        "version": version,
        "days": [day.isoformat() for day in course.days],
        "readings": dict(course.readings),
        "goals": [_goal_data(goal, course.days) for goal in course.goals],
        **_totals(course),
        "notices": [as_data(notice, lang) for notice in course.notices],
    }


def _totals(course: Course) -> Data:
    """The plan's total on each day, where it declares one."""
    days = zip(course.days, course.totals, strict=False)
    totals = [{"as_of": day.isoformat()} | total_data(total) for day, total in days if total]
    return {"totals": totals} if totals else {}


def _goal_data(goal: GoalCourse, days: tuple[date, ...]) -> Data:
    return {
        "id": goal.id,
        "title": goal.title,
        "days": [_day_data(verdict, day) for day, verdict in zip(days, goal.verdicts, strict=True)],
        "events": [_event_data(event) for event in goal.events],
    }


def _day_data(verdict: GoalVerdict | None, day: date) -> Data:
    if verdict is None:
        return {"as_of": day.isoformat(), "in_force": False}
    low, high = verdict.score
    return {
        "as_of": day.isoformat(),
        "levels": list(verdict.levels),
        "score": {"min": numbers.exact(low), "max": numbers.exact(high)},
        "status": "decided" if verdict.decided else "open",
        "light": light(verdict).value,
        "depends_on": list(verdict.depends_on),
        "missing": [missing.path for missing in verdict.missing],
        "widened": verdict.widened,
        **versions_of(verdict),
    }


def _event_data(event: Event) -> Data:
    told: Data = {
        "kind": event.kind,
        "day": event.day.isoformat() if event.day else None,
        "seen": event.seen.isoformat(),
    }
    if event.kind in ("amended", "removed"):
        return {**told, "version": {"from": event.names[0], "title": event.names[1]}}
    return {**told, "readings" if event.kind in ("depends", "agrees") else "levels": list(event.names)}
