"""A plan and what a source holds as one query.

In: a checked plan, ``Columns``, the clock, moved readings, a dialect. Out: ``Query``: one SELECT that gives every subject's levels, and the
goals that stay with the reference. Holds: the text is made of generated names, whole numbers and days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.columnar.asked import JOINED, AskedGoal, LeftGoal, Query, Rows, Steps
from criteria.columnar.columns import Columns
from criteria.columnar.desk import Desk, Uncolumned, lists, staged
from criteria.columnar.dialect import Dialect
from criteria.columnar.expressions import Truth, truth
from criteria.columnar.levels import Levels, levels
from criteria.columnar.relations import aggregates, counted
from criteria.evaluate.given import Clock
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.evaluate.versions import plan_at
from criteria.facts.record import NO_FACTS
from criteria.model.plan import Goal, Plan

Readings = Mapping[str, str]


def query(
    plan: Plan,
    columns: Columns,
    clock: Clock,
    moved: Readings,
    dialect: Dialect,
    *,
    every_reading: bool = False,
    rows_counted: bool = False,
    placed: str = "",
) -> Query:
    """The goals that are in force as of the day, as one SELECT; ``rows_counted``: also how many rows of each record a subject has;
    ``placed``: a column of the subjects that is passed on, in the whole text."""
    plan, base = plan_at(plan, clock.as_of), in_force(plan, moved)
    desk = Desk(plan, columns, columns.subjects, clock, base, dialect, every_reading)
    asked: list[AskedGoal] = []
    left: list[LeftGoal] = []
    outputs: list[tuple[str, str]] = []
    for number, goal in enumerate(plan.goals):
        readings = combinations(plan, every_level(goal), NO_FACTS, base).each
        try:
            found = _columned(desk, goal, readings, base)
        except (Uncolumned, RecursionError) as stopped:
            construct = stopped.construct if isinstance(stopped, Uncolumned) else "deep nesting"
            left.append(LeftGoal(goal.id, construct, goal.place))
            continue
        outcomes = tuple(step.id for step in goal.outcomes)
        asked.append(
            AskedGoal(goal.id, number, outcomes, readings, found.rest is not False, found.best.text == found.worst.text)
        )
        outputs += _outputs(number, found)
    names = {record: f"n{place}" for place, record in enumerate(desk.beside)} if rows_counted else {}
    outputs += [(counted(desk, record, _plain(desk, record)).sql.text, name) for record, name in names.items()]
    text, steps = _texts(desk, outputs, names, placed)
    return Query(text, tuple(asked), tuple(left), steps)


def _plain(desk: Desk, record: str) -> Truth:
    """Which rows count: those of which nothing is strange."""
    inner, _ = desk.beside[record]
    return inner.raw(inner.relation.plain) if inner.relation.plain else True


def _columned(desk: Desk, goal: Goal, readings: Sequence[Readings], base: Readings) -> Levels:
    if goal.linear:
        raise Uncolumned("linear")
    if goal.judged:
        raise Uncolumned("judged")
    if goal.each and goal.each.subjects:
        raise Uncolumned("asked of many")
    return levels(desk, goal, readings, base)


def _outputs(number: int, found: Levels) -> list[tuple[str, str]]:
    """The columns of a goal: text and name."""
    whole = [
        (found.best.text, "best"),
        (found.worst.text, "worst"),
        (truth(found.depends).text, "depends"),
        (truth(found.rest).text, "rest"),
    ]
    for place, (best, worst) in enumerate(found.each):
        whole += [(best.text, f"{place}_best"), (worst.text, f"{place}_worst")]
    return [(text, f"g{number}_{name}") for text, name in whole]


def _texts(
    desk: Desk, outputs: Sequence[tuple[str, str]], counted: Mapping[str, str], placed: str
) -> tuple[str, Steps]:
    """The parts of the WITH list, rows first, and what is selected from the last; whole, and in steps."""
    subjects = desk.columns.subjects
    ahead = lists(desk)
    parts, rows, sums, joins = [*ahead], list[Rows](), "", ""
    for record, inner, last, names in aggregates(desk):
        parts += inner
        rows.append(
            Rows(
                record,
                f"WITH {', '.join([*ahead, *inner])} SELECT * FROM {last}",
                tuple(names),
                counted.get(record, ""),
            )
        )
        sums += "".join(f", coalesce({last}.{name}, {desk.without.get(name, '0')}) AS {name}" for name in names)
        joins += f" LEFT JOIN {last} ON {last}.k = s.{subjects.key}"
    raw = "".join(f", s.{name}" for name in desk.used)
    place = f", s.{placed}" if placed else ""
    parts.append(f"f AS (SELECT s.{subjects.key} AS k{place}{raw}{sums} FROM {subjects.name} AS s{joins})")
    whole, last = staged(desk, "f")
    columns = "".join(f", {text} AS {name}" for text, name in outputs)
    selected = f"SELECT k{columns} FROM {last}"
    beside = "".join(
        f", coalesce({name}, {desk.without.get(name, '0')}) AS {name}" for each in rows for name in each.columns
    )
    plain = "".join(f", {name}" for name in desk.used)
    first = f"f AS (SELECT {subjects.key} AS k{plain}{beside} FROM {JOINED})"
    steps = Steps(tuple(rows), f"WITH {', '.join([*ahead, first, *whole])} {selected}")
    also = f", {placed}" if placed else ""
    return f"WITH {', '.join([*parts, *whole])} SELECT k{also}{columns} FROM {last}", steps
