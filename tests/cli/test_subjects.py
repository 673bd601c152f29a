"""`criteria evaluate` of goals that are asked of many: the report, one subject in full, and the table of verdicts."""

import io
import json

import openpyxl
import pytest

PLAN = """\
plan "Udviklingsrum"
  sprog dansk
  periode 2021..2022

fakta
  frist: dato
  tabel kommuner, hver en kommune
    navn: tekst
    gebyr betalt: kr
    bekræftet: dato
  log møder
    kommune: tekst
    holdt: dato

mål 1 "Gebyr" for hver kommune
  opfyldt når
    - gebyr betalt mindst 5.000 kr
    - bekræftet inden medio maj 2021
  delvist opfyldt når gebyr betalt mindst 2.500 kr

mål 2 "Besøg" for hver kommune
  opfyldt når mindst 1 møder holdt i 2021

mål 3 "Møde" for hvert halvår fra 2022
  opfyldt når mindst 1 møder holdt i halvåret

mål 4 "Frist"
  opfyldt når frist senest 1. maj 2021
"""
FACTS = """\
frist: 2021-05-01
kommuner:
  - {navn: "=Aarhus", gebyr betalt: 5000, bekræftet: 2021-05-15}
  - {navn: Vejle, gebyr betalt: 2499.5, bekræftet: 2021-05-01}
  - {navn: Ærø, bekræftet: 2021-05-01}
møder:
  - {kommune: Vejle, holdt: 2021-04-01}
  - {kommune: Ærø, holdt: 2022-04-01}
"""


@pytest.fixture
def many(tmp_path, monkeypatch):
    (tmp_path / "plan.criteria").write_text(PLAN, encoding="utf-8")
    (tmp_path / "facts.yaml").write_text(FACTS, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return ("evaluate", "plan.criteria", "--facts", "facts.yaml")


@pytest.mark.parametrize(
    ("form", "end"), [("text", "txt"), ("markdown", "md"), ("html", "html"), ("csv", "csv")], ids=lambda each: str(each)
)
@pytest.mark.parametrize("lang", ["da", "en"])
def test_report(criteria, many, golden, form, end, lang):
    said = criteria(*many, "--format", form, "--lang", lang)
    assert said.code == 0
    golden(said.out.replace("\r\n", "\n"), f"cli/subjects.{lang}.{end}")


def test_one_subject(criteria, many):
    said = criteria(*many, "--subject", "ærø", "--format", "json")
    goals = json.loads(said.out)["goals"]
    assert [(goal["id"], goal["subject"], goal["levels"]) for goal in goals] == [
        ("1", "Ærø", ["fulfilled", "partial", "not_fulfilled"]),
        ("2", "Ærø", ["not_fulfilled"]),
    ]
    assert "2  Besøg – Ærø" in criteria(*many, "--subject", "Ærø").out


def test_no_such_subject(criteria, many, tmp_path):
    said = criteria(*many, "--subject", "Vejl")
    assert (said.code, said.out) == (2, "")
    assert "--subject Vejl" in said.err
    assert "Vejle" in said.err
    (tmp_path / "plain.criteria").write_text('plan "p"\nfacts\n  sent: date\ngoal 1\n  fulfilled when sent\n')
    assert criteria("evaluate", "plain.criteria", "--subject", "Vejle").code == 2


def test_workbook(criteria, many, tmp_path):
    assert criteria(*many, "--format", "xlsx", "--output", "verdicts.xlsx").code == 0
    sheet = openpyxl.load_workbook(io.BytesIO((tmp_path / "verdicts.xlsx").read_bytes())).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert len(rows) == 1 + 4 + 3 + 3 + 2
    assert rows[0][:6] == ["mål", "titel", "emne", "periode", "status", "bedste niveau"]
    assert rows[2][:9] == ["1", "Gebyr", "'=Aarhus", None, "afgjort", "delvist opfyldt", "delvist opfyldt", 50, 50]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} <= {"s", "n"}


def test_a_table_is_of_one_day(criteria, many):
    said = criteria(*many, "--format", "csv", "--every", "quarter")
    assert (said.code, said.out) == (2, "")
    assert "--format csv" in said.err


def test_course(criteria, many):
    said = criteria(*many, "--as-of", "2021-03-31", "--as-of", "2021-12-31", "--format", "json")
    assert said.code == 0
    assert [goal["id"] for goal in json.loads(said.out)["goals"]] == ["1", "2", "3", "4"]
