"""Facts per group and year: every way to write them gives the same values, and what is wrong with one is told where it stands."""

from fractions import Fraction

import openpyxl
import pytest

import criteria
from criteria.diagnostics import Severity
from criteria.facts.load import load
from criteria.facts.template import csv_template

PLAN = """plan "Serier"
  sprog dansk
  år 2020
fakta
  sats (rate) pr. år: pct.
  besøgende (visitors) pr. område og år: tal
  basis (base) pr. område: pct.
  log ture (tours)
    område (area): en af "Nord", "Syd Vest"
    afholdt (held): dato
mål 1
  opfyldt når
    - hvert område har besøgende i 2020 over besøgende i 2019
    - hvert område har basis mindst 3 pct.
    - sats i 2020 over sats i 2019
    - nogle ture
"""
WHOLE = {
    "rate 2019": "3/4",
    "rate 2020": "4/5",
    "visitors Nord 2019": "10",
    "visitors Nord 2020": "12",
    "visitors Syd Vest 2019": "8",
    "visitors Syd Vest 2020": "9",
    "base Nord": "7/10",
    "base Syd Vest": "3/5",
}


@pytest.fixture(scope="module")
def plan():
    return criteria.parse(PLAN).model


def given(paths, plan):
    """The values by path, and the kinds and places of what was found, notices on how a table was read left out."""
    facts, found = load(paths, plan)
    values = {path: value.possible.value for path, value in facts.values.items()}
    told = [d for d in found if not d.kind.startswith("read-with")]
    return values, [(d.kind, str(d.place).rpartition("/")[2]) for d in told if d.severity is not Severity.NOTICE]


def expected():
    return {path: Fraction(value) for path, value in WHOLE.items()}


FILES = {
    "a column for each index": {
        "sats.csv": "år;sats\n2019;75 %\n2020;80 %\n",
        "besøgende.csv": "år;område;besøgende\n2019;Nord;10\n2020;Nord;12\n2019;syd vest;8\n2020;Syd Vest;9\n",
        "basis.csv": "område;basis\nNord;70 %\nSyd Vest;60 %\n",
    },
    "the years side by side": {
        "rate.csv": "2019;2020\n75 %;80 %\n",
        "visitors.csv": "area;2019;2020\nNord;10;12\nSyd Vest;8;9\n",
        "base.csv": "Nord;Syd Vest\n70 %;60 %\n",
    },
    "the groups side by side": {
        "rate.csv": "year;value\n2019;75 %\n2020;80 %\n",
        "besøgende.csv": "year;Nord;Syd Vest\n2019;10;8\n2020;12;9\n",
        "base.csv": "area;værdi\nNord;70 %\nSyd Vest;60 %\n",
    },
    "several in one table": {
        "tal.csv": "år;område;besøgende;basis\n2019;Nord;10;70 %\n2020;Nord;12;\n2019;Syd Vest;8;60 %\n2020;Syd Vest;9;\n",
        "enkelt.csv": "faktum;2019;2020\nsats;75 %;80 %\n",
    },
    "single facts": {
        "fakta.csv": "faktum;værdi\nsats 2019;75 %\nrate 2020;80 %\nbesøgende Nord 2019;10\nbesøgende 2020 Nord;12\n"
        "visitors Syd Vest 2019;8\nvisitors 2020 Syd Vest;9\nbase Nord;70 %\nbasis Syd Vest;60 %\n",
    },
    "nested": {
        "facts.yaml": "sats: {2019: 75 %, 2020: 80 %}\nbesøgende:\n  Nord: {2019: 10, 2020: 12}\n  2019: {Syd Vest: 8}\n"
        "  2020: {Syd Vest: 9}\nbase: {nord: 70 %, SYD VEST: 60 %}\n",
    },
    "JSON": {
        "facts.json": '{"rate": {"2019": "75 %", "2020": "80 %"}, "base": {"Nord": 70, "Syd Vest": 60},'
        ' "visitors": {"Nord": {"2019": 10, "2020": 12}, "Syd Vest": {"2019": 8, "2020": 9}}}',
    },
}


@pytest.mark.parametrize("files", FILES.values(), ids=FILES)
def test_every_way_to_write_them_gives_the_same_values(tmp_path, plan, files):
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert given([tmp_path / name for name in files], plan) == (expected(), [])


def test_a_workbook_has_a_sheet_for_each(tmp_path, plan):
    book = openpyxl.Workbook()
    book.remove(book.active)
    sheets = {
        "sats": [["år", "sats"], [2019, "75 %"], [2020, "80 %"]],
        "besøgende": [["område", 2019, 2020], ["Nord", 10, 12], ["Syd Vest", 8, 9]],
        "områder": [["område", "basis"], ["Nord", 0.7], ["Syd Vest", 0.6]],
    }
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    for cell in ("B2", "B3"):
        book["områder"][cell].number_format = "0%"
    book.save(tmp_path / "tal.xlsx")
    assert given([tmp_path / "tal.xlsx"], plan) == (expected(), [])


def test_python_may_give_years_as_numbers():
    report = criteria.parse(PLAN).evaluate({"rate": {2019: "75 %", 2020: "80 %"}})
    assert "rate 2020" not in [missing.path for missing in report["1"].missing]


def test_the_template_asks_for_each_value_once(plan):
    lines = csv_template(plan).decode("utf-8-sig").splitlines()
    assert sorted(line.partition(";")[0] for line in lines[1:]) == sorted(
        path.replace("rate", "sats").replace("visitors", "besøgende").replace("base", "basis") for path in WHOLE
    )


WRONG = {
    "a year twice": ("sats.csv", "år;sats\n2019;75 %\n2019;76 %\n", [("conflict", "sats.csv:3:6")]),
    "the same twice": ("sats.csv", "år;sats\n2019;75 %\n2019;75 %\n", []),
    "no such group": ("basis.csv", "område;basis\nNrod;70 %\n", [("no-such-group", "basis.csv:2:1")]),
    "no group": ("basis.csv", "område;basis\n;70 %\n", [("series-value-for-what", "basis.csv:2:2")]),
    "no year": ("facts.yaml", "besøgende: {Nord: 3}\n", [("series-value-for-what", "facts.yaml:1:13")]),
    "no index": ("facts.yaml", "sats: 75 %\n", [("series-value-for-what", "facts.yaml:1:1")]),
    "a list": ("facts.yaml", "sats: [75 %, 80 %]\n", [("series-value-for-what", "facts.yaml:1:1")]),
    "a word for a year": ("sats.csv", "år;sats\ni fjor;75 %\n", [("no-such-group", "sats.csv:2:1")]),
    "a value of another type": ("sats.csv", "år;sats\n2019;5 kr\n", [("wrong-unit", "sats.csv:2:6")]),
}


@pytest.mark.parametrize(("name", "text", "faults"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_is_told_where_it_stands(tmp_path, plan, name, text, faults):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert given([tmp_path / name], plan)[1] == faults


def test_a_year_that_nothing_asks_for_is_a_notice(tmp_path, plan):
    (tmp_path / "sats.csv").write_text("år;sats\n2015;75 %\n", encoding="utf-8")
    _, found = load([tmp_path / "sats.csv"], plan)
    assert [d.kind for d in found if d.severity is Severity.NOTICE][-1:] == ["unasked-fact"]
