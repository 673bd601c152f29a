"""Strategies for plans about time: days, working days and months between two dates, net of a number."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

import strategies as s
from criteria.model import terms as t
from criteria.model.types import Unit

UNITS = st.sampled_from([Unit.WORKING_DAYS, Unit.BANK_DAYS, Unit.MONTHS])
LIMITS = st.sampled_from([s.F(-2), s.F(0), s.F(1, 31), s.F(1), s.F(3)]).map(s.limit)


@cache
def elapsed() -> st.SearchStrategy[t.Term]:
    """The time from one date fact to another, or to a day counted from one."""
    days = s.offset(st.sampled_from(s.FACT_DATES).map(s.fact))
    return st.builds(t.Elapsed, days, days, UNITS)


@cache
def elapsed_cases() -> st.SearchStrategy[s.Case]:
    """Time between two dates against limits, and net of a number."""
    net = st.builds(t.Subtract, elapsed(), st.just(s.fact("w1")))
    tests = s.compares(st.one_of(elapsed(), elapsed(), net), LIMITS)
    return s.cases_of(s.goals(tests, most=2, leaves=2), s.facts_of((*s.FACT_DATES, "w1")))


THEMES = {"elapsed": elapsed_cases}
