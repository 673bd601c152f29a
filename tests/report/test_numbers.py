"""Numbers and days as people read them; rounding never contradicts the verdict (trust.md B12)."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.evaluate.verdict import Margin
from criteria.model.types import Unit
from criteria.report import numbers
from criteria.report.days import days_text, with_days

F = Fraction


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (F(100), "100"),
        (F(133, 2), "66.5"),
        (F(1, 3), "1/3"),
        (F(-1, 8), "-0.125"),
        (F(0), "0"),
        (F(1, 10**20), "0." + "0" * 19 + "1"),
    ],
)
def test_exact(value, text):
    assert numbers.exact(value) == text
    assert F(text) == value


@pytest.mark.parametrize(
    ("value", "unit", "english", "danish"),
    [
        (F(5, 2), Unit.PERCENT, "2.5%", "2,5 pct."),
        (F(50_400_000), Unit.KRONER, "50,400,000 kr", "50.400.000 kr"),
        (F(-1234), Unit.KRONER, "-1,234 kr", "-1.234 kr"),
        (F(1), Unit.DAYS, "1 day", "1 dag"),
        (F(2), Unit.DAYS, "2 days", "2 dage"),
        (F(4, 10), Unit.PERCENTAGE_POINT, "0.4 percentage points", "0,4 procentpoint"),
        (F(2, 3), Unit.NUMBER, "0.67", "0,67"),
        (F(200, 3), Unit.RATIO, "66.67%", "66,67 pct."),
    ],
)
def test_amounts(value, unit, english, danish):
    assert numbers.amount(value, unit, "en") == english
    assert numbers.amount(value, unit, "da") == danish


@pytest.mark.parametrize(
    ("low", "high", "unit", "english", "danish"),
    [
        (2, 2, Unit.DAYS, "2 days to spare", "2 dage til gode"),
        (-1, -1, Unit.DAYS, "missed by 1 day", "1 dag uden for grænsen"),
        (0, 0, Unit.DAYS, "exactly on the limit", "præcis på grænsen"),
        (F("0.4"), F("0.4"), Unit.PERCENT, "0.4 percentage points to spare", "0,4 procentpoint til gode"),
        (
            F("-0.0004"),
            F("-0.0004"),
            Unit.RATIO,
            "missed by 0.0004 percentage points",
            "0,0004 procentpoint uden for grænsen",
        ),
        (1, 3, Unit.DAYS, "1–3 days to spare", "1–3 dage til gode"),
        (-3, -1, Unit.DAYS, "missed by 1–3 days", "1–3 dage uden for grænsen"),
        (
            -2,
            3,
            Unit.DAYS,
            "between missed by 2 days and 3 days to spare",
            "mellem 2 dage uden for grænsen og 3 dage til gode",
        ),
        (2, None, Unit.DAYS, "at least 2 days to spare", "mindst 2 dage til gode"),
        (None, -2, Unit.DAYS, "missed by at least 2 days", "mindst 2 dage uden for grænsen"),
        (None, 2, Unit.DAYS, "at most 2 days to spare", "højst 2 dage til gode"),
        (-2, None, Unit.DAYS, "", ""),
        (None, None, Unit.DAYS, "", ""),
    ],
)
def test_margins(low, high, unit, english, danish):
    margin = Margin(None if low is None else F(low), None if high is None else F(high), unit)
    assert numbers.margin(margin, "en") == english
    assert numbers.margin(margin, "da") == danish


@given(st.fractions(min_value=-1000, max_value=1000, max_denominator=10**9), st.integers(-1000, 1000))
def test_what_is_shown_lies_on_its_own_side(value, limit):
    shown = F(numbers.number(value, "en", [F(limit)]).replace(",", ""))
    assert (shown > limit) - (shown < limit) == (value > limit) - (value < limit)


def test_a_share_just_short_does_not_look_enough():
    away = Margin(F("-0.004"), F("-0.004"), Unit.RATIO)
    exact = Margin(F("59.996"), F("59.996"), Unit.RATIO)
    assert numbers.measured(exact, away, "en") == "59.996%"
    assert numbers.measured(exact, None, "en") == "60%"


@pytest.mark.parametrize(
    ("first", "last", "english", "danish"),
    [
        ("2020-11-18", "2020-11-18", "18 November 2020", "18. november 2020"),
        ("2020-11-11", "2020-11-20", "11–20 November 2020", "11.–20. november 2020"),
        ("2020-10-01", "2020-12-31", "1 October – 31 December 2020", "1. oktober – 31. december 2020"),
        ("2020-08-01", "2021-07-31", "1 August 2020 – 31 July 2021", "1. august 2020 – 31. juli 2021"),
    ],
)
def test_days(first, last, english, danish):
    ends = date.fromisoformat(first), date.fromisoformat(last)
    assert days_text(*ends, "en") == english
    assert days_text(*ends, "da") == danish


def test_iso_days_inside_a_text():
    assert with_days("medio = 2020-11-11..2020-11-20", "en") == "medio = 11–20 November 2020"
    assert with_days("sag 2020-99-99", "en") == "sag 2020-99-99"
