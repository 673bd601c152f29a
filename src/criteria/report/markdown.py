"""A verdict as Markdown, for an annual report: a table of all goals, then a section for each.

In: an ``Outline``. Out: text, ending with a line end. Words of others are escaped: none can open a tag, a link or a
column.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.report.as_markdown import block_lines
from criteria.report.conditions import ConditionOutline
from criteria.report.escaping import for_markdown as _text
from criteria.report.outline import GoalOutline, Outline
from criteria.report.terminal import MARKS
from criteria.report.texts import say
from criteria.report.totals import TotalOutline

COLUMNS = ("number", "goal", "fulfilment", "score", "decides", "remark")


def markdown(outline: Outline) -> str:
    """The whole document."""
    lang = outline.lang
    head = [outline.as_of, outline.readings, outline.taken_from]
    lines = [f"# {_text(outline.title) or _text(outline.source.name)}", "", " · ".join(_text(h) for h in head if h), ""]
    if not outline.goals:
        lines += [say("no_goals", lang)]
    else:
        lines += [*_table(outline), "", _text(outline.tally)]
    for total in outline.totals:
        lines += ["", *_total(total)]
    for table in outline.tables:
        lines += ["", *block_lines(table)]
    for removed in outline.removed:
        lines += ["", _text(removed)]
    for goal in outline.goals:
        if goal.id in outline.sections:
            lines += ["", f"# {_text(outline.sections[goal.id])}"]
        lines += ["", *_goal(goal, lang)]
    lines += ["", _text(say("plan_digest", lang, file=outline.source.name, digest=outline.source.sha256))]
    return "\n".join(lines) + "\n"


def _table(outline: Outline) -> Iterator[str]:
    """The annual report's table: every goal, whether it is reached, and what decides it."""
    yield f"| {' | '.join(say(key, outline.lang) for key in COLUMNS)} |"
    yield "|---:|---|---|---:|---|---|"
    for goal in outline.goals:
        if goal.id in outline.sections:
            yield f"| | **{_text(outline.sections[goal.id])}** | | | | |"
        cells = [goal.id, goal.title, goal.counts, goal.counted, "; ".join(goal.decides), "; ".join(goal.remarks)]
        yield f"| {' | '.join(_text(cell) for cell in cells)} |"


def _total(total: TotalOutline) -> Iterator[str]:
    """What is summed up, in bold, and below it how it came about."""
    yield f"**{_text(total.heading)}**" + (f": **{_text(total.value)}**" if total.value else "")
    yield ""
    yield from (f"- {_text(detail)}" for detail in total.details)


def _goal(goal: GoalOutline, lang: str) -> Iterator[str]:
    yield f"## {_text(goal.id)}. {_text(goal.title)}"
    yield ""
    yield " · ".join((f"**{_text(goal.verdict)}**", *map(_text, goal.result[1:])))
    for line in goal.decisions:
        yield from ("", _text(line))
    if goal.quote:
        yield from ("", f"> {_text(goal.quote)}")
    if goal.subjects:
        yield from ("", *(f"- {_text(line)}" for line in goal.subjects))
    for level in goal.explanation:
        yield from ("", f"{MARKS[level.truth]} **{_text(level.label)}**", "")
        yield from _tree(level.condition, 0)
    if goal.readings and goal.depends_on:
        yield from ("", _text(say("depends", lang, names=goal.depends_on)), "")
        for each in goal.readings:
            yield f"- {_text(each.levels)}: {_text(each.words)} ({_text(each.option)})"
    for label, items in goal.listed(lang):
        yield from ("", f"{_text(label)} {_text(', '.join(items))}")
    for note in goal.notes:
        yield from ("", _text(note))


def _tree(condition: ConditionOutline, depth: int) -> Iterator[str]:
    """Nested lists; a list of bullets without words of its own is not a line."""
    inner = depth
    if condition.text.strip() or not condition.children:
        inner = depth + 1
        blank = "  " * depth
        yield f"{blank}- {MARKS[condition.truth]} {_text(condition.text)}"
        details = " · ".join(condition.details)
        if details:
            yield f"{blank}  <br>{_text(details)}"
        if condition.quote:
            yield f"{blank}  <br>“{_text(condition.quote)}”"
    for child in condition.children:
        yield from _tree(child, inner)
