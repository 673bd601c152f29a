"""Totals in the reports: whole texts in both languages, and numbers that never contradict what was computed."""

import json
import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import criteria
from criteria.model.totals import TotalUnit
from criteria.report.totals import amount, span

PLAN = """plan "Totals & <more>"
  year 2020
  total weighted mean of sections, rounded to 1 decimal
  count goals per level
facts
  a: number
  b: number
  sent: date
table rates
  | from | pay |
  |    0 |  0% |
  |   50 | 40% |
  |   80 | 99% |
section "Core"
  weight 7/12
  total weighted mean of goals
goal 1 "One"
  weight 30%
  fulfilled when a at least 10
goal 2 "Two"
  weight 20%
  lapses from 1 July 2020 because "the law was changed"
  fulfilled when a below 10
goal 3 "Three"
  weight 50%
  fulfilled when sent inden medio november
section "Extra"
  weight 4/12
  total sum of points, paid by rates, at most 90%
goal 4 "Four"
  weight 60 points
  fulfilled when b at least 3
goal 5 "Five"
  scale 40 points, 20 points, 0 points
  40 points when b at least 5
  20 points when b at least 4
section "Gone"
  weight 1/12
  total mean of goals, nothing below 50%
goal 6 "Six"
  not applicable because "no schools here"
  fulfilled when a at least 10
"""
FACTS = {
    "a": "12",
    "b": "4..6",
    "sent": "2020-11-12",
    "override goal 1": {"level": "fulfilled", "by": "B", "date": "2020-12-01", "reason": "r"},
}


@pytest.mark.parametrize("lang", ["en", "da"])
@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("html", "html")])
def test_reports(lang, form, ending, golden):
    report = criteria.parse(PLAN).evaluate(FACTS, "2020-12-31")
    golden(report.to_text(form, lang), f"report/totals.{lang}.{ending}")


def test_json(golden):
    data = criteria.parse(PLAN).evaluate(FACTS, "2020-12-31").to_data()
    kept = {key: data[key] for key in ("total", "sections", "counts")}
    golden(json.dumps(kept, ensure_ascii=False, indent=2) + "\n", "report/totals.json")


def test_a_plan_without_totals_has_no_keys_of_them():
    data = criteria.parse('plan "x"\ngoal 1\n  fulfilled when a\nfacts\n  a: yes/no\n').evaluate({}).to_data()
    assert data["total"] is None
    assert not {"sections", "counts"} & set(data)


def read(text: str) -> Fraction:
    return Fraction(re.match(r"-?[0-9.,]+", text)[0].replace(",", ""))


numbers = st.fractions(min_value=0, max_value=120, max_denominator=5000)


@given(numbers, st.sampled_from([0, 50, 80, 100]))
def test_a_shown_number_is_on_the_right_side_of_the_limit(value, limit):
    shown = read(amount(value, TotalUnit.PERCENT, "en", [Fraction(limit)]))
    assert (shown > limit) - (shown < limit) == (value > limit) - (value < limit)
    assert abs(shown - value) <= Fraction(1, 20)


@given(numbers, numbers)
def test_a_range_does_not_look_like_a_number(one, other):
    low, high = sorted((one, other))
    shown = span((low, high), TotalUnit.PERCENT, "en", [])
    assert ("–" in shown) == (low != high)
    if low != high:
        first, last = shown.split("–")
        assert read(first) < read(last)


@pytest.mark.parametrize(("lang", "name"), [("en", "Total"), ("da", "Samlet")])
def test_the_course_of_a_plan_ends_with_its_total(lang, name):
    course = criteria.parse(PLAN).course(FACTS, ["2020-06-30", "2020-12-31"])
    (row,) = [line for line in course.to_text("text", lang).splitlines() if line.split()[:1] == [name]]
    assert "56.6%" in row or "56,6 pct." in row
    assert [each["as_of"] for each in course.to_data()["totals"]] == ["2020-06-30", "2020-12-31"]


def test_a_course_without_a_total_has_none():
    plan = criteria.parse('plan "x"\ngoal 1\n  fulfilled when a\nfacts\n  a: yes/no\n')
    assert "totals" not in plan.course({}, ["2020-06-30"]).to_data()
