"""``goal 1 for "Aarhus": fulfilled``: whom an expectation of an example is about.

In: the expectation, its goal, and what the example gives. Out: the name, or None after a fault. Holds: the goal is asked of many, and the
name is one of them: a row that the plan fixes or the example gives, a period, or both with a comma between.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.check.context import Context
from criteria.check.suggestions import unknown
from criteria.model.each import Subjects
from criteria.model.plan import GivenRows, GivenText, Goal, fold
from criteria.syntax import tree

Given = Sequence[GivenText | GivenRows]


def expected_of(ctx: Context, item: tree.Expectation, goal: Goal, given: Given) -> str | None:
    """The name as the verdict has it; empty where the goal as a whole is meant."""
    if item.subject is None:
        return ""
    if goal.each is None:
        ctx.faults.error("asked-of-nobody", item.subject.place, found=item.subject.value, name=goal.id)
        return None
    subjects = _names(ctx, goal.each.subjects, given) if goal.each.subjects else [""]
    periods = [period.name for period in goal.each.periods] or [""]
    names = [", ".join(filter(None, (subject, period))) for subject in subjects for period in periods]
    found = next((name for name in names if fold(name) == fold(item.subject.value)), None)
    if found is None:
        unknown(ctx, item.subject.value, item.subject.place, names, "subject-given")
    return found


def _names(ctx: Context, subjects: Subjects, given: Given) -> list[str]:
    table = ctx.names.tables[fold(subjects.record)]
    if table.rows is not None:
        return [str(row.values.get(subjects.naming, "")) for row in table.rows]
    rows = [
        row for each in given if isinstance(each, GivenRows) and each.record == subjects.record for row in each.rows
    ]
    return [text.strip() for row in rows for key, text, _ in row if key == subjects.naming]
