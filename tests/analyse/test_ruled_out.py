"""Shares that cannot stand together: told from those that can, and never of facts that there are (tests/analyse/test_witness_found.py)."""

from fractions import Fraction

import pytest

import criteria
from criteria.analyse.witness import witness
from criteria.analyse.witnesses.ruled_out import ruled_out
from criteria.evaluate.readings import in_force
from criteria.ladder.domains import Numbers
from criteria.ladder.ladders import ladders

PLAN = """
plan "Tours"
  year 2020
facts
  table tours
    area: one of "North", "South"
    guests: number
    paid: yes/no
goal 1 "Guests"
  fulfilled when {all}
  partial when {part}
"""
CASES = [
    ("all tours have guests at least 3", "at least 50% of tours per area have guests at least 3", True),
    ("all tours have guests at least 3", "at least 50% of tours where paid have guests at least 3", True),
    ("no tours have guests at least 3", "at least 50% of tours where paid have guests at least 3", True),
    ("all tours have guests at least 3", "at least 50% of tours per area have guests at least 4", False),
    ("all tours where paid have guests at least 3", "at least 50% of tours have guests at least 3", False),
]


@pytest.mark.parametrize(("every", "part", "told"), CASES)
def test_what_every_row_passes_a_part_of_the_rows_passes(every: str, part: str, told: bool) -> None:
    plan = criteria.parse(PLAN.format(all=every, part=part)).model
    goal, readings = plan.goals[0], in_force(plan, {})
    whole, some, *_ = ladders(plan, goal, [readings]).axes
    end = Fraction(0) if every.startswith("no ") else Fraction(1)
    (here,) = [cell for cell in whole.cells if isinstance(cell, Numbers) and cell.points == (end,)]
    apart = [cell for cell in some.cells if ruled_out([(whole.quantity, here), (some.quantity, cell)])]
    assert bool(apart) == told
    for cell in apart:
        assert witness(plan, goal, readings, [(whole.quantity, here)]) is not None
        assert witness(plan, goal, readings, [(some.quantity, cell)]) is not None
    both = [
        cell for cell in some.cells if witness(plan, goal, readings, [(whole.quantity, here), (some.quantity, cell)])
    ]
    assert both
    assert not [cell for cell in both if cell in apart]
