"""The cases that were worked out by hand."""

import pytest

from criteria.evaluate.evaluation import evaluate
from evaluate.cases import CASES


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    known = CASES[name]
    case = known.case
    verdict = evaluate(case.plan, case.facts, case.as_of, known.readings)["1"]
    assert (verdict.levels, verdict.widened) == (known.levels, known.widened)
