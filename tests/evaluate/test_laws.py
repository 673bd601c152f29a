"""The three laws of the language page, and that an evaluation is deterministic and deaf to order."""

import os
import random
import subprocess
import sys
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import strategies as s
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.verdict import GoalVerdict
from criteria.facts import record as f
from criteria.frozen import evolve
from criteria.model import terms as t
from criteria.model.types import DateType, Type

EXAMPLES = {} if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else {"max_examples": 120}
AFTER_ALL = date(2020, 3, 26)  # later than every day that the strategies give


def verdict_of(case: s.Case) -> GoalVerdict:
    return evaluate(case.plan, case.facts, case.as_of)["1"]


def shrinks(before: s.Case, after: s.Case) -> None:
    """Per reading, no level comes in; answers that are widened are outside the law."""
    old, new = verdict_of(before), verdict_of(after)
    assume(not old.widened)
    assume(not new.widened)
    for result in new.readings:
        for earlier in old.readings:
            if agree(earlier.reading, result.reading):
                assert set(result.levels) <= set(earlier.levels), dict(result.reading)


def agree(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(other.get(name, value) == value for name, value in one.items())


@st.composite
def known_better(draw: st.DrawFn, given_: f.Given | None, kind: Type) -> f.Given | None:
    """The same fact, or one that leaves fewer values."""
    what = given_.possible if given_ else f.Nothing()
    finer: f.Possible = what
    match what:
        case f.Unknown():
            finer = draw(s.possible(kind).filter(lambda p: not isinstance(p, f.Nothing)))
        case f.Nothing() if not isinstance(kind, DateType):
            finer = draw(s.possible(kind))
        case f.DayBetween(first, last):
            start = draw(st.integers(0, (last - first).days))
            end = draw(st.integers(start, (last - first).days))
            finer = f.DayBetween(first + timedelta(start), first + timedelta(end))
        case f.NumberBetween(low, high):
            ends = sorted(draw(st.lists(st.sampled_from([low, high]), min_size=2, max_size=2)))
            finer = f.NumberBetween(*ends)
        case f.OneOf(some):
            finer = f.OneOf(tuple(draw(st.lists(st.sampled_from(some), min_size=1, unique=True))))
    return None if finer is what and given_ is None else s.given(finer)


@st.composite
def improved(draw: st.DrawFn) -> tuple[s.Case, s.Case]:
    """A case, and the same with more known."""
    case = draw(s.cases())
    if isinstance(case.as_of, date) and case.closes is not None:
        case = evolve(case, closes=draw(st.sampled_from([None, AFTER_ALL])))
    values = {
        p: draw(known_better(case.facts.values.get(p), kind)) for p, kind in s.FACTS.items() if p in case.facts.values
    }
    records = {}
    for key, brought in case.facts.records.items():
        when = s.RECORDS[key].when
        rows = [
            evolve(
                row,
                cells={
                    c: cell if c == when and isinstance(cell.possible, f.Unknown | f.Nothing)
                    else draw(known_better(cell, s.PLAN_COLUMNS[key][c]))
                    for c, cell in row.cells.items()
                },
            )
            for row in brought.rows
        ]  # fmt: skip
        records[key] = evolve(brought, rows=tuple(rows))
    facts = evolve(case.facts, values={p: g for p, g in values.items() if g is not None}, records=records)
    return case, evolve(case, facts=facts)


@settings(**EXAMPLES)
@given(improved())
def test_law_1_more_knowledge_only_shrinks_the_set(pair: tuple[s.Case, s.Case]) -> None:
    shrinks(*pair)


@settings(**EXAMPLES)
@given(s.cases(), st.sampled_from(s.DAYS), st.sampled_from([*s.DAYS, AFTER_ALL]), st.booleans())
def test_law_1_the_same_history_seen_later_only_shrinks_the_set(
    case: s.Case, one: date, other: date, closes: bool
) -> None:
    case = evolve(case, closes=AFTER_ALL if closes else None)
    shrinks(evolve(case, as_of=min(one, other)), evolve(case, as_of=max(one, other)))


@settings(**EXAMPLES)
@given(s.cases())
def test_law_2_a_missing_fact_only_widens_the_range(case: s.Case) -> None:
    """Left unknown, a fact allows every level that it allowed when given: no level belongs to its absence."""
    for path, known in case.facts.values.items():
        if not isinstance(known.possible, f.SomeDayOf):
            opened = evolve(case.facts, values={**case.facts.values, path: s.given(f.Unknown())})
            shrinks(evolve(case, facts=opened), case)


@st.composite
def faulty(draw: st.DrawFn) -> tuple[t.Condition, s.Goal]:
    """A test over an empty group or with a zero divisor, and a goal in which it stands beside known tests."""
    nothing = t.Rows("items")
    test = draw(
        st.sampled_from(
            [
                t.Quantified(t.Quantity.ALL, nothing, t.Holds(s.cell("items", "ok"))),
                t.Quantified(t.Quantity.SHARE, nothing, t.Holds(s.cell("items", "ok")), t.Comparison.BELOW, s.limit(1)),
                t.Compare(t.Comparison.AT_LEAST, t.PercentOf(s.fact("w1"), s.fact("w2")), s.limit(1), s.Unit.PERCENT),
                t.Compare(t.Comparison.EQUAL, t.Divide(s.fact("w1"), s.fact("w2")), s.limit(0), s.Unit.RATIO),
            ]
        )
    )
    beside = s.compares(st.just(s.fact("w1")), st.integers(0, 2).map(s.limit))
    return test, draw(s.goals(st.one_of(st.just(test), beside)))


def replaced(node: object, test: t.Condition, by: t.Condition) -> object:
    if node == test:
        return by
    if isinstance(node, tuple):
        return tuple(replaced(item, test, by) for item in node)
    if isinstance(node, t.AllOf | t.AnyOf | t.NumberOf):
        return evolve(node, items=replaced(node.items, test, by))
    if isinstance(node, t.Not):
        return evolve(node, item=replaced(node.item, test, by))
    return (
        evolve(node, literal=replaced(node.literal, test, by), relaxed=replaced(node.relaxed, test, by))
        if (isinstance(node, s.Level))
        else node
    )


@settings(**EXAMPLES)
@given(faulty(), st.integers(0, 2))
def test_law_3_a_fault_is_never_a_grade(drawn: tuple[t.Condition, s.Goal], w1: int) -> None:
    """The levels are those with the test true and those with it false, and the fault is listed where it matters."""
    test, goal = drawn
    facts = f.Facts(
        {"w1": s.given(f.Exactly(s.F(w1))), "w2": s.given(f.Exactly(s.F(0))), "y1": s.given(f.Exactly(True))},
        {"items": f.RecordRows((), place=s.HERE)},
    )
    found = verdict_of(s.Case(goal, facts))
    yes = t.Holds(s.fact("y1"))
    both = [
        {tuple(sorted(r.reading.items())): set(r.levels) for r in verdict_of(s.Case(changed, facts)).readings}
        for by in (yes, t.Not(yes))
        for changed in [evolve(goal, levels=replaced(goal.levels, test, by))]
    ]
    for result in found.readings:
        key = tuple(sorted(result.reading.items()))
        if all(key in each for each in both):
            assert set(result.levels) == both[0][key] | both[1][key]
    if not found.decided:
        assert {fault.kind for fault in found.faults} <= {"empty-group", "zero-divisor"}
        assert found.faults


@settings(**EXAMPLES)
@given(s.cases(), st.randoms(use_true_random=False))
def test_order_changes_nothing(case: s.Case, shuffle: random.Random) -> None:
    """Rows, columns, facts and goals in any order give the same verdict, and an evaluation repeats itself."""
    plan, found = case.plan, verdict_of(case)
    assert verdict_of(case) == found

    def mixed(rows: f.RecordRows) -> f.RecordRows:
        order = list(rows.rows)
        shuffle.shuffle(order)
        return evolve(rows, rows=tuple(order))

    def turned(one: Mapping[str, object]) -> dict[str, object]:
        return dict(reversed(one.items()))

    facts = evolve(
        case.facts,
        values=turned(case.facts.values),
        records={key: mixed(rows) for key, rows in reversed(case.facts.records.items())},
    )
    records = {key: evolve(r, columns=turned(r.columns)) for key, r in reversed(plan.records.items())}
    other = evolve(case.goal, id="2")
    again = evaluate(evolve(plan, records=records, goals=(other, case.goal)), facts, case.as_of)["1"]
    assert [(r.reading, r.levels) for r in again.readings] == [(r.reading, r.levels) for r in found.readings]
    assert {m.path for m in again.missing} == {m.path for m in found.missing}
    assert {a.path: a.helps for a in again.assumed} == {a.path: a.helps for a in found.assumed}
    assert set(again.faults) == set(found.faults)
    assert again.widened == found.widened


SAME = """
from hypothesis import given, seed, settings
import strategies as s
from criteria.evaluate.evaluation import evaluate
@seed(1)
@settings(max_examples=25, database=None, deadline=None)
@given(s.cases())
def show(case):
    print(evaluate(case.plan, case.facts, case.as_of))
show()
"""


@pytest.mark.slow
def test_the_seed_of_hashes_changes_nothing() -> None:
    tests = str(Path(__file__).parents[1])
    runs = [
        subprocess.run(
            [sys.executable, "-c", SAME], capture_output=True, text=True, check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": tests},
        ).stdout
        for seed in ("0", "4242")
    ]  # fmt: skip
    assert runs[0] == runs[1]
