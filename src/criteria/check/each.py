"""``for each municipality``, ``for each year from 2019``: what a goal is asked of, one by one.

In: the heading of a goal. Out: the subject, whose row is in scope in the goal, and the periods, each of which phrases without a year
take in turn. Holds: the subjects are the rows of one table, found by what a row is called, by the table's own name, or by a first text
column of that name; each has a name of its own; the periods are those that lie over the plan's period.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from criteria.check.context import Context
from criteria.check.moments import read
from criteria.check.scopes import Subject, Table, name_of
from criteria.check.suggestions import unknown
from criteria.check.tables import naming
from criteria.dates.cycles import Cycle, cycles
from criteria.frozen import frozen
from criteria.model.plan import fold
from criteria.source import Place
from criteria.syntax import tree

MOST_PERIODS = 400


@frozen(eq=False)
class Asked:
    """What a goal is asked of: subjects, periods (none: the plan's own), or both."""

    subject: Subject | None
    periods: tuple[Cycle, ...]


def asked(ctx: Context, each: tree.ForEach) -> Asked | None:
    """The subjects and periods, or None after a fault."""
    subject = _subject(ctx, each.subject) if each.subject else None
    periods = _periods(ctx, each) if each.period else ()
    if (each.subject and subject is None) or (each.period and not periods):
        return None
    return Asked(subject, periods)


@contextmanager
def asking(ctx: Context, subject: Subject | None, cycle: Cycle | None) -> Iterator[None]:
    """The goal in hand is asked of this subject, in this period."""
    before = ctx.subject, ctx.cycle, ctx.period
    ctx.subject, ctx.cycle = subject, cycle
    ctx.period = (cycle.first, cycle.last) if cycle else ctx.whole
    try:
        yield
    finally:
        ctx.subject, ctx.cycle, ctx.period = before


# ---- subjects -----------------------------------------------------------------------------------------------------------


def _subject(ctx: Context, run: tree.Run) -> Subject | None:
    """The table whose rows the words name one by one."""
    name = fold(name_of(run.words))
    tables = list(dict.fromkeys(ctx.names.tables.values()))
    ways = (
        [table for table in tables if name in table.called],
        [table for table in tables if name in (fold(table.key), fold(table.name))],
        [table for table in tables if not table.is_log and table.spelled.get(name) == naming(table) is not None],
    )
    found: list[Table] = next(filter(None, ways), [])
    if not found:
        unknown(ctx, name_of(run.words), run.place, _subject_names(tables), "subject")
        return None
    table = found[0]
    related = tuple(each.place for each in found)
    if len(found) > 1:
        ctx.faults.error("subjects-unclear", run.place, related=related, found=run.text)
    elif table.is_log:
        ctx.faults.error("subjects-of-log", run.place, related=related, found=run.text, record=table.name)
    elif (key := table.naming or naming(table)) is None:
        ctx.faults.error("no-naming-column", run.place, related=related, name=table.name, one=run.text)
    else:
        return _named(ctx, table, key)
    return None


def _subject_names(tables: list[Table]) -> Iterator[str]:
    """What could stand there, for suggestions."""
    for table in tables:
        if not table.is_log and (key := naming(table)):
            yield table.one or table.columns[key].name


def _named(ctx: Context, table: Table, key: str) -> Subject:
    """The subject; rows that the plan fixes have names, each its own."""
    seen: dict[str, Place] = {}
    for row in table.rows or ():
        name = str(row.values.get(key, ""))
        before = seen.setdefault(fold(name), row.place)
        if not name.strip():
            ctx.faults.error("subject-unnamed", row.place, record=table.name, column=table.columns[key].name)
        elif before is not row.place:
            ctx.faults.error("subject-twice", row.place, related=(before,), record=table.name, name=name)
    ctx.names.used_columns.add((table.key, key))
    column = table.columns[key]
    return Subject(table, key, table.called or frozenset((fold(column.key), fold(column.name))))


# ---- periods ------------------------------------------------------------------------------------------------------------


def _periods(ctx: Context, each: tree.ForEach) -> tuple[Cycle, ...]:
    """Every one from the first day said, or that of the plan, to the plan's last."""
    if ctx.period is None:
        ctx.faults.error("periods-without-plan", each.place)
        return ()
    first, last = ctx.period
    start = _since(ctx, each.since) if each.since else first
    if start is None or each.period is None:
        return ()
    if start > last:
        ctx.faults.error("periods-after-plan", (each.since or each).place, start=str(start), last=str(last))
        return ()
    found = tuple(cycles(each.period, start, last))
    if len(found) > MOST_PERIODS:
        ctx.faults.error("too-many-periods", each.place, found=str(len(found)), limit=str(MOST_PERIODS))
        return ()
    return found


def _since(ctx: Context, run: tree.Run) -> date | None:
    phrase = read(ctx, run.text, run.place)
    return phrase.period().earliest if phrase else None
