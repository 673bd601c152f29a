"""Totals against adding up by hand: over every way to complete the facts, exactly, and under every reading."""

from fractions import Fraction
from itertools import permutations, product
from math import floor

from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.evaluate.steps import rounded
from criteria.model.totals import RoundingWay
from strategies_totals import NAMES, SCORES, TOP, Case, cases, plan


def by_hand(case: Case, levels) -> Fraction:
    """The total of decided goals, as one would reckon it on paper."""
    scores = [SCORES.get(level) or Fraction(0 if level in SCORES else level) for level in levels]
    sections = [left for section in case.sections if (left := [goal for goal in section if goal not in case.gone])]
    if case.kind == "mean of goals":
        left = [goal for section in sections for goal in section]
        return after(case.steps, sum(scores[goal] for goal in left) / len(left))
    means = [
        sum(case.weights[goal] * scores[goal] for goal in section) / sum(case.weights[goal] for goal in section)
        for section in sections
    ]
    # What a section can give at most stays as it was: the points of its goals that left go to the others.
    worth = [sum(case.weights[goal] for goal in whole) for whole in case.sections if {*whole} - case.gone]
    match case.kind:
        case "mean of sections" if case.points:
            total = sum(mean * points for mean, points in zip(means, worth, strict=True)) / len(means)
        case "mean of sections":
            total = sum(means) / len(means)
        case "sum of sections":
            total = sum(mean * points for mean, points in zip(means, worth, strict=True))
        case _:
            left = [goal for section in sections for goal in section]
            total = sum(case.weights[goal] * scores[goal] for goal in left) / sum(case.weights[goal] for goal in left)
    return after(case.steps, total)


def after(steps: str, total: Fraction) -> Fraction:
    if "at most" in steps:
        return min(total, Fraction(60))
    if "nothing below" in steps:
        return total if total >= 50 else Fraction(0)
    if "whole" in steps:
        return Fraction(floor(total + Fraction(1, 2)))
    if "linearly" in steps:
        pay = Fraction(0) if total <= 30 else Fraction(10) if total >= 80 else (total - 30) / 5
        return Fraction(floor(pay * 10 + Fraction(1, 2)), 10)
    return total


def completions(case: Case):
    """Whole and half numbers; the goals' limits are whole."""
    choices = []
    for name in NAMES:
        low, _, high = case.given[name].partition("..")
        if low == "unknown":
            low, high = "0", str(TOP)
        choices.append([Fraction(n, 2) for n in range(2 * int(low), 2 * int(high or low) + 1)])
    return [dict(zip(NAMES, (f"{float(value)}" for value in each), strict=True)) for each in product(*choices)]


def readings_of(report) -> list[tuple[tuple[str, str], ...]]:
    return [tuple(each.reading.items()) for each in report.verdict.total.readings]


@given(cases())
@settings(max_examples=80, deadline=None)
def test_the_range_is_that_of_all_completions(case):
    model = criteria.parse(case.text)
    report = model.evaluate(case.given)
    reached: dict[tuple[tuple[str, str], ...], set[Fraction]] = {key: set() for key in readings_of(report)}
    for facts in completions(case):
        done = model.evaluate(facts)
        for key in reached:
            levels = []
            for goal in done:
                fitting = [r for r in goal.readings if all((n, v) in key for n, v in r.reading.items())]
                (level,) = (fitting or goal.readings)[0].levels  # a goal that left brings no readings
                levels.append(level)
            reached[key].add(by_hand(case, levels))
    for each in report.verdict.total.readings:
        low, high = each.range
        found = reached[tuple(each.reading.items())]
        assert low <= min(found), "the range contains every completion"
        assert max(found) <= high, "the range contains every completion"
        # An end of a linear score may lie just beside a limit, between the numbers that are tried.
        straight = any("linear" in goal for goal in case.goals)
        exact = (low, high) == (min(found), max(found))
        assert report.verdict.total.widened or straight or exact, "and nothing more"


@given(cases(), st.data())
@settings(max_examples=80, deadline=None)
def test_the_order_of_goals_changes_nothing(case, data):
    order = data.draw(st.sampled_from(list(permutations(range(len(case.goals))))))
    one, other = (criteria.parse(text).evaluate(case.given).verdict.total for text in (case.text, plan(case, order)))
    assert one.range == other.range
    assert one.over_readings == other.over_readings
    assert set(one.depends_on) == set(other.depends_on)
    assert one.widened == other.widened


@given(st.fractions(max_denominator=1000))
def test_a_half_goes_away_from_zero(value):
    found = rounded(value, RoundingWay.HALF_UP)
    assert found.denominator == 1
    assert abs(found - value) <= Fraction(1, 2)
    assert abs(found - value) < Fraction(1, 2) or abs(found) > abs(value)
    assert rounded(-value, RoundingWay.HALF_UP) == -found
    assert rounded(value, RoundingWay.DOWN) <= value <= rounded(value, RoundingWay.UP)
