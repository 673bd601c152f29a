"""One plan compiled, many complete fact sets: the level is the one that a textbook evaluation gives, 100,000 times and more.

The evaluation held against is the brute force's, which knows nothing of the evaluator; a test with a fault is free there, and the compiled
plan leaves it to the reference. The facts are drawn at random from small domains, from a seed that belongs to the plan.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as s
import strategies_durations as d
from compiled.test_agreement import FILTERED, SOAK, THEMES
from criteria.compiled.certain import certain
from criteria.compiled.plans import CompiledPlan
from criteria.dates.durations import Duration
from criteria.evaluate.evaluation import evaluate
from criteria.facts import record as f
from criteria.model.plan import Goal, Plan
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type
from evaluate import brute

PLANS = 400 if SOAK else 15
FACT_SETS, FEWER = (
    700,
    200,
)  # for each plan: 100,500 in all; fewer where rows have faults and so are asked of the reference
WHOLE = 8  # for each plan, of which the whole verdict with its reasons is held against the reference's
COSTLY = {
    "tables",
    "logs",
    "both",
    "locks",
    "periods",
    "elapsed",
    "aggregates of tables",
    "aggregates of logs",
    "aggregates of joins",
}
DAYS = (*s.DAYS, *s.DAYS, s.EARLY[0], s.EARLY[-1], s.LATE[0], s.LATE[-1])
LIMITS = (Duration(0, d.In.DAYS), Duration(2, d.In.DAYS), Duration(1, d.In.WEEKS), Duration(2, d.In.WORKING_DAYS))
NEVER = s.given(f.Never())


def value(chance: random.Random, kind: Type, *, never: bool) -> tuple[f.Given, brute.Value]:
    """A known value, for the loader and for the brute force."""
    match kind:
        case DateType():
            if never and chance.random() < 0.15:
                return NEVER, brute.NEVER
            found: date | Fraction | str | bool | Duration = chance.choice(DAYS)
        case NumberType(_, bounds):
            low, high = bounds.low or 0, bounds.high if bounds.high is not None else 5
            found = Fraction(chance.randint(int(low), int(high)))
            found += 0 if kind.whole or found == high else Fraction(chance.randint(0, 2), 3)
            found += Fraction(1) if bounds.low_open and found == bounds.low else 0
        case ChoiceType(options):
            found = chance.choice(options)
        case TextType():
            found = chance.choice(("a", "A", "zz", "b"))
        case DurationType():
            found = chance.choice(LIMITS)
        case _:
            found = chance.random() < 0.5
    return exactly(type(found), found), found


@cache
def exactly(_: type, found: f.Value) -> f.Given:
    """Made once; one is not yes, though the two are equal."""
    return s.given(f.Exactly(found))


def world(
    chance: random.Random, plan: Plan, goal: Goal, paths: Mapping[str, Type], records: Sequence[str]
) -> tuple[f.Facts, dict[str, brute.Value], dict[str, tuple[brute.Row, ...]]]:
    """Complete facts of everything that the goal looks at."""
    facts = {path: value(chance, kind, never=True) for path, kind in paths.items()}
    brought: dict[str, list[dict[str, tuple[f.Given, brute.Value]]]] = {}
    for key in records:
        record = plan.records[key]
        given_columns = {name: column.type for name, column in record.columns.items() if column.computed is None}
        rows = [
            {name: value(chance, kind, never=name != record.when) for name, kind in given_columns.items()}
            for _ in range(chance.randint(0, 4))
        ]
        if goal.each and goal.each.subjects and goal.each.subjects.record == key:
            rows += [] if rows else [{name: value(chance, kind, never=True) for name, kind in given_columns.items()}]
            rows = [{**row, "area": (s.given(f.Exactly(a)), a)} for row, a in zip(rows, "AB", strict=False)]
        brought[key] = rows if record.rows is None else []
    given_ = f.Facts(
        {path: both[0] for path, both in facts.items()},
        {
            key: f.RecordRows(
                tuple(f.Row({name: both[0] for name, both in row.items()}, place=s.HERE) for row in rows), place=s.HERE
            )
            for key, rows in brought.items()
            if plan.records[key].rows is None
        },
    )
    plain = {
        key: tuple({name: both[1] for name, both in row.items()} for row in rows)
        if plan.records[key].rows is None
        else tuple(each.values for each in plan.records[key].rows or ())
        for key, rows in brought.items()
    }
    return given_, {path: both[1] for path, both in facts.items()}, plain


def levels(
    plan: Plan,
    goal: Goal,
    readings: Mapping[str, str],
    values: dict[str, brute.Value],
    rows: dict[str, tuple[brute.Row, ...]],
) -> tuple[set[str], bool]:
    """The levels of the world, and whether some test of it is free."""
    found, left = set(), [dict[object, bool]()]
    freely = False
    while left:
        free = left.pop()
        try:
            found.add(brute.level(brute.World(plan, readings, values, rows, free), goal).id)
        except brute.Free as test:
            freely = True
            left += [{**free, test.key: answer} for answer in (True, False)]
    return found, freely


# Every test of these is left to the reference, or nearly so: other tests hold them against it.
LEFT = {"limits", "limits of rows"}


@pytest.mark.parametrize("theme", [theme for theme in THEMES if theme not in LEFT])
def test_complete_facts_come_to_the_level_of_a_textbook_evaluation(theme: str) -> None:
    @settings(max_examples=PLANS, suppress_health_check=FILTERED)
    @given(THEMES[theme](), st.integers(0, 1_000_000))
    def check(case: s.Case, seed: int) -> None:
        plan, goal = case.plan, case.goal
        compiled, chance, looked_at = CompiledPlan(plan, {}), random.Random(seed), brute.used(plan, goal)
        for _ in range(FEWER if theme in COSTLY else FACT_SETS):
            facts, values, rows = world(chance, plan, goal, *looked_at)
            mine = set(compiled.levels(compiled.bind(facts))[goal.id])
            true, freely = levels(plan, goal, compiled.base, values, rows)
            assert true == mine or (freely and true < mine), (values, rows)
        for _ in range(WHOLE):
            facts, _, _ = world(chance, plan, goal, *looked_at)
            assert evaluate(plan, facts, told=certain(plan, facts, None, {})) == evaluate(plan, facts)

    check()
