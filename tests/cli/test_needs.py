"""``criteria needs``: what it is asked, what it answers, in every form."""

import json

import pytest

from criteria.cli import main

PLAN = """\
plan "A plan"
  year 2020
  record closes 1 February 2021
facts
  sent: date
  done: yes/no
  part: percent
  log visits
    town: one of "Aarhus", "Ribe"
    held: date
goal 1 "Papers"
  fulfilled when sent by medio november 2020 and done
  partial when sent by end of 2020
goal 2 "Visits"
  fulfilled when
    - at least 3 visits where town is "Ribe" and held in 2020
    - part at least 60%
goal 3 "Judged"
  judged by "the board"
"""


@pytest.fixture(autouse=True)
def files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "plan.criteria").write_text(PLAN, encoding="utf-8")
    rows = "visits:\n  - {town: Ribe, held: 2020-03-04}\n  - {town: Aarhus, held: 2020-03-05}\n"
    (tmp_path / "facts.yaml").write_text(f"part: unknown\n{rows}", encoding="utf-8")


ASKED = ["needs", "plan.criteria", "--facts", "facts.yaml", "--as-of", "2020-11-01"]


def test_the_document_has_the_keys_that_were_agreed(capsys):
    assert main([*ASKED, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema"], told["as_of"]) == ("criteria/needs/1", "2020-11-01")
    papers, visits, judged = told["goals"]
    best, middle, lowest = papers["levels"]
    assert best["ways"] == [
        [
            {"fact": "sent", "by": "2020-11-20", "strictest": "2020-11-15", "working_day": "2020-11-13"},
            {"fact": "done", "one_of": ["yes"]},
        ]
    ]
    assert (best["level"], best["status"], papers["next"]) == ("fulfilled", "reachable", "2020-11-20")
    assert middle["ways"][0][0] == {"fact": "sent", "by": "2020-12-31", "strictest": "2020-12-31"}
    assert lowest == {"level": "not_fulfilled", "status": "reachable", "ways": []}
    ((rows, part),) = visits["levels"][0]["ways"]
    assert rows == {
        "rows": "visits",
        "amount": 2,
        "group": {"town": "Ribe"},
        "by": "2020-12-31",
        "strictest": "2020-12-31",
    }
    assert part == {"fact": "part", "at_least": "60", "unit": "percent"}
    assert (judged["why"], {level["status"] for level in judged["levels"]}) == ("judged", {"reachable"})


def test_only_what_is_asked_about_is_told(capsys):
    assert main([*ASKED, "--goal", "1", "--level", "delvist", "--format", "json"]) == 0
    (goal,) = json.loads(capsys.readouterr().out)["goals"]
    assert [level["level"] for level in goal["levels"]] == ["partial"]


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
@pytest.mark.parametrize(("lang", "words"), [("en", "2 more in visits"), ("da", "2 flere i visits")])
def test_every_form_tells_it_in_both_languages(form, lang, words, capsys):
    assert main([*ASKED, "--format", form, "--lang", lang]) == 0
    assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--goal", "7"], "the plan has no such goal; expected one of 1, 2, 3"),
        (["--level", "gold"], "no goal has such a level; expected one of fulfilled, partial, not_fulfilled"),
    ],
)
def test_what_the_plan_does_not_have_is_refused(more, told, capsys):
    assert main([*ASKED, *more]) == 2
    answer = capsys.readouterr()
    assert (answer.out, told in answer.err) == ("", True)


def test_a_day_is_needed(capsys):
    assert main(["needs", "plan.criteria"]) == 2
    assert "--as-of" in capsys.readouterr().err


def test_without_facts_everything_is_needed(capsys):
    assert main(["needs", "plan.criteria", "--as-of", "2020-11-01", "--goal", "2"]) == 0
    assert "3 more in visits: town Ribe" in capsys.readouterr().out
