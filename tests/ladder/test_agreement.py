"""The ladder agrees with the reference: the levels at the cells that the facts leave are those that the evaluator finds, or more where
quantities rest on the same open facts."""

import pytest
from hypothesis import event, given, settings

import strategies as s
from criteria.evaluate.cells import apart, left
from criteria.evaluate.levels import ground_of, levels
from criteria.evaluate.readings import combinations, in_force
from criteria.ladder import diagram as d
from criteria.ladder.ladders import ladders

EXAMPLES = {"logs": 40, "joins": 30, "mixed": 60, "numbers": 150}


def agree(case: s.Case) -> None:
    base = in_force(case.plan, {})
    every = [{**base, **each} for each in combinations(case.plan, case.goal, case.facts, base).each]
    made = ladders(case.plan, case.goal, every)
    for readings, ladder in zip(every, made.each, strict=True):
        ground = ground_of(case.plan, case.facts, case.as_of, readings)
        cells = [left(ground, axis) for axis in made.axes]
        found = d.values(ladder.step, [one.cells for one in cells])
        known = levels(case.plan, case.goal, case.facts, case.as_of, readings)
        if any(one.faulty for one in cells):
            continue
        exact = apart(cells) and not known.widened and not any(one.widened for one in cells)
        event(f"exact {exact}, levels {len(found)}")
        assert found >= set(known.steps) or known.widened
        assert not exact or found == set(known.steps), (readings, [one.cells for one in cells])


@pytest.mark.parametrize("theme", s.THEMES)
def test_the_levels_are_those_of_the_reference(theme: str) -> None:
    @settings(max_examples=EXAMPLES.get(theme, 250))
    @given(s.THEMES[theme]())
    def check(case: s.Case) -> None:
        agree(case)

    check()
