"""Value classes keep the promises that the house relies on: equal by their fields, hashed alike, never changed."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.frozen import define, evolve, field, frozen, kept_with, names_of


@frozen
class Point:
    x: Any
    y: Any = 0
    place: str = field(default="", eq=False, repr=False, kw_only=True)


@frozen(eq=False)
class Alone:
    x: int


@define
class Bag:
    items: list[int] = field(factory=list)
    name: str = "bag"


@frozen
class Span:
    first: int
    last: int

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("backwards")


values = st.one_of(st.integers(), st.text(), st.tuples(st.integers()))


@given(values, values, st.text(), st.text())
def test_equal_fields_make_equal_values_wherever_they_stand(x: object, y: object, here: str, there: str) -> None:
    one, other = Point(x, y, place=here), Point(y=y, x=x, place=there)
    assert one == other
    assert hash(one) == hash(other)
    assert (one == Point(x, (y, "else"))) is False
    assert one != (x, y)


@given(values, values)
def test_evolve_changes_only_what_it_is_told(x: object, y: object) -> None:
    point = Point(x, place="here")
    hash(point)  # a remembered hash is not carried over
    moved = evolve(point, y=y)
    assert (moved.x, moved.y, moved.place) == (x, y, "here")
    assert hash(moved) == hash(Point(x, y))


def test_a_frozen_value_refuses_change() -> None:
    point = Point(1)
    with pytest.raises(AttributeError, match="frozen"):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(AttributeError, match="frozen"):
        del point.x


@pytest.mark.parametrize(
    ("arguments", "named"),
    [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1}), ((), {"y": 1}), ((1, 2), {"place": "a", "z": 1})],
)
def test_wrong_arguments_are_refused(arguments: tuple[int, ...], named: dict[str, object]) -> None:
    with pytest.raises(TypeError):
        Point(*arguments, **named)  # type: ignore[arg-type]


def test_evolve_refuses_a_field_that_is_none() -> None:
    with pytest.raises(TypeError, match="z"):
        evolve(Point(1), z=2)


def test_a_class_may_check_itself() -> None:
    assert Span(1, 2).last == 2
    with pytest.raises(ValueError, match="backwards"):
        Span(2, 1)


def test_patterns_and_repr_follow_the_fields() -> None:
    match Point(1, 2, place="there"):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert repr(Point(1, 2, place="there")) == "Point(x=1, y=2)"
    assert names_of(Point) == ("x", "y", "place")
    assert names_of(int) == ()


def test_a_class_without_equality_compares_by_identity() -> None:
    assert Alone(1) != Alone(1)
    assert len({Alone(1), Alone(1)}) == 2


def test_a_changing_value_has_its_own_default_and_no_hash() -> None:
    one, other = Bag(), Bag()
    one.items.append(1)
    assert other.items == []
    assert one == Bag([1])
    with pytest.raises(TypeError, match="unhashable"):
        hash(one)


def test_what_is_kept_beside_a_value_stays_behind() -> None:
    point = Point(1, place="here")
    kept_with(point)["found"] = hash(point)
    other = copy.copy(point)
    assert (other, other.place) == (point, "here")
    assert [name for name in other.__dict__ if name.startswith("__")] == []
    assert kept_with(evolve(point, x=1)) == {}
