"""The plans that the strategies of ``criteria.testing`` are tried on."""

from functools import cache

import pytest

import criteria
from criteria.face import Plan
from example_plans import EXAMPLES, example

NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/plan.criteria"))
EVERY_TYPE = """
plan "Every type of fact"
  year 2020
  record closes 1 February 2021
facts
  report sent: date
  received: date
  visitors: number at least 0
  satisfaction: percent between 0% and 100%
  rise: percentage points
  budget: kr
  accounts: kr above 0
  waiting: days at least 0
  allowed: duration
  guide: text
  contact: ean
  approved: yes/no
  state: one of "open", "half", "closed"
  log tours
    area: one of "North", "South"
    held: date
    guests: number at least 0
  table teams, each a team
    name: text
    described: date

table targets
  | area  | wanted |
  | North |      3 |
  | South |      2 |
  column done = count of tours with the same area, held in 2020

goal 1 "Report"
  fulfilled when report sent by medio november
  partial when report sent before 1 December and report sent within 4 weeks after received

goal 2 "Amounts"
  define deviation = the difference of budget and accounts, in percent of accounts
  fulfilled when
    - visitors at least 12,000
    - satisfaction at least 62.5%
    - deviation at most 2%
    - rise above 4 percentage points
  partial when
    - any of
      - waiting at most 14 days
      - state is "open"
      - guide is one of "Anna", "Bo"

goal 3 "Rows"
  fulfilled when all targets have done at least as many as wanted
  partial when
    - at least 60% of tours per area held in 2020
    - sum of guests of tours above 100
    - report sent by allowed after received

goal 4 "Teams" for each team
  fulfilled when its described by 1 October

goal 5 "Judged"
  judged by "the board"
goal 6 "Contact"
  fulfilled when contact is "5790001330552" and approved
"""
SMALL = """
plan "Small"
  year 2020
facts
  report sent: date
  visitors: number at least 0
goal 1 "Report"
  fulfilled when report sent by 1 October
goal 2 "Visitors"
  fulfilled when visitors at least 12,000
"""


def every_plan() -> list[object]:
    """The example plans by the name of their folder, and one with every type."""
    found = [pytest.param(example(f"{name}/plan"), id=name) for name in NAMES]
    return [*found, pytest.param(every_type(), id="every type")]


@cache
def every_type() -> Plan:
    return criteria.parse(EVERY_TYPE)
