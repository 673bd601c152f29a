"""A verdict as one HTML page: safe to open, good to print.

In: an ``Outline``. Out: a page that loads nothing and runs nothing (the policy in its head says so): all words of
others are escaped and set apart with ``<bdi>``, so that neither a tag nor a right-to-left mark reaches beyond its
place (trust.md B27).
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from criteria.evaluate.verdict import Truth
from criteria.report.as_html import table_lines
from criteria.report.conditions import ConditionOutline
from criteria.report.escaping import for_html as _text
from criteria.report.markdown import COLUMNS
from criteria.report.outline import GoalOutline, Outline
from criteria.report.style import STYLE
from criteria.report.terminal import MARKS
from criteria.report.texts import say
from criteria.report.totals import TotalOutline

_CLASSES = {Truth.TRUE: "yes", Truth.FALSE: "no", Truth.UNKNOWN: "maybe"}


def html(outline: Outline) -> str:
    """The whole page."""
    return "\n".join(_page(outline)) + "\n"


def _page(outline: Outline) -> Iterator[str]:
    lang = outline.lang
    yield f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    yield '<meta name="viewport" content="width=device-width">'
    yield f"<title>{escape(outline.title or outline.source.name)}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>"
    yield f"<h1>{_text(outline.title or outline.source.name)}</h1>"
    yield f'<p class="small">{_dots((outline.as_of, outline.readings, outline.taken_from))}</p>'
    if outline.goals:
        yield from _table(outline)
        yield f"<p>{_text(outline.tally)}</p>"
        for total in outline.totals:
            yield from _total(total)
        for table in outline.tables:
            yield from table_lines(table)
    else:
        yield f"<p>{_text(say('no_goals', lang))}</p>"
    yield from (f"<p>{_text(removed)}</p>" for removed in outline.removed)
    for goal in outline.goals:
        if goal.id in outline.sections:
            yield f"<h2>{_text(outline.sections[goal.id])}</h2>"
        yield from _goal(goal, lang)
    digest = say("plan_digest", lang, file=outline.source.name, digest=outline.source.sha256)
    yield f'<p class="small">{_text(digest)}</p>\n</body>\n</html>'


def _table(outline: Outline) -> Iterator[str]:
    yield f"<table>\n<tr>{''.join(f'<th>{_text(say(key, outline.lang))}</th>' for key in COLUMNS)}</tr>"
    for goal in outline.goals:
        if goal.id in outline.sections:
            yield f'<tr><th colspan="{len(COLUMNS)}">{_text(outline.sections[goal.id])}</th></tr>'
        decides, remarks = ("<br>".join(_text(item) for item in items) for items in (goal.decides, goal.remarks))
        yield (
            f'<tr><td class="n">{_text(goal.id)}</td><td>{_text(goal.title)}</td>'
            f'<td class="verdict {_goal_class(goal)}">{_text(goal.counts)}</td><td class="n">{_text(goal.counted)}</td>'
            f"<td>{decides}</td><td>{remarks}</td></tr>"
        )
    yield "</table>"


def _total(total: TotalOutline) -> Iterator[str]:
    value = f": {_text(total.value)}" if total.value else ""
    yield f'<p class="verdict {"" if total.decided else "maybe"}">{_text(total.heading)}{value}</p>'
    yield f'<ul class="small">{"".join(f"<li>{_text(detail)}</li>" for detail in total.details)}</ul>'


def _goal(goal: GoalOutline, lang: str) -> Iterator[str]:
    yield f"<section>\n<h2>{_text(goal.id)}. {_text(goal.title)}</h2>"
    yield f'<p class="verdict {_goal_class(goal)}">{_dots(goal.result)}</p>'
    for line in goal.decisions:
        yield f"<p>{_text(line)}</p>"
    if goal.quote:
        yield f"<p><q>{_text(goal.quote)}</q></p>"
    if goal.subjects:
        yield f"<ul>{''.join(f'<li>{_text(line)}</li>' for line in goal.subjects)}</ul>"
    for level in goal.explanation:
        yield f'<p class="{_CLASSES[level.truth]}">{MARKS[level.truth]} {_text(level.label)}</p>'
        yield f"<ul>{_tree(level.condition)}</ul>"
    if goal.readings and goal.depends_on:
        yield f"<p>{_text(say('depends', lang, names=goal.depends_on))}</p>\n<ul>"
        for each in goal.readings:
            option = f'<span class="small">({_text(each.option)})</span>'
            yield f"<li>{_text(each.levels)}: {_text(each.words)} {option}</li>"
        yield "</ul>"
    for label, items in goal.listed(lang):
        yield f"<p>{_text(label)} {', '.join(_text(item) for item in items)}</p>"
    for note in goal.notes:
        yield f'<p class="small">{_text(note)}</p>'
    yield "</section>"


def _tree(condition: ConditionOutline) -> str:
    """List items; a list of bullets without words of its own is not one."""
    children = "".join(_tree(child) for child in condition.children)
    if condition.children and not condition.text.strip():
        return children
    mark = f'<span class="{_CLASSES[condition.truth]}">{MARKS[condition.truth]}</span>'
    details = f'<br><span class="small">{_dots(condition.details)}</span>' if condition.details else ""
    quote = f"<br><q>{_text(condition.quote)}</q>" if condition.quote else ""
    return f"<li>{mark} {_text(condition.text)}{details}{quote}{f'<ul>{children}</ul>' if children else ''}</li>"


def _goal_class(goal: GoalOutline) -> str:
    classes = {"fulfilled": "yes", "not_fulfilled": "no"}
    return classes.get(goal.levels[0], "maybe") if goal.decided else "maybe"


def _dots(parts: tuple[str, ...]) -> str:
    return " · ".join(_text(part) for part in parts if part)
