"""Days of rows: where the day of a log's row is blank it is some day, not never; one of two days is left to the reference."""

from __future__ import annotations

from datetime import date

import pytest

import criteria
from columnar.test_agreement import agree

TEXT = """
plan "Days"
facts
  {kind} events
    kind: text
    held: date
goal 1 "A"
  fulfilled when at least 2 events where kind is "meeting" and held in 2020
"""
EITHER = ["2020-05-01", "2021-05-01"]
DAYS = (date(2020, 5, 1), date(2021, 5, 1), "unknown", None, EITHER)


@pytest.mark.parametrize("kind", ["log", "table"])
def test_days_of_rows(kind: str) -> None:
    plan = criteria.parse(TEXT.format(kind=kind), kind)
    sets = [
        criteria.facts({"events": [{"kind": "meeting", "held": day} for day in (one, other)]}, plan=plan)
        for one in DAYS
        for other in DAYS
    ]
    assert agree(plan.model, sets, None) > 4
