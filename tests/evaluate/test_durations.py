"""Durations: the engine agrees with the brute force, and measuring is the counterpart of counting on."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as s
import strategies_durations as d
from criteria.dates.durations import Duration, Unit, add
from criteria.dates.elapsed import counted_between, months_between
from criteria.frozen import evolve
from evaluate.test_agreement import ROW_SCALE, SCALE, agree

LOCK_SCALE = evolve(ROW_SCALE, days=(date(2020, 2, 20), *ROW_SCALE.days))  # a day of the month before
DAYS = st.dates(date(1995, 1, 1), date(2035, 12, 31))
COUNTS = st.integers(0, 60)


@pytest.mark.parametrize("theme", d.THEMES)
def test_the_levels_are_those_of_the_complete_worlds(theme: str) -> None:
    @settings(max_examples=60, deadline=None)
    @given(d.THEMES[theme]())
    def check(case: s.Case) -> None:
        # the days of other years and months that an anchor names are not all in the scale
        agree(case, LOCK_SCALE if theme == "locks" else SCALE, exact=theme != "anchored")

    check()


@given(DAYS, COUNTS)
def test_n_months_after_a_day_is_n_months_away_and_a_day_more_is_more(day: date, months: int) -> None:
    there = add(day, Duration(months, Unit.MONTHS))
    assert months_between(day, there) == months
    assert months_between(day, date.fromordinal(there.toordinal() + 1)) > months
    assert months_between(day, date.fromordinal(there.toordinal() - 1)) < months


@given(DAYS, DAYS, DAYS)
def test_a_later_end_is_farther_and_a_later_start_nearer(a: date, b: date, c: date) -> None:
    earlier, later = sorted((b, c))
    assert months_between(a, earlier) <= months_between(a, later)
    assert months_between(earlier, a) >= months_between(later, a)
    assert counted_between(a, earlier) <= counted_between(a, later)
    assert counted_between(a, later) == counted_between(a, earlier) + counted_between(earlier, later)


@given(DAYS, st.integers(1, 60), st.booleans())
def test_the_nth_working_day_is_n_working_days_away(day: date, count: int, bank: bool) -> None:
    unit = Unit.BANK_DAYS if bank else Unit.WORKING_DAYS
    assert counted_between(day, add(day, Duration(count, unit)), bank=bank) == count
