"""Facts on the edge of a threshold: the quantity lies on the side that is said, and the level turns on it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria import face
from criteria.analyse.thresholds import edges
from criteria.evaluate.evaluation import default_levels
from criteria.model.scale import USUAL
from criteria.testing import Boundary, boundary_facts
from criteria.testing.boundaries import boundaries
from example_plans import example
from testing.plans import every_type

PLANS = {"every type": every_type(), "astra": example("astra-2020/plan")}
GOALS = [("every type", "1"), ("every type", "2"), ("every type", "3"), ("every type", "4")]
UNSETTLED = {("every type", "report sent before 1 December")}  # the same fact decides the test beside it


def levels(plan: face.Plan, edge: Boundary) -> tuple[str, ...]:
    """Under the boundary's readings, without reasons."""
    goal = next(goal for goal in plan.model.goals if goal.id == edge.goal)
    return default_levels(plan.model, goal, criteria.facts(edge.facts, plan=plan), None, edge.reading)


@pytest.mark.parametrize(("name", "number"), GOALS)
def test_the_level_turns_on_every_threshold(name, number):
    """Below, on and above a threshold facts differ in that quantity alone, and the level is not the same on all sides."""
    plan = PLANS[name]
    goal = next(goal for goal in plan.model.goals if goal.id == number)
    found = edges(plan.model, goal)
    for edge, ladder in found.each:
        sides = boundaries(plan.model, found.axes, edge, ladder)
        if len(sides) >= len(edge.sides) > 1 and (name, edge.words) not in UNSETTLED:
            assert [each.side for each in sides[: len(edge.sides)]] == [side.name for side in edge.sides]
            assert len({levels(plan, each) for each in sides[: len(edge.sides)]}) > 1, edge.words


def amounts(facts: dict[str, object]) -> dict[str, Fraction]:
    return {key: Fraction(value) for key, value in facts.items() if isinstance(value, int | Decimal | Fraction)}


@settings(max_examples=40)
@given(boundary_facts(PLANS["every type"], "2"))
def test_a_number_is_where_the_boundary_says(edge):
    """Worked out by hand from the facts."""
    found = amounts(edge.facts)
    quantity = {
        "visitors at least 12,000": lambda: (found["visitors"], Fraction(12_000)),
        "satisfaction at least 62.5%": lambda: (found["satisfaction"], Fraction("62.5")),
        "rise above 4 percentage points": lambda: (found["rise"], Fraction(4)),
        "waiting at most 14 days": lambda: (found["waiting"], Fraction(14)),
        "deviation at most 2%": lambda: (
            100 * abs(found["budget"] - found["accounts"]) / found["accounts"],
            Fraction(2),
        ),
    }
    value, limit = quantity[edge.words]()
    assert value == Fraction(edge.at)
    assert edge.side == ("below" if value < limit else "above" if value > limit else "on")
    assert abs(value - limit) <= 1


@settings(max_examples=30)
@given(boundary_facts(PLANS["every type"], "3"))
def test_shares_take_as_few_rows_as_can_hit_the_threshold(edge):
    if edge.words.startswith("at least 60%"):
        areas = {area: [row for row in edge.facts["tours"] if row["area"] == area] for area in ("North", "South")}
        held = [sum(row["held"].year == 2020 for row in rows) for rows in areas.values()]
        shares = [Fraction(n, len(rows)) for n, rows in zip(held, areas.values(), strict=True) if len(rows) == 5]
        assert Fraction(edge.at, 100) in shares


@settings(max_examples=30)
@given(boundary_facts(PLANS["astra"], 2))
def test_a_day_lies_on_its_side_under_the_reading(edge):
    last = date(2020, 11, 15) if edge.reading.get("primo-medio-ultimo") == "point" else date(2020, 11, 20)
    first = last + timedelta(1)
    on = last if "by" in edge.words else first
    assert edge.facts["concept sent"] == edge.at == on + timedelta({"before": -1, "on": 0, "after": 1}[edge.side])


def test_a_goal_without_thresholds_is_told():
    with pytest.raises(ValueError, match="goal 5 has no threshold"):
        boundary_facts(PLANS["every type"], 5)
    with pytest.raises(ValueError, match="the plan has no goal 17"):
        boundary_facts(PLANS["every type"], 17)


def test_a_slip_in_a_comparison_is_caught():
    """What the page promises: at least 12,000 written as above 12,000 fails on the threshold, and there alone."""
    text = 'plan "P"\nfacts\n  visitors: number\ngoal 1\n  fulfilled when visitors {} 12,000\n'
    sound, wrong = (criteria.parse(text.format(words)) for words in ("at least", "above"))

    def failing(plan: face.Plan) -> set[str]:
        seen: set[str] = set()

        @settings(database=None)
        @given(st.data())
        def collect(data):
            edge = data.draw(boundary_facts(plan))
            wanted = USUAL.steps[0 if edge.side != "below" else 2].id
            seen.update([] if levels(plan, edge) == (wanted,) else [edge.side])

        collect()
        return seen

    assert failing(sound) == set()
    assert failing(wrong) == {"on"}
