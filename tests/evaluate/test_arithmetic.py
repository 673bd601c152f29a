"""Arithmetic on sets of numbers: nothing that two operands can give is left out, and a set that is no hull holds nothing else."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.evaluate import arithmetic as a
from criteria.ladder.domains import MOST_POINTS, Numbers, finite, number, whole_from

F = Fraction
END = st.integers(-3, 3).map(F)


@st.composite
def intervals(draw: st.DrawFn) -> Numbers:
    low, high = sorted(draw(st.lists(END, min_size=2, max_size=2, unique=True)))
    return Numbers(
        None,
        draw(st.sampled_from([low, low, None])),
        draw(st.sampled_from([high, high, None])),
        draw(st.booleans()),
        draw(st.booleans()),
    )


NUMBERS = st.one_of(
    intervals(), intervals(), st.lists(END, min_size=1, max_size=4).map(finite),
    st.tuples(st.integers(-2, 2), st.integers(0, 3)).map(lambda p: whole_from(p[0], p[0] + p[1])),
    st.integers(-2, 2).map(lambda low: whole_from(low, None)),
)  # fmt: skip
GRID = [F(n, 4) for n in range(-80, 81)]


def holds(numbers: Numbers, value: Fraction) -> bool:
    return numbers.equal(value) is not None


def some(numbers: Numbers) -> list[Fraction]:
    """Values of the set: all quarters near it, and beyond its ends none."""
    return [value for value in GRID if holds(numbers, value) and abs(value) <= 5]


OPERATIONS: dict[str, tuple[Callable[[Numbers, Numbers], Numbers], Callable[[Fraction, Fraction], Fraction]]] = {
    "add": (a.add, lambda x, y: x + y),
    "subtract": (a.subtract, lambda x, y: x - y),
    "larger": (lambda x, y: a.extreme(x, y, largest=True), max),
    "smaller": (lambda x, y: a.extreme(x, y, largest=False), min),
    "product": (lambda x, y: a.by_corners(x, y, lambda p, q: p * q), lambda x, y: x * y),
    "difference": (lambda x, y: a.absolute(a.subtract(x, y)), lambda x, y: abs(x - y)),
}


@pytest.mark.parametrize("name", OPERATIONS)
def test_every_result_is_in_the_set(name: str) -> None:
    on_sets, on_values = OPERATIONS[name]

    @settings(max_examples=100)
    @given(NUMBERS, NUMBERS)
    def check(x: Numbers, y: Numbers) -> None:
        result = on_sets(x, y)
        values = {on_values(p, q) for p in some(x)[:12] for q in some(y)[:12]}
        assert all(holds(result, value) for value in values)

    check()


@pytest.mark.parametrize("name", ["add", "subtract", "larger", "smaller"])
def test_a_set_that_is_no_hull_holds_nothing_else(name: str) -> None:
    """On the quarters, where the operands lie near nought."""
    on_sets, on_values = OPERATIONS[name]

    @settings(max_examples=100)
    @given(NUMBERS, NUMBERS)
    def check(x: Numbers, y: Numbers) -> None:
        result = on_sets(x, y)
        if not result.hull and None not in (*x.ends(), *y.ends()):
            fine = [F(n, 8) for n in range(-64, 65)]
            values = {on_values(p, q) for p in fine if holds(x, p) for q in fine if holds(y, q)}
            assert {value for value in GRID if abs(value) <= 6 and holds(result, value)} <= values

    check()


@settings(max_examples=200)
@given(st.lists(NUMBERS, min_size=1, max_size=3))
def test_a_union_holds_what_its_parts_hold(sets: list[Numbers]) -> None:
    joint = a.union(sets)
    for value in GRID:
        inside = any(holds(one, value) for one in sets)
        assert holds(joint, value) >= inside
        if not joint.hull:
            assert holds(joint, value) == inside


@settings(max_examples=200)
@given(NUMBERS, NUMBERS)
def test_adding_endlessly(start: Numbers, more: Numbers) -> None:
    result = a.endlessly(start, more)
    for first in some(start)[:6]:
        for step in some(more)[:6]:
            assert all(holds(result, first + times * step) for times in range(4))
    if not result.hull:
        assert any(holds(start, end) for end in start.ends() if end is not None) or start.points is None


def test_a_dense_range_closes_the_gaps_of_points() -> None:
    unit = Numbers(None, F(0), F(1))
    assert not a.add(unit, finite([F(0), F(1), F(2)])).hull
    assert a.add(unit, finite([F(0), F(2)])).hull
    assert a.add(Numbers(None, F(0), F(1), low_open=True, high_open=True), whole_from(0, 3)).hull
    assert not a.add(Numbers(None, F(0), F(1), low_open=True), whole_from(0, 3)).hull


def test_a_finite_set_that_is_too_large_is_a_hull() -> None:
    large = finite(F(n) for n in range(MOST_POINTS + 1))
    assert large.hull
    assert large.ends() == (0, MOST_POINTS)
    assert a.absolute(a.add(large, number(-5))).torn


def test_a_cut_that_leaves_one_value() -> None:
    assert Numbers(None, F(0), F(1)).at_most(F(0)) == number(0)
    assert Numbers(None, F(0), F(1), low_open=True).at_most(F(0)) is None


def test_ends_that_meet() -> None:
    assert a.extreme(Numbers(None, None, F(1)), Numbers(None, F(1), F(1)), largest=True) == number(1)
    assert a.spanning([F(2), F(2)]) == number(2)
