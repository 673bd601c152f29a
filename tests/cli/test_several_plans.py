"""`criteria evaluate PLAN PLAN`: several plans are asked about the same facts in one run."""

import json

import pytest

PLANS = {
    "yearly.criteria": """\
plan "Yearly"
  year 2020

facts
  log events
    held: date
    place: text

goal 1
  fulfilled when at least 2 events held in 2020
""",
    "elsewhere.criteria": """\
plan "Elsewhere"
  year 2020

facts
  log events
    held: date
  sent: date

goal 1
  fulfilled when sent by 1 October
goal 2
  fulfilled when at least 3 events held in 2020
""",
}
FACTS = (
    "sent: 2020-09-30\nnobody: 3\nevents:\n  - {held: 2020-02-01, place: East}\n  - {held: 2020-03-01, place: West}\n"
)
BOTH = ("evaluate", *PLANS, "--facts", "facts.yaml")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    for name, text in {**PLANS, "facts.yaml": FACTS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_each_plan_has_its_verdicts(criteria):
    said = criteria(*BOTH, "--format", "json")
    data = json.loads(said.out)
    assert (said.code, data["schema"]) == (0, "criteria/verdicts/1")
    assert [(each["plan"]["file"], [goal["levels"] for goal in each["goals"]]) for each in data["plans"]] == [
        ("yearly.criteria", [["fulfilled"]]),
        ("elsewhere.criteria", [["fulfilled"], ["not_fulfilled"]]),
    ]
    assert data["plans"][0] == json.loads(criteria("evaluate", "yearly.criteria", *BOTH[3:], "--format", "json").out)


def test_only_what_no_plan_asks_for_is_told(criteria):
    """`place` and `sent` are each asked for by one plan; alone, the other tells them."""
    assert "'nobody'" in criteria(*BOTH).err
    assert criteria(*BOTH).err.count("is not used") == 1
    assert "'sent'" in criteria("evaluate", "yearly.criteria", *BOTH[3:]).err
    assert "'place'" in criteria("evaluate", "elsewhere.criteria", *BOTH[3:]).err


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_the_reports_stand_one_below_the_other(criteria, form):
    said = criteria(*BOTH, "--format", form)
    alone = [criteria("evaluate", name, *BOTH[3:], "--format", form).out for name in PLANS]
    assert (said.code, said.out) == (0, "\n".join(alone))


def test_their_course(criteria):
    data = json.loads(criteria(*BOTH, "--format", "json", "--every", "half-year").out)
    assert [each["schema"] for each in data["plans"]] == ["criteria/course/1"] * 2


@pytest.mark.parametrize("form", ["html", "csv", "xlsx"])
def test_one_plan_at_a_time(criteria, form):
    said = criteria(*BOTH, "--format", form)
    assert (said.code, said.out) == (2, "")
    assert said.err.endswith(f"error: --format {form} shows one plan; text, markdown and json show several\n")


def test_a_fault_in_one_stops_all(criteria, folder):
    (folder / "elsewhere.criteria").write_text('plan "x"\n  year 202\n', encoding="utf-8")
    said = criteria(*BOTH)
    assert (said.code, said.out) == (2, "")
    assert "elsewhere.criteria:2:8" in said.err
