"""The half-year list: for each goal its light, what can still be reached, what that hangs on, and the next date.

In: a ``Verdict`` as of a day, its plan, and each goal's deadlines. Out: a ``Document``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from criteria.analyse.deadlines import Deadline
from criteria.diagnostics import Lang
from criteria.evaluate.lights import light
from criteria.evaluate.verdict import GoalVerdict, Truth, Verdict
from criteria.model.plan import Plan
from criteria.report.conditions import decisive
from criteria.report.course import SIGNS, TONES, digest
from criteria.report.days import day_text
from criteria.report.document import Block, Cell, Document, Paragraph, Table
from criteria.report.evidence import Naming, naming
from criteria.report.outline import GoalOutline, outline
from criteria.report.summed_up import section_row, total_blocks
from criteria.report.texts import say

COLUMNS = ("number", "goal", "light", "forecast", "risk", "next_date")


def half_year_document(
    verdict: Verdict, plan: Plan, deadlines: Mapping[str, Sequence[Deadline]], lang: Lang
) -> Document:
    """One table; the signs are explained below it."""
    told, words = outline(verdict, plan, lang), naming(verdict, plan, lang)
    rows: list[tuple[Cell, ...]] = []
    for goal, shown in zip(verdict.goals, told.goals, strict=True):
        if goal.id in told.sections:
            rows.append(section_row(told.sections[goal.id], len(COLUMNS)))
        rows.append(_row(goal, shown, _next(deadlines.get(goal.id, ()), goal, plan, words), words))
    legend = " · ".join(f"{sign} {say(f'light_{each.value}', lang)}" for each, sign in SIGNS.items())
    table = Table(tuple(say(key, lang) for key in COLUMNS), tuple(rows), right=(0,))
    removed = tuple(Paragraph(each) for each in told.removed)
    blocks: tuple[Block, ...] = (table, Paragraph(legend), *removed, *total_blocks(told.totals))
    title = say("half_year_of", lang, plan=told.title or told.source.name)
    return Document(title, (told.as_of, told.readings, told.taken_from), blocks, digest(plan, lang), lang)


def _row(goal: GoalVerdict, shown: GoalOutline, dates: str, words: Naming) -> tuple[Cell, ...]:
    sign = light(goal)
    key = "forecast_decided" if goal.decided else "forecast_open"
    forecast = f"{say(key, words.lang, levels=shown.counts)}\n{shown.counted}"
    return (
        Cell(goal.id),
        Cell(goal.title),
        Cell(f"{SIGNS[sign]} {say(sign.colour, words.lang)}", TONES[sign]),
        Cell(forecast),
        Cell("\n".join(_risks(goal, shown, words)) or "–"),
        Cell(dates),
    )


def _risks(goal: GoalVerdict, shown: GoalOutline, words: Naming) -> Iterator[str]:
    """What is still open about the best level that can be reached; the readings and the facts that it rests on."""
    yield from shown.subjects[:1]
    tree = dict(goal.levels_because).get(goal.levels[0])
    if not goal.decided and tree is not None:
        yield from dict.fromkeys(each.text for each in decisive(tree) if each.truth is Truth.UNKNOWN)
    yield from shown.remarks


def _next(deadlines: Sequence[Deadline], goal: GoalVerdict, plan: Plan, words: Naming) -> str:
    """The next deadline, with all that must have happened by then; else the day on which the record closes."""
    lang = words.lang
    if not deadlines:
        closes = plan.record_closes
        if goal.decided or closes is None or words.as_of is None or closes <= words.as_of:
            return "–"
        return f"{day_text(closes, lang)}: {say('record_closes', lang)}"
    day = deadlines[0].day
    first = [each for each in deadlines if each.day == day]
    lines = [f"{day_text(day, lang)}: {'; '.join(each.text for each in first)}"]
    strictest = min(each.strictest for each in first)
    if strictest < day:
        lines.append(say("strictest", lang, day=day_text(strictest, lang)))
    return "\n".join(lines)
