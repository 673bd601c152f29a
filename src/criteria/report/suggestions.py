"""Suggested examples as blocks of a plan, ready to be pasted into it.

In: a plan and what is suggested for it. Out: text in the plan's language. Holds: it reads back as examples that give the same facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from criteria import tables
from criteria.analyse.coverage import Told, Untouched, UntouchedReading, UntouchedSide
from criteria.analyse.suggested import Suggested, Suggestion
from criteria.dates.readings import READINGS
from criteria.diagnostics import Lang
from criteria.evaluate.verdict import Truth
from criteria.facts.record import Exactly, Given, RecordRows
from criteria.facts.spelling import spelled
from criteria.model.plan import Plan, Record
from criteria.model.scale import USUAL, Scale, plain
from criteria.model.types import Type
from criteria.report.coverage import called, told
from criteria.report.days import day_text
from criteria.report.steps import level as level_words
from criteria.report.texts import say

# example, given, expect, goal, with, or; percent, points; the levels of the usual scale
WORDS = {
    "en": ("example", "given", "expect", "goal", "with", "or", "%", " points", "fulfilled", "partial", "not fulfilled"),
    "da": (
        "eksempel",
        "givet",
        "forvent",
        "mål",
        "med",
        "eller",
        " pct.",
        " point",
        "opfyldt",
        "delvist opfyldt",
        "ikke opfyldt",
    ),
}
PLACED = ("_LINE", "_TYPE", "_LEVEL")  # words that are keywords at their places alone


def suggestions_text(plan: Plan, found: Suggested) -> str:
    """All blocks, and as comments what no facts were found for."""
    lang: Lang = "da" if plan.language == "da" else "en"
    lines: list[str] = []
    titles: dict[str, int] = {}
    for each in found.each:
        title = _title(each.what, lang)
        titles[title] = titles.get(title, 0) + 1
        again = f" ({titles[title]})" if titles[title] > 1 else ""
        lines += [*_block(plan, each, title + again, lang), ""]
    if found.missed:
        lines += [f"# {say('no_facts_found', lang)}", *(f"#   {called(what, lang)}" for what in found.missed), ""]
    return "\n".join(lines[:-1] if lines else [f"# {say('nothing_to_suggest', lang)}"]) + "\n"


def _title(what: Untouched, lang: Lang) -> str:
    """``goal 2, partially fulfilled: concept sent (failing)``."""
    text = called(what, lang)
    if isinstance(what, UntouchedSide):
        how = say("never_true" if what.side is Truth.TRUE else "never_false", lang)
        with_readings = f"; {say('with', lang)} {told(what.readings)}" if what.readings else ""
        text = f"{say('goal', lang).lower()} {what.goal}, {level_words(what.level, lang, what.scale)}: {what.text} ({how}{with_readings})"
    elif isinstance(what, UntouchedReading):
        text = f"{say('goal', lang).lower()} {what.goal} {say('with', lang)} {what.name} {what.value}"
    return text.replace('"', "'")


def _block(plan: Plan, one: Suggestion, title: str, lang: Lang) -> Iterator[str]:
    example, given, expect, goal, with_, or_, *_ = WORDS[lang]
    yield f'{example} "{title}"'
    yield f"  {given}"
    for path, value in one.facts.values.items():
        fact = plan.facts[path]
        yield f"    {name(fact.name)}: {_value(value, fact.type, lang)}"
    for key, rows in one.facts.records.items():
        yield from (f"    {line}" for line in _rows(plan.records[key], rows, lang))
    yield f"  {expect}"
    for readings, levels in one.expect:
        under = f" {with_} {_settings(readings)}" if readings else ""
        yield f"    {goal} {one.goal.id}{under}: {f' {or_} '.join(_level(each, one.goal.scale, lang) for each in levels)}"


def _value(given: Given, kind: Type, lang: Lang) -> str:
    """A value as an example of this surface writes it."""
    if isinstance(given.possible, Exactly) and isinstance(given.possible.value, date):
        return day_text(given.possible.value, lang)
    return spelled(given, kind, lang, "," if lang == "da" else ".")


def _rows(record: Record, rows: RecordRows, lang: Lang) -> Iterator[str]:
    """The name, and a table of the columns that the facts bring."""
    columns = [column for column in record.columns.values() if column.computed is None]
    lines = [[column.name for column in columns]]
    for row in rows.rows:
        cells = (row.cells.get(column.key) for column in columns)
        lines.append(
            [_value(cell, column.type, lang) if cell else "" for cell, column in zip(cells, columns, strict=True)]
        )
    escaped = [[text.replace("|", "\\|") for text in line] for line in lines]
    widths = [max(map(len, column)) for column in zip(*escaped, strict=True)]
    yield name(record.name)
    for line in escaped:
        yield f"  | {' | '.join(text.ljust(width) for text, width in zip(line, widths, strict=True))} |"


def _settings(readings: Told) -> str:
    """``inden inclusive, total deviation "sum"``."""
    return ", ".join(f"{name(key)} {value}" if key in READINGS else f'{name(key)} "{value}"' for key, value in readings)


def _level(level: str, scale: Scale, lang: Lang) -> str:
    """A level as an expectation names it."""
    usual = {step.id: WORDS[lang][8 + n] for n, step in enumerate(USUAL.steps)}
    step = scale.step(level)
    if step is None or step in USUAL.steps:
        return usual.get(level, level)
    number = plain(step.score) if lang == "en" else plain(step.score).replace(".", ",")
    return f"{number}{WORDS[lang][7 if scale.points else 6]}"


def name(text: str) -> str:
    """A name, in single quotes where a word of the language stands in it."""
    return f"'{text}'" if text not in READINGS and _reserved().search(text.casefold()) else text


@cache
def _reserved() -> re.Pattern[str]:
    """The keywords of both surfaces that are keywords everywhere."""
    spellings = {
        each.casefold()
        for concept, surfaces in tables.words().items()
        if not concept.endswith(PLACED)
        for of_surface in surfaces.values()
        for each in of_surface
        if each[:1].isalpha()
    }
    longest = sorted(spellings, key=len, reverse=True)
    return re.compile("|".join(rf"(?<![\w-]){re.escape(each)}(?![\w-])" for each in longest))
