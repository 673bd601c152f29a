"""*At least as good*: what a lower level still asks once the top level has said which way is better."""

import pytest

from check.plans import HEAD, levels, plan_of
from check.saying import said
from criteria.dates.relations import Relation
from criteria.model import terms
from criteria.model.scale import FULFILLED, NOT_FULFILLED, PARTIAL
from criteria.model.terms import Comparison

CASES = [  # the top level, the lower one, the lower one relaxed ("" when nothing changes)
    ("sent by 1 May", "sent after 2 May and inden medio June", "sent inden medio June"),
    ("sent by 1 May", "sent after 1 May", "sent happened"),
    ("sent by 1 May", "sent from 1 May", "sent happened"),
    ("sent before 1 May", "sent in June", "sent by June"),
    ("sent inden 1 May", "sent on 1 June", "sent by 1 June"),
    ("sent by 1 May", "sent between 1 May and 1 June", "sent by 1 June"),
    ("sent by 1 May", "sent by 1 June", ""),
    ("sent after 1 May", "sent in March", "sent from March"),
    ("sent after 1 May", "sent between 1 March and 1 April", "sent from 1 March"),
    ("sent after 1 May", "sent by 1 May", "sent happened"),
    ("sent in May", "sent in June", ""),
    ("sent between 1 May and 2 May", "sent in June", ""),
    ("sent after 1 May and before 1 June", "sent after 1 June", ""),
    ("received by 1 May", "sent after 1 May", ""),
    ("sent", "sent after 1 May", ""),
    ("sent by received", "sent after 1 May", ""),
    ("sent by 1 May", "sent after received", "sent happened"),
    ("sent by 1 May", "sent within 30 days after received", "sent by (30 days after received)"),
    ("amount at most 2", "amount between 2 and 3", "amount at_most 3"),
    ("amount at least 9", "amount between 5 and 9", "amount at_least 5"),
    ("amount above 9", "amount is 9", "amount at_least 9"),
    ("amount below 9", "amount exactly 9", "amount at_most 9"),
    ("amount at least 9", "amount below 9", "amount known"),
    ("amount at least 9", "amount at least 5 and below 9", "amount at_least 5"),
    ("amount at least 9", "amount is not 9", ""),
    ("amount at least other", "amount below 9", ""),
    ("amount at least 9", "amount below other", "amount known"),
    ("amount at least 2 + 3", "amount below 3", "amount known"),
    ("amount at least 2 * 3 - 1", "amount below 3", "amount known"),
    ("amount at least the larger of 3 and 4", "amount below 3", "amount known"),
    ("rate at least 2, in percent of 4", "rate below 3%", "rate known"),
    ("sent by 1 May", "not sent by 1 May", ""),
    ("sent by 1 May", "sent after 1 May or received", ""),
    ("sent by 1 May", "sent after 1 May unless received", "sent happened and not(received happened)"),
    ("sent by 1 May", "sent after 1 May provided that received", "sent happened and received happened"),
    ("sent by 1 May", "received unless sent after 1 May", ""),
    ("all processes described by 1 May", "all processes described after 1 May", "all processes[described happened]"),
    (
        "all processes described by 1 May",
        "≥60% of processes described in June",
        "share at_least 3/5 processes[described by June]",
    ),
    (
        "all processes described by 1 May",
        "at least 2 processes described in June",
        "count at_least 2 processes[described by June]",
    ),
    ("all processes described by 1 May", "some processes described after May", "some processes[described happened]"),
    ("all processes described by 1 May", "no processes described after May", ""),
    ("all processes described by 1 May", "at most 2 processes described after May", ""),
    (
        "at least 5 processes described",
        "exactly 3 processes described",
        "count at_least 3 processes[described happened]",
    ),
    ("at least 5 processes described", "at most 3 processes described", "count(processes | described happened) known"),
    ("at least 5 processes", "at most 3 processes", "count(processes) known"),
    ("≥60% of processes described", "<60% of processes described", "share(processes: described happened) known"),
    (
        "count of events at least 5 in every area",
        "count of events below 5 in every area",
        "every area[count(events | area = group) known]",
    ),
    (
        "all events per area held by 1 May",
        "all events per area held after 1 May",
        "every area[all events | area = group[held happened]]",
    ),
]


@pytest.mark.parametrize(("top", "lower", "relaxed"), CASES, ids=[f"{top} / {lower}" for top, lower, _ in CASES])
def test_relaxed(top, lower, relaxed):
    fulfilled, partial = levels(top, lower)
    assert fulfilled.relaxed is fulfilled.literal
    assert said(partial.relaxed) == (relaxed or said(partial.literal))
    assert (partial.relaxed == partial.literal) == (not relaxed)


def test_bullets_are_one_conjunction():
    _, partial = levels(
        "- sent by 1 May\n- amount at least 9",
        "- sent after 1 May\n- sent by 1 June\n- amount below 9\n- amount is not 3\n- sent after 2 May",
    )
    assert said(partial.relaxed) == "sent by 1 June and amount known and amount not_equal 3"


def test_a_date_without_bounds_is_asked_for_once():
    _, partial = levels("sent by 1 May", "- sent after 1 May\n- sent from 1 April\n- sent after 1 May and from 2 May")
    assert said(partial.relaxed) == "sent happened"


def test_lists_other_than_all_stay():
    top, lower = "sent by 1 May", "- sent by 1 June\n- received"
    for head in ("any of", "none of", "exactly one of", "at least 2 of"):
        text = f'{HEAD}goal 1 "g"\n  fulfilled when {top}\n  partial when\n    {head}\n      - sent after 1 May\n      - received\n'
        partial = plan_of(text).goals[0].levels[1]
        assert partial.relaxed == partial.literal, lower


def test_definitions_stay_closed():
    before = "  define late = sent after 1 May and received\n  define timely\n"
    before += '    reading "a" = sent after 1 May\n    reading "b" = sent after 1 June\n'
    _, partial = levels("sent by 1 May", "- late\n- timely", before=before)
    assert partial.relaxed == partial.literal
    assert said(partial.literal) == "(sent after 1 May and received happened) and <timely>"


def test_a_definition_is_one_quantity():
    before = '  define size\n    reading "a" = amount\n    reading "b" = other\n'
    _, partial = levels("size at most 2", "size between 2 and 3", before=before)
    assert said(partial.relaxed) == "<size> at_most 3"


def test_a_stated_lowest_level_is_tested_before_the_middle_and_stays():
    text = f'{HEAD}goal 1 "g"\n  fulfilled when sent by 1 May\n  partial when sent in June\n  not fulfilled when sent after 1 July\n'
    top, lowest, middle = plan_of(text).goals[0].levels
    assert [top.step, lowest.step, middle.step] == [FULFILLED, NOT_FULFILLED, PARTIAL]
    assert lowest.relaxed is lowest.literal
    assert said(middle.relaxed) == "sent by June"


def test_a_single_lower_level_sets_its_own_direction():
    text = f'{HEAD}goal 1 "g"\n  partial when sent by 1 June\n'
    (only,) = plan_of(text).goals[0].levels
    assert only.relaxed is only.literal


def test_the_words_stay_with_the_bound():
    _, partial = levels("sent by 1 May", "sent in June")
    assert isinstance(partial.relaxed, terms.DateTest)
    assert (partial.relaxed.relation, partial.relaxed.text) == (Relation.BY, "sent in June")


def test_the_astra_goals():
    from pathlib import Path

    text = (Path(__file__).parents[2] / "examples" / "astra-2020" / "plan.criteria").read_text(encoding="utf-8")
    found = {goal.id: said(goal.levels[1].relaxed) for goal in plan_of(text).goals}
    changed = {goal.id for goal in plan_of(text).goals if goal.levels[1].relaxed != goal.levels[1].literal}
    assert changed == {"1", "2", "3", "5"}
    assert found["1"] == "theory available inden medio november and template sent by ultimo oktober 2020"
    assert found["2"] == "concept sent happened"
    assert found["3"] == "overview sent by 4. kvartal and process-plan sent by 4. kvartal"
    assert found["4"] == "every area[<reached> at_least 3/5] and summary sent happened"
    assert found["5"] == "<total deviation> at_most 1/40"
    assert "after" not in found["6"]
    assert Comparison.AT_MOST.value in found["5"]
