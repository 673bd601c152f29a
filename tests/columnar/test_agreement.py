"""Columns give the levels of the reference: on generated plans, over many sets of facts at once, complete or not, on any day."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as s
from columnar.held import held
from criteria.columnar.dialect import DUCKDB
from criteria.columnar.query import query
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.levels import clock_of
from criteria.facts import record as f
from criteria.frozen import evolve
from criteria.model.plan import Plan

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
FILTERED = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]
SETS = 12
Row = dict[str, object]


def answered(plan: Plan, sets: Sequence[f.Facts], as_of: date | None) -> tuple[object, list[Row]]:
    """The query's answers, one row a set of facts."""
    tables, columns = held(plan, sets)
    asked = query(plan, columns, clock_of(plan, f.Facts({}, {}), as_of), {}, DUCKDB, every_reading=True)
    with duckdb.connect() as engine:
        for table in tables:
            engine.execute(f"CREATE TABLE {table.name} ({', '.join(f'{n} {k}' for n, k in table.types.items())})")
            if table.rows:
                marks = ", ".join("?" * len(table.types))
                engine.executemany(f"INSERT INTO {table.name} VALUES ({marks})", table.rows)
        found = engine.execute(f"{asked.text} ORDER BY k")
        names = [each[0] for each in found.description]
        return asked, [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def agree(plan: Plan, sets: Sequence[f.Facts], as_of: date | None) -> int:
    """How many of the sets were answered in columns; each as the reference says, never wider, and narrower only where that is wider."""
    sets = [evolve(facts, closed=True) for facts in sets]
    asked, rows = answered(plan, sets, as_of)
    assert [row["k"] for row in rows] == list(range(len(sets)))
    told = 0
    for facts, row in zip(sets, rows, strict=True):
        verdict = evaluate(plan, facts, as_of)
        for goal in asked.goals:
            (one,) = [each for each in verdict.goals if each.id == goal.id]
            assert not any(value is None for value in row.values())
            if row[f"g{goal.number}_rest"]:
                continue
            told += 1
            theirs = [each.levels for each in one.readings]
            assert [dict(each.reading) for each in one.readings] == [dict(each) for each in goal.readings]
            mine = [
                (goal.outcomes[row[f"g{goal.number}_{n}_best"]], goal.outcomes[row[f"g{goal.number}_{n}_worst"]])
                for n in range(len(goal.readings))
            ]
            for (best, worst), levels in zip(mine, theirs, strict=True):
                assert best in levels and worst in levels
                assert one.widened or (best, worst) == (levels[0], levels[-1])
            assert (row[f"g{goal.number}_best"], row[f"g{goal.number}_worst"]) == (
                row[f"g{goal.number}_0_best"],
                row[f"g{goal.number}_0_worst"],
            )
            assert one.widened or row[f"g{goal.number}_depends"] == any(levels != theirs[0] for levels in theirs)
    return told


@pytest.mark.parametrize("theme", ["dates", "numbers", "texts"])
def test_the_levels_are_those_of_the_reference(theme: str) -> None:
    told = 0

    @settings(max_examples=1_000 if SOAK else 40, suppress_health_check=FILTERED)
    @given(st.lists(s.THEMES[theme](), min_size=SETS, max_size=SETS))
    def check(cases: list[s.Case]) -> None:
        nonlocal told
        told += agree(cases[0].plan, [case.facts for case in cases], cases[0].as_of)

    check()
    assert told
