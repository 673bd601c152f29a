"""Columns give the levels of the reference: on generated plans, over many sets of facts at once, complete or not, on any day.

Held against is the compiled plan, which tests/compiled holds against the reference, and on a part of the sets the reference itself.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Sequence
from datetime import date

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as s
import strategies_aggregates as a
import strategies_durations as d
from columnar import on_polars
from columnar.drawn import facts_of
from columnar.held import Table, held
from criteria.columnar.asked import AskedGoal, Query
from criteria.columnar.columns import Columns
from criteria.columnar.dialect import DUCKDB
from criteria.columnar.query import query
from criteria.compiled.plans import CompiledPlan
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.given import Clock
from criteria.evaluate.levels import clock_of
from criteria.facts import record as f
from criteria.model.plan import Plan

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
FILTERED = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]
THEMES: dict[str, Callable[[], st.SearchStrategy[s.Case]]] = {
    **s.THEMES,
    **{f"time {name}": d.THEMES[name] for name in ("anchored", "elapsed", "locks")},
    **{f"aggregates of {name}": a.THEMES[name] for name in ("tables", "joins")},
}
PLANS, DEEP = 400 if SOAK else 16, 400
SETS = {
    "dates": 3_000,
    "numbers": 2_500,
    "texts": 6_000,
}  # complete ones for each plan; of rows, and of what is open, fewer
FEWER = 50
LISTED = ("time anchored", "time elapsed")  # fewer plans, because each of them lists thousands of days
Row = dict[str, int | bool]
ENGINE = duckdb.connect()
IN_POLARS: list[int] = []  # of every set of sets, how many were answered there, too


def answered(plan: Plan, sets: Sequence[f.Facts], as_of: date | None) -> tuple[Query, list[Row]]:
    """The query's answers, one row a set of facts."""
    tables, columns = held(plan, sets)
    clock = clock_of(plan, sets[0], as_of)
    asked = query(plan, columns, clock, {}, DUCKDB, every_reading=True)
    if not asked.goals:
        return asked, []
    for table in tables:
        ENGINE.register(table.name, table.arrow)
    found = ENGINE.execute(f"{asked.text} ORDER BY k")
    names = [each[0] for each in found.description]
    rows: list[Row] = [dict(zip(names, row, strict=True)) for row in found.fetchall()]
    assert [row["k"] for row in rows] == list(range(len(sets)))
    same_in_polars(plan, tables, columns, clock, rows)
    return asked, rows


def same_in_polars(plan: Plan, tables: Sequence[Table], columns: Columns, clock: Clock, rows: Sequence[Row]) -> None:
    """Every column, also of rows that are left to the reference; only a goal whose numbers need more than 64 bits is missing there."""
    fewer, found = on_polars.asked(plan, tables, columns, clock)
    names = [name for goal in fewer.goals for name in rows[0] if name.startswith(f"g{goal.number}_")]
    for mine, theirs in zip(rows, found, strict=False):
        assert {name: theirs[name] for name in names} == {name: mine[name] for name in names}
    IN_POLARS.append(len(found))


def ends(goal: AskedGoal, row: Row, which: str = "") -> tuple[str, str]:
    """The best and the worst level."""
    best, worst = (row[f"g{goal.number}_{which}{name}"] for name in ("best", "worst"))
    return goal.outcomes[best], goal.outcomes[worst]


def agree(plan: Plan, sets: Sequence[f.Facts], as_of: date | None) -> int:
    """How many of the sets columns answered; each has the levels of the compiled plan under every combination of readings, and every so
    often those of the reference are asked, too. Narrower only where the reference says that it is wider than the truth."""
    asked, rows = answered(plan, sets, as_of)
    compiled = CompiledPlan(plan, {})
    told = 0
    for facts, row in zip(sets, rows, strict=False):
        assert None not in row.values()
        for goal in asked.goals:
            if row[f"g{goal.number}_rest"]:
                continue
            told += 1
            theirs = [(dict(r), levels) for r, levels in compiled.readings(compiled.bind(facts, as_of))[goal.id]]
            assert [reading for reading, _ in theirs] == [dict(each) for each in goal.readings]
            if told % DEEP and as_told(goal, row) == as_ends([levels for _, levels in theirs]):
                continue
            (verdict,) = (each for each in evaluate(plan, facts, as_of).goals if each.id == goal.id)
            every = [each.levels for each in verdict.readings]
            assert verdict.widened or as_told(goal, row) == as_ends(every)
            for pair, levels in zip(as_told(goal, row)[1:], every, strict=True):
                assert set(pair) <= set(levels)  # type: ignore[call-overload]
    return told


Told = list[object]


def as_told(goal: AskedGoal, row: Row) -> Told:
    """Whether it depends, and the best and the worst level under every combination."""
    every = [ends(goal, row, f"{number}_") for number in range(len(goal.readings))]
    assert ends(goal, row) == every[0]
    return [row[f"g{goal.number}_depends"], *every]


def as_ends(every: list[tuple[str, ...]]) -> Told:
    return [any(levels != every[0] for levels in every), *((levels[0], levels[-1]) for levels in every)]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("openness", [0.0, 0.5])
def test_the_levels_are_those_of_the_compiled_plan(theme: str, openness: float) -> None:
    told = 0
    number = FEWER if openness else SETS.get(theme, 150)

    @settings(max_examples=PLANS // 4 if theme in LISTED else PLANS, suppress_health_check=FILTERED)
    @given(THEMES[theme](), st.integers(0, 1_000_000))
    def check(case: s.Case, seed: int) -> None:
        nonlocal told
        plan, as_of = case.plan, case.as_of if openness else None
        told += agree(plan, list(facts_of(random.Random(seed), plan, case.goal, number, openness)), as_of)

    IN_POLARS.clear()
    check()
    assert told
    assert sum(IN_POLARS)
