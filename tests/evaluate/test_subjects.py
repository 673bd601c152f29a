"""Goals for each subject and period: they agree with the brute force, and every subject gets what it would get alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

import strategies as s
import strategies_subjects as u
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.subjects import worst
from criteria.frozen import evolve
from criteria.model.scale import FULFILLED, NOT_FULFILLED, PARTIAL, between, scored
from evaluate.brute import Scale
from evaluate.test_agreement import HALVES, SOAK, TEXTS, agree

SCALE = Scale(u.DAYS, HALVES, TEXTS)


@pytest.mark.parametrize("theme", u.THEMES)
def test_the_levels_are_those_of_the_complete_worlds(theme: str) -> None:
    @settings(max_examples=600 if SOAK else 60)
    @given(u.THEMES[theme]())
    def check(case: s.Case) -> None:
        agree(case, SCALE)

    check()


@given(u.subject_cases())
def test_a_subject_gets_what_it_would_get_without_the_others(case: s.Case) -> None:
    """But for what a goal asks of all subjects, here left out."""
    if any(isinstance(row, s.t.Quantified) and row.rows.record == "items" for row in _conditions(case.goal)):
        return
    together = evaluate(case.plan, case.facts, case.as_of)["1"].subjects
    items = case.facts.records["items"]
    for number, one in enumerate(together):
        alone = evolve(
            case.facts, records={**case.facts.records, "items": evolve(items, rows=items.rows[number : number + 1])}
        )
        (other,) = evaluate(case.plan, alone, case.as_of)["1"].subjects
        assert (other.subject, other.levels, other.missing) == (one.subject, one.levels, one.missing)


def _conditions(goal: object) -> list[object]:
    from criteria.evaluate.shape import walk

    return [node for level in goal.levels for each in (level.literal, level.relaxed) for node in walk(each)]  # type: ignore[attr-defined]


def test_the_worst_of_several() -> None:
    f, p, n = FULFILLED, PARTIAL, NOT_FULFILLED
    assert worst([[f], [f]]) == (f,)
    assert worst([[f, p], [f]]) == (f, p)
    assert worst([[f, p], [f, n]]) == (f, p, n)
    assert worst([[f, n], [p]]) == (p, n)
    assert worst([[f, p], [n]]) == (n,)
    assert worst([[between(s.F(20), s.F(80))], [between(s.F(50), s.F(60))]]) == (between(s.F(20), s.F(60)),)
    assert worst([[between(s.F(20), s.F(80))], [scored(s.F(10))]]) == (scored(s.F(10)),)
