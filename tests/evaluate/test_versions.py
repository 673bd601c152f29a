"""A plan with amendments is, on each day, the plan that its version in force makes; the other versions are told as they are."""

from datetime import date

from hypothesis import assume, given, settings
from hypothesis import strategies as st

import criteria
import strategies as s
from criteria.analyse.course import course
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.versions import every_goal, only, plan_at, wordings
from criteria.frozen import evolve
from criteria.model.amendments import Amendment, Removal
from criteria.model.plan import Goal, Plan

AFTER_ALL = date(2020, 3, 26)  # later than every day that the strategies give


def levels(plan: Plan, case: s.Case, day: date | None) -> tuple[str, ...]:
    return evaluate(plan, case.facts, day)["1"].levels


def amended(case: s.Case, *changes: tuple[date, Goal | None]) -> Plan:
    """The case's plan with these wordings of its goal, each from its day; None takes it out."""
    amendments = tuple(
        Amendment(
            day,
            str(day),
            (goal,) if goal else (),
            () if goal else (Removal("1", "why", place=case.goal.place),),
            place=case.goal.place,
        )
        for day, goal in changes
    )
    return evolve(case.plan, amendments=amendments)


CASES = st.tuples(s.cases(), s.cases()).map(lambda two: (two[0], two[1].goal))
DAY = st.sampled_from([*s.DAYS, AFTER_ALL])


@settings(max_examples=60)
@given(CASES, DAY, st.one_of(st.none(), DAY))
def test_the_version_in_force_judges_and_the_other_is_told(
    pair: tuple[s.Case, Goal], start: date, day: date | None
) -> None:
    case, later = pair
    plan = amended(case, (start, later))
    first, second = case.plan, evolve(case.plan, goals=(later,))
    used, other = (second, first) if day is None or day >= start else (first, second)
    verdict = evaluate(plan, case.facts, day)["1"]
    alone = evaluate(used, case.facts, day)["1"]
    assert evolve(verdict, version=None, otherwise=()) == alone
    assert [o.levels for o in verdict.otherwise] == [levels(other, case, day)]
    assert verdict.version is not None
    assert (verdict.version.start == start) == (used is second)


@settings(max_examples=40)
@given(CASES, DAY, DAY)
def test_a_goal_that_is_taken_out_keeps_its_last_words(pair: tuple[s.Case, Goal], one: date, other: date) -> None:
    case, later = pair
    assume(one != other)
    start, end = sorted((one, other))
    plan = amended(case, (start, later), (end, None))
    verdict = evaluate(plan, case.facts, end)
    assert verdict.goals == ()
    (removed,) = verdict.removed
    assert (removed.reason, removed.levels) == ("why", levels(evolve(case.plan, goals=(later,)), case, end))
    assert evaluate(plan, case.facts, start).removed == ()
    assert [each.goal for each in wordings(plan, "1")] == [case.goal, later, None]
    assert every_goal(plan) == (later,)


@settings(max_examples=40)
@given(CASES, DAY, st.lists(DAY, min_size=2, max_size=4))
def test_over_one_version_levels_are_only_lost(pair: tuple[s.Case, Goal], start: date, days: list[date]) -> None:
    case, later = pair
    case = evolve(case, closes=AFTER_ALL)
    found = course(amended(case, (start, later)), case.facts, days)
    (goal,) = found.goals
    assume(not any(v is None or v.widened for v in goal.verdicts))
    for (before, one), (after, two) in zip(
        zip(found.days, goal.levels, strict=True), list(zip(found.days, goal.levels, strict=True))[1:], strict=False
    ):
        if (before >= start) == (after >= start):
            assert set(two) <= set(one)
    amends = [event.day for event in goal.events if event.kind == "amended"]
    assert amends == ([start] if start <= found.days[-1] else [])


def test_only_some_goals_in_all_their_versions() -> None:
    plan = criteria.parse(
        'plan "P"\n  year 2020\nfacts\n  sent: date\n'
        "goal 1\n  fulfilled when sent\ngoal 2\n  fulfilled when sent by 1 May 2020\n"
        'amendment from 1 July 2020 "A"\n  goal 1 removed because "x"\n  goal 3\n    fulfilled when sent\n'
    ).model
    assert [goal.id for goal in plan_at(plan, date(2020, 6, 30)).goals] == ["1", "2"]
    assert [goal.id for goal in plan_at(plan, date(2020, 7, 1)).goals] == ["2", "3"]
    some = only(plan, {"1", "3"})
    assert [goal.id for goal in plan_at(some, None).goals] == ["3"]
    assert [goal.id for goal in every_goal(some)] == ["1", "3"]
