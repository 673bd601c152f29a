"""Findings of the levels are true: their facts come to the level they tell; what is told to be impossible is; and nothing that a day by
day search sees is left out."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import criteria
from criteria.analyse.findings.levels import find
from criteria.diagnostics import Diagnostic
from criteria.ladder import diagram
from criteria.testing import facts as drawn_facts
from criteria.testing import plans

LABELS = {
    "fulfilled": "fulfilled",
    "opfyldt": "fulfilled",
    "partial": "partial",
    "delvist opfyldt": "partial",
    "not fulfilled": "not_fulfilled",
    "ikke opfyldt": "not_fulfilled",
}
# which of a finding's words names the level that its facts come to
SHOWN = {
    "gap": "level",
    "inversion": "less",
    "open-end": "level",
    "overlap": "upper",
    "missing-below": "lower",
    "not-implied": "upper",
    "reading-decides": "level",
}
IMPOSSIBLE = ("contradiction", "unreachable-level")


def level(plan: criteria.Plan, finding: Diagnostic, readings: dict[str, str]) -> tuple[str, ...]:
    return plan.evaluate(finding.witness, readings=readings)[finding.goal or ""].levels


@settings(max_examples=150)
@given(plans(goals=1))
def test_the_facts_of_a_finding_come_to_its_level(text: str) -> None:
    plan = criteria.parse(text)
    for finding in plan.findings:
        if finding.kind in SHOWN and finding.witness is not None:
            readings = dict(finding.reading or {})
            assert level(plan, finding, readings) == (LABELS[finding.values[SHOWN[finding.kind]]],), finding
            if finding.kind == "reading-decides":
                other = {finding.values["word"]: finding.values["other"]}
                assert level(plan, finding, {**readings, **other}) == (LABELS[finding.values["else"]],), finding


@settings(max_examples=60)
@given(st.data())
def test_what_is_told_to_be_impossible_is(data: st.DataObject) -> None:
    plan = criteria.parse(data.draw(plans(goals=1)))
    told = [finding for finding in plan.findings if finding.kind in IMPOSSIBLE]
    for _ in range(5 if told else 0):
        report = plan.evaluate(data.draw(drawn_facts(plan, complete=True)))
        for finding in told:
            for result in report[finding.goal or ""].readings:
                if (finding.reading or {}).items() <= dict(result.reading).items() and not report[
                    finding.goal or ""
                ].faults:
                    assert LABELS[finding.values["level"]] not in result.levels


PLAN = """\
plan "Days"
  year 2020
readings
  lower-levels literal
facts
  report sent: date
goal 1 "Report"
  fulfilled when report sent by {best}
  partial when report sent after {after} and by {last}
"""
days = st.integers(0, 40).map(lambda n: date(2020, 3, 1) + timedelta(n))


@settings(max_examples=150)
@given(days, days, days)
def test_a_gap_is_found_just_where_a_search_by_days_sees_one(best: date, after: date, last: date) -> None:
    plan = criteria.parse(PLAN.format(best=best.isoformat(), after=after.isoformat(), last=last.isoformat()))
    fast, sent = plan.compile(), (date(2020, 2, 28) + timedelta(n) for n in range(50))
    levels = (fast.levels(fast.bind({"report sent": day.isoformat()}))["1"][0] for day in sent)
    worth = [{"fulfilled": 2, "partial": 1}.get(found, 0) for found in levels]
    falls = [n for n in range(1, 49) if worth[n] < max(worth[:n]) and worth[n] < max(worth[n + 1 :])]
    assert ("gap" in {each.kind for each in plan.findings}) == bool(falls)


@pytest.mark.parametrize("kind", SHOWN)
def test_each_kind_is_met_above(kind: str) -> None:
    """The page of findings has a plan of each kind; here its facts are checked as well."""
    from analyse.test_findings_page import SECTIONS
    from pages import pieces

    (bad,) = (block for block in pieces(SECTIONS[kind]) if block.mark("bad") is not None)
    plan = criteria.parse(bad.text)
    told = [each for each in plan.findings if each.kind == kind]
    assert told
    for finding in told:
        assert finding.witness is not None
        assert level(plan, finding, dict(finding.reading or {})) == (LABELS[finding.values[SHOWN[kind]]],)


@pytest.mark.parametrize("nodes", [10, 30, 60, 100])
def test_a_goal_that_becomes_too_wide_on_the_way_is_told_so_and_the_others_are_told_as_ever(
    nodes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = criteria.load("examples/astra-2020/plan.criteria").model
    whole = list(find(plan))
    monkeypatch.setattr(diagram, "MOST_NODES", nodes)
    told = list(find(plan))
    wide = {finding.goal for finding in told if finding.kind == "too-wide"}
    assert wide
    assert [f for f in told if f.goal not in wide] == [f for f in whole if f.goal not in wide]
    assert [f.kind for f in told if f.goal in wide] == ["too-wide"] * len(wide)
