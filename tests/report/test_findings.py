"""A finding with the readings it holds under and the facts that show it: in messages, in JSON, as files of facts."""

import json

from criteria import pipeline
from criteria.diagnostics import Diagnostic, Severity, as_data, render
from criteria.report.findings import findings_data
from criteria.report.json_text import json_text
from criteria.report.witness import witness_files
from criteria.source import Place

PLAN = """\
plan "A"
  year 2020
facts
  theory available: date
  approved: yes/no
  log events
    area: one of "North", "South"
    held: date
goal 1
  fulfilled when
    - theory available by 1 October 2020
    - approved
    - at least 3 events held in 2020
"""
ROW = {"area": "North", "held": "2020-05-12"}
FACTS = {"theory": {"available": "2020-10-02"}, "approved": False, "events": [ROW, ROW, {**ROW, "area": "South"}]}
READING = {"lower-levels": "literal", "inden": "inclusive"}
VALUES = {"found": "theory available"}


def one(**more):
    return Diagnostic("unused-fact", Place("a.criteria", 4, 3), VALUES, None, Severity.WARNING, (), "1", **more)


def test_a_message_tells_the_readings_and_the_facts():
    said = render(one(reading=READING, witness=FACTS))
    assert said.splitlines()[1:] == [
        "  holds under: lower-levels literal, inden inclusive",
        "  with these facts:",
        "    theory available: 2020-10-02",
        "    approved: no",
        "    events: 2 × area North, held 2020-05-12",
        "    events: area South, held 2020-05-12",
    ]
    assert render(one(reading=READING, witness={"approved": True, "events": []}), lang="da").splitlines()[1:] == [
        "  gælder ved læsningen: lower-levels literal, inden inclusive",
        "  med disse fakta: approved: ja; events: ingen rækker",
    ]


def test_a_message_tells_some_of_many_rows():
    rows = [{"held": f"2020-05-{day:02}"} for day in range(1, 21)]
    assert render(one(witness={"events": rows})).splitlines()[-1] == "    events: … and 15 more"


def test_the_json_of_check_always_has_both():
    told = findings_data([one(), one(reading=READING, witness=FACTS)], [], "en")["findings"]
    assert [(each["reading"], each["witness"]) for each in told] == [(None, None), (READING, FACTS)]
    assert json.loads(json_text(told)) == told
    assert "witness" not in as_data(one()), "notices of an evaluation stay as they were"


def test_each_witness_is_a_file_that_evaluate_reads(tmp_path):
    plan = pipeline.check_text(PLAN, "a.criteria").plan
    files = dict(witness_files([one(witness=FACTS), one(), one(witness={}, reading=READING)], "en"))
    assert list(files) == ["goal-1-unused-fact-1.yaml", "goal-1-unused-fact-2.yaml"]
    assert "--reading 'inden=inclusive'" in files["goal-1-unused-fact-2.yaml"]
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        loaded = pipeline.load_facts(tmp_path / name, plan)
        assert loaded.facts is not None, loaded.diagnostics
    again = pipeline.load_facts(tmp_path / "goal-1-unused-fact-1.yaml", plan).facts
    assert pipeline.evaluate(plan, again)["1"].levels == ("not_fulfilled",)
    assert len(again.records["events"].rows) == 3


def test_a_name_of_a_goal_is_safe_as_a_file():
    odd = Diagnostic("unused-fact", None, VALUES, goal="../1 a", witness={})
    assert [name for name, _ in witness_files([odd], "en")] == ["goal-..-1-a-unused-fact-1.yaml"]
