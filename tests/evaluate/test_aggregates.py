"""Aggregates agree with the brute force, and the sets of what rows come to are what listing every combination gives."""

import pytest
from hypothesis import given, settings

import strategies as s
import strategies_aggregates as aggregates
from evaluate.test_agreement import SCALES, SOAK, agree

SLOW = {"logs": 60, "joins": 80}


@pytest.mark.parametrize("theme", aggregates.THEMES)
def test_the_levels_are_those_of_the_complete_worlds(theme: str) -> None:
    @settings(**({} if SOAK else {"max_examples": SLOW.get(theme, 120)}))
    @given(aggregates.THEMES[theme]())
    def check(case: s.Case) -> None:
        agree(case, SCALES[theme])

    check()
