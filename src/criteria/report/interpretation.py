"""The interpretation log: every place where the plan's words can be read in more than one way, and what each reading gives.

In: the ``Interpretation``s of a verdict, and its plan. Out: a ``Document``: first where the reading decides, then where it does not, then
what the plan has settled.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from criteria.analyse.interpretation import Interpretation, Value
from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Verdict
from criteria.model.plan import Plan
from criteria.report.course import digest
from criteria.report.days import days_text
from criteria.report.document import Block, Bullets, Cell, Document, Heading, Paragraph, Table
from criteria.report.outline import outline
from criteria.report.steps import levels
from criteria.report.texts import goal_heading, reading, reading_value, say


def interpretation_document(found: Sequence[Interpretation], verdict: Verdict, plan: Plan, lang: Lang) -> Document:
    """Three parts; one that would be empty is left out, but that nothing differs is said."""
    told = outline(verdict, plan, lang)
    differ = [each for each in found if each.decides]
    agree = [each for each in found if not each.decides and not each.settled]
    settled = [each for each in found if each.settled]
    blocks: list[Block] = [Heading(say("readings_differ", lang))]
    blocks += _parts(differ, lang) if differ else [Paragraph(say("readings_none_differ", lang))]
    for key, part in (("readings_agree", agree), ("readings_settled", settled)):
        blocks += [Heading(say(key, lang)), *_parts(part, lang)] if part else []
    title = say("interpretation_of", lang, plan=told.title or told.source.name)
    return Document(title, (told.as_of, told.readings, told.taken_from), tuple(blocks), digest(plan, lang), lang)


def _parts(found: Sequence[Interpretation], lang: Lang) -> Iterator[Block]:
    for each in found:
        yield Heading(goal_heading(each.goal, each.title, lang), 2)
        about = reading(each.reading, lang)
        called = about if about == each.reading else f"{about} ({each.reading})"
        yield Paragraph(say("reads", lang, about=called))
        if each.words:
            yield Bullets(tuple(_words(text, quote) for text, quote in each.words))
        columns = ("reading_of", "gives", *(["days_meant"] if any(value.phrases for value in each.values) else []))
        rows = tuple(_row(each, value, lang)[: len(columns)] for value in each.values)
        yield Table(tuple(say(key, lang) for key in columns), rows)


def _words(text: str, quote: str) -> str:
    return f"{text}\n“{quote}”" if quote else text


def _row(each: Interpretation, value: Value, lang: Lang) -> tuple[Cell, ...]:
    words = reading_value(each.reading, value.name, lang)
    option = value.name if words == value.name else f"{words} ({value.name})"
    used = say("settled_here", lang) if each.settled else say("used_here", lang)
    days = [f"{phrase.text}: {days_text(phrase.earliest, phrase.latest, lang)}" for phrase in value.phrases]
    return (
        Cell(f"{option}, {used}" if value.in_force else option),
        Cell(levels(value.levels, lang, each.scale), "" if value.in_force or not each.decides else "maybe"),
        Cell("\n".join(days)),
    )
