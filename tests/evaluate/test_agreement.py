"""The evaluator agrees with the brute force: the same levels, or more of them where it says that its answer is widened."""

import os
from collections.abc import Mapping

import pytest
from hypothesis import assume, event, given, settings

import strategies as s
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.readings import in_force
from criteria.facts import record as f
from evaluate.brute import Scale, TooMany, level_set, some_complete

HALVES = tuple(s.F(n, 2) for n in range(-2, 13))
TEXTS = ("a", "zz", "b", "c", "q1", "q2")
SCALE = Scale((*s.EARLY, *s.DAYS, *s.LATE), HALVES, TEXTS)
# one day for every stretch between the days that the vocabulary names
ROW_SCALE = Scale((*s.DAYS[1:7], s.date(2020, 3, 18), s.date(2020, 3, 21)), HALVES, TEXTS)
JOIN_SCALE = Scale((s.DAYS[0], s.DAYS[4], s.DAYS[5], s.DAYS[7]), HALVES, TEXTS)
MIXED_SCALE = Scale((*s.EARLY[1:], *s.DAYS, *s.LATE[:6]), HALVES, TEXTS)
SCALES = {"tables": ROW_SCALE, "mixed": MIXED_SCALE, "logs": ROW_SCALE, "joins": JOIN_SCALE}
COMPLETE = 3  # worlds that leave nothing open, held against each plan; tests/compiled/test_many_facts.py has a hundred thousand
SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
SLOW = {
    "logs": 60,
    "joins": 40,
    "mixed": 60,
    "numbers": 150,
}  # themes whose complete worlds are many: fewer examples but in soak


def examples(theme: str) -> dict[str, int]:
    return {} if SOAK else {"max_examples": SLOW.get(theme, 200)}


def agree(case: s.Case, scale: Scale = SCALE, *, exact: bool = True) -> None:
    """Not narrower than the complete worlds; not wider unless it says so, where the scale has a day for every stretch (``exact``)."""
    verdict = evaluate(case.plan, case.facts, case.as_of)["1"]
    event(f"levels {len(verdict.levels)}{' widened' if verdict.widened else ''}")
    base = in_force(case.plan, {})
    for result in verdict.readings:
        readings = {**base, **result.reading}
        try:
            true = {step.id for step in level_set(case.plan, case.goal, case.facts, case.as_of, readings, scale)}
        except TooMany:
            assume(False)
        assert true <= set(result.levels), (dict(result.reading), true)
        assert not exact or verdict.widened or true == set(result.levels), (dict(result.reading), true)
    for complete in some_complete(case.plan, case.goal, case.facts, case.as_of, base, scale, COMPLETE):
        decided(case, complete, base, scale)


def decided(case: s.Case, complete: f.Facts, base: Mapping[str, str], scale: Scale) -> None:
    """With facts that leave nothing open: the level that a reader would give; only what a fault leaves free is more than one."""
    verdict = evaluate(case.plan, complete)["1"]
    for result in verdict.readings:
        true = level_set(case.plan, case.goal, complete, None, {**base, **result.reading}, scale)
        assert {step.id for step in true} == set(result.levels), (dict(result.reading), complete)


@pytest.mark.parametrize("theme", s.THEMES)
def test_the_levels_are_those_of_the_complete_worlds(theme: str) -> None:
    @settings(**examples(theme))
    @given(s.THEMES[theme]())
    def check(case: s.Case) -> None:
        agree(case, SCALES.get(theme, SCALE))

    check()
