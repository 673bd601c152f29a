"""Plans over facts per group and year, margins over another year and values looked up; written as text, as an author would.

In: nothing. Out: a ``Case`` of ``strategies``. Values are exact or one of a few, so that every complete world can be listed.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import strategies as st

from criteria.facts import record as f
from criteria.frozen import frozen
from criteria.model.plan import Goal, Plan
from criteria.pipeline import check_text
from strategies import HERE, given

PLAN = """plan "Series"
  period 2018-01-01..2020-12-31
facts
  rate per year: number
  size per area and year: number
  base per area: number
  table cases
    area: one of "A", "B", "C"
    wait: number
table limits
  | area | limit | due        |
  | A    |     1 | 2020-03-11 |
  | B    |     2 | 2020-03-13 |
goal 1
  define last size per area = size in 2020
  fulfilled when {one}
  partial when {other}
"""
TESTS = (
    "rate in 2020 at least {n}% above rate in 2019",
    "rate in 2020 at most {n}% below rate in 2019",
    "rate in 2020 more than {k} above rate in 2018",
    "rate in 2020 halved against 2019",
    "rate in 2020 doubled against 2019",
    "rate each year higher than the last",
    "rate each year from 2019 to 2020 at least as high as the last",
    "growth of rate from 2019 to 2020 at least {n}%",
    "(sum of rate from 2018 to 2020) at least {k}",
    "every area has size in 2020 above its base",
    "every area has size in 2020 at least {n}% above size in 2019",
    "some area has size in 2020 at least its limit",
    "size in 2020 at least {k} in every area",
    "last size at least {k} in every area",
    "every year from 2019 to 2020 has rate at least {k}",
    "all cases have wait at most their limit",
    "at least 50% of cases have wait at most their limit",
    "(sum of its limit of cases) at least {k}",
    "(count of cases where base below its limit) at least 1",
    "not (size of A in 2020 doubled against 2019)",
)
FEW = st.sampled_from([-2, -1, 0, 1, 2, 3])


@frozen
class Case:
    """What one evaluation needs."""

    plan: Plan
    goal: Goal
    facts: f.Facts
    as_of: date | None


@st.composite
def tests(draw: st.DrawFn) -> str:
    """One test of the language, with its margins."""
    text = draw(st.sampled_from(TESTS))
    return text.format(n=draw(st.sampled_from(["50", "100", "4"])), k=draw(st.integers(0, 4)))


@st.composite
def values(draw: st.DrawFn) -> f.Possible:
    """A number, or one of two or three."""
    numbers = tuple(sorted(draw(st.sets(FEW, min_size=1, max_size=draw(st.sampled_from([1, 1, 1, 2, 3]))))))
    if len(numbers) == 1:
        return f.Exactly(Fraction(numbers[0]))
    return f.OneOf(tuple(map(Fraction, numbers)))


@st.composite
def series(draw: st.DrawFn) -> Case:
    """A plan of one or two levels over these tests, and facts for all that it asks."""
    checked = check_text(PLAN.format(one=draw(tests()), other=draw(tests())), "plan.criteria")
    plan = checked.plan
    assert plan is not None, checked.diagnostics
    facts = {path: given(draw(values())) for path in plan.facts}
    areas = st.sampled_from([f.Exactly("A"), f.Exactly("B"), f.Exactly("C"), f.OneOf(("A", "B")), f.OneOf(("B", "C"))])
    rows = tuple(
        f.Row({"area": given(draw(areas)), "wait": given(draw(values()))}, place=HERE)
        for _ in range(draw(st.integers(0, 2)))
    )
    as_of = draw(st.sampled_from([None, None, date(2020, 12, 31)]))
    return Case(plan, plan.goals[0], f.Facts(facts, {"cases": f.RecordRows(rows, place=HERE)}), as_of)
