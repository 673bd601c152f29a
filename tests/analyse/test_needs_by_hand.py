"""Needs that a reader can work out by hand: amounts, cells, what must not happen, subjects, periods, margins."""

import criteria

PLAN = """\
plan "Municipalities"
  year 2020
  record closes 1 February 2021
facts
  letter: date
  withdrawn: date
  budget: kr
  table municipalities, each a municipality
    name: text
    strategy: date
  log visits
    who: text
    held: date
table targets
  | who | wanted |
  | a   |      2 |
  | b   |      1 |
  | c   |      4 |
  column done = count of visits with the same who, held in 2020
  column counted = the smaller of done and wanted
goal 1 "Strategy" for each municipality
  fulfilled when strategy by medio november 2020
goal 2 "Letter"
  fulfilled when letter by 15 December 2020 and not withdrawn by end of 2020
goal 3 "Late share"
  fulfilled when at least 60% of visits are held from 1 July 2020
goal 4 "Budget"
  scale 100%, 60%, 0%
  100% when budget at most 100,000 kr
  60% when budget at most 200,000 kr
goal 5 "Every quarter" for each quarter
  fulfilled when at least 1 visits where held in the quarter
goal 6 "Targets"
  fulfilled when all targets have done at least as many as wanted
goal 7 "Most of it"
  define reached = sum of counted / sum of wanted of targets
  fulfilled when reached at least 80%
goal 8 "All strategies"
  fulfilled when all municipalities have strategy by end of 2020
goal 9 "Line"
  score of budget linear from 0% at 200,000 kr to 100% at 100,000 kr
"""
FACTS = {
    "budget": 150000,
    "municipalities": [{"name": "Aarhus", "strategy": "2020-10-01"}, {"name": "Ribe"}],
    "visits": [
        {"who": "a", "held": "2020-03-01"},
        {"who": "b", "held": "2020-05-01"},
        {"who": "c", "held": "2020-07-01"},
    ],
}
TOLD = criteria.parse(PLAN).needs(FACTS, "2020-11-01").to_data()


def best(goal: int) -> dict[str, object]:
    """The best level of a goal."""
    return TOLD["goals"][goal - 1]["levels"][0]


def test_each_subject_has_its_own_list():
    aarhus, ribe = TOLD["goals"][0]["subjects"]
    assert aarhus["levels"][0]["status"] == "secured"
    ((thing,),) = ribe["levels"][0]["ways"]
    assert thing == {
        "rows": "municipalities", "row": "Ribe", "column": "strategy", "by": "2020-11-20", "strictest": "2020-11-15",
        "working_day": "2020-11-13",
    }  # fmt: skip
    assert (best(1)["status"], TOLD["goals"][0]["at_rest"]) == ("reachable", ["not_fulfilled"])


def test_what_must_not_happen_stands_beside_the_way():
    assert best(2)["ways"] == [[{"fact": "letter", "by": "2020-12-15", "strictest": "2020-12-15"}]]
    (((kept,),),) = (best(2)["provided"],)
    assert kept["conditions"] == [{"condition": "withdrawn by end of 2020", "holds": False, "line": 24}]


def test_the_share_of_a_log_takes_the_fewest_further_rows():
    assert best(3)["ways"] == [[{"rows": "visits", "amount": 2, "group": {}}]]  # (1 + 2) of (3 + 2)


def test_margins_say_how_far_it_is_to_the_next_level():
    goal = TOLD["goals"][3]
    assert [(level["level"], level["status"]) for level in goal["levels"]] == [
        ("100", "lost"), ("60", "secured"), ("0", "secured"),
    ]  # fmt: skip
    assert {(one["side"], one["level"], one["amount"], one["unit"]) for one in goal["margins"]} == {
        ("above", "100", "50000", "kr"), ("below", "0", "50000", "kr"),
    }  # fmt: skip


def test_a_goal_of_periods_needs_what_lacks_in_each():
    ((thing,),) = best(5)["ways"]
    assert (thing["amount"], thing["by"]) == (1, "2020-12-31")


def test_rows_of_a_table_that_lack_are_told_one_by_one():
    (way,) = best(6)["ways"]
    assert [(thing["group"], thing["amount"], thing["by"]) for thing in way] == [
        ({"who": "a"}, 1, "2020-12-31"), ({"who": "c"}, 3, "2020-12-31"),
    ]  # fmt: skip


def test_a_sum_with_caps_says_which_rows_count():
    ((thing,),) = best(7)["ways"]  # 6 of 7 are 80 %, 3 are there
    assert (thing["amount"], thing["group"]) == (3, {})
    assert thing["among"] == [{"who": "a", "most": 1}, {"who": "c", "most": 3}]


def test_a_cell_that_is_empty_is_named():
    ((thing,),) = best(8)["ways"]
    assert (thing["row"], thing["column"], thing["by"]) == ("Ribe", "strategy", "2020-12-31")


def test_a_goal_along_a_line_has_no_levels_to_need_anything_for():
    goal = TOLD["goals"][8]
    assert (goal["why"], goal["levels"]) == ("line", [])
