"""Arithmetic in SQL is that of whole numbers of any size: what an engine works out is what Python does, up to the last digit."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

import strategies as s
from criteria.columnar.columns import Columns, Relation
from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.dialect import DUCKDB
from criteria.columnar.expressions import Sql, truth, written
from criteria.columnar.wholes import (
    Ratio,
    Whole,
    absolute,
    compared,
    constant,
    extreme,
    minus,
    plus,
    stands,
    times,
)
from criteria.evaluate.given import Clock
from criteria.ladder.comparing import compared as told
from criteria.model.nodes import Comparison

ENDS = (0, 1, 7, 2**31 - 1, 2**31, 10**12, 2**63 - 1)
Valued = tuple[Whole, int]


def desk() -> Desk:
    subjects = Relation("subjects", "id", {})
    return Desk(s.plan_of(), Columns(subjects), subjects, Clock(date(2020, 1, 1), True, False), {}, DUCKDB)


@st.composite
def wholes(draw: st.DrawFn, at: Desk) -> Valued:
    """A constant, a choice between two, or a column's value within its proven ends; each in the type that an engine gives it."""
    value = draw(st.sampled_from(ENDS)) * draw(st.sampled_from((1, -1)))
    kind = draw(st.sampled_from(("constant", "case", "column")))
    if kind == "constant":
        return constant(value), value
    if kind == "case":
        return Whole(written(f"CASE WHEN TRUE THEN {value} ELSE 0 END"), min(0, value), max(0, value)), value
    wider = draw(st.sampled_from((0, 5)))
    return Whole(Sql(f"CAST({value} AS BIGINT)"), value - wider, value + wider), value


OPERATIONS: dict[str, tuple[Callable[..., Whole], Callable[[int, int], int]]] = {
    "plus": (plus, lambda a, b: a + b),
    "minus": (minus, lambda a, b: a - b),
    "times": (times, lambda a, b: a * b),
    "larger": (lambda at, a, b: extreme(at, a, b, larger=True), max),
    "smaller": (lambda at, a, b: extreme(at, a, b, larger=False), min),
    "apart": (lambda at, a, b: absolute(at, minus(at, a, b)), lambda a, b: abs(a - b)),
}


def worked_out(text: str) -> object:
    return duckdb.execute(f"SELECT {text}").fetchall()[0][0]


@given(st.data(), st.lists(st.sampled_from(sorted(OPERATIONS)), min_size=1, max_size=3))
def test_what_an_engine_works_out_is_exact(data: st.DataObject, names: list[str]) -> None:
    at = desk()
    whole, value = data.draw(wholes(at))
    for name in names:
        other, beside = data.draw(wholes(at))
        build, plain = OPERATIONS[name]
        try:
            whole, value = build(at, whole, other), plain(value, beside)
        except Uncolumned:
            return  # more than 38 digits; what is refused is said below
        assert whole.low <= value <= whole.high
    assert worked_out(whole.sql.text) == value


@given(st.data(), st.sampled_from(Comparison))
def test_comparisons_are_exact(data: st.DataObject, relation: Comparison) -> None:
    at = desk()
    (one, value), (other, beside) = data.draw(wholes(at)), data.draw(wholes(at))
    assert worked_out(truth(compared(at, relation, one, other)).text) is told(
        relation, Fraction(value), Fraction(beside)
    )


@given(st.data(), st.sampled_from(Comparison), st.fractions(-3, 3, max_denominator=7))
def test_a_ratio_stands_to_a_limit_as_the_fraction_does(
    data: st.DataObject, relation: Comparison, limit: Fraction
) -> None:
    at = desk()
    top, value = data.draw(wholes(at))
    bottom = data.draw(st.integers(1, 9))
    below = Whole(Sql(f"CAST({bottom} AS BIGINT)"), 1, 9)
    found = truth(stands(at, relation, Ratio(top, below), limit)).text
    for number, stage in enumerate(at.stages):  # names of what is worked out once, put back in their places
        for text, name in sorted(stage.items(), key=lambda each: -len(each[1])):
            assert number == 0
            found = found.replace(name, f"({text})")
    assert worked_out(found) is told(relation, Fraction(value, bottom), limit)


def test_a_product_beyond_the_widest_type_is_refused_by_name() -> None:
    at, large = desk(), Whole(Sql("c0"), 0, 2**63 - 1)
    with pytest.raises(Uncolumned, match="38 digits"):
        times(at, times(at, large, large), large)
