"""Compiled plans give the levels of the reference: on generated plans, over many fact sets each, complete or not, on any day."""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as s
import strategies_aggregates as a
import strategies_durations as d
import strategies_series as series
import strategies_subjects as u
from criteria.compiled.certain import certain
from criteria.compiled.plans import CompiledPlan
from criteria.evaluate.evaluation import evaluate
from criteria.facts import record as f
from criteria.model.plan import Plan

FILTERED = [
    HealthCheck.filter_too_much,
    HealthCheck.too_slow,
]  # few plans are drawn here, and some strategies filter many
SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
THEMES: dict[str, Callable[[], st.SearchStrategy[s.Case]]] = {
    **s.THEMES,
    **{f"aggregates of {name}": theme for name, theme in a.THEMES.items()},
    **u.THEMES,
    "elapsed": d.elapsed_cases,
    "limits": d.limit_cases,
    "limits of rows": d.row_limit_cases,
    "anchored": d.anchored_cases,
    "locks": d.lock_cases,
}


def agree(plan: Plan, facts: f.Facts, as_of: s.date | None) -> None:
    """The levels under every combination of readings; never wider, and narrower only where the reference says that it is wider. Where
    functions tell what tests come to, the verdict is the same to the last reason."""
    compiled = CompiledPlan(plan, {})
    bound = compiled.bind(facts, as_of)
    verdict, found, levels = evaluate(plan, facts, as_of), compiled.readings(bound), compiled.levels(bound)
    told = certain(plan, facts, as_of, {})
    if any(told.level(goal, compiled.base) for goal in told.bound.plan.goals):
        assert evaluate(plan, facts, as_of, told=told) == verdict
    for goal in verdict.goals:
        mine = [(dict(reading), one) for reading, one in found[goal.id]]
        theirs = [(dict(each.reading), each.levels) for each in goal.readings]
        assert levels[goal.id] == mine[0][1]
        if goal.widened:
            assert [reading for reading, _ in mine] == [reading for reading, _ in theirs]
            assert all(set(one) <= set(other) for (_, one), (_, other) in zip(mine, theirs, strict=True))
        else:
            assert mine == theirs


@pytest.mark.parametrize("theme", THEMES)
def test_the_levels_are_those_of_the_reference(theme: str) -> None:
    @settings(max_examples=2_000 if SOAK else 25, suppress_health_check=FILTERED)
    @given(THEMES[theme]())
    def check(case: s.Case) -> None:
        agree(case.plan, case.facts, case.as_of)

    check()


@settings(max_examples=2_000 if SOAK else 20)
@given(series.series())
def test_values_per_year_and_group(case: series.Case) -> None:
    agree(case.plan, case.facts, case.as_of)
