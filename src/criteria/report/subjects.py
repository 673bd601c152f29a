"""What a reader sees of goals that are asked of each subject or in each period: counts, who stands out, and the table of verdicts.

In: verdicts with ``subjects``, and what decides each in short. Out: lines of text, and ``document.Table``s, subjects by goals. Holds: the
goals that are asked of the same subjects share a table; a period is named in the reader's language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from criteria.diagnostics import Lang
from criteria.evaluate.verdict import GoalVerdict, Verdict
from criteria.frozen import evolve
from criteria.model.plan import Plan, fold
from criteria.report.document import Cell, Table, Tone
from criteria.report.steps import level, levels, order, score
from criteria.report.texts import say
from criteria.wording.report import MONTHS

MOST_NAMED = 10
_TONES: dict[str, Tone] = {"fulfilled": "yes", "partial": "maybe", "not_fulfilled": "no"}
_PERIOD = re.compile(r"(?:([QH])([1-4]) )?(\d{4})(?:-(\d{2}))?(/\d{2})?")


def name_of(verdict: GoalVerdict, lang: Lang) -> str:
    """``Aarhus``, ``2. kvartal 2019``, ``Aarhus, 2019``."""
    subject = verdict.subject if verdict.subject != verdict.period else ""
    return ", ".join(filter(None, (subject, period_name(verdict.period, lang))))


def period_name(period: str, lang: Lang) -> str:
    """A period in the reader's language."""
    match = _PERIOD.fullmatch(period)
    if not match:
        return period
    part, number, year, month, school = match.groups()
    if month:
        return f"{MONTHS[lang == 'da'][int(month) - 1]} {year}"
    if school:
        return say("school_year", lang, years=period)
    return say({"Q": "quarter", "H": "half_year"}[part], lang, number=number, year=year) if part else period


def only(verdict: Verdict, subject: str) -> Verdict:
    """The verdicts on one subject alone."""
    wanted = fold(subject)
    found = [one for goal in verdict.goals for one in goal.subjects if fold(one.subject) == wanted]
    return evolve(verdict, goals=tuple(found), total=None, sections=(), counts=None)


def subject_names(verdict: Verdict) -> list[str]:
    """Everyone that some goal was asked of."""
    return list(dict.fromkeys(one.subject for goal in verdict.goals for one in goal.subjects))


def subject_lines(goal: GoalVerdict, in_short: Callable[[GoalVerdict], Iterable[str]], lang: Lang) -> Iterator[str]:
    """How many stand at each level, which are open, and, of those that are not at the best, what keeps them from it."""
    if not goal.subjects:
        return
    counts = Counter(_counted(one) for one in goal.subjects)
    names = sorted(counts, key=lambda name: (name == "open", order(name, goal.scale) if name != "open" else ()))
    yield " · ".join(say("tally", lang, count=counts[n], level=level(n, lang, goal.scale)) for n in names)
    best = goal.scale.steps[0].id
    behind = [one for one in goal.subjects if one.levels != (best,)]
    behind.sort(key=lambda one: one.score)
    for one in behind[:MOST_NAMED]:
        reasons = "; ".join(in_short(one))
        said = levels(one.levels, lang, goal.scale)
        yield f"{name_of(one, lang)}: {said}{f' – {reasons}' if reasons else ''}"
    if len(behind) > MOST_NAMED:
        yield say("subjects_more", lang, n=len(behind) - MOST_NAMED)


def _counted(verdict: GoalVerdict) -> str:
    return verdict.levels[0] if verdict.decided else "open"


def subject_tables(verdict: Verdict, plan: Plan, lang: Lang) -> tuple[Table, ...]:
    """Subjects by goals: a table for all the goals that are asked of the same."""
    shared: dict[tuple[str, ...], list[GoalVerdict]] = {}
    for goal in verdict.goals:
        if goal.subjects:
            shared.setdefault(tuple(name_of(one, lang) for one in goal.subjects), []).append(goal)
    return tuple(_table(names, goals, plan, lang) for names, goals in shared.items())


def _table(names: Sequence[str], goals: Sequence[GoalVerdict], plan: Plan, lang: Lang) -> Table:
    head = (_called(goals[0], plan, lang), *(" ".join(filter(None, (goal.id, goal.title))) for goal in goals))
    rows = zip(*(goal.subjects for goal in goals), strict=True)
    return Table(
        head, tuple((Cell(name), *(_cell(one, lang) for one in row)) for name, row in zip(names, rows, strict=True))
    )


def _called(goal: GoalVerdict, plan: Plan, lang: Lang) -> str:
    """What one subject is called."""
    each = next((g.each for g in plan.goals if g.id == goal.id), None)
    if each is None or each.subjects is None:
        return say("period", lang)
    record = plan.records[each.subjects.record]
    one = record.one or record.columns[each.subjects.naming].name
    return f"{one}, {say('period', lang).lower()}" if each.periods else one


def _cell(one: GoalVerdict, lang: Lang) -> Cell:
    """The level; what is open by its score. A star where it depends on the reading."""
    star = "*" if one.depends_on else ""
    if one.decided:
        return Cell(level(one.levels[0], lang, one.scale) + star, _TONES.get(one.levels[0], ""))
    return Cell(f"{say('open', lang)} ({score(*one.score, one.scale, lang)}){star}", "open")
