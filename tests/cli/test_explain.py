"""`criteria explain`: which facts alone keep the verdict on a goal, and what is refused."""

import json

import pytest

import criteria as package


@pytest.fixture
def rows(folder):
    (folder / "events.csv").write_text("area;held\nA;2020-05-01\nB;2020-05-02\nB;2020-06-02\n", encoding="utf-8")
    (folder / "facts.yaml").write_text("concept sent: 2020-11-18\nbudget income: 49000000\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize(("form", "ending"), [("text", "txt"), ("markdown", "md"), ("html", "html")])
@pytest.mark.parametrize("lang", ["en", "da"])
def test_the_report(criteria, rows, golden, form, ending, lang):
    words = ("--facts", "facts.yaml", "--facts", "events.csv", "--goal", "1", "--format", form, "--lang", lang)
    said = criteria("explain", "plan.criteria", *words)
    assert said.code == 0
    golden(said.out, f"report/explain.{lang}.{ending}")


def test_an_open_goal_is_explained_by_what_rules_levels_out(criteria, rows):
    words = ("--facts", "facts.yaml", "--facts", "events.csv", "--as-of", "2020-11-30", "--format", "json")
    data = json.loads(criteria("explain", "plan.criteria", "--goal", "1", *words).out)
    assert (data["levels"], data["status"]) == (["fulfilled", "partial"], "open")
    assert [(fact["kind"], fact.get("path")) for fact in data["facts"]] == [("fact", "concept sent")]
    assert data["decides"][0]["level"] == "partial"
    data = json.loads(criteria("explain", "plan.criteria", "--goal", "2", *words).out)
    assert (data["facts"], data["size"], len(data["levels"])) == ([], 0, 3)


def test_what_a_closed_record_does_not_say_is_a_fact(criteria, folder):
    (folder / "none.yaml").write_text("events: []\n", encoding="utf-8")
    said = criteria("explain", "plan.criteria", "--facts", "none.yaml", "--goal", "1", "--lang", "en")
    assert "concept sent  not given, and the record is closed: it did not happen" in said.out
    said = criteria("explain", "plan.criteria", "--facts", "none.yaml", "--goal", "1", "--as-of", "2021-01-05")
    assert "concept sent  not given: it had not happened by 5 January 2021" in said.out


def test_every_reading_may_need_more(criteria, rows):
    (rows / "facts.yaml").write_text("concept sent: 2020-11-14\n", encoding="utf-8")
    words = ("--facts", "facts.yaml", "--facts", "events.csv", "--goal", "1", "--format", "json", "--every-reading")
    data = json.loads(criteria("explain", "plan.criteria", *words).out)
    assert all(each["suffices"] for each in data["readings"])


def test_a_judgement_is_a_fact():
    plan = package.parse(
        'plan "Judged"\n  year 2020\nfacts\n  sent: date\ngoal 1 "Quality"\n  judged by "the board"\n'
        "  scale 100%, 50%, 0%\n"
    )
    judged = {"judgements": [{"goal": 1, "level": "50%", "by": "Anna", "date": "2020-05-01", "reason": "seen"}]}
    assert [type(one).__name__ for one in plan.explain(judged, goal=1).kept] == ["Decision"]
    assert plan.explain({}, goal=1).kept == ()
    assert "50%" in plan.explain(judged, goal=1).to_text()
    with pytest.raises(KeyError):
        plan.explain({}, goal=7)


def test_refused(criteria, rows):
    for words, mention in (
        (["plan.criteria"], "--goal"),
        (["plan.criteria", "--goal", "9"], "no such goal; expected one of 1, 2"),
        (["plan.criteria", "facts.yaml", "--goal", "1"], "takes one plan"),
        (["plan.criteria", "--goal", "1", "--facts", "nowhere.yaml"], "nowhere.yaml"),
        (["--goal", "1"], "needs a plan"),
    ):
        said = criteria("explain", *words)
        assert (said.code, said.out) == (2, ""), words
        assert mention in said.err, said.err
