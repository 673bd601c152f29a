"""The face that Python programs use."""

import json
import subprocess
import sys
from fractions import Fraction

import pytest

import criteria
from criteria import CriteriaError


@pytest.fixture
def plan(folder):
    return criteria.load("plan.criteria")


def test_from_file_to_verdict(plan):
    facts = criteria.facts("facts.yaml", plan=plan)
    report = plan.evaluate(facts)
    assert report["1"].levels == ("fulfilled",)
    assert report[2].score == (Fraction(0), Fraction(0))
    assert report["1"].because.children[0].text == "concept sent by medio november 2020"
    assert [goal.id for goal in report] == ["1", "2"]
    assert len(report) == 2
    assert json.loads(report.to_json())["goals"][0]["levels"] == ["fulfilled"]
    assert "Lille plan" in report.to_text()
    assert report.to_text("markdown").startswith("# Lille plan")
    assert report.to_text("html", "da").startswith("<!doctype html>")


def test_a_plain_dict_readings_and_a_day(plan):
    facts = {
        "concept sent": "2020-11-18",
        "events": [{"area": "A", "held": "2020-05-01"}, {"area": "B", "held": "2020-05-01"}],
    }
    assert plan.evaluate(facts)["1"].levels == ("fulfilled",)
    assert plan.evaluate(facts, readings={"primo-medio-ultimo": "point"})["1"].levels == ("partial",)
    assert plan.evaluate(facts, as_of="2020-11-01")["1"].levels == ("fulfilled", "partial", "not_fulfilled")
    assert plan.evaluate()["1"].missing


def test_a_text(folder):
    assert criteria.parse((folder / "plan.criteria").read_text(encoding="utf-8")).model.title == "Lille plan"


def test_every_fault_with_its_line(folder):
    text = (folder / "plan.criteria").read_text(encoding="utf-8")
    with pytest.raises(CriteriaError) as refused:
        criteria.parse(text.replace("- concept sent by", "- concpt sent by"))
    assert len(refused.value.diagnostics) == 2
    assert "- concpt sent by ultimo december 2020" in str(refused.value)
    assert "^^^" in str(refused.value)


def test_faults_of_facts_with_their_lines(plan, folder):
    (folder / "bad.yaml").write_text("concept:\n  sent: i morgen måske\n", encoding="utf-8")
    with pytest.raises(CriteriaError, match="sent: i morgen måske"):
        criteria.facts("bad.yaml", plan=plan)
    with pytest.raises(CriteriaError, match="there is no reading x"):
        plan.evaluate(readings={"x": "y"})


def test_no_such_plan():
    with pytest.raises(CriteriaError, match="no such file"):
        criteria.load("nowhere.criteria")


def test_facts_can_be_called_however_it_was_imported():
    code = (
        "import criteria.facts.record, criteria.facts.load as load, criteria\n"
        "from criteria.facts import record\n"
        "assert callable(criteria.facts) and criteria.facts.record is record and load.load\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_the_face_names_what_it_has():
    assert set(criteria.__all__) <= set(dir(criteria))
    for name in criteria.__all__:
        assert getattr(criteria, name) is not None
    with pytest.raises(AttributeError):
        criteria.nothing  # noqa: B018
