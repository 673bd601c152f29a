"""The Astra plan compiled: it agrees with a function written by hand, and with the evaluator on its own facts; so do all example plans."""

from __future__ import annotations

import random
from datetime import date, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest

import astra_by_hand as hand
import criteria
from criteria.compiled.plans import CompiledPlan
from criteria.compiled.slots import NEVER
from criteria.facts import record as f
from criteria.model.plan import Plan
from criteria.source import Place

EXAMPLES = Path(__file__).parents[2] / "examples"
ASTRA = EXAMPLES / "astra-2020"
PLANS = sorted(EXAMPLES.glob("*/plan*.criteria"))
HERE = Place("facts.yaml")


@pytest.fixture(scope="module")
def astra() -> criteria.Plan:
    return criteria.load(ASTRA / "plan.criteria")


def drawn(chance: random.Random) -> dict[str, object]:
    """Complete facts around the limits of the plan."""

    def day(month: int, number: int, spread: int) -> date | None:
        start = date(2020, month, number)
        return None if chance.random() < 0.05 else start + timedelta(chance.randint(-spread, spread))

    early, fewer = chance.choice(((0, 0), (0, 1), (-2, 1)))  # before the year, below the number planned
    events = [
        {"area": area, "kind": kind, "held": date(2020, 1, 1) + timedelta(chance.randint(early, 365 - early))}
        for (area, kind), number in hand.PLANNED.items()
        for _ in range(number + chance.choice((-fewer, 0, 0, 0, 1)))
    ]
    late = chance.random() < 0.5
    income, expenses = (chance.randint(10**6, 10**8) for _ in range(2))
    return {
        "theory available": day(10, 1, 2) if chance.random() < 0.5 else day(11, 10, 3),
        "theory published": day(12, 31, 2),
        "template sent": day(10, 20, 12),
        "concept sent": day(11, 20, 3),
        "overview sent": day(9, 30, 2) if chance.random() < 0.5 else day(12, 31, 2),
        "process-plan sent": day(9, 30, 2),
        "summary sent": day(12, 20, 2),
        "budget income": income,
        "budget expenses": expenses,
        "accounts income": income + chance.randint(-income // 60, income // 60),
        "accounts expenses": expenses + chance.randint(-expenses // 60, expenses // 60),
        "approval established": day(5, 29, 2) if chance.random() < 0.5 else day(6, 14, 2),
        "follow-up established": day(5, 29, 2),
        "events": events,
        "processes": [
            {"name": str(n), "described": day(6, 29, 1) if n or not late else day(8, 31, 1)}
            for n in range(chance.randint(1, 4))
        ],
    }


def as_facts(plan: Plan, drawn: dict[str, object]) -> f.Facts:
    """The same as the loader brings them; None is never."""

    records = {
        key: f.RecordRows(
            tuple(f.Row({name: given(cell) for name, cell in row.items()}, place=HERE) for row in rows), place=HERE
        )
        for key, rows in drawn.items()
        if isinstance(rows, list)
    }
    return f.Facts({path: given(drawn[path]) for path in plan.facts}, records)


@cache
def given(value: object) -> f.Given:
    assert isinstance(value, int | date | str | None)
    if value is None:
        return f.Given(f.Never(), place=HERE)
    return f.Given(f.Exactly(Fraction(value) if isinstance(value, int) else value), place=HERE)


def test_it_agrees_with_the_function_written_by_hand_on_2000_fact_sets(astra: criteria.Plan) -> None:
    compiled, chance, seen = CompiledPlan(astra.model, {}), random.Random(2020), set()
    for _ in range(2_000):
        facts = drawn(chance)
        bound = compiled.bind(as_facts(astra.model, facts))
        found = hand.levels(facts)
        assert bound.open == frozenset()
        assert compiled.levels(bound) == {goal: (level,) for goal, level in found.items()}
        seen |= set(found.items())
    every = {(goal, level) for goal in "123456" for level in (hand.FULFILLED, hand.PARTIAL, hand.NOT_FULFILLED)}
    assert every - seen == set()


def test_it_agrees_with_the_evaluator_on_its_own_facts_as_of_every_day(astra: criteria.Plan) -> None:
    facts = criteria.facts([ASTRA / "facts.yaml", ASTRA / "events.csv"], plan=astra)
    compiled = CompiledPlan(astra.model, {})
    for as_of in (None, date(2020, 6, 1), date(2020, 11, 20), date(2021, 2, 1)):
        bound, report = compiled.bind(facts, as_of), astra.evaluate(facts, as_of)
        for goal, results in compiled.readings(bound).items():
            assert [(dict(r), levels) for r, levels in results] == [
                (dict(each.reading), each.levels) for each in report[goal].readings
            ]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_nothing_of_an_example_plan_is_left_to_the_reference(path: Path) -> None:
    assert CompiledPlan(criteria.load(path).model, {}).left == ()


OTHERS = sorted({path.parent for path in PLANS} - {ASTRA})


@pytest.mark.parametrize("folder", OTHERS, ids=lambda folder: folder.name)
def test_the_other_examples_come_to_the_levels_of_the_evaluator_on_their_own_facts(folder: Path) -> None:
    plan = criteria.load(folder / "plan.criteria")
    facts = criteria.facts([p for p in sorted(folder.iterdir()) if p.suffix in (".csv", ".yaml")], plan=plan)
    compiled, report = CompiledPlan(plan.model, {}), plan.evaluate(facts)
    for goal, results in compiled.readings(compiled.bind(facts)).items():
        assert [(dict(r), levels) for r, levels in results] == [
            (dict(each.reading), each.levels) for each in report[goal].readings
        ]


def test_an_unknown_number_is_cut_where_the_plan_cuts_it(astra: criteria.Plan) -> None:
    plan = criteria.parse(
        'plan "P"\n  year 2020\nfacts\n  size: number\ngoal 1\n  fulfilled when size at least 5\n  partial when size above 3\n',
        "p",
    ).compile()
    assert plan.levels(plan.bind({"size": "unknown"})) == {"1": ("fulfilled", "partial", "not_fulfilled")}
    assert plan.levels(plan.bind({"size": "4..9"})) == {"1": ("fulfilled", "partial")}
    assert plan.levels(plan.bind({"size": "1..3"})) == {"1": ("not_fulfilled",)}
    assert plan.levels(plan.bind({"size": "3"})) == {"1": ("not_fulfilled",)}


def test_never_stands_beyond_every_day(astra: criteria.Plan) -> None:
    assert date.max.toordinal() < NEVER
