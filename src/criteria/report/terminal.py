"""A verdict as text that a person likes to read in a terminal.

In: an ``Outline``, the width, whether to use colour. Out: text, ending with a line end: a table of the goals, then
each goal with what decides it, its conditions as a tree (✓ ✗ ?), and what the reader should know. No line is wider
than ``width`` unless a single word is.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from criteria.evaluate.verdict import Truth
from criteria.report.as_text import table_lines
from criteria.report.conditions import ConditionOutline
from criteria.report.escaping import CONTROL as _CONTROL
from criteria.report.outline import GoalOutline, LevelOutline, Outline
from criteria.report.texts import say
from criteria.report.totals import TotalOutline

MARKS = {Truth.TRUE: "✓", Truth.FALSE: "✗", Truth.UNKNOWN: "?"}
_COLOURS = {Truth.TRUE: "32", Truth.FALSE: "31", Truth.UNKNOWN: "33"}
_LEVEL_COLOURS = {"fulfilled": "32", "partial": "33", "not_fulfilled": "31"}


def terminal(outline: Outline, width: int = 100, colour: bool = False) -> str:
    """The whole report."""
    paper = _Paper(max(40, width), colour)
    lines = [paper.bold(outline.title)] if outline.title else []
    lines += paper.wrapped(" · ".join(filter(None, [outline.as_of, outline.readings, outline.taken_from])), 0, dim=True)
    if not outline.goals:
        lines += ["", say("no_goals", outline.lang)]
    else:
        lines += ["", *_table(outline, paper), "", *paper.wrapped(outline.tally, 2)]
    for total in outline.totals:
        lines += _total(total, paper)
    for table in outline.tables:
        lines += ["", *table_lines(table, paper.width, paper.colour)]
    for removed in outline.removed:
        lines += paper.wrapped(removed, 2)
    for goal in outline.goals:
        lines += ["", *heading(outline, goal, paper)]
        lines += _goal(goal, outline.lang, paper)
    return "\n".join(line.rstrip() for line in lines) + "\n"


class _Paper:
    """Wraps to a width and colours; text of others loses its control characters, so that none can move the cursor."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width, self.colour = width, colour

    def paint(self, text: str, code: str) -> str:
        return f"\033[{code}m{text}\033[0m" if self.colour and text else text

    def bold(self, text: str) -> str:
        return self.paint(text.translate(_CONTROL), "1")

    def wrapped(self, text: str, indent: int, *, first: str = "", code: str = "", dim: bool = False) -> list[str]:
        """The text in lines; ``first`` stands before its first line, the others are indented alike."""
        room = max(16, self.width - indent - len(first))
        cut = textwrap.wrap(text.translate(_CONTROL), room, break_long_words=False, break_on_hyphens=False)
        cut = cut or [""] * bool(first)
        blank = " " * (indent + len(first))
        code = code or ("2" if dim else "")
        painted = [self.paint(line, code) if code else line for line in cut]
        return [((" " * indent + first if i == 0 else blank) + line).rstrip() for i, line in enumerate(painted)]


def _table(outline: Outline, paper: _Paper) -> Iterator[str]:
    """One goal a line: number, title, verdict, score."""
    goals = outline.goals
    number = max(len(goal.id) for goal in goals)
    points = max(len(goal.counted) for goal in goals)
    verdict = min(max(len(goal.counts) for goal in goals), max(12, (paper.width - number - points - 8) // 2))
    title = min(max(1, *(len(goal.title) for goal in goals)), max(12, paper.width - number - verdict - points - 8))
    for goal in goals:
        yield from heading(outline, goal, paper)
        titles = textwrap.wrap(goal.title.translate(_CONTROL), title) or [""]
        verdicts = textwrap.wrap(goal.counts, verdict)
        for i in range(max(len(titles), len(verdicts))):
            left = f"  {goal.id if i == 0 else '':>{number}}  {titles[i] if i < len(titles) else '':<{title}}  "
            label = verdicts[i] if i < len(verdicts) else ""
            blank = " " * (verdict - len(label))
            yield f"{left}{paper.paint(label, _code(goal))}{blank}  {goal.counted if i == 0 else '':>{points}}"


def heading(outline: Outline, goal: GoalOutline, paper: _Paper) -> list[str]:
    """The heading of the section that begins with this goal."""
    return paper.wrapped(outline.sections[goal.id], 0, code="4") if goal.id in outline.sections else []


def _total(total: TotalOutline, paper: _Paper) -> Iterator[str]:
    yield from paper.wrapped(f"{total.heading}: {total.value}" if total.value else total.heading, 2, code="1")
    for detail in total.details:
        yield from paper.wrapped(detail, 4, dim=True)


def _code(goal: GoalOutline) -> str:
    return _LEVEL_COLOURS.get(goal.levels[0], "") if goal.decided else "36"


def _goal(goal: GoalOutline, lang: str, paper: _Paper) -> Iterator[str]:
    yield from paper.wrapped(goal.title, 0, first=f"{goal.id}  ", code="1")
    yield from paper.wrapped(" · ".join(goal.result), 3, code=_code(goal))
    for line in goal.decisions:
        yield from paper.wrapped(line, 3, code="35")
    if goal.quote:
        yield from paper.wrapped(f"“{goal.quote}”", 3, dim=True)
    for line in goal.subjects:
        yield from paper.wrapped(line, 5)
    for each in goal.explanation:
        yield from _level(each, paper)
    if goal.readings and goal.depends_on:
        yield from paper.wrapped(say("depends", lang, names=goal.depends_on), 3, code="35")
        yield from _readings(goal, lang, paper)
    for label, items in goal.listed(lang):
        yield from paper.wrapped(f"{label} {', '.join(items)}", 3, code="33")
    for note in goal.notes:
        yield from paper.wrapped(note, 3, dim=True)


def _level(level: LevelOutline, paper: _Paper) -> Iterator[str]:
    yield f"   {paper.paint(f'{MARKS[level.truth]} {level.label}', _COLOURS[level.truth])}"
    tree = level.condition
    # A list of bullets has no words of its own: its conditions stand directly under the level.
    if tree.children and not tree.text.strip():
        if tree.quote:
            yield from paper.wrapped(f"“{tree.quote}”", 7, dim=True)
        for child in tree.children:
            yield from _condition(child, 5, paper)
    else:
        yield from _condition(tree, 5, paper)


def _condition(condition: ConditionOutline, indent: int, paper: _Paper) -> Iterator[str]:
    mark = MARKS[condition.truth]
    lines = paper.wrapped(condition.text, indent, first=f"{mark} ")
    yield from (line.replace(mark, paper.paint(mark, _COLOURS[condition.truth]), 1) for line in lines)
    yield from paper.wrapped(" · ".join(condition.details), indent + 4, dim=True)
    if condition.quote:
        yield from paper.wrapped(f"“{condition.quote}”", indent + 4, dim=True)
    for child in condition.children:
        yield from _condition(child, indent + 2, paper)


def _readings(goal: GoalOutline, lang: str, paper: _Paper) -> Iterator[str]:
    """Aligned: the verdict, then the reading that gives it and how to ask for it."""
    room = max(len(each.levels) for each in goal.readings)
    for each in goal.readings:
        option = f"{each.option}, {say('used_here', lang)}" if each.in_force else each.option
        words = f"{each.words} ({option})"
        if room + 40 > paper.width:
            yield from paper.wrapped(each.levels, 5)
            yield from paper.wrapped(words, 7, dim=True)
        else:
            yield from paper.wrapped(words, 5, first=f"{each.levels:<{room}}  ")
