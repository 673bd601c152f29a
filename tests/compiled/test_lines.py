"""One open number in arithmetic: its levels are found without the reference, and are those of the numbers themselves."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.compiled import plans
from criteria.compiled.lines import Line, along, parted
from criteria.ladder.domains import number, whole_from, within
from criteria.model.types import Bounds

PLAN = """plan "P"
  year 2020
facts
  budget: kr
  accounts: kr above 0
  sent: date
  back: date
goal 1
  fulfilled when the difference of budget and accounts, in percent of accounts at most 2%
  partial when the difference of budget and accounts, in percent of accounts between 2% and 2.5%
goal 2
  fulfilled when (the larger of budget and (accounts + accounts)) below 300 kr
goal 3
  fulfilled when (days from sent to back) at most 100 days
"""


@pytest.fixture(scope="module")
def fast() -> criteria.face.Compiled:
    return criteria.parse(PLAN, "p").compile()


@pytest.fixture
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def steps_of(*_: object) -> Never:
        raise AssertionError("the reference was asked")

    monkeypatch.setattr(plans, "steps_of", steps_of)


F, P, N = "fulfilled", "partial", "not_fulfilled"
DAYS = {"sent": "2020-03-01", "back": "2020-03-02"}
CASES = [
    ({"budget": "unknown", "accounts": 100}, "1", (F, P, N)),
    ({"budget": "98..102", "accounts": 100}, "1", (F,)),
    ({"budget": "97.99..102", "accounts": 100}, "1", (F, P)),
    ({"budget": "97.5..97.99", "accounts": 100}, "1", (P,)),
    ({"budget": "90..97.4", "accounts": 100}, "1", (N,)),
    ({"budget": 100, "accounts": "unknown"}, "1", (F, P, N)),
    ({"budget": 102, "accounts": "100..104"}, "1", (F,)),
    ({"budget": 102, "accounts": "99.9..104"}, "1", (F, P)),
    ({"budget": "unknown", "accounts": 100}, "2", (F, N)),
    ({"budget": 100, "accounts": "150..200"}, "2", (N,)),
    ({"budget": 100, "accounts": "1..149"}, "2", (F,)),
    ({"sent": "2020-01-01", "back": "unknown"}, "3", (F, N)),
    ({"sent": "2020-01-01..2020-12-31", "back": "2020-12-31"}, "3", (F, N)),
    ({"sent": "2020-01-01..2020-12-31", "back": "2020-01-31"}, "3", (F,)),
]


@pytest.mark.usefixtures("_alone")
@pytest.mark.parametrize(("facts", "goal", "levels"), CASES)
def test_limits_decide(
    fast: criteria.face.Compiled, facts: dict[str, object], goal: str, levels: tuple[str, ...]
) -> None:
    every = {"budget": 100, "accounts": 100, **DAYS, **facts}
    assert fast.levels(fast.bind(every))[goal] == levels


def test_what_is_no_line_is_left_to_the_reference(fast: criteria.face.Compiled) -> None:
    bound = fast.bind({"budget": "100..200", "accounts": "100..200", **DAYS})
    assert fast.levels(bound)["1"] == (F, P, N)


@settings(max_examples=60)
@given(
    st.lists(st.tuples(*[st.fractions(-3, 3, max_denominator=4)] * 4), min_size=1, max_size=3),
    st.integers(-6, 6),
    st.integers(0, 12),
)
def test_every_number_comes_out_as_the_line_says(terms: list[tuple[Fraction, ...]], low: int, wide: int) -> None:
    def code(x: Line | Fraction) -> str:
        """Which of the sides are larger, and which is the largest."""
        sides = [(abs(a * x + b), x * c - d) for a, b, c, d in terms]
        return "".join("<=>"[(left >= right) + (left > right)] for left, right in sides)

    here: list[Line | Fraction] = []
    found = along(
        lambda: [code(here[-1])], here.append, [within(Bounds(Fraction(low), Fraction(low + wide)), whole=False)]
    )
    every = {code(low + Fraction(wide * n, 240)) for n in range(241)}
    assert found is not None
    assert every <= found
    turns = [turn for a, b, c, d in terms for turn in _meet(a, b, c, d) if low <= turn <= low + wide]
    steps = sorted({Fraction(low), Fraction(low + wide), *turns})
    between = [(one + other) / 2 for one, other in pairwise(steps)]
    assert found == {code(x) for x in (*steps, *between)}


def _meet(a: Fraction, b: Fraction, c: Fraction, d: Fraction) -> list[Fraction]:
    """Where |ax + b| turns, and where it meets cx - d."""
    pairs = [(a, b), (a - c, b + d), (-a - c, d - b)]
    return [-base / rise for rise, base in pairs if rise]


def test_whole_numbers_have_nothing_between() -> None:
    below, at, above = parted(whole_from(1, 9), Fraction(5, 2))
    assert (below and below.ends(), at, above and above.ends()) == ((1, 2), None, (3, 9))
    assert parted(number(4), Fraction(4)) == (None, number(4), None)
