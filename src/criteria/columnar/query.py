"""A plan and what a source holds as one query.

In: a checked plan, ``Columns``, the clock, moved readings, a dialect. Out: ``Query``: one SELECT that gives every subject's levels, and the
goals that stay with the reference. Holds: the text is made of generated names, whole numbers and days.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.columnar.asked import AskedGoal, LeftGoal, Query
from criteria.columnar.columns import Columns
from criteria.columnar.desk import Desk, Uncolumned, lists, staged
from criteria.columnar.dialect import Dialect
from criteria.columnar.expressions import truth
from criteria.columnar.levels import Levels, levels
from criteria.columnar.relations import aggregates
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
) -> Query:
    """The goals that are in force as of the day, as one SELECT."""
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
        asked.append(AskedGoal(goal.id, number, outcomes, readings, found.rest is not False))
        outputs += _outputs(number, found)
    return Query(_text(desk, outputs), tuple(asked), tuple(left))


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


def _text(desk: Desk, outputs: Sequence[tuple[str, str]]) -> str:
    """The parts of the WITH list, rows first, and what is selected from the last."""
    subjects = desk.columns.subjects
    parts, sums, joins = lists(desk), "", ""
    for inner, last, names in aggregates(desk):
        parts += inner
        sums += "".join(f", coalesce({last}.{name}, 0) AS {name}" for name in names)
        joins += f" LEFT JOIN {last} ON {last}.k = s.{subjects.key}"
    raw = "".join(f", s.{name}" for name in desk.used)
    parts.append(f"f AS (SELECT s.{subjects.key} AS k{raw}{sums} FROM {subjects.name} AS s{joins})")
    whole, last = staged(desk, "f")
    columns = "".join(f", {text} AS {name}" for text, name in outputs)
    return f"WITH {', '.join([*parts, *whole])} SELECT k{columns} FROM {last}"
