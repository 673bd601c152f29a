"""`criteria report`: the reports of follow-up, for the Astra plan in both languages and every form."""

import json
import re
import shutil
from pathlib import Path

import pytest

ASTRA = Path(__file__).parents[2] / "examples" / "astra-2020"
FACTS = ("--facts", "facts.yaml", "--facts", "events.csv")
ENDINGS = {"text": "txt", "markdown": "md", "html": "html"}


@pytest.fixture
def astra(tmp_path, monkeypatch):
    """The example's folder, as the working folder."""
    shutil.copytree(ASTRA, tmp_path / "astra")
    monkeypatch.chdir(tmp_path / "astra")
    return tmp_path / "astra"


def undated(text: str) -> str:
    """Without the digest of the plan, which any comment in it changes."""
    return re.sub(r"\b[0-9a-f]{64}\b", "…", text)


KINDS = {
    "annual": ("annual", "årsrapport", []),
    "half-year": ("half-year", "halvår", ["--as-of", "2020-06-30"]),
    "readings": ("readings", "læsninger", []),
}


@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize(("lang", "plan"), [("en", "plan.criteria"), ("da", "plan.da.criteria")])
@pytest.mark.parametrize("kind", KINDS)
def test_every_report(criteria, astra, golden, kind, lang, plan, form):
    english, danish, words = KINDS[kind]
    said = criteria(
        "report", danish if lang == "da" else english, plan, *FACTS, *words, "--format", form, "--lang", lang
    )
    assert said.code == 0
    golden(undated(said.out), f"report/{kind}.{lang}.{ENDINGS[form]}")


@pytest.mark.parametrize("kind", KINDS)
def test_as_html(criteria, astra, golden, kind):
    said = criteria("report", kind, "plan.criteria", *FACTS, *KINDS[kind][2], "--format", "html")
    assert said.code == 0
    golden(undated(said.out), f"report/{kind}.en.html")


@pytest.mark.parametrize("kind", KINDS)
def test_as_data(criteria, astra, golden, kind):
    said = criteria("report", kind, "plan.criteria", *FACTS, *KINDS[kind][2], "--format", "json")
    assert said.code == 0
    assert json.loads(said.out)["schema"] == "criteria/report/1"
    golden(undated(said.out), f"report/{kind}.en.json")


LATE = """\
concept sent: 2020-12-31
budget income: 49.000.000
numbers: danish
"""


def test_an_annual_report_before_all_is_known_is_preliminary(criteria, folder):
    (folder / "facts.yaml").write_text(LATE, encoding="utf-8")
    said = criteria("report", "annual", "plan.criteria", "--facts", "facts.yaml")
    assert said.code == 0
    assert "Preliminary: goals that are not decided yet: 2." in said.out
    assert "Not reached: fulfilled, because" in said.out
    assert "missed by 41 days" in said.out
    assert "Missing: accounts income" in said.out


def test_the_next_date_is_the_next_deadline_and_then_the_end_of_the_record(criteria, folder):
    plan = folder / "plan.criteria"
    text = plan.read_text(encoding="utf-8").replace("  year 2020\n", "  year 2020\n  record closes 1 February 2021\n")
    plan.write_text(text, encoding="utf-8")
    (folder / "facts.yaml").write_text("events: []\n", encoding="utf-8")
    for day, expected in (
        ("2020-11-01", "20 November 2020: concept sent by medio november 2020<br>read strictly by 15 November 2020"),
        ("2020-11-20", "31 December 2020: concept sent by ultimo december 2020"),
        ("2020-12-31", "| – |"),
    ):
        said = criteria(
            "report", "half-year", "plan.criteria", "--facts", "facts.yaml", "--as-of", day, "--format", "markdown"
        )
        assert expected in said.out, day
    assert "1 February 2021: the record closes" in said.out


@pytest.mark.parametrize(
    ("words", "mention"),
    [
        ([], "needs a kind of report and a plan"),
        (["anual", "plan.criteria"], "suggestion: annual"),
        (["annual"], "criteria report annual needs a plan"),
        (["annual", "plan.criteria", "other.criteria"], "other.criteria"),
        (["half-year", "plan.criteria"], "--as-of today"),
        (["half-year", "plan.criteria", "--as-of", "somewhen"], "somewhen"),
        (["annual", "plan.criteria", "--facts", "nowhere.yaml"], "nowhere.yaml"),
        (["annual", "plan.criteria", "--format", "csv"], "expected text, json, markdown, html"),
    ],
)
def test_refused(criteria, folder, words, mention):
    said = criteria("report", *words)
    assert (said.code, said.out) == (2, "")
    assert mention in said.err


def test_goals_asked_in_periods_show_their_counts_and_the_next_date(criteria, monkeypatch):
    monkeypatch.chdir(ASTRA.parent / "eud-network")
    words = ("plan.criteria", "--facts", "events.csv", "--lang", "en")
    said = criteria("report", "half-year", *words, "--as-of", "2020-06-30", "--format", "markdown")
    assert said.code == 0
    assert "| 1 fulfilled · 2 open | 31 December 2020: " in said.out
    said = criteria("report", "annual", *words, "--format", "markdown")
    assert said.code == 0
    assert "| 2 fulfilled · 1 partially fulfilled |" in said.out
