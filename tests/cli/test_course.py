"""`criteria evaluate` over several days: the course of the goals."""

import json

import pytest

from criteria import parse

COURSE = ("evaluate", "plan.criteria", "--facts", "facts.yaml", "--every")


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("html", "html"), ("json", "json")])
@pytest.mark.parametrize("lang", ["en", "da"])
def test_the_course_in_every_form(criteria, folder, golden, form, ending, lang):
    if form == "json" and lang == "da":
        return
    said = criteria(*COURSE, "kvartal" if lang == "da" else "quarter", "--format", form, "--lang", lang)
    assert (said.code, said.err) == (0, "")
    golden(said.out.replace('"version": "0.1.0"', '"version": "…"'), f"cli/course.{lang}.{ending}")


def test_days_in_any_order_each_once(criteria, folder):
    days = ("2020-12-31", "31. december", "2020-03-31", "end of june 2020")
    words = [word for day in days for word in ("--as-of", day)]
    data = json.loads(criteria("evaluate", "plan.criteria", *words, "--format", "json").out)
    assert data["schema"] == "criteria/course/1"
    assert data["days"] == ["2020-03-31", "2020-06-30", "2020-12-31"]
    assert [day["as_of"] for day in data["goals"][0]["days"]] == data["days"]


def test_every_and_days_together(criteria, folder):
    data = json.loads(criteria(*COURSE, "half-year", "--as-of", "2020-10-01", "--format", "json").out)
    assert data["days"] == ["2020-06-30", "2020-10-01", "2020-12-31"]


def test_every_needs_a_period(criteria, folder):
    plan = folder / "plan.criteria"
    plan.write_text(plan.read_text(encoding="utf-8").replace("  year 2020\n", ""), encoding="utf-8")
    for words in (("year",), ("month", "--as-of", "2020-03-31")):
        said = criteria(*COURSE, *words)
        assert (said.code, said.out) == (2, "")
    assert "names no year and no period" in said.err or "year" in said.err


def test_every_what(criteria, folder):
    said = criteria(*COURSE, "quartr")
    assert said.code == 2
    assert "suggestion: quarter" in said.err


def test_to_a_file(criteria, folder):
    assert criteria(*COURSE, "year", "--output", "course.md", "--format", "markdown").code == 0
    assert (folder / "course.md").read_text(encoding="utf-8").startswith("# Lille plan: the course of the goals")


def test_a_judgement_decides_on_the_day_it_is_made():
    plan = parse('plan "Judged"\n  year 2020\ngoal 1\n  judged by "the board", in percent\n')
    judged = {"level": "62.5 %", "by": "the board", "date": "2020-11-15", "reason": "well done"}
    goal = plan.course({"judgement goal 1": judged}, every="half-year")["1"]
    assert list(goal.levels) == [("0..100",), ("62.5",)]
    assert [(e.kind, e.day.isoformat() if e.day else None) for e in goal.events] == [("decided", "2020-11-15")]
