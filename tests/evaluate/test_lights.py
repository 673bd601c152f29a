"""A light says what can still be reached, by the score that counts."""

import pytest

import criteria
from criteria.evaluate.lights import Light, light

PLAN = """\
plan "Lights"
  year 2020
facts
  visitors: number
goal 1
  fulfilled when visitors at least 10
  partial when visitors at least 5
"""
OVERRIDE = {"by": "the board", "date": "2021-01-15", "reason": "seen on site"}


@pytest.mark.parametrize(
    ("facts", "sign", "colour"),
    [
        ({"visitors": 10}, Light.MET, "green"),
        ({"visitors": "9..10"}, Light.ON_COURSE, "green"),
        ({}, Light.ON_COURSE, "green"),
        ({"visitors": "0..9"}, Light.REDUCED, "yellow"),
        ({"visitors": 5}, Light.REDUCED, "yellow"),
        ({"visitors": 4}, Light.LOST, "red"),
        ({"visitors": 4, "override goal 1": {"level": "fulfilled", **OVERRIDE}}, Light.MET, "green"),
        ({"visitors": 10, "override goal 1": {"level": "partial", **OVERRIDE}}, Light.REDUCED, "yellow"),
    ],
)
def test_the_light_of_a_goal(facts, sign, colour):
    found = light(criteria.parse(PLAN).evaluate(facts).verdict["1"])
    assert (found, found.colour) == (sign, colour)
