"""Two versions of a plan: what is told to differ does, with facts that show it; what is told to agree never differs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

import criteria
import strategies as s
from criteria.analyse import differences as room
from criteria.analyse.differences import GoalDiff, differences
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation
from criteria.evaluate.evaluation import evaluate
from criteria.facts import record as f
from criteria.model import terms as t
from criteria.model.plan import Plan
from criteria.model.types import Unit
from evaluate.test_agreement import SOAK

# ---- pairs of plans --------------------------------------------------------------------------------------------------


W1, D1, OK = s.fact("w1"), s.fact("d1"), t.Holds(s.cell("items", "ok"))
DUE = t.DateTest(Relation.BY, s.cell("items", "due"), t.DateValue(parse("2020-03-12")))
ONE_SIDED = (t.Comparison.AT_LEAST, t.Comparison.ABOVE, t.Comparison.AT_MOST)
FAMILIES: tuple[tuple[t.Condition, ...], ...] = (
    tuple(t.Compare(how, W1, s.limit(n), Unit.NUMBER) for how in ONE_SIDED for n in (1, 2, 3)),
    tuple(
        t.DateTest(how, D1, t.DateValue(parse(text)))
        for how in (Relation.BY, Relation.INDEN, Relation.AFTER)
        for text in ("2020-03-11", "2020-03-13", "medio marts 2020")
    ),
    tuple(
        t.Quantified(t.Quantity.SHARE, t.Rows("items"), test, t.Comparison.AT_LEAST, s.limit(part, Unit.PERCENT))
        for test in (OK, DUE)
        for part in (s.F(1, 2), s.F(3, 5))
    ),
    (t.Holds(s.fact("y1")), t.Not(t.Holds(s.fact("y1")))),
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Plan, Plan]:
    """A goal of two levels, and the same with some tests exchanged for others of their kind; readings settled now and then."""
    kinds = draw(st.lists(st.sampled_from(FAMILIES), min_size=2, max_size=3))
    old = [draw(st.sampled_from(kind)) for kind in kinds]
    new = [draw(st.sampled_from([one, *kind])) for one, kind in zip(old, kinds, strict=True)]
    settled = draw(st.sampled_from([{}, {}, {"inden": "inclusive"}, {"primo-medio-ultimo": "point"}]))
    first, second = (s.goal_of(t.AllOf(tuple(tests[:-1])), tests[-1]) for tests in (old, new))
    return s.plan_of(first), s.plan_of(second, settled=settled)


DAY, YES = st.sampled_from(s.DAYS), st.booleans()


def exactly(**values: Any) -> dict[str, f.Given]:
    return {name: s.given(f.Exactly(value)) for name, value in values.items()}


ROW = st.builds(lambda day, ok: f.Row(exactly(area="A", size=s.F(1), due=day, ok=ok), place=s.HERE), DAY, YES)
COMPLETE = st.builds(
    lambda w, d, y, rows: f.Facts(exactly(w1=s.F(w), d1=d, y1=y), {"items": f.RecordRows(tuple(rows), place=s.HERE)}),
    st.integers(0, 4), DAY, YES, st.lists(ROW, min_size=1, max_size=4),
)  # fmt: skip
TRIED = st.lists(COMPLETE, min_size=4, max_size=4)


def levels_of(plan: Plan, facts: f.Facts, reading: Any) -> tuple[str, ...] | None:
    """The levels under a reading, as far as the plan leaves it open; None where something cannot be computed."""
    moved = {name: value for name, value in reading.items() if name not in plan.settled}
    found = evaluate(plan, facts, None, moved)["1"]
    return None if found.faults else found.levels


def check(plans: tuple[Plan, Plan], tried: list[f.Facts]) -> GoalDiff:
    old, new = plans
    (found,) = differences(old, new)
    for each in found.differences:
        for reading in each.readings:
            assert levels_of(old, each.witness.facts, reading) in ((each.old,), None)
            assert levels_of(new, each.witness.facts, reading) in ((each.new,), None)
        assert each.old != each.new
    told = {(each.old, each.new) for each in found.differences}
    if found.complete:
        for facts in tried:
            for reading in found.readings:
                one, other = levels_of(old, facts, reading), levels_of(new, facts, reading)
                if one is not None and other is not None:
                    assert one == other or (one[0], other[0]) in told
    return found


@settings(max_examples=600 if SOAK else 40)
@given(pairs(), TRIED)
def test_what_is_told_is_so(plans: tuple[Plan, Plan], tried: list[f.Facts]) -> None:
    check(plans, tried)


@settings(max_examples=15)
@given(pairs())
def test_a_plan_agrees_with_itself(plans: tuple[Plan, Plan]) -> None:
    (found,) = differences(plans[1], plans[1])
    assert found.status == "agree"


# ---- wrong ways to compare -------------------------------------------------------------------------------------------

right_pair, right_witness = room._pair, room.witness


def only_better(patch: pytest.MonkeyPatch) -> None:
    """What became worse is no difference."""
    patch.setattr(room, "_pair", lambda a, b: right_pair(a, b) if (b.high, b.low) > (a.high, a.low) else None)


def any_facts_do(patch: pytest.MonkeyPatch) -> None:
    """Facts need not lie in the cells, and are not asked what they give."""
    patch.setattr(room, "witness", lambda plan, goal, readings, *_, **__: right_witness(plan, goal, readings, []))


@pytest.mark.parametrize("wrong", [only_better, any_facts_do], ids=lambda wrong: wrong.__name__)
def test_a_wrong_way_is_noticed(wrong: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch) -> None:
    wrong(monkeypatch)

    @settings(max_examples=60, phases=[Phase.generate], database=None)
    @given(pairs(), TRIED)
    def laws(plans: tuple[Plan, Plan], tried: list[f.Facts]) -> None:
        check(plans, tried)

    with pytest.raises(AssertionError):
        laws()


# ---- what cannot be said ---------------------------------------------------------------------------------------------

PLAN = """\
plan "Museum"
  year 2020
facts
  visitors: number at least 0
  grade: number
table targets
  | area  | wanted |
  | North |      3 |
  | South |      5 |
goal 1 "Visitors"
  fulfilled when visitors at least 10
goal 2 "Grade"
  score of grade linear from 0% at 0 to 100% at 10
goal 3 "Targets"
  fulfilled when sum of wanted of targets at least visitors
"""


def compared(old: str, new: str, goal: str) -> GoalDiff:
    found = differences(criteria.parse(old).model, criteria.parse(new).model)
    return next(each for each in found if each.id == goal)


def test_a_line_is_compared_by_its_words() -> None:
    assert compared(PLAN, PLAN, "2").status == "agree"
    found = compared(PLAN, PLAN.replace("100% at 10", "100% at 12"), "2")
    assert (found.status, found.why) == ("unknown", "no-ladder")


def test_another_type_of_a_fact_is_no_agreement() -> None:
    found = compared(PLAN, PLAN.replace("number at least 0", "number at least 5"), "1")
    assert (found.status, found.why) == ("unknown", "beneath")


def test_a_table_beneath_the_words_is_looked_into() -> None:
    found = compared(PLAN, PLAN.replace("      5 |", "      9 |"), "3")
    assert (found.status, found.why) == ("differ", "beneath")
    (one,) = found.differences
    assert (one.old, one.new) == ("not_fulfilled", "fulfilled")


def test_a_settled_reading_is_a_difference_under_the_other_one() -> None:
    old = 'plan "R"\n  year 2020\nfacts\n  sent: date\ngoal 1\n  fulfilled when sent inden 1 October\n'
    found = compared(old, old.replace("facts\n", "readings\n  inden inclusive\nfacts\n"), "1")
    (one,) = found.differences
    assert [dict(reading) for reading in one.readings] == [{"inden": "strict"}]
    assert one.witness.data == {"sent": "2020-10-01"}
    assert (one.old, one.new, found.complete) == ("not_fulfilled", "fulfilled", True)
