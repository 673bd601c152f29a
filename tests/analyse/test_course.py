"""The course of a plan: each day is what an evaluation of that day gives, and the events tell what came between."""

from datetime import date, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import criteria
import strategies as s
from criteria.analyse.course import GoalCourse, course, ladder
from criteria.analyse.occasions import occasions
from criteria.evaluate.evaluation import evaluate
from criteria.frozen import evolve

AFTER_ALL = date(2020, 3, 26)  # later than every day that the strategies give

PLAN = """\
plan "Concept"
  year 2020
  record closes 1 February 2021
facts
  concept sent: date
  visitors: number
goal 1 "Concept"
  fulfilled when concept sent by medio november
  partial when concept sent by end of 2020
goal 2 "Visitors"
  fulfilled when visitors at least 10
"""


def told(goal: GoalCourse) -> list[tuple[str, str | None, tuple[str, ...]]]:
    return [(e.kind, e.day.isoformat() if e.day else None, e.names) for e in goal.events]


def test_the_day_of_an_event_is_exact_whatever_days_are_asked_for():
    plan = criteria.parse(PLAN)
    for asked in (["2020-12-31"], ["2020-06-30", "2020-12-31"], ["2020-11-24", "2020-11-26", "2020-12-31"]):
        goal = plan.course({"concept sent": "2020-11-25"}, as_of=asked)["1"]
        assert told(goal) == [
            ("lost", "2020-11-20", ("fulfilled",)),
            ("secured", "2020-11-25", ("partial",)),
            ("decided", "2020-11-25", ("partial",)),
        ]


def test_what_holds_before_the_plan_begins_has_no_day():
    goal = criteria.parse(PLAN).course({"visitors": 12}, every="year")["2"]
    assert told(goal) == [("secured", None, ("fulfilled",)), ("decided", None, ("fulfilled",))]
    assert list(goal.levels) == [("fulfilled",)] * 2


def test_a_deadline_that_passes_loses_a_level_the_day_after_it_could_be_met():
    goal = criteria.parse(PLAN).course({}, every="quarter")["1"]
    assert told(goal) == [
        ("lost", "2020-11-20", ("fulfilled",)),
        ("lost", "2020-12-31", ("partial",)),
        ("decided", "2020-12-31", ("not_fulfilled",)),
    ]


def test_a_reading_is_told_on_the_first_day_that_shows_it():
    goal = criteria.parse(PLAN).course({"concept sent": "2020-11-18"}, every="quarter")["1"]
    (event,) = [e for e in goal.events if e.kind == "depends"]
    assert (event.day, event.seen, event.names) == (None, date(2020, 12, 31), ("primo-medio-ultimo",))


def test_a_day_entered_after_the_record_closed_brings_levels_back():
    goal = criteria.parse(PLAN).course({"concept sent": "2021-03-01"}, as_of=["2021-02-01", "2021-03-01"])["1"]
    assert goal.levels == (("not_fulfilled",), ("not_fulfilled",))
    always = PLAN.replace("by end of 2020", "after medio november")
    goal = criteria.parse(always).course({"concept sent": "2021-03-01"}, as_of=["2021-02-01", "2021-03-01"])["1"]
    assert goal.levels == (("not_fulfilled",), ("partial",))
    assert ("returned", "2021-03-01", ("partial",)) in told(goal)


def test_the_days_of_a_course():
    model = criteria.parse(PLAN).model
    assert [len(occasions(model, each)) for each in ("month", "quarter", "half-year", "year")] == [13, 5, 3, 2]
    assert occasions(model, "kvartal") == occasions(model, "quarter")
    school = criteria.parse(
        PLAN.replace("year 2020", "period 2020-08-01..2021-07-15").replace("medio november", "1 October 2020")
    )
    assert [d.isoformat() for d in occasions(school.model, "halvår")] == [
        "2020-12-31",
        "2021-02-01",
        "2021-06-30",
        "2021-07-15",
    ]
    assert [d.isoformat() for d in occasions(school.model, "year")] == ["2020-12-31", "2021-02-01", "2021-07-15"]


DAYS = st.lists(st.sampled_from([*s.DAYS, AFTER_ALL]), min_size=1, max_size=4)


@settings(max_examples=60)
@given(s.cases(), DAYS, st.booleans())
def test_levels_are_only_lost_and_the_events_say_which(case: s.Case, days: list[date], closes: bool) -> None:
    case = evolve(case, closes=AFTER_ALL if closes else None)
    plan = case.plan
    found = course(plan, case.facts, days)
    (goal,) = found.goals
    assert list(found.days) == sorted(set(days))
    assert [v.levels for v in goal.verdicts] == [evaluate(plan, case.facts, day)["1"].levels for day in found.days]
    assume(not any(v.widened for v in goal.verdicts))
    for earlier, later in zip(goal.levels, goal.levels[1:], strict=False):
        assert set(later) <= set(earlier)
    decided = [event for event in goal.events if event.kind == "decided"]
    assert bool(decided) == (len(goal.levels[-1]) == 1)
    best = ladder(plan.goals[0]).index(goal.levels[-1][0])
    lost = {name for event in goal.events if event.kind == "lost" for name in event.names}
    assert lost == set(goal.ladder[:best])
    for event in decided:
        if event.day:
            eve = evaluate(plan, case.facts, event.day - timedelta(days=1))["1"].levels
            assert evaluate(plan, case.facts, event.day)["1"].levels == event.names != eve
