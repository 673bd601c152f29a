"""`criteria check`: exit codes, both formats, what cannot be read."""

import json

import pytest

CLEAN = """\
plan "Nothing to wonder at"
facts
  report sent: date
goal 1 "Report"
  fulfilled when report sent by 1 October 2020
"""


@pytest.fixture
def folder(folder):
    (folder / "clean.criteria").write_text(CLEAN, encoding="utf-8")
    return folder


def test_a_good_plan(criteria, folder):
    assert criteria("check", "clean.criteria") == (0, "clean.criteria: no findings\n", "")
    assert criteria("check", "clean.criteria", "--lang", "da").out == "clean.criteria: ingen fund\n"
    assert json.loads(criteria("check", "clean.criteria", "--format", "json").out) == {
        "schema": "criteria/findings/1",
        "findings": [],
        "accepted": [],
    }


@pytest.fixture
def faulty(folder):
    plan = (folder / "plan.criteria").read_text(encoding="utf-8")
    text = plan.replace("- concept sent by ultimo", "- concpt sent by ultimo").replace(
        "budget income and", "budgt income and"
    )
    (folder / "bad.criteria").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("lang", ["en", "da"])
def test_faults_with_their_lines(criteria, faulty, golden, lang):
    said = criteria("check", "bad.criteria", "clean.criteria", "--lang", lang)
    assert said.code == 1
    golden(f"{said.err}{said.out}", f"cli/check.{lang}.txt")


def test_faults_as_data(criteria, faulty):
    said = criteria("check", "bad.criteria", "--format", "json")
    found = json.loads(said.out)["findings"]
    assert (said.code, said.err) == (1, "")
    assert {finding["kind"] for finding in found} == {"undefined-name"}
    assert [finding["place"]["line"] for finding in found] == [18, 21]
    assert all(finding["suggestion"] for finding in found)


def test_strict_counts_warnings(criteria, folder):
    plan = (folder / "plan.criteria").read_text(encoding="utf-8")
    text = plan.replace("  budget income: kr\n", "  budget income: kr\n  never asked: date\n")
    (folder / "loose.criteria").write_text(text, encoding="utf-8")
    assert criteria("check", "loose.criteria").code == 0
    assert criteria("check", "loose.criteria", "--strict").code == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_what_cannot_be_read(criteria, folder, form):
    (folder / "utf16.criteria").write_bytes("plan".encode("utf-16"))
    for name, mention in ((".", "folder"), ("nowhere.criteria", "nowhere"), ("utf16.criteria", "UTF-16")):
        said = criteria("check", "clean.criteria", name, "--format", form)
        assert said.code == 2
        assert mention in said.err
        if form == "json":
            assert [finding["severity"] for finding in json.loads(said.out)["findings"]] == ["error"]


def test_standard_input(program, folder):
    run = program("check", "-", stdin=b"\xff\xfe")
    assert run.returncode == 2
    assert b"<stdin>" in run.stderr
    run = program("check", "-", stdin=CLEAN.encode())
    assert (run.returncode, run.stdout) == (0, b"<stdin>: no findings\n")
    run = program("check", "-", stdin=b"#" * (4 * 1024 * 1024 + 1))
    assert run.returncode == 2


def test_faults_of_syntax_and_of_names_in_one_run(criteria, folder):
    plan = (folder / "plan.criteria").read_text(encoding="utf-8")
    text = plan.replace("budget income: kr", "budget income: kroners").replace(
        "concept sent by ultimo", "concpet snt by ultimo"
    )
    (folder / "both.criteria").write_text(text, encoding="utf-8")
    said = criteria("check", "both.criteria", "--format", "json")
    found = [(finding["place"]["line"], finding["kind"]) for finding in json.loads(said.out)["findings"]]
    assert said.code == 1
    assert [line for line, _ in found] == [6, 18]  # the names that line 6 declares are not missed elsewhere
    assert found[1][1] == "undefined-name"


def test_facts_that_show_findings_are_written(criteria, folder):
    """A file for each finding that facts can show; the plan can be evaluated with it."""
    said = criteria("check", "plan.criteria", "--write-witness", "shown")
    files = sorted(path.name for path in (folder / "shown").iterdir())
    assert files == ["goal-1-missing-below-1.yaml", "goal-1-reading-decides-1.yaml", "goal-2-overlap-1.yaml"]
    assert said.out.endswith("3 files of facts written to shown\n")
    read = criteria("evaluate", "plan.criteria", "--facts", "shown/goal-1-reading-decides-1.yaml", "--format", "json")
    assert json.loads(read.out)["goals"][0]["depends_on"] == ["primo-medio-ultimo"]
    assert criteria("check", "clean.criteria", "--write-witness", "none").code == 0
    assert list((folder / "none").iterdir()) == []
    refused = criteria("check", "clean.criteria", "--write-witness", "clean.criteria")
    assert (refused.code, "clean.criteria" in refused.err) == (2, True)


ACCEPTING = """\
plan "Accepted"
  year 2020
  accept unused-fact because "the board asked for it"
facts
  report sent: date
  visitors: number
goal 1
  accept closes-early because "nothing of the kind"
  fulfilled when report sent by 1 October 2020
"""


def test_what_a_plan_accepts_is_counted(criteria, folder):
    (folder / "accepting.criteria").write_text(ACCEPTING, encoding="utf-8")
    said = criteria("check", "accepting.criteria", "--strict")
    assert (said.code, said.out) == (0, "accepting.criteria: 1 notice, 1 accepted\n")
    assert "closes-early is accepted here, but there is no such finding" in said.err
    data = json.loads(criteria("check", "accepting.criteria", "--format", "json").out)
    assert [(each["kind"], each["goal"], each["place"]["line"]) for each in data["findings"]] == [
        ("acceptance-unused", "1", 8)
    ]
    told = data["accepted"][0]
    assert (told["kind"], told["goal"], told["reason"]) == ("unused-fact", None, "the board asked for it")
    assert (told["place"]["line"], told["accepted_at"]["line"]) == (6, 3)
    assert criteria("evaluate", "accepting.criteria").err == "", "an evaluation does not look for findings"
