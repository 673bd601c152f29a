"""Readings that come to the same for a goal are looked at once, and what one reading has shown is kept for the next: the levels are those
of looking at each by itself."""

from pathlib import Path

import pytest
from hypothesis import given

import criteria
from criteria.evaluate import senses
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.levels import Known, levels
from criteria.evaluate.readings import combinations, in_force
from tests import strategies as st

ASTRA = Path(__file__).parents[2] / "examples" / "astra-2020"


@given(st.cases())
def test_equal_senses_have_equal_levels(case: st.Case) -> None:
    plan, known = case.plan, Known()
    base = in_force(plan, {})
    found: dict[object, tuple[object, ...]] = {}
    for moved in combinations(plan, case.goal, case.facts, base).each:
        readings = {**base, **moved}
        one = levels(plan, case.goal, case.facts, case.as_of, readings, known)
        key = senses.sense(plan, case.goal, case.facts, one.ground.clock, readings)
        seen = (one.steps, one.widened, one.leaves)
        assert found.setdefault(key, seen) == seen
        alone = levels(plan, case.goal, case.facts, case.as_of, readings, Known())  # nothing kept from another reading
        assert (alone.steps, alone.widened, alone.leaves) == seen


@pytest.mark.parametrize("facts", [["facts.yaml"], ["facts.yaml", "events.csv"]], ids=" and ".join)
def test_a_verdict_is_that_of_looking_at_every_reading(facts: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plan = criteria.load(ASTRA / "plan.criteria")
    record = criteria.facts([ASTRA / each for each in facts], plan=plan)
    shared = evaluate(plan.model, record)
    monkeypatch.setattr(senses, "FEW_LOOKS", 10**9)
    assert evaluate(plan.model, record) == shared


def test_days_that_the_facts_do_not_reach_make_no_sense_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = criteria.parse(
        """
plan "Once"
  year 2020
facts
  sent: date
  visitors: number
goal 1 "Sent"
  fulfilled when
    - sent by medio december
    - visitors at least 10
"""
    )
    asked: list[object] = []
    monkeypatch.setattr(senses, "FEW_LOOKS", -1)
    monkeypatch.setattr("criteria.evaluate.evaluation.levels", lambda *given: asked.append(given) or levels(*given))
    for sent, looks in {"2020-12-11": 1, "2020-12-18": 2, "2020-12-24": 1, "december 2020": 2}.items():
        asked.clear()
        plan.evaluate({"sent": sent})
        assert len(asked) == looks, sent
