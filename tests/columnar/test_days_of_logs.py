"""A row of a log has happened: where its day is blank it is some day, not never."""

from __future__ import annotations

from datetime import date

import criteria
from columnar.test_agreement import agree

PLAN = criteria.parse(
    """
plan "Log"
facts
  log events
    kind: text
    held: date
goal 1 "A"
  fulfilled when at least 2 events where kind is "meeting" and held in 2020
""",
    "log",
)
DAYS = (date(2020, 5, 1), date(2021, 5, 1), "unknown", None)


def test_a_blank_day_of_a_log_is_some_day() -> None:
    sets = [
        criteria.facts({"events": [{"kind": "meeting", "held": day} for day in (one, other)]}, plan=PLAN)
        for one in DAYS
        for other in DAYS
    ]
    assert agree(PLAN.model, sets, None) > 4
