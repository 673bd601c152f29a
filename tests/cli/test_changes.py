"""`criteria changes`: two plans, or one with amendments, by what they mean."""

import json
import re
from pathlib import Path

import pytest

ASTRA = Path(__file__).parents[2] / "examples" / "astra-2020"

OLD = """\
plan "Museum"
  year 2020
facts
  sent: date
  income: kr
  expenses: kr
  visitors: number
table targets
  | area  | wanted |
  | North |      3 |
define total
  reading "sum" = income + expenses
  reading "largest" = the larger of income and expenses
goal 1 "Report"
  weight 40%
  fulfilled when
    - sent by 1 October
    - total at most 100 kr
  partial when sent by end of 2020
goal 2 "Visitors"
  weight 50%
  fulfilled when visitors at least 10
goal 3 "Targets"
  weight 10%
  fulfilled when all targets have wanted at least 2
total weighted mean of goals
"""
NEW = """\
plan "Museum, new"
  year 2020
  record closes 1 February 2021
readings
  inden inclusive
facts
  sent: date
  income: kr
  expenses: kr
  visitors: number
  guests: number
table targets
  | area  | wanted |
  | North |      4 |
define total
  reading "sum" = income + expenses + 1 kr
  reading "largest" = the larger of income and expenses
goal 4 "Guests"
  weight 40%
  fulfilled when guests at least 5
goal 1 "Report, later"
  weight 50%
  fulfilled when
    - total at most 100 kr
    - sent by 1. november
  partial when sent by udgangen af 2020
goal 3 "Targets"
  weight 10%
  fulfilled when all targets have wanted at least 2
total weighted mean of goals
"""
AMENDMENTS = """\
amendment from 1 July 2020 "Tillæg 1"
  source "Letter of 12 June"
  goal 2 removed because "nobody counts any more"
  goal 1 "Report"
    fulfilled when sent by 1 November
    partial when sent by end of 2020
amendment from 1 October 2020
  goal 1 "Report"
    fulfilled when
      - sent by 1 November
      - visitors above 3
    partial when sent by end of 2020
"""


@pytest.fixture
def plans(tmp_path, monkeypatch):
    old = re.sub(r"(?m)^(total weighted|  weight).*\n", "", OLD)
    (tmp_path / "old.criteria").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.criteria").write_text(NEW, encoding="utf-8")
    (tmp_path / "amended.criteria").write_text(old + AMENDMENTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")])
@pytest.mark.parametrize("lang", ["en", "da"])
def test_two_plans(criteria, plans, golden, form, ending, lang):
    said = criteria("changes", "old.criteria", "new.criteria", "--format", form, "--lang", lang)
    assert said.code == 0
    if lang == "en" or form != "json":
        golden(said.out, f"report/changes.{lang}.{ending}")


@pytest.mark.parametrize("lang", ["en", "da"])
def test_the_amendments_of_one_plan(criteria, plans, golden, lang):
    said = criteria("changes", "amended.criteria", "--lang", lang)
    assert said.code == 0
    golden(said.out, f"report/amendments.{lang}.txt")


def test_what_only_stands_elsewhere_or_in_the_other_language_is_no_change(criteria, plans):
    for name in ("old.criteria", "amended.criteria"):
        danish = criteria("format", name, "--to", "da").out
        (plans / "danish.criteria").write_text("# A comment.\n\n" + danish, encoding="utf-8")
        said = criteria("changes", name, "danish.criteria", "--lang", "en")
        assert "Nothing has changed." in said.out
    said = criteria("changes", ASTRA / "plan.criteria", ASTRA / "plan.da.criteria", "--format", "json")
    (step,) = json.loads(said.out)["steps"]
    assert (step["plan"], step["goals"]) == ([], [])


def test_the_same_words_with_another_meaning_are_told(criteria, plans):
    said = criteria("changes", "old.criteria", "new.criteria", "--format", "json")
    goals = {goal["id"]: goal for goal in json.loads(said.out)["steps"][0]["goals"]}
    assert {(part["about"], part["change"]) for part in goals["1"]["parts"]} == {
        ("title", "changed"),
        ("weight", "changed"),
        ("fulfilled", "changed"),
        ("fulfilled", "meaning"),
    }
    assert [part["change"] for part in goals["3"]["parts"]] == ["meaning"]
    assert (goals["4"]["change"], goals["2"]["change"]) == ("added", "removed")


def test_a_plan_without_amendments(criteria, plans):
    assert "The plan has no amendments." in criteria("changes", "old.criteria").out


def test_refused(criteria, plans):
    (plans / "bad.criteria").write_text('plan "x"\ngoal 1\n  fulfilled when snet\n', encoding="utf-8")
    for words, mention in (
        (["old.criteria", "new.criteria", "amended.criteria"], "takes one plan or two"),
        (["old.criteria", "bad.criteria"], "snet"),
        (["old.criteria", "nowhere.criteria"], "nowhere.criteria"),
        (["old.criteria", "new.criteria", "--output", "new.criteria"], "also read"),
        ([], "needs a plan"),
    ):
        said = criteria("changes", *words)
        assert (said.code, said.out) == (2, ""), words
        assert mention in said.err


def test_findings_that_are_newly_accepted_are_told(criteria, plans):
    old = OLD.replace('goal 1 "Report"\n', 'goal 1 "Report"\n  accept weekend-deadline because "so agreed"\n')
    new = OLD.replace(
        "  year 2020\n", '  year 2020\n  accept year-from-plan because "it is a plan for one year"\n'
    ).replace('goal 1 "Report"\n', 'goal 1 "Report"\n  accept weekend-deadline because "so agreed again"\n')
    for name, text in (("a.criteria", old), ("b.criteria", new)):
        (plans / name).write_text(text, encoding="utf-8")
    step = json.loads(criteria("changes", "a.criteria", "b.criteria", "--format", "json").out)["steps"][0]
    said = {"about": "accepted", "change": "added", "old": "", "new": "year-from-plan: it is a plan for one year"}
    assert step["plan"] == [said]
    assert [(part["about"], part["old"], part["new"]) for part in step["goals"][0]["parts"]] == [
        ("accepted", "weekend-deadline: so agreed", "weekend-deadline: so agreed again")
    ]
    assert "et fund godtages" in criteria("changes", "a.criteria", "b.criteria", "--lang", "da").out
