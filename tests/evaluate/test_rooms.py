"""What the rooms of the evaluator do at their edges: limits of work, rare shapes of plans, and what a verdict tells beside its levels."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction as F  # noqa: N817 - as in the cases

import pytest

import strategies as s
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation
from criteria.evaluate import levels as rooms
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.rows import FAIL, OUT, PASS, Tally
from criteria.evaluate.shares import narrowed, shares
from criteria.evaluate.verdict import GoalVerdict, Margin, Reason, Truth, Verdict
from criteria.facts import record as f
from criteria.frozen import evolve
from criteria.ladder.domains import Numbers
from criteria.model import terms as t
from criteria.model.plan import Column, FixedRow, Plan, Record
from criteria.model.types import Bounds, NumberType, Unit
from evaluate.cases import (
    ALL,
    ANY,
    AT_LEAST,
    AT_MOST,
    BELOW,
    COUNT,
    ENOUGH,
    HELD,
    ITEM,
    NONE,
    OK,
    SOME,
    YES,
    Known,
    X,
    Y,
    day,
    given,
    number,
    row,
    rows_,
    share,
    when,
)  # fmt: skip


def verdict(known: Known, plan: Plan | None = None) -> GoalVerdict:
    case = known.case
    return evaluate(plan or case.plan, case.facts, case.as_of, known.readings)["1"]


def with_record(
    known: Known, key: str, columns: Mapping[str, Column], rows: tuple[FixedRow, ...] | None = None
) -> Plan:
    plan = known.case.plan
    return evolve(plan, records={**plan.records, key: Record(key, key, False, columns, None, rows, place=s.HERE)})


def column(key: str, kind: s.Type, computed: t.Term | None = None) -> Column:
    return Column(key, key, kind, computed, place=s.HERE)


# ---- more levels worked out by hand -----------------------------------------------------------------------------------


SIZE = s.cell("items", "size")
IN_A = rows_("items", t.Matches(s.cell("items", "area"), (t.TextValue("A"),)))
MORE: dict[str, Known] = {
    "a fact known from a later day is unknown": Known(
        (number(AT_LEAST, "w1", 3),), (YES, NONE), {"w1": f.Unknown()}, as_of=day(12)
    ),
    "days that rest twice on one": Known(
        (number(AT_LEAST, t.Subtract(t.DaysBetween(s.fact("d1"), s.fact("d2")), t.DaysBetween(s.fact("d1"), s.fact("d3"))), 1),),
        (YES,), {"d1": f.DayBetween(day(9), day(12)), "d2": day(14), "d3": day(13)},
    ),
    "days that rest twice on an unknown one": Known(
        (number(AT_LEAST, t.Add((t.DaysBetween(s.fact("d1"), s.fact("d2")), t.DaysBetween(s.fact("d2"), s.fact("d1")))), 1),),
        (YES, NONE), {"d1": day(9), "d2": f.DayBetween(day(1), date(2021, 1, 1))}, widened=True,
    ),
    "days of one day": Known(
        (number(AT_LEAST, t.DaysBetween(s.fact("d1"), t.Offset(s.fact("d1"), s.Duration(1, s.In.MONTHS), True)), 29),),
        (YES, NONE), {"d1": f.Unknown()},
    ),
    "a day against a phrase and a day": Known(
        (t.DateTest(Relation.BETWEEN, s.fact("d1"), t.DateValue(parse("2020-03-10")), s.fact("d2")),), (YES, NONE),
        {"d1": f.DayBetween(day(9), day(11)), "d2": day(12)},
    ),
    "a phrase against a day": Known(
        (t.DateTest(Relation.BY, t.DateValue(parse("2020-03-10")), s.fact("d1")),), (YES, NONE), {"d1": f.DayBetween(day(9), day(11))}
    ),
    "a phrase against a phrase": Known(
        (t.DateTest(Relation.BY, t.DateValue(parse("2020-03-10")), t.DateValue(parse("2020-03-12"))),), (YES,)
    ),
    "a phrase counted from": Known(
        (t.DateTest(Relation.BY, s.fact("d1"), t.Offset(t.DateValue(parse("2020-03-10")), s.Duration(2, s.In.DAYS), True)),),
        (YES,), {"d1": day(12)},
    ),
    "the last day of the calendar and one more": Known(
        (t.DateTest(Relation.BY, s.fact("d2"), t.Offset(s.fact("d1"), s.Duration(1, s.In.DAYS), True)),), (YES,),
        {"d1": date(9999, 12, 31), "d2": day(12)},
    ),
    "a defined day": Known(
        (t.DateTest(Relation.BY, t.Chosen("total", (("sum", s.fact("d1")), ("largest", s.fact("d2")))), t.DateValue(parse("2020-03-12"))),),
        (YES,), {"d1": day(12), "d2": day(13)},
    ),
    "a defined text and a defined condition": Known(
        (t.AllOf((
            t.Matches(t.Chosen("total", (("sum", s.fact("c1")), ("largest", s.fact("c2")))), (t.TextValue("a"),)),
            t.ChosenCondition("total", (("sum", t.Holds(s.fact("y1"))), ("largest", t.Not(t.Holds(s.fact("y1")))))),
        )),), (YES,), {"c1": "a", "c2": "b", "y1": True},
    ),
    "two texts that may be anything may be alike": Known(
        (t.Matches(s.fact("t1"), (s.fact("t2"),)),), (YES, NONE), {"t1": f.Unknown(), "t2": f.Unknown()}, widened=False
    ),
    "a choice is itself": Known((t.Matches(s.fact("c1"), (s.fact("c1"),)),), (YES,), {"c1": f.Unknown()}),
    "no number is not equal to itself": Known(
        (number(t.Comparison.NOT_EQUAL, "w1", 2),), (YES, NONE), {"w1": f.OneOf((F(1), F(2)))}
    ),
    "an open condition in a row, beside the count of all rows": Known(
        (t.Quantified(ALL, rows_("targets"), t.AllOf((ENOUGH, number(AT_LEAST, t.Count(rows_("events")), 3)))),), (YES, NONE),
        rows={"events": ()}, as_of=day(11),
    ),
    "an open column twice in one row": Known(
        (t.Quantified(ALL, rows_("items"), number(AT_MOST, t.PercentOf(t.Difference(SIZE, s.limit(2)), SIZE), 1)),),
        (YES, NONE), rows={"items": (("A", f.Unknown(), day(10), True),)},
    ),
    "a computed column rests on itself": Known(
        (t.Quantified(ALL, rows_("targets"), number(AT_LEAST, t.Subtract(s.cell("targets", "counted"), s.cell("targets", "done")), 0)),),
        (YES, NONE), rows={"events": ()}, as_of=day(11),
    ),
    "counts that share rows": Known(
        (number(AT_LEAST, t.Subtract(t.Count(rows_("events")), t.Count(rows_("events", HELD))), 1),), (YES, NONE),
        rows={"events": ()}, as_of=day(11), widened=True,
    ),
    "a negative base": Known(
        (number(AT_LEAST, t.Divide(X, t.Subtract(X, s.limit(5))), 0),), (YES, NONE), {"m1": f.NumberBetween(F(-1), F(1))}
    ),
    "quotients over one base": Known(
        (number(EQ := t.Comparison.EQUAL, t.Add((t.Divide(X, s.fact("e1")), t.Divide(Y, s.fact("e1")))), 1),), (YES, NONE),
        {"m1": F(1), "m2": F(1), "e1": f.NumberBetween(F(1), F(3))},
    ),
    "a quotient of quotients": Known(
        (number(EQ, t.Divide(t.Divide(X, s.fact("e1")), t.Divide(Y, s.fact("e1"))), 1),), (YES,),
        {"m1": F(2), "m2": F(2), "e1": f.NumberBetween(F(1), F(3))},
    ),
    "a defined amount that rests twice on a number": Known(
        (number(AT_LEAST, t.Add((t.Chosen("total", (("sum", X), ("largest", Y))), t.Multiply(s.limit(-2), X))), 0),), (YES, NONE),
        {"m1": f.NumberBetween(F(-1), F(1)), "m2": F(0)},
    ),
    "an affine part beside a quotient": Known(
        (number(AT_LEAST, t.Add((t.Divide(s.limit(1), s.fact("e1")), s.fact("e1"))), 3),), (YES, NONE),
        {"e1": f.NumberBetween(F(1), F(3))}, widened=True,
    ),
    "quotients over different bases": Known(
        (number(AT_LEAST, t.Add((t.Divide(X, s.fact("e1")), t.Divide(X, s.limit(2)))), 1),), (YES, NONE),
        {"m1": F(1), "e1": f.NumberBetween(F(1), F(3))},
    ),
    "quotients over a base and twice it": Known(
        (number(AT_LEAST, t.Add((t.Divide(t.Divide(X, s.fact("e1")), s.limit(2)), t.Divide(Y, s.fact("e1")))), 1),), (YES, NONE),
        {"m1": F(1), "m2": F(1), "e1": f.NumberBetween(F(1), F(3))},
    ),
    "a base that twice stands in the range of its quotient": Known(
        (number(AT_LEAST, t.Subtract(t.Divide(s.limit(1), t.Multiply(s.limit(2), X)), X), 1),), (YES, NONE),
        {"m1": f.NumberBetween(F(-1), F(1))},
    ),
    "a divisor whose sign is asked about, over what it rests on": Known(
        (number(AT_LEAST, t.Divide(X, t.Subtract(X, s.limit(1))), 0), number(BELOW, t.Divide(X, t.Subtract(X, s.limit(1))), F(-1, 2))),
        (YES, SOME, NONE), {"m1": f.NumberBetween(F(1, 4), F(2))},
    ),
    "a divisor of either sign that is never nought": Known(
        (number(t.Comparison.EQUAL, t.Divide(s.fact("w1"), t.Subtract(s.fact("w1"), s.limit(1))), -2),), (YES, NONE),
        {"w1": f.OneOf((F(0), F(2)))}, widened=True,
    ),
    "sides that do not meet": Known(
        (number(AT_LEAST, t.Larger((t.Larger((X, t.Add((X, s.limit(1))))), t.Larger((Y, t.Add((Y, X)))))), 2),), (YES, NONE),
        {"m1": f.NumberBetween(F(0), F(1)), "m2": f.NumberBetween(F(0), F(1))},
    ),
    "more open numbers than are looked at": Known(
        (number(AT_LEAST, t.Add((X, Y, s.fact("e1"), s.fact("w1"), s.fact("w2"), X)), 0),), (YES,),
        {"m1": f.NumberBetween(F(0), F(1)), "m2": f.NumberBetween(F(0), F(1)), "e1": f.NumberBetween(F(1), F(2)),
         "w1": f.NumberBetween(F(0), F(99)), "w2": f.NumberBetween(F(0), F(99))},
    ),
    "rows whose area is a fact": Known(
        (number(AT_LEAST, t.Count(rows_("items", t.Matches(s.cell("items", "area"), (s.fact("c1"),)))), 1),), (YES, NONE),
        {"c1": f.OneOf(("a", "b"))}, rows={"items": (ITEM,)},
    ),
    "rows that may all be out, one by one": Known(
        (t.AllOf((number(AT_MOST, t.Count(IN_A), 0), t.Quantified(ALL, IN_A, OK))), t.Quantified(ANY, IN_A, OK)), (YES, SOME, NONE),
        rows={"items": ((f.Unknown(), F(1), day(10), True),)},
    ),
    "a sum that no further row adds to": Known(
        (number(AT_MOST, t.Sum(rows_("visits", when(Relation.BY, "2020-03-12", s.cell("visits", "when"))), s.cell("visits", "size")), 2),),
        (YES,), rows={"visits": ((F(2), day(10)),)}, as_of=day(12),
    ),
    "more pieces than are looked at": Known(
        (number(AT_LEAST, t.Larger(tuple(t.Subtract(t.Multiply(s.limit(n), X), s.limit(n)) for n in range(1, 9))), 0),), (YES, NONE),
        {"m1": f.NumberBetween(F(0), F(2))},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MORE)
def test_more_levels(name: str) -> None:
    known = MORE[name]
    found = verdict(known)
    assert found.levels == known.levels


def test_a_fact_known_from_a_later_day() -> None:
    plan = s.plan_of(s.goal_of(number(AT_LEAST, "w1", 3)))
    facts = f.Facts({"w1": s.given(f.Exactly(F(4)), known_from=day(13))}, {})
    assert evaluate(plan, facts, day(12))["1"].levels == (YES, NONE)
    assert evaluate(plan, facts, day(13))["1"].levels == (YES,)


@pytest.mark.parametrize(
    ("bounds", "whole", "limit", "levels"),
    [
        (Bounds(F(0), F(10), low_open=True, high_open=True), True, 1, (YES,)),
        (Bounds(F(0), F(10), low_open=True, high_open=True), True, 10, (NONE,)),
        (Bounds(F(1, 2)), True, 1, (YES,)),
        (Bounds(None, F(500)), True, 501, (NONE,)),
        (Bounds(F(0), F(500)), True, 500, (YES, NONE)),
        (Bounds(F(3), F(3)), False, 3, (YES,)),
        (Bounds(F(0), F(10), high_open=True), False, 10, (NONE,)),
    ],
)
def test_an_unknown_number_keeps_to_its_bounds(
    bounds: Bounds, whole: bool, limit: int, levels: tuple[str, ...]
) -> None:
    subject = t.Fact("w1", NumberType(Unit.NUMBER, bounds, whole=whole))
    assert verdict(Known((number(AT_LEAST, subject, limit),), levels)).levels == levels


# ---- groups that the rows give ----------------------------------------------------------------------------------------

NAMED = {"name": column("name", s.TEXT), "ok": column("ok", s.YES_NO)}
NAME = t.Cell("named", "name", 0, s.TEXT)
EVERY_NAME = t.EveryGroup(
    "named", "name", None,
    t.Quantified(
        ALL, t.Rows("named", (t.Matches(NAME, (t.GroupValue("named", "name", s.TEXT),)),)), t.Holds(t.Cell("named", "ok", 0, s.YES_NO))
    ),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "levels"),
    [
        ((("x", True), ("X ", True)), (YES,)),
        ((("x", True), ("y", False)), (NONE,)),
        ((("x", True), (f.Unknown(), True)), (YES,)),
        ((("x", True), (f.Unknown(), False)), (NONE,)),
        ((("x", True), (f.OneOf(("x", "z")), f.Unknown())), (YES, NONE)),
    ],
)
def test_groups_that_the_rows_give(rows: tuple[tuple[object, object], ...], levels: tuple[str, ...]) -> None:
    known = Known((EVERY_NAME,), levels)
    plan = with_record(known, "named", NAMED)
    brought = tuple(f.Row({"name": given(name), "ok": given(ok)}, place=s.HERE) for name, ok in rows)
    facts = f.Facts({}, {"named": f.RecordRows(brought, place=s.HERE)})
    assert evaluate(plan, facts)["1"].levels == levels


def test_a_group_of_a_row_that_is_still_to_come_is_none() -> None:
    every = t.EveryGroup("events", "area", None, number(AT_LEAST, t.Count(rows_("events")), 1))
    known = Known((every,), (YES,), rows={"events": (("A", day(10)), ("B", day(14)))}, as_of=day(12), closes=day(12))
    assert verdict(known).levels == (YES,)


def test_a_table_of_the_plan_with_days() -> None:
    """A fixed day, and a computed one."""
    due = t.Cell("steps", "due", 0, s.DATE)
    columns = {
        "due": column("due", s.DATE),
        "late": column("late", s.DATE, t.Offset(due, s.Duration(2, s.In.DAYS), True)),
        "must": column("must", s.YES_NO),
    }
    rows = tuple(FixedRow({"due": day(n), "must": n == 10}, place=s.HERE) for n in (10, 12))
    late = t.Cell("steps", "late", 0, s.DATE)
    test = t.DateTest(Relation.BY, s.fact("d1"), late)
    for must, levels in (
        (t.Quantified(ALL, t.Rows("steps"), test), (YES,)),
        (t.Quantified(t.Quantity.NO, t.Rows("steps"), test), (NONE,)),
    ):
        known = Known((must,), levels, {"d1": day(12)})
        assert verdict(known, with_record(known, "steps", columns, rows)).levels == levels
    held = t.Rows("steps", (t.Holds(t.Cell("steps", "must", 0, s.YES_NO)),))
    known = Known((number(EQ, t.Count(held), 1),), (YES,))
    assert verdict(known, with_record(known, "steps", columns, rows)).levels == (YES,)


# ---- limits -----------------------------------------------------------------------------------------------------------


def test_too_many_worlds_answer_wider(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit each quantity is taken by itself, which is exact where none rests on what another rests on; where that does not do
    each level is taken by itself, and one that holds in every world is the last."""
    open_facts = {"w1": f.Unknown(), "w2": f.Unknown(), "y1": True}
    two = t.AllOf((number(AT_LEAST, "w1", 2), number(AT_LEAST, "w2", 2)))
    monkeypatch.setattr(rooms, "ATTEMPTS", ((False, 1), (True, 1)))
    found = verdict(Known((two, number(AT_LEAST, "w1", 1)), (), open_facts))
    assert (found.levels, found.widened) == ((YES, SOME, NONE), False)
    monkeypatch.setattr("criteria.ladder.ladders.d.MOST_AXES", 0)
    found = verdict(Known((two, number(AT_LEAST, "w1", 1)), (), open_facts))
    assert (found.levels, found.widened) == ((YES, SOME, NONE), True)
    found = verdict(Known((two, t.Holds(s.fact("y1"))), (), open_facts))
    assert (found.levels, found.widened) == ((YES, SOME), True)
    found = verdict(Known((t.Not(t.Holds(s.fact("y1"))), two), (), open_facts))
    assert (found.levels, found.widened) == ((SOME, NONE), True)


def test_too_much_to_look_at_leaves_every_level(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("criteria.evaluate.levels.MOST_LOOKS", -1)
    found = verdict(
        Known((number(AT_LEAST, "w1", 2), EVERY_AREA), (), {"w1": f.Unknown()}, {"events": ()}, as_of=day(11))
    )
    assert (found.levels, found.widened) == ((YES, SOME, NONE), True)


EVERY_AREA = t.EveryGroup(
    "items", "area", None, t.Quantified(ALL, rows_("items"), OK)
)  # fmt: skip


def test_too_many_readings_are_varied_one_at_a_time() -> None:
    names = tuple(f"n{n}" for n in range(7))
    yes = t.Holds(s.fact("y1"))
    goal = s.goal_of(t.AllOf(tuple(t.ChosenCondition(n, (("a", yes), ("b", t.Not(yes)))) for n in names)))
    plan = evolve(s.plan_of(goal), definitions=dict.fromkeys(names, ("a", "b")))
    found = evaluate(plan, f.Facts({"y1": given(True)}, {}))["1"]
    assert (len(found.readings), found.readings_cut, found.depends_on) == (8, True, names)


def test_many_open_rows_are_answered_by_their_hull() -> None:
    """More than are paired: the first cut is exact, what one half holds is not known."""
    rows = {"items": (("A", F(1), day(10), f.Unknown()),) * 70}
    found = verdict(
        Known(
            (share(AT_LEAST, F(3, 5), rows_("items"), OK), share(AT_LEAST, F(1, 2), rows_("items"), OK)), (), rows=rows
        )
    )
    assert (found.levels, found.widened) == ((YES, SOME, NONE), True)
    found = verdict(Known((share(AT_LEAST, F(3, 5), rows_("items"), OK),), (), rows=rows))
    assert (found.levels, found.widened) == ((YES, NONE), False)
    found = verdict(
        Known((share(AT_LEAST, F(3, 5), rows_("items"), OK),), (), rows={"items": (ITEM,) * 200 + rows["items"]})
    )
    assert (found.levels, found.widened) == ((YES,), False)


def test_a_share_is_whole_where_every_row_passes_and_further_ones_can_only_pass() -> None:
    assert shares(Tally(2, 2, (), frozenset({PASS}))) == Numbers((F(1),))


def test_shares_of_many_rows_at_their_best_and_worst() -> None:
    any_of = frozenset({OUT, FAIL, PASS})
    found = shares(Tally(1, 1, tuple((n, any_of) for n in range(70)), None))
    assert found.ends() == (F(1, 71), F(1))
    found = shares(Tally(0, 0, tuple((n, frozenset({OUT, FAIL})) for n in range(70)), None))
    assert found.ends() == (0, 0)


def test_a_half_that_holds_too_many_ratios() -> None:
    """Rows that only fail move a share towards nought in ever smaller steps."""
    found = Tally(1, 1, (), frozenset({FAIL}))
    values = shares(found)
    above, below = values.cut(F(1, 10_000), strict=False)
    assert above is not None
    assert below is not None
    kept = narrowed(found, above)
    assert kept is not None
    assert kept.torn
    assert narrowed(found, below) == below


def test_ratios_as_rows_come() -> None:
    """From no row, from a row that passes, from one that fails."""
    for further, open_rows, half, inside in [
        ({PASS}, (frozenset({OUT, FAIL}),), (F(0), F(1, 2)), {F(0), F(1, 2)}),
        ({FAIL}, (frozenset({OUT, PASS}),), (F(1, 3), F(1)), {F(1, 3), F(1, 2), F(1)}),
        ({FAIL}, (frozenset({FAIL, PASS}),), (F(1, 3), F(1)), {F(1, 3), F(1, 2), F(1)}),
    ]:
        found = Tally(0, 0, tuple(enumerate(open_rows)), frozenset(further))
        kept = narrowed(found, Numbers(None, *half, hull=True))
        assert kept is not None
        assert set(kept.points or ()) == inside


# ---- what a verdict tells beside its levels ---------------------------------------------------------------------------


def reasons(tree: Reason) -> list[Reason]:
    return [tree, *(inner for child in tree.children for inner in reasons(child))]


def only(known: Known) -> Reason:
    because = verdict(known).because
    assert because is not None
    return because


@pytest.mark.parametrize(
    ("relation", "low", "high"),
    [
        ("at_least", F(-1), F(2)),
        ("above", F(-1), F(2)),
        ("at_most", F(-2), F(1)),
        ("below", F(-2), F(1)),
        ("not_equal", None, None),
    ],
)
def test_a_margin_is_positive_on_the_passing_side(relation: str, low: F | None, high: F | None) -> None:
    found = only(Known((number(t.Comparison(relation), "m1", 2),), (), {"m1": f.NumberBetween(F(1), F(4))}))
    assert found.amount == Margin(F(1), F(4), Unit.NUMBER)
    assert found.margin == (None if low is None else Margin(low, high, Unit.NUMBER))


def test_the_margin_of_equal_is_how_far_it_is_off() -> None:
    assert only(Known((number(EQ, "w1", 4),), (), {"w1": F(1)})).margin == Margin(F(-3), F(-3), Unit.NUMBER)
    assert only(Known((number(EQ, "m1", 4),), (), {"m1": f.NumberBetween(F(1), F(2))})).margin is None


def test_the_margin_of_between_is_to_the_nearer_end() -> None:
    inside = only(
        Known((t.Between(X, s.limit(1), s.limit(4), Unit.KRONER),), (), {"m1": f.NumberBetween(F(2), F(5, 2))})
    )
    assert inside.margin == Margin(F(1), F(3, 2), Unit.KRONER)
    endless = only(Known((t.Between(X, s.limit(1), Y, Unit.KRONER),), (), {"m1": f.Unknown(), "m2": f.Unknown()}))
    assert endless.margin == Margin(None, None, Unit.KRONER)
    assert only(
        Known((t.Between(s.fact("w1"), s.limit(1), Y, Unit.KRONER),), (), {"w1": F(2), "m2": f.Unknown()})
    ).margin == Margin(F(1), F(1), Unit.KRONER)


@pytest.mark.parametrize(
    ("relation", "first", "margin"),
    [
        (Relation.BY, "2020-03-13", (-1, 1)), (Relation.AFTER, "2020-03-13", (-2, 0)), (Relation.FROM, "2020-03-13", (-1, 1)),
        (Relation.IN, "2020-03-11..2020-03-20", (1, 3)),
    ],
)  # fmt: skip
def test_the_margin_of_a_date_is_in_days(relation: Relation, first: str, margin: tuple[int, int]) -> None:
    found = only(Known((when(relation, first),), (), {"d1": f.DayBetween(day(12), day(14))}))
    assert found.margin == Margin(F(margin[0]), F(margin[1]), Unit.DAYS)


def test_a_date_that_may_be_never_has_no_margin() -> None:
    assert only(Known((when(Relation.BY, "2020-03-13"),), (), {"d1": f.Unknown()})).margin is None
    assert (
        only(Known((t.DateTest(Relation.BY, s.fact("d1"), s.fact("d2")),), (), {"d1": day(12), "d2": day(13)})).margin
        is None
    )
    assert only(Known((when(Relation.BY, "2020-03-13"),), (), {"d1": f.Never()})).margin is None


def test_a_share_has_its_amount_and_its_margin_in_percentage_points() -> None:
    rows = {"items": (ITEM, ITEM, ("B", F(1), day(10), False), ("B", F(1), day(10), f.Unknown()))}
    found = only(Known((share(AT_LEAST, F(3, 5), rows_("items"), OK),), (), rows=rows))
    assert (found.amount, found.margin) == (
        Margin(F(50), F(75), Unit.PERCENT), Margin(F(-10), F(15), Unit.PERCENTAGE_POINT)
    )  # fmt: skip
    assert found.measured == "2+/3+"
    assert [fact.value for fact in found.facts] == ["B, 1, 2020-03-10, False", "B, 1, 2020-03-10, unknown"]


def test_a_count_has_its_amount_and_its_margin_in_rows() -> None:
    rows = {"items": (ITEM, ITEM, ("B", F(1), day(10), False))}
    least = t.Quantified(COUNT, rows_("items"), OK, AT_LEAST, s.limit(3))
    found = only(Known((least,), (), rows=rows))
    assert (found.measured, found.amount, found.margin) == (
        "2/3", Margin(F(2), F(2), Unit.NUMBER), Margin(F(-1), F(-1), Unit.NUMBER)
    )  # fmt: skip
    found = only(Known((t.Quantified(COUNT, rows_("items"), None, AT_LEAST, s.limit(3)),), (), rows=rows))
    assert (found.measured, found.facts, found.margin) == ("3/3", (), Margin(F(0), F(0), Unit.NUMBER))


def test_the_rows_that_stand_against_all_and_against_no() -> None:
    rows = {"items": (ITEM, ("B", F(1), day(10), False))}
    against_all = only(Known((t.Quantified(ALL, rows_("items"), OK),), (), rows=rows))
    assert [fact.value for fact in against_all.facts] == ["B, 1, 2020-03-10, False"]
    against_no = only(Known((t.Quantified(t.Quantity.NO, rows_("items"), OK),), (), rows=rows))
    assert [fact.value for fact in against_no.facts] == ["A, 1, 2020-03-10, True"]
    fixed = only(Known((t.Quantified(ALL, rows_("targets"), ENOUGH),), (), rows={"events": ()}))
    assert [fact.value for fact in fixed.facts] == ["A, 1", "B, 2"]


def test_an_empty_group_has_no_amount() -> None:
    found = only(Known((share(AT_LEAST, F(3, 5), rows_("items"), OK),), (), rows={"items": ()}))
    assert (found.truth, found.measured, found.margin) == (Truth.UNKNOWN, "", None)


def test_a_fault_is_listed_with_its_group() -> None:
    area = t.Matches(s.cell("items", "area"), (t.GroupValue("items", "area", s.AREA),))
    every = t.EveryGroup("items", "area", ("A", "B"), t.Quantified(ALL, rows_("items", area), OK))
    found = verdict(Known((every,), (), rows={"items": (ITEM,)}))
    assert [(fault.kind, fault.about) for fault in found.faults] == [("empty-group", "items: B")]


def test_each_group_stands_by_its_name() -> None:
    area = t.Matches(s.cell("items", "area"), (t.GroupValue("items", "area", s.AREA),))
    every = t.EveryGroup("items", "area", ("A", "B"), t.Quantified(ALL, rows_("items", area), OK, text="all ok"))
    rows = {"items": (ITEM, ("B", F(1), day(10), False))}
    found = only(Known((every,), (), rows=rows))
    assert [(child.text, child.truth, child.decides) for child in found.children] == [
        ("A: all ok", Truth.TRUE, False), ("B: all ok", Truth.FALSE, True)
    ]  # fmt: skip
    assert not only(Known((EVERY_AREA,), (), rows={"items": ()})).children


def test_a_definition_stands_for_its_reading() -> None:
    chosen = t.ChosenCondition(
        "total", (("sum", t.Holds(s.fact("y1"), text="yes")), ("largest", t.Holds(s.fact("y1")))), text="so", quote="q"
    )
    found = only(Known((t.AllOf((chosen, t.Not(t.Holds(s.fact("y1"), text="no")))),), (), {"y1": True}))
    assert [(one.text, one.quote, one.decides) for one in found.children] == [("so", "q", False), ("", "", True)]
    assert found.children[1].children[0].decides


def test_facts_are_shown_as_they_were_given() -> None:
    values: dict[str, f.Possible] = {
        "d1": f.Exactly(day(12)), "d2": f.DayBetween(day(12), day(14)), "d3": f.Never(),
        "w1": f.Unknown(), "m1": f.NumberBetween(F(1), F(2)), "m2": f.OneOf((F(1), F(2))), "y1": f.Exactly(True),
    }  # fmt: skip
    tests = [t.Happened(s.fact(d)) for d in ("d1", "d2", "d3")]
    tests += [number(AT_LEAST, n, 0) for n in ("w1", "m1", "w2")] + [t.Holds(s.fact("y1"))]  # type: ignore[list-item]
    found = reasons(only(Known((t.AllOf(tuple(tests)),), (), values)))
    shown = {fact.path: fact.value for one in found for fact in one.facts}
    assert shown == {
        "d1": "2020-03-12", "d2": "2020-03-12..2020-03-14", "d3": "never", "w1": "unknown", "m1": "1..2", "w2": "", "y1": "True",
    }  # fmt: skip
    sources = {fact.path: fact.source for one in found for fact in one.facts}
    assert (sources["d1"], sources["w2"]) == ("plan.criteria:1", "")


def test_phrases_are_shown_as_days() -> None:
    found = only(
        Known((t.AnyOf((when(Relation.BY, "medio marts 2020"), when(Relation.BY, "2020-03-13"))),), (), {"d1": day(12)})
    )
    assert found.children[0].resolved == ("medio marts 2020 = 2020-03-11..2020-03-20",)
    assert found.children[1].resolved == ()


def test_what_is_missing_is_what_was_tested_and_is_not_known() -> None:
    known = Known((t.AllOf((t.Holds(s.fact("y1")), number(AT_LEAST, "w1", 1))),), (), {"y1": False})
    assert verdict(known).missing == ()
    found = verdict(evolve(known, facts={"y1": True}))
    assert [(m.path, m.place) for m in found.missing] == [("w1", None)]
    found = verdict(Known((t.Quantified(ALL, rows_("items"), OK),), ()))
    assert [m.path for m in found.missing] == ["items"]
    found = verdict(Known((t.Quantified(ALL, rows_("items"), OK),), (), rows={"items": (("A", F(1), day(10), None),)}))
    assert [m.path for m in found.missing] == ["items: ok"]


def test_a_closure_that_helps_is_told() -> None:
    """Read as never: under not it helps, by itself it does not."""
    found = verdict(Known((t.Not(t.Happened(s.fact("d1"))),), ()))
    assert [(a.path, a.helps) for a in found.assumed] == [("d1", True)]
    found = verdict(Known((t.Happened(s.fact("d1")),), ()))
    assert [(a.path, a.helps) for a in found.assumed] == [("d1", False)]
    done = t.Happened(s.cell("items", "due"))
    rows = {"items": (("A", F(1), day(10), True), ("A", F(1), None, True))}
    for quantity, helps in ((ALL, False), (t.Quantity.NO, False), (t.Quantity.SOME, False)):
        found = verdict(Known((t.Quantified(quantity, rows_("items"), done),), (), rows=rows))
        assert [(a.path, a.helps) for a in found.assumed] == [("items: due", helps)]
    found = verdict(
        Known((t.Quantified(t.Quantity.NO, rows_("items"), done),), (), rows={"items": (("A", F(1), None, True),)})
    )
    assert [(a.path, a.helps) for a in found.assumed] == [("items: due", True)]


def test_a_day_after_the_record_closed_is_a_correction() -> None:
    case = Known((t.Happened(s.fact("d1")),), (), {"d1": day(14), "d2": day(10), "w1": F(1)}, closes=day(12)).case
    notices = evaluate(case.plan, case.facts).notices
    assert [(n.kind, n.values["path"]) for n in notices] == [("correction", "d1")]
    assert not evaluate(evolve(case.plan, record_closes=None), case.facts).notices


def test_a_goal_without_levels_has_its_lowest_and_no_reason() -> None:
    goal = evolve(s.goal_of(t.Happened(s.fact("d1"))), levels=())
    found = evaluate(s.plan_of(goal), f.NO_FACTS)["1"]
    assert (found.levels, found.because, found.levels_because) == ((NONE,), None, ())


def test_progress_is_told_and_a_verdict_is_found_by_its_goal() -> None:
    told: list[tuple[int, int]] = []
    goals = tuple(s.goal_of(t.Happened(s.fact("d1")), id=str(n)) for n in (1, 2))
    found = evaluate(s.plan_of(*goals), f.NO_FACTS, progress=lambda n, of: told.append((n, of)))
    assert told == [(0, 2), (1, 2)]
    assert not found["2"].decided
    assert not found["2"].depends_on_reading
    with pytest.raises(KeyError):
        found["3"]
    assert isinstance(found, Verdict)


def test_a_row_of_the_facts_without_a_cell() -> None:
    """A column that the row does not have is as if not given."""
    facts = f.Facts({}, {"items": f.RecordRows((f.Row({}, place=s.HERE), row("items", ("A",))), place=s.HERE)})
    area = t.Matches(s.cell("items", "area"), (t.TextValue("A"),))
    plan = s.plan_of(s.goal_of(number(AT_LEAST, t.Count(rows_("items", area)), 2)))
    assert evaluate(plan, facts)["1"].levels == (YES, NONE)
