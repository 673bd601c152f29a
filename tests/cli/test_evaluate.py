"""`criteria evaluate`: the report in every form, and everything that makes it refuse."""

import json
from datetime import date

import pytest

EVALUATE = ("evaluate", "plan.criteria", "--facts", "facts.yaml")


@pytest.mark.parametrize("lang", ["en", "da"])
def test_text(criteria, folder, golden, lang):
    said = criteria(*EVALUATE, "--lang", lang)
    assert (said.code, said.err) == (0, "")
    golden(said.out, f"cli/evaluate.{lang}.txt")


def test_json(criteria, folder):
    said = criteria(*EVALUATE, "--format", "json", "--as-of", "31. december")
    data = json.loads(said.out)
    assert (said.code, said.err) == (0, "")
    assert (data["schema"], data["as_of"], data["total"]) == ("criteria/verdict/1", "2020-12-31", None)
    assert data["plan"]["file"] == "plan.criteria"
    assert len(data["plan"]["sha256"]) == 64
    one, two = data["goals"]
    assert (one["id"], one["levels"], one["depends_on"]) == ("1", ["fulfilled", "partial"], ["primo-medio-ultimo"])
    assert (two["levels"], two["status"], two["score"]) == (["not_fulfilled"], "decided", {"min": "0", "max": "0"})
    assert one["because"]["children"][0]["facts"] == [
        {"path": "concept sent", "value": "2020-11-18", "source": "facts.yaml:3"}
    ]


@pytest.mark.parametrize(("form", "start"), [("markdown", "# Lille plan"), ("html", "<!doctype html>")])
def test_other_forms(criteria, folder, form, start):
    said = criteria(*EVALUATE, "--format", form)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith(start)


def test_the_same_bytes_every_time(program, folder):
    runs = [program(*EVALUATE, "--format", "json", PYTHONHASHSEED=seed) for seed in ("0", "1", "4711")]
    assert {run.returncode for run in runs} == {0}
    assert len({run.stdout for run in runs}) == 1


def test_the_plan_from_standard_input(program, folder):
    text = (folder / "plan.criteria").read_bytes()
    run = program("evaluate", "-", "--facts", "facts.yaml", "--format", "json", stdin=text)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["plan"]["file"] == "<stdin>"


def test_facts_from_standard_input(program, folder):
    text = (folder / "facts.yaml").read_bytes()
    run = program("evaluate", "plan.criteria", "--facts", "-", "--format", "json", stdin=text)
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["goals"][1]["levels"] == ["not_fulfilled"]


def test_no_facts_leave_everything_open(criteria, folder):
    data = json.loads(criteria("evaluate", "plan.criteria", "--format", "json").out)
    assert [goal["status"] for goal in data["goals"]] == ["open", "open"]
    assert set(data["goals"][1]["missing"]) == {"budget income", "accounts income"}


def test_readings_move_what_is_open(criteria, folder):
    said = criteria(*EVALUATE, "--reading", "primo-medio-ultimo=point", "--format", "json")
    data = json.loads(said.out)
    assert data["goals"][0]["levels"] == ["partial"]
    assert data["readings"]["primo-medio-ultimo"] == "point"


def test_what_the_plan_settles_cannot_be_moved(criteria, folder):
    plan = folder / "plan.criteria"
    settled = plan.read_text(encoding="utf-8").replace("  year 2020\n", "  year 2020\n\nreadings\n  inden strict\n")
    plan.write_text(settled, encoding="utf-8")
    said = criteria(*EVALUATE, "--reading", "inden=inclusive")
    assert (said.code, said.out) == (2, "")
    assert "settles the reading inden as strict" in said.err
    assert criteria(*EVALUATE, "--reading", "inden=strict").code == 0


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        (["--as-of", "2020-02-30"], "--as-of 2020-02-30"),
        (["--as-of", "november 2020"], "expected one day"),
        (["--as-of", "i morgen"], "--as-of i morgen"),
        (["--reading", "inden"], "NAME=VALUE"),
        (["--reading", "indn=strict"], "suggestion: inden"),
        (["--reading", "inden=strikt"], "suggestion: strict"),
        (["--facts", "nowhere.yaml"], "nowhere.yaml"),
        (["--output", "."], "folder"),
        (["--output", "facts.yaml"], "also read"),
        (["--output", "nowhere/out.txt"], "nowhere"),
    ],
)
def test_refused(criteria, folder, words, mention):
    before = sorted(folder.iterdir())
    said = criteria(*EVALUATE, *words)
    assert (said.code, said.out) == (2, "")
    assert mention in said.err
    assert sorted(folder.iterdir()) == before


def test_every_fault_in_one_run(criteria, folder):
    (folder / "more.yaml").write_text("concpet:\n  sent: 2020-11-18\nbudget income: mange\n", encoding="utf-8")
    said = criteria(
        *EVALUATE, "--facts", "more.yaml", "--as-of", "2020-02-30", "--reading", "x=y", "--output", "keep.txt"
    )
    assert (said.code, said.out) == (2, "")
    for mention in ("more.yaml:1:1", "concpet", "more.yaml:3", "mange", "2020-02-30", "there is no reading x"):
        assert mention in said.err
    assert "^" in said.err
    assert not (folder / "keep.txt").exists()


def test_to_a_file(criteria, folder):
    said = criteria(*EVALUATE, "--format", "markdown", "--output", "rapport.md")
    assert said == (0, "", "")
    assert (folder / "rapport.md").read_text(encoding="utf-8").startswith("# Lille plan")
    assert not list(folder.glob(".*"))


def test_today_is_asked_of_the_clock_here_and_nowhere_else(criteria, folder):
    data = json.loads(criteria(*EVALUATE, "--as-of", "today", "--format", "json").out)
    assert date.fromisoformat(data["as_of"]) <= date.today()


def test_the_language_is_the_plans_unless_told(criteria, folder):
    plan = folder / "plan.criteria"
    plan.write_text('plan "x"\n  sprog dansk\n  år 2020\n\nmål 1 "y"\n  opfyldt når\n', encoding="utf-8")
    assert "fejl" in criteria("check", "plan.criteria").err
    assert "error" in criteria("check", "plan.criteria", "--lang", "en").err


def test_colour_only_on_a_terminal(criteria, folder, monkeypatch):
    assert "\033" not in criteria(*EVALUATE).out
    monkeypatch.setattr("criteria.commands.streams.is_terminal", lambda _: True)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    assert "\033" in criteria(*EVALUATE).out
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\033" not in criteria(*EVALUATE).out
