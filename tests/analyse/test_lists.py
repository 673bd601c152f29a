"""What is asked of all rows: of a list that the plan counts somewhere nothing is wondered at."""

import pytest

from criteria.analyse.findings import lists
from criteria.pipeline import check_text

PLAN = """plan "Processes"
  year 2020
facts
  table processes
    name: text
    area: one of "North", "South"
    described: date
goal 1
  fulfilled when all processes{of} are described by 1 June
goal 2
  fulfilled when {count}
"""


@pytest.mark.parametrize(
    ("of", "count", "told"),
    [
        ("", "some processes have area \"North\"", 1),
        ("", "(count of processes) at least 12", 0),
        ("", "(count of processes) between 10 and 12", 0),
        ("", "(number of different name of processes) equals 12", 0),
        ("", "at least 12 processes", 0),
        ("", "(count of processes) at most 12", 1),
        ("", "(count of processes where area is \"North\") at least 6", 1),
        (" where area is \"North\"", "(count of processes where area is \"North\") at least 6", 0),
        (" where area is \"North\"", "(count of processes) at least 6", 0),
    ],
)  # fmt: skip
def test_a_list_that_is_counted_is_listed_well_enough(of: str, count: str, told: int) -> None:
    plan = check_text(PLAN.format(of=of, count=count), "plan.criteria").plan
    assert plan is not None
    assert [(each.kind, each.goal) for each in lists.find(plan)] == [("unlisted-universal", "1")] * told
