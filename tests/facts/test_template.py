"""Templates: everything the plan asks for, filled in and read back; no cell runs as a formula (trust.md B28, P44)."""

import io
import sys
import zipfile
from datetime import date
from fractions import Fraction

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.diagnostics import CriteriaError, has_errors
from criteria.facts.load import load
from criteria.facts.record import NO_FACTS, Facts
from criteria.facts.spelling import spelled
from criteria.facts.template import csv_rows, csv_template, xlsx_template
from criteria.facts.uses import goals_using
from criteria.frozen import evolve
from criteria.model.plan import Column, Goal, Level
from criteria.model.scale import FULFILLED
from criteria.model.terms import Cell, Compare, Comparison, Count, Fact, Happened, Number, Rows
from criteria.model.types import Unit
from tests.facts.plans import AREA, ASTRA, DATE, EVERY, HERE, NUMBER, TEXT, YES_NO, fact, plan, record

DANISH = evolve(EVERY, language="da")
days = st.dates(date(1890, 1, 1), date(2150, 12, 31)).map(date.isoformat)
decimals = st.decimals(-(10**9), 10**9, places=3, allow_nan=False).map(lambda d: str(Fraction(d)))
texts = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=20)
WRITTEN = {
    "day": st.one_of(
        days, st.sampled_from(["medio oktober", "uge 42", "unknown", "never", "2020-01-02..2020-02-03", "oktober"])
    ),
    "money": st.one_of(decimals, st.sampled_from(["unknown", "1..2 kr", "1/3", "0"])),
    "share": st.one_of(decimals.map(lambda text: f"{text} %"), st.sampled_from(["1,9..2,2 %", "1 eller 2"])),
    "rise": decimals,
    "number": decimals,
    "count": st.integers(-(10**18), 10**18).map(str),
    "words": texts.filter(lambda text: text.strip()),
    "area": st.sampled_from([*AREA.options, "Kommuner eller Grundskole", "ukendt"]),
    "agreed": st.sampled_from(["ja", "nej", "ja eller nej"]),
}
ROW = {
    "when": WRITTEN["day"],
    "amount": WRITTEN["money"],
    "note": WRITTEN["words"],
    "area": WRITTEN["area"],
    "ok": WRITTEN["agreed"],
}


@st.composite
def written_facts(draw):
    """Texts as a dict holds them; a fact is sometimes known only from a day."""
    facts = draw(st.fixed_dictionaries({}, optional=WRITTEN))
    for name in [n for n in facts if draw(st.booleans())]:
        facts[name] = {"value": facts[name], "known from": "2020-03-01"}
    rows = draw(st.lists(st.fixed_dictionaries({}, optional=ROW).filter(bool), max_size=4))
    return {**facts, "numbers": "en", "log": rows}


def loaded(path, data, using=EVERY):
    path.write_bytes(data)
    facts, found = load([path], using)
    assert not has_errors(found), [d.message() for d in found]
    return facts


@given(written_facts(), st.sampled_from([EVERY, DANISH]))
@settings(max_examples=60)
def test_a_filled_workbook_reads_back_unchanged(tmp_path_factory, written, using):
    facts, found = load(written, using)
    if has_errors(found):  # a text that stands for a missing value, or hides a character
        return
    again = loaded(tmp_path_factory.getbasetemp() / "filled.xlsx", xlsx_template(using, facts), using)
    assert {k: v for k, v in again.values.items() if v.text} == dict(facts.values)
    assert again.records == facts.records


@given(written_facts(), st.sampled_from([EVERY, DANISH]))
@settings(max_examples=60)
def test_filled_tables_read_back_unchanged(tmp_path_factory, written, using):
    facts, found = load(written, using)
    if has_errors(found):
        return
    folder = tmp_path_factory.getbasetemp()
    singles = loaded(folder / "fakta.csv", csv_template(using, facts), using)
    assert {k: v for k, v in singles.values.items() if v.text} == dict(facts.values)
    assert loaded(folder / "log.csv", csv_rows(using, using.records["log"], facts), using).records == facts.records


def test_an_empty_template_is_an_empty_record(tmp_path):
    for name, data in (("t.xlsx", xlsx_template(ASTRA)), ("t.csv", csv_template(ASTRA))):
        facts = loaded(tmp_path / name, data, ASTRA)
        assert {type(given.possible).__name__ for given in facts.values.values()} <= {"Nothing"}
        assert [len(rows.rows) for rows in facts.records.values()] == ([0, 0] if name == "t.xlsx" else [])


def test_the_csv_is_as_danish_excel_writes_it():
    text = csv_template(evolve(ASTRA, language="da"))
    assert text.startswith(b"\xef\xbb\xbffaktum;type;v\xc3\xa6rdi;kendt fra;betydning;m\xc3\xa5l\r\n")
    assert "koncept sendt;dato;;;Koncept fremsendt;\r\n" in text.decode("utf-8-sig")
    assert "accounts income;kr > 0;;;;\r\n" in text.decode("utf-8-sig")


def sheets(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def test_the_workbook_has_drop_downs_for_choices_and_checks_for_dates():
    book = sheets(xlsx_template(DANISH))
    assert book.sheetnames == ["fakta", "log", "lister"]
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in book["fakta"].data_validations.dataValidation}
    assert rules["C2"][0] == "date"
    assert rules["C12"] == ("list", "'lister'!$A$1:$A$5")
    assert rules["C13"] == ("list", '"ja,nej,ukendt"')
    assert [row[0].value for row in book["lister"].iter_rows()] == [*AREA.options, "ukendt"]
    assert book["log"]["A2"].number_format == "yyyy-mm-dd"
    assert book["log"]["C2"].number_format == "@"
    assert {str(r.sqref) for r in book["log"].data_validations.dataValidation} == {"A2:A1000", "D2:D1000", "E2:E1000"}


def test_a_sheet_keeps_its_meaning_when_a_record_has_its_name(tmp_path):
    odd = plan(fact("a", TEXT), record("facts", {"x": TEXT}), record("lists", {"x": AREA}))
    facts, _ = load({"a": "1", "facts": [{"x": "y"}], "lists": [{"x": "Kommuner"}]}, odd)
    again = loaded(tmp_path / "f.xlsx", xlsx_template(odd, facts), odd)
    assert (again.values, again.records) == (facts.values, facts.records)


FORMULAS = ["=1+1", "+SUM(A1)", "-x", "@cmd", "＝1", '=HYPERLINK("http://x")']


@pytest.mark.parametrize("text", FORMULAS)
def test_B28_no_cell_is_a_formula_whatever_the_plan_and_the_facts_say(tmp_path, text):
    hostile = plan(
        fact("a", TEXT, label=text), fact("b", type(AREA)((text, "x"))), record("log", {"n": TEXT}, when=None)
    )
    facts, found = load({"a": text, "b": text, "log": [{"n": text}]}, hostile)
    assert not has_errors(found)
    data = xlsx_template(hostile, facts)
    cells = [cell for sheet in sheets(data) for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(str(cell.value).startswith(tuple("=+-@＝")) for cell in cells)
    lines = csv_template(hostile, facts).decode("utf-8-sig").splitlines()
    assert not any(field.strip('"').startswith(tuple("=+-@＝")) for line in lines for field in line.split(";"))
    assert loaded(tmp_path / "f.xlsx", data, hostile).values == facts.values


def test_B28_a_negative_number_stays_a_number():
    facts, _ = load({"money": "-5"}, EVERY)
    assert sheets(xlsx_template(EVERY, facts))["facts"]["C3"].value == -5
    assert ";-5;" in csv_template(EVERY, facts).decode("utf-8-sig")


def test_the_same_facts_give_the_same_bytes():
    facts, _ = load({"day": "medio oktober", "log": [{"amount": 3}]}, EVERY)
    assert xlsx_template(EVERY, facts) == xlsx_template(EVERY, facts)
    with zipfile.ZipFile(io.BytesIO(xlsx_template(EVERY))) as archive:
        assert {entry.date_time[0] for entry in archive.infolist()} == {1980}


def test_without_openpyxl_the_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(CriteriaError, match=r"pip install 'criteria\[excel\]'"):
        xlsx_template(EVERY)


def test_a_choice_of_texts_has_no_spelling_in_a_cell_and_becomes_unknown():
    facts, _ = load({"words": ["a", "b"]}, EVERY)
    assert spelled(facts.values["words"], TEXT, "da") == "ukendt"


def test_goals_that_use_a_fact_are_found_through_computed_columns():
    done = Count(Rows("events", (Happened(Cell("events", "held", 0, DATE)),)))
    columns = {
        "area": Column("area", "area", AREA, place=HERE),
        "done": Column("done", "done", NUMBER, done, place=HERE),
    }
    table = evolve(ASTRA.records["activities"], columns=columns)
    every = Compare(
        Comparison.AT_LEAST, Cell("activities", "done", 0, NUMBER), Number(Fraction(1), Unit.NUMBER), Unit.NUMBER
    )
    first = Happened(Fact("concept sent", DATE))
    goals = [
        Goal(name, name, (Level(FULFILLED, test, test, place=HERE),), place=HERE)
        for name, test in (("1", first), ("2", every), ("3", first))
    ]
    using = evolve(ASTRA, goals=tuple(goals), records={**ASTRA.records, "activities": table})
    assert dict(goals_using(using)) == {"concept sent": ("1", "3"), "activities": ("2",), "events": ("2",)}
    assert ";;Koncept fremsendt;1, 3" in csv_template(using).decode("utf-8-sig")


def test_facts_of_nothing():
    assert xlsx_template(plan()) == xlsx_template(plan(), Facts({}, {}))
    assert sheets(xlsx_template(plan())).sheetnames == ["facts"]
    assert csv_template(plan(), NO_FACTS).count(b"\r\n") == 1
    assert YES_NO in {f.type for f in EVERY.facts.values()}
