"""`criteria diff`: where two plans give different levels, as text, data and files of facts."""

import json

import pytest

PLAN = """\
plan "Museum"
  year 2020
facts
  sent: date
  visitors: number at least 0
  state: one of "open", "closed"
  log tours
    area: one of "North", "South"
    held: date
goal 1 "Report"
  fulfilled when sent by 1 October
  partial when sent by end of 2020
goal 2 "Visitors"
  fulfilled when visitors at least 10
goal 3 "Tours"
  fulfilled when at least 2 tours held in 2020
goal 4 "State"
  fulfilled when state is "open"
"""


@pytest.fixture
def plans(tmp_path, monkeypatch):
    new = (
        PLAN.replace("1 October", "15 October")
        .replace("at least 2 tours", "at least 3 tours")
        .replace('"open"\n', '"closed"\n')
    )
    new = new.replace("visitors at least 10", "not visitors below 10").replace("goal 4", "goal 5")
    (tmp_path / "old.criteria").write_text(PLAN, encoding="utf-8")
    (tmp_path / "new.criteria").write_text(new, encoding="utf-8")
    (tmp_path / "same.criteria").write_text("# A comment\n" + PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("html", "html")])
@pytest.mark.parametrize("lang", ["en", "da"])
def test_the_report(criteria, plans, golden, form, ending, lang):
    said = criteria("diff", "old.criteria", "new.criteria", "--format", form, "--lang", lang)
    assert said.code == 1
    golden(said.out, f"report/diff.{lang}.{ending}")


def test_the_files_of_facts_give_what_is_said_in_both_plans(criteria, plans):
    said = criteria("diff", "old.criteria", "new.criteria", "--format", "json", "--write-witness", "shown")
    goals = {goal["id"]: goal for goal in json.loads(said.out)["goals"]}
    assert {number: goal["status"] for number, goal in goals.items()} == {
        "1": "differ", "2": "agree", "3": "differ", "5": "added", "4": "removed",
    }  # fmt: skip
    assert len(list((plans / "shown").iterdir())) == 2
    for number in ("1", "3"):
        (one,) = goals[number]["differences"]
        for plan, level in (("old.criteria", one["old"]), ("new.criteria", one["new"])):
            facts = f"shown/goal-{number}-diff-1.yaml"
            verdict = json.loads(criteria("evaluate", plan, "--facts", facts, "--format", "json").out)
            assert [g["levels"] for g in verdict["goals"] if g["id"] == number] == [[level]]


def test_plans_that_agree(criteria, plans):
    said = criteria("diff", "old.criteria", "same.criteria", "--lang", "en")
    assert (said.code, said.out.count("agree everywhere")) == (0, 4)


def test_refused(criteria, plans):
    (plans / "bad.criteria").write_text('plan "x"\ngoal 1\n  fulfilled when snet\n', encoding="utf-8")
    for words, mention in (
        (["old.criteria"], "takes two plans"),
        (["old.criteria", "new.criteria", "same.criteria"], "takes two plans"),
        (["old.criteria", "bad.criteria"], "snet"),
        (["old.criteria", "new.criteria", "--output", "new.criteria"], "also read"),
        ([], "needs a plan"),
    ):
        said = criteria("diff", *words)
        assert (said.code, said.out) == (2, ""), words
        assert mention in said.err
