"""Shares are exact: P13 to P16 of the property catalogue."""

import os
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import strategies as s
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.rows import Tally
from criteria.evaluate.shares import shares
from criteria.facts import record as f
from criteria.model import terms as t

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
EXAMPLES = {} if SOAK else {"max_examples": 300}
LIMITS = [Fraction(n, 200) for n in range(201)]
OK = t.Holds(s.cell("items", "ok"))
EXACT = {
    t.Comparison.AT_LEAST: Fraction.__ge__,
    t.Comparison.AT_MOST: Fraction.__le__,
    t.Comparison.ABOVE: Fraction.__gt__,
    t.Comparison.BELOW: Fraction.__lt__,
}


def share_of(relation: t.Comparison, limit: Fraction) -> t.Condition:
    return t.Quantified(t.Quantity.SHARE, t.Rows("items"), OK, relation, s.limit(limit, s.Unit.PERCENT))


def items(*oks: f.Possible) -> f.Facts:
    rows = tuple(f.Row({"ok": s.given(ok)}, place=s.HERE) for ok in oks)
    return f.Facts({}, {"items": f.RecordRows(rows, place=s.HERE)})


def known(k: int, n: int) -> f.Facts:
    return items(*[f.Exactly(number < k) for number in range(n)])


def levels(condition: t.Condition, facts: f.Facts) -> set[bool]:
    found = evaluate(s.plan_of(s.goal_of(condition)), facts)["1"].levels
    return {level == "fulfilled" for level in found}


@pytest.mark.parametrize("n", range(1, (200 if SOAK else 60) + 1))
def test_p13_every_share_against_every_limit(n: int) -> None:
    """A share of k in n rows lies to a limit as the fractions do."""
    for k in range(n + 1):
        values = shares(Tally(n, k, (), None))
        for limit in LIMITS:
            above, below = values.cut(limit, strict=False)
            assert (above is not None, below is None) == (Fraction(k, n) >= limit,) * 2
            above, below = values.cut(limit, strict=True)
            assert (above is not None, below is None) == (Fraction(k, n) > limit,) * 2


@pytest.mark.parametrize("relation", EXACT, ids=lambda r: r.value)
@pytest.mark.parametrize(("k", "n"), [(3, 5), (29, 50), (7, 25), (2, 3), (0, 4), (4, 4), (1, 7)])
def test_p13_through_an_evaluation(relation: t.Comparison, k: int, n: int) -> None:
    """Also exactly on the limit and one 200th beside it."""
    for limit in {Fraction(k, n), Fraction(3, 5), Fraction(29, 50), Fraction(7, 25), Fraction(k, n) + Fraction(1, 200)}:
        assert levels(share_of(relation, limit), known(k, n)) == {EXACT[relation](Fraction(k, n), limit)}


RELATION, LIMIT = st.sampled_from(list(EXACT)), st.sampled_from([Fraction(n, 12) for n in range(13)])
ROWS = st.lists(st.sampled_from([f.Exactly(True), f.Exactly(False), f.Unknown()]), min_size=1, max_size=6)


@settings(**EXAMPLES)
@given(ROWS, LIMIT, LIMIT)
def test_p14_a_lower_limit_is_easier(rows: list[f.Possible], one: Fraction, other: Fraction) -> None:
    low, high = sorted((one, other))
    easy, hard = (
        levels(share_of(t.Comparison.AT_LEAST, low), items(*rows)),
        levels(share_of(t.Comparison.AT_LEAST, high), items(*rows)),
    )
    assert min(easy) >= min(hard)
    assert max(easy) >= max(hard)


@settings(**EXAMPLES)
@given(ROWS, RELATION, LIMIT)
def test_p15_not_turns_a_comparison_round(rows: list[f.Possible], relation: t.Comparison, limit: Fraction) -> None:
    turned = {
        t.Comparison.AT_LEAST: t.Comparison.BELOW, t.Comparison.BELOW: t.Comparison.AT_LEAST,
        t.Comparison.AT_MOST: t.Comparison.ABOVE, t.Comparison.ABOVE: t.Comparison.AT_MOST,
    }[relation]  # fmt: skip
    facts = items(*rows)
    assert levels(t.Not(share_of(relation, limit)), facts) == levels(share_of(turned, limit), facts)


@settings(**EXAMPLES)
@given(st.integers(0, 6), st.integers(1, 6), st.integers(1, 4), RELATION, LIMIT)
def test_p16_as_many_of_each_row_change_nothing(
    k: int, n: int, times: int, relation: t.Comparison, limit: Fraction
) -> None:
    k = min(k, n)
    test = share_of(relation, limit)
    assert levels(test, known(k, n)) == levels(test, known(k * times, n * times))


@settings(**EXAMPLES)
@given(ROWS, LIMIT)
def test_p16_one_more_that_passes_never_lowers_a_share(rows: list[f.Possible], limit: Fraction) -> None:
    test = share_of(t.Comparison.AT_LEAST, limit)
    before = levels(test, items(*rows))
    assert min(levels(test, items(*rows, f.Exactly(True)))) >= min(before)
    assert max(levels(test, items(*rows, f.Exactly(False)))) <= max(before)


@settings(**EXAMPLES)
@given(ROWS)
def test_p10_p12_quantifiers_are_shares(rows: list[f.Possible]) -> None:
    """All is a share of 100 %, some is above 0 %, no is at most 0 %; no is not some."""
    facts = items(*rows)
    for quantity, relation, limit in [
        (t.Quantity.ALL, t.Comparison.AT_LEAST, Fraction(1)),
        (t.Quantity.SOME, t.Comparison.ABOVE, Fraction(0)),
        (t.Quantity.NO, t.Comparison.AT_MOST, Fraction(0)),
    ]:
        assert levels(t.Quantified(quantity, t.Rows("items"), OK), facts) == levels(share_of(relation, limit), facts)
    some = t.Quantified(t.Quantity.SOME, t.Rows("items"), OK)
    assert levels(t.Not(some), facts) == levels(t.Quantified(t.Quantity.NO, t.Rows("items"), OK), facts)
