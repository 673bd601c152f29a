"""A score along a line agrees with working it out by hand in every completion of the facts."""

from fractions import Fraction
from itertools import pairwise, product

from hypothesis import event, given, settings

import criteria
from strategies_lines import CROOKED, QUANTITIES, TOP, Case, cases

HALVES = [Fraction(n, 2) for n in range(2 * TOP + 1)]


def completions(said: str) -> list[Fraction]:
    if said == "unknown":
        return HALVES
    if " or " in said:
        return [Fraction(n) for n in said.split(" or ")]
    low, _, high = said.partition("..")
    return [n for n in HALVES if Fraction(low) <= n <= Fraction(high or low)]


def on_the_line(points: tuple[tuple[int, int], ...], value: Fraction) -> Fraction:
    """As one would read it off a drawing."""
    ordered = sorted(points)
    if value <= ordered[0][0]:
        return Fraction(ordered[0][1])
    for (low, first), (high, last) in pairwise(ordered):
        if value <= high:
            return first + Fraction(last - first, high - low) * (value - low)
    return Fraction(ordered[-1][1])


def by_hand(case: Case) -> set[Fraction]:
    found = set()
    for a, b in product(completions(case.given["a"]), completions(case.given["b"])):
        score = on_the_line(case.points, QUANTITIES[case.quantity](a, b))
        if case.provided:
            name, relation, limit = case.provided
            tested = a if name == "a" else b
            holds = tested >= limit if relation == "at least" else tested <= limit
            score = score if holds else Fraction(min(score for _, score in case.points))
        found.add(score)
    return found


def ends(level: str) -> tuple[Fraction, Fraction]:
    low, _, high = level.partition("..")
    return Fraction(low), Fraction(high or low)


@settings(max_examples=300)
@given(cases())
def test_the_scores_are_those_of_the_completions(case: Case) -> None:
    goal = criteria.parse(case.text).evaluate(case.given)["1"]
    true = by_hand(case)
    ranges = [ends(level) for level in goal.levels]
    event(
        f"{len(ranges)} {'ranges' if any(low < high for low, high in ranges) else 'points'}{' widened' * goal.widened}"
    )
    assert all(any(low <= score <= high for low, high in ranges) for score in true), (true, goal.levels)
    assert goal.score == (min(low for low, _ in ranges), max(high for _, high in ranges))
    if not goal.widened and case.quantity not in CROOKED:
        assert {end for both in ranges for end in both} <= true, (true, goal.levels)


@settings(max_examples=100)
@given(cases())
def test_knowing_more_never_adds_a_score(case: Case) -> None:
    plan = criteria.parse(case.text)
    goal = plan.evaluate(case.given)["1"]
    if goal.widened:
        return
    wide = [ends(level) for level in goal.levels]
    for a in completions(case.given["a"])[:3]:
        narrow = plan.evaluate({**case.given, "a": str(a)})["1"]
        for low, high in map(ends, narrow.levels):
            assert narrow.widened or any(least <= low and high <= most for least, most in wide)
