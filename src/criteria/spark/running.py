"""A plan on a cluster, from DataFrames to a DataFrame.

In: a checked plan, a session, DataFrames by name, the key, the as-of day, moved readings. Out: one row a subject: its key, and for each
goal in force ``goal_<id>_best``, ``goal_<id>_worst`` and ``goal_<id>_depends``. Holds: the query answers what it can say exactly, the
reference on the workers answers the rest; no level is worked out before somebody asks for rows. Raises ``CriteriaError`` with every fault.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from criteria.columnar.asked import AskedGoal, Query
from criteria.columnar.dialect import SPARK
from criteria.columnar.query import query
from criteria.diagnostics import CriteriaError, Diagnostic, Severity, has_errors, render
from criteria.evaluate.levels import clock_of
from criteria.evaluate.versions import plan_at
from criteria.facts.record import Facts
from criteria.facts.values import setting
from criteria.frozen import frozen
from criteria.model.plan import Plan
from criteria.spark import reference
from criteria.spark.figures import looked_over
from criteria.spark.fitting import Laid, Table, laid
from criteria.spark.relations import relations
from criteria.spark.session import Cluster, Output, opened

NOTHING = Facts({}, {})
FEW = 10_000  # subjects left over whose keys are kept, so that the query is not run again for them
PARTS = ("best", "worst", "depends")


@frozen
class Rest:
    """The subjects of which something is left: a view of their answers with ``wanted``, one truth for each of ``goals``."""

    view: str
    few: bool
    goals: tuple[str, ...]


def on_spark(
    plan: Plan,
    session: object,
    frames: Mapping[str, Any],
    key: str | None,
    as_of: date | None,
    moved: Mapping[str, str],
) -> Any:
    """The levels of every subject, as a DataFrame."""
    with opened(session) as cluster:
        found, faults = laid(cluster, plan, frames, key)
        _told(faults)
        assert found is not None
        looked, faults = looked_over(cluster, found, setting(plan))
        _told(faults)
        columns, faults = relations(cluster, found, looked, setting(plan))
        _told(faults)
        asked = query(plan, columns, clock_of(plan, NOTHING, as_of), moved, SPARK)
        return _answered(cluster, plan, found, asked, as_of, moved)


def _told(faults: Sequence[Diagnostic]) -> None:
    """Errors are raised, with all else; without an error, a warning is one of Python."""
    if has_errors(faults):
        raise CriteriaError(faults)
    for fault in faults:
        if fault.severity is Severity.WARNING:
            warnings.warn(render(fault), stacklevel=4)


def _answered(
    cluster: Cluster, plan: Plan, found: Laid, asked: Query, as_of: date | None, moved: Mapping[str, str]
) -> Any:
    """Subjects that the query settles, and those that it does not."""
    order = [goal.id for goal in plan_at(plan, as_of).goals]
    goals = {goal.id: goal for goal in asked.goals}
    open_goals = [goal for goal in order if goal not in goals or goals[goal].rests]
    whole = cluster.query(asked.text)
    if not open_goals:
        return cluster.select(whole, _columns(found.key, order, goals, {}))
    answers = cluster.show(whole, "answers")
    flags = [f"a.g{goals[goal].number}_rest" if goal in goals else "TRUE" for goal in open_goals]
    some = " OR ".join(flags)
    left = f"SELECT a.*, array({', '.join(flags)}) AS wanted FROM {answers} AS a WHERE {some}"
    whole_rest = len(order) > len(goals)
    view, count = (cluster.show(cluster.query(left)), None) if whole_rest else cluster.show_few(left, FEW)
    if count == 0:
        return cluster.select(whole, _columns(found.key, order, goals, {}))
    rest = _rest(cluster, plan, found, Rest(view, count is not None, tuple(open_goals)), as_of, moved)
    told = cluster.select(rest, _columns(found.key, order, goals, {goal: n for n, goal in enumerate(open_goals)}))
    if whole_rest:
        return told
    settled = cluster.query(f"SELECT * FROM {answers} AS a WHERE NOT ({some})")
    return cluster.select(settled, _columns(found.key, order, goals, {})).unionByName(told)


def _columns(key: str, order: Sequence[str], goals: Mapping[str, AskedGoal], told: Mapping[str, int]) -> list[Output]:
    """The columns that are handed back; of goals that the reference may have answered its answer where there is one."""
    columns = [Output(key, "k")]
    for goal in order:
        for part in PARTS:
            theirs = f"answer[{told[goal]}].{part}" if goal in told else ""
            if goal not in goals:
                columns.append(Output(f"goal_{goal}_{part}", theirs))
                continue
            words = () if part == "depends" else goals[goal].outcomes
            columns.append(Output(f"goal_{goal}_{part}", f"g{goals[goal].number}_{part}", words, theirs))
    return columns


def _rest(
    cluster: Cluster,
    plan: Plan,
    found: Laid,
    rest: Rest,
    as_of: date | None,
    moved: Mapping[str, str],
) -> Any:
    """The subjects of which something is left, with what the reference says of the goals that are."""
    columns, joins = (
        ["a.*", f"{_struct('s', found.subjects)} AS facts"],
        [f" JOIN {found.subjects.view} AS s ON a.k = s.k"],
    )
    only = f" LEFT SEMI JOIN {rest.view} AS a ON r.k = a.k" if rest.few else ""
    for number, table in enumerate(found.records.values()):
        rows = f"SELECT r.k AS k, collect_list({_struct('r', table)}) AS rows{number} FROM {table.view} AS r{only} GROUP BY r.k"
        joins.append(f" LEFT JOIN ({rows}) AS t{number} ON a.k = t{number}.k")
        columns.append(f"t{number}.rows{number}")
    frame = cluster.query(f"SELECT {', '.join(columns)} FROM {rest.view} AS a{''.join(joins)}")
    question = reference.Question(
        plan=plan.source.text,
        name=plan.source.name,
        as_of=as_of.isoformat() if as_of else "",
        moved=tuple(moved.items()),
        goals=rest.goals,
        facts=tuple(column.key for column in found.subjects.columns),
        records=tuple((key, tuple(each.key for each in table.columns)) for key, table in found.records.items()),
    )
    given = ["wanted", "facts", *(f"rows{number}" for number in range(len(found.records)))]
    return cluster.asked_of_python(frame, reference.asked(question), given, reference.SCHEMA)


def _struct(alias: str, table: Table) -> str:
    """The values of a row, in the order of the columns; a struct has to hold something."""
    names = [f"{alias}.{column.name}" for column in table.columns]
    return f"struct({', '.join(names) or 'TRUE'})"
