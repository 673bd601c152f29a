"""How facts are told: names in the plan's words, short places, what lies after the as-of date."""

from datetime import date

import pytest

from criteria.evaluate.verdict import UsedFact
from criteria.report.evidence import Naming, naming

FILES = {"plan.criteria": "line ", "a/facts.yaml": "facts.yaml:", "b/x.yaml": "b/x.yaml:"}
WORDS = Naming({"concept sent": "koncept sendt"}, FILES, date(2020, 11, 1), "en")


@pytest.mark.parametrize(
    ("source", "told"),
    [
        ("a/facts.yaml:7", "facts.yaml:7"),
        ("b/x.yaml:7", "b/x.yaml:7"),
        ("plan.criteria:31", "line 31"),
        ("other.xlsx:Ark1!B7", "other.xlsx:Ark1!B7"),
    ],
)
def test_places(source, told):
    assert WORDS.place(source) == told


@pytest.mark.parametrize(
    ("facts", "text", "told"),
    [
        ([("concept sent", "2020-10-18", "a/facts.yaml:7")], "koncept sendt by …", "18 October 2020 (facts.yaml:7)"),
        ([("concept sent", "never", "")], "other", "koncept sendt: never"),
        ([("concept sent", "", "")], "other", "koncept sendt: not given"),
        ([("x", "2020-11-18", "")], "", "x: 18 November 2020 (after the as-of date)"),
        ([("x", "2020-10-18..2020-11-18", "")], "", "x: 18 October – 18 November 2020"),
        (
            [("rows", "A, 1", "plan.criteria:3"), ("rows", "B, 2", "plan.criteria:4")],
            "",
            "rows: A, 1 (line 3); B, 2 (line 4)",
        ),
        ([("n", str(i), "") for i in range(20)], "", "n: " + "; ".join(map(str, range(12))) + ", …"),
    ],
)
def test_facts(facts, text, told):
    assert WORDS.facts([UsedFact(*fact) for fact in facts], text) == told


def test_columns_have_the_words_of_the_plan():
    danish = Naming({"events": "arrangementer", "events: held": "arrangementer: afholdt"}, {}, None, "da")
    assert danish.name("events: held") == "arrangementer: afholdt"
    assert danish.name("events: held, place") == "arrangementer: afholdt, place"
    assert danish.name("others: held") == "others: held"


def test_what_a_row_leaves_open_is_told_in_the_readers_language():
    danish = Naming({}, {}, None, "da")
    row = UsedFact("sager", "Syd, 2021-03-01, unknown, 18", "")
    assert danish.facts([row], "") == "sager: Syd, 1. marts 2021, ukendt, 18"
    assert danish.facts([UsedFact("x", "never", "")], "") == "x: aldrig"


@pytest.mark.parametrize(
    ("measured", "told"),
    [("8/12", "8 of 12"), ("8+/12+", "at least 8 of at least 12"), ("0+/0+", ""), ("", ""), ("x", "x")],
)
def test_counted(measured, told):
    assert WORDS.counted(measured) == told


def test_files_of_one_name_keep_their_folders(verdict, plan):
    found = naming(verdict, plan, "da")
    assert found.place("facts.yaml:7") == "facts.yaml:7"
    assert found.place("plan.criteria:3") == "linje 3"
