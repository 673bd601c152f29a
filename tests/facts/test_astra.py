"""The facts of the Astra example: the same year in YAML with a CSV, and in one workbook.

`facts.xlsx` is written anew from `facts.yaml` and `events.csv` with UPDATE_GOLDEN=1 (`python3 dev.py golden`).
"""

import os
from pathlib import Path

import pytest

from criteria.diagnostics import Severity
from criteria.facts.load import load
from criteria.facts.template import xlsx_template
from criteria.pipeline import check_source
from criteria.source import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "astra-2020"
TEXTS = [EXAMPLE / "facts.yaml", EXAMPLE / "events.csv"]


def plan_of(name):
    checked = check_source(read(EXAMPLE / name))
    assert checked.plan, [d.message() for d in checked.diagnostics if d.severity is Severity.ERROR]
    return checked.plan


def without_notices(given, plan):
    facts, found = load(given, plan)
    assert [d.message() for d in found if d.severity is not Severity.NOTICE] == []
    return facts


@pytest.mark.parametrize("name", ["plan.criteria", "plan.da.criteria"])
def test_both_forms_say_the_same(name):
    plan = plan_of(name)
    facts = without_notices(TEXTS, plan)
    if os.environ.get("UPDATE_GOLDEN") and name == "plan.criteria":
        (EXAMPLE / "facts.xlsx").write_bytes(xlsx_template(plan, facts))
    book = without_notices(EXAMPLE / "facts.xlsx", plan)
    assert (book.values, book.records) == (facts.values, facts.records)
    assert without_notices(EXAMPLE, plan) == facts, "the folder holds all three, and they agree"


@pytest.mark.parametrize("name", ["plan.criteria", "plan.da.criteria"])
def test_every_fact_is_there(name):
    plan = plan_of(name)
    facts = without_notices(TEXTS, plan)
    assert set(facts.values) == set(plan.facts)
    assert set(facts.records) == {key for key, record in plan.records.items() if record.rows is None}
