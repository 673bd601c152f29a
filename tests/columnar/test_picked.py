"""What single rows bring among many: the one row there is, first and last days, medians and percentiles, different choices."""

from __future__ import annotations

from datetime import date
from itertools import combinations

import criteria
from columnar.test_agreement import agree, answered

PLAN = criteria.parse(
    """
plan "Picked"
facts
  table classes
    class: text
    area: one of "North", "South", "West"
    rate: percent
    held: date
goal 1 "One"
  fulfilled when (the rate of classes where class is "A") at least 80%
goal 2 "Middle"
  fulfilled when median of rate of classes at least 80%
  partial when median of rate of classes at least 70%
goal 3 "Last"
  fulfilled when latest held of classes by 2020-05-31
  partial when earliest held of classes by 2020-05-31
goal 4 "Areas"
  fulfilled when number of different areas of classes at least 2
goal 5 "Places"
  fulfilled when 75th percentile of rate of classes at least 80%
  partial when (largest rate of classes where area is "North") at least 80%
""",
    "picked",
)
ROWS = [
    {"class": "A", "area": "North", "rate": "80", "held": date(2020, 5, 31)},
    {"class": "B", "area": "South", "rate": "60", "held": date(2020, 6, 1)},
    {"class": "A", "area": "North", "rate": "79.5", "held": None},
    {"class": "C", "area": "West", "rate": "80", "held": date(2020, 4, 1)},
    {"class": "D", "area": None, "rate": "100", "held": date(2020, 7, 1)},
    {"class": "E", "area": "South", "rate": None, "held": "unknown"},
]
SETS = [list(rows) for number in range(6) for rows in combinations(ROWS, number)]


def test_single_rows_have_the_levels_of_the_reference() -> None:
    """Told where every row is known and one brings a value."""
    sets = [criteria.facts({"classes": rows}, plan=PLAN) for rows in SETS]
    asked, rows = answered(PLAN.model, sets, None)
    assert not asked.left
    assert agree(PLAN.model, sets, None) > len(sets)
    for given, row in zip(SETS, rows, strict=True):
        open_rate, open_area = (any(each[name] is None for each in given) for name in ("rate", "area"))
        assert row["g0_rest"] == (sum(each["class"] == "A" for each in given) != 1)
        assert row["g1_rest"] == (open_rate or not given)
        assert row["g2_rest"] == (any(each["held"] == "unknown" for each in given) or not any(e["held"] for e in given))
        assert row["g3_rest"] == open_area
