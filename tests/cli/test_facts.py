"""`criteria facts`: the list and the templates."""

import json

import pytest


@pytest.mark.parametrize("lang", ["en", "da"])
def test_list(criteria, folder, golden, lang):
    said = criteria("facts", "plan.criteria", "--lang", lang)
    assert (said.code, said.err) == (0, "")
    golden(said.out, f"cli/facts.{lang}.txt")


def test_data(criteria, folder):
    data = json.loads(criteria("facts", "plan.criteria", "--format", "json").out)
    assert data["schema"] == "criteria/facts/1"
    assert [fact["path"] for fact in data["facts"]] == ["concept sent", "budget income", "accounts income"]
    assert data["facts"][1]["unit"] == "kr"
    assert data["facts"][0]["goals"] == ["1"]
    (log,) = data["records"]
    assert (log["record"], log["kind"], log["when"]) == ("events", "log", "held")
    assert log["columns"][0]["options"] == ["A", "B"]


def test_templates(criteria, folder):
    pytest.importorskip("openpyxl")
    assert criteria("facts", "plan.criteria", "--format", "csv", "--output", "facts.csv") == (0, "", "")
    assert "concept sent;date" in (folder / "facts.csv").read_text(encoding="utf-8-sig")
    assert criteria("facts", "plan.criteria", "--format", "xlsx", "--output", "facts.xlsx") == (0, "", "")
    assert (folder / "facts.xlsx").read_bytes()[:2] == b"PK"


def test_a_template_on_standard_output_keeps_its_bytes(program, folder):
    run = program("facts", "plan.criteria", "--format", "csv")
    assert run.stdout.startswith("\ufeff".encode())
    assert b"\r\n" in run.stdout
    assert b"\r\r\n" not in run.stdout


def test_no_workbook_in_a_terminal(criteria, folder, monkeypatch):
    monkeypatch.setattr("criteria.commands.streams.is_terminal", lambda _: True)
    said = criteria("facts", "plan.criteria", "--format", "xlsx")
    assert (said.code, said.out) == (2, "")
    assert "--output" in said.err


def test_the_plan_is_not_overwritten(criteria, folder):
    before = (folder / "plan.criteria").read_bytes()
    assert criteria("facts", "plan.criteria", "--format", "csv", "--output", "plan.criteria").code == 2
    assert (folder / "plan.criteria").read_bytes() == before


def test_a_plan_that_asks_nothing(criteria, folder):
    (folder / "empty.criteria").write_text('plan "x"\n  year 2020\n', encoding="utf-8")
    said = criteria("facts", "empty.criteria")
    assert said.code == 0
    assert "asks for no facts" in said.out
