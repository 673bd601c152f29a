"""The Astra plan word for word and mended: what the catalogue of its source says by default, the mended plan says without a reading."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

import criteria
from conformance.test_conformance import CASES, levels
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.versions import only
from example_plans import example

LITERAL, MENDED = (example(f"astra-2020/plan.{name}") for name in ("literal", "mended"))
PROCESSES = [row.values["process"] for row in MENDED.model.records["process list"].rows or ()]

# Where the mended plan ends what the source leaves open: by the case, what it says from the last day of 2020 on.
MENDS = {
    "22. later than medio November, with no end #2": ["not_fulfilled"],
    "42. the summary is made, whenever": ["not_fulfilled"],
    "the events so far #3": ["not_fulfilled"],
}
# A list that the plan fixes cannot be empty, left out or short.
NO_LIST = ("[]", "unknown")


def catalogue() -> dict[str, Mapping[str, Any]]:
    """The cases of the source's own rules that come to levels."""
    found = {name.partition(": ")[2]: case for name, case in CASES.items() if name.startswith("astra-catalogue: ")}
    return {name: case for name, case in found.items() if "expect" in case}


def mended_facts(facts: Mapping[str, Any]) -> dict[str, Any] | None:
    """The same facts with each process under its name in the plan's list; those that the case leaves out were described in time."""
    rows = facts["processes"]
    if not isinstance(rows, list) or not rows:
        return None
    days = [row["described"] for row in rows] + ["2020-03-01"] * len(PROCESSES)
    kept = {key: value for key, value in facts.items() if key != "processes"}
    return kept | {"described": dict(zip(PROCESSES, days, strict=False))}


@pytest.mark.parametrize("name", catalogue())
def test_the_mended_plan_gives_what_a_careful_reader_gives(name: str) -> None:
    case = catalogue()[name]
    facts = mended_facts(case["facts"])
    if facts is None:
        assert str(case["facts"]["processes"]) in NO_LIST
        return
    day = date.fromisoformat(case["as_of"]) if "as_of" in case else None
    asked = only(MENDED.model, set(case["expect"]))
    verdict = evaluate(asked, criteria.facts(facts, plan=MENDED), day)
    for goal, outcome in case["expect"].items():
        assert list(verdict[goal].levels) == MENDS.get(name, levels(outcome["levels"]))
        assert verdict[goal].depends_on == ()


def test_the_source_as_written_rewards_lateness() -> None:
    """Everything held: a summary of 21 December is fully in time, one of 20 December only in part."""
    case = CASES["astra-catalogue: everything on time"]["facts"]
    sent = [{**case, "summary": {"sent": day}} for day in ("2020-12-20", "2020-12-21")]
    assert [list(LITERAL.evaluate(facts)["4"].levels) for facts in sent] == [["partial"], ["fulfilled"]]
    assert [list(MENDED.evaluate(facts)["4"].levels) for facts in sent] == [["fulfilled"], ["partial"]]
