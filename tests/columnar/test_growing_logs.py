"""Logs as of a day, to which rows may still come: columns answer counts and shares, and leave a subject only where its level hangs on what
they cannot tell."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import pytest

import criteria
from columnar.test_agreement import agree, answered

TEXT = """
plan "Growing"
  year 2020
  {closes}
facts
  log events
    kind: text
    held: date
    guests: number
goal 1 "Count"
  fulfilled when at least 3 events where kind is "meeting" and held in 2020
  partial when at least 1 events where kind is "meeting" and held in 2020
goal 2 "Share"
  fulfilled when at least 75% of events where held in 2020 have kind "meeting"
  partial when at least 50% of events where held in 2020 have kind "meeting"
goal 3 "In spring"
  fulfilled when all events where held in may 2020 have kind "meeting"
goal 4 "Two counts"
  fulfilled when
    - at least 2 events where kind is "meeting"
    - at least 1 events where kind is "talk"
goal 5 "Sum"
  fulfilled when (sum of guests of events) at least 10
"""
DAYS = (date(2020, 3, 1), date(2020, 5, 10), date(2020, 6, 30), date(2020, 7, 1), None)
KINDS = ("meeting", "talk")
ROWS = [{"kind": kind, "held": day, "guests": 5} for kind in KINDS for day in DAYS]
AS_OF = date(2020, 6, 30)


@pytest.mark.parametrize("closes", ["", "record closes 2020-06-30"])
def test_a_log_as_of_a_day(closes: str) -> None:
    """A row that happens later is not there yet; any number of further rows can come, unless the record has closed."""
    plan = criteria.parse(TEXT.format(closes=closes), "growing")
    sets = [
        criteria.facts({"events": list(rows)}, plan=plan) for number in range(4) for rows in combinations(ROWS, number)
    ]
    asked, rows = answered(plan.model, sets, AS_OF)
    assert [goal.construct for goal in asked.left] == ([] if closes else ["sum of a log as of a day"])
    assert agree(plan.model, sets, AS_OF) > 2 * len(sets)
    dated = [n for n, facts in enumerate(sets) if all("held" in row.cells for row in facts.records["events"].rows)]
    assert not any(rows[place][f"g{goal}_rest"] for place in dated for goal in range(4))


def test_further_rows_beside_a_fact() -> None:
    """Whether they can pass depends on the subject: it is left, unless its level is settled."""
    text = """
plan "Beside"
  year 2020
facts
  opened: date
  log events
    kind: text
    held: date
goal 1 "Before"
  fulfilled when at least 2 events where held by opened
  partial when at least 1 events where held by opened
"""
    plan = criteria.parse(text, "beside")
    early, late = ({"kind": "talk", "held": day} for day in (DAYS[0], DAYS[2]))
    sets = [
        criteria.facts({"opened": DAYS[1], "events": list(rows)}, plan=plan)
        for rows in ([], [early], [early, early], [late])
    ]
    asked, rows = answered(plan.model, sets, AS_OF)
    assert not asked.left
    assert [row["g0_rest"] for row in rows] == [True, True, False, True]
    assert agree(plan.model, sets, AS_OF) == 1


def test_counts_of_the_same_further_rows_hang_together() -> None:
    """What they are together is left to the reference, unless one level is all that comes out."""
    text = """
plan "Together"
  year 2020
facts
  log events
    kind: text
    held: date
goal 1 "Both"
  fulfilled when
    - at least 2 events where held in 2020
    - at least 1 events where kind is "meeting"
"""
    plan = criteria.parse(text, "together")
    meeting, talk = ({"kind": kind, "held": DAYS[0]} for kind in KINDS)
    sets = [criteria.facts({"events": rows}, plan=plan) for rows in ([meeting], [meeting, talk], [talk, talk])]
    _, rows = answered(plan.model, sets, AS_OF)
    assert [row["g0_rest"] for row in rows] == [True, False, True]
    assert agree(plan.model, sets, AS_OF) == 1
