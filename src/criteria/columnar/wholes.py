"""Whole numbers in SQL with proven ends, and ratios of two of them; so nothing is ever rounded, nor lost beyond the widest type.

In: columns with proven ends, constants. Out: ``Whole``, ``Ratio``; comparisons with known limits and with one another. Holds: where 64 bits
may not be enough the wide type is taken before the operation, not after; beyond its digits ``Uncolumned`` is raised.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import ceil, floor

from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.expressions import Sql, Truth, literal, written
from criteria.frozen import frozen
from criteria.model.nodes import Comparison

SMALL, NARROW = 2**31 - 1, 2**63 - 1
SIGNS = {
    Comparison.AT_LEAST: ">=",
    Comparison.AT_MOST: "<=",
    Comparison.ABOVE: ">",
    Comparison.BELOW: "<",
    Comparison.EQUAL: "=",
    Comparison.NOT_EQUAL: "<>",
}


@frozen
class Whole:
    """A whole number of every row, from ``low`` to ``high``."""

    sql: Sql
    low: int
    high: int

    @property
    def fixed(self) -> bool:
        """The same in every row."""
        return self.low == self.high

    @property
    def wide(self) -> bool:
        """Whether it needs more than 64 bits."""
        return max(-self.low, self.high) > NARROW


def constant(number: int) -> Whole:
    """A whole number of ours."""
    return Whole(literal(number), number, number)


@frozen
class Ratio:
    """``top`` over ``bottom``, which is above nought wherever the ratio has a value."""

    top: Whole
    bottom: Whole = constant(1)


def light(desk: Desk, whole: Whole) -> Whole:
    """Under a name of its own, so that it is worked out once."""
    return Whole(desk.named(whole.sql), whole.low, whole.high)


def typed(desk: Desk, whole: Whole, most: int) -> Sql:
    """As the operand of an operation whose parts and result are nowhere beyond ``most``: in a type that holds them all. A whole number of
    31 bits may be of a type that holds no more."""
    if most > NARROW and (whole.fixed or not whole.wide):
        return Sql(f"CAST({whole.sql.text} AS {desk.dialect.wide})", whole.sql.stage)
    if NARROW >= most > SMALL >= max(-whole.low, whole.high):
        return Sql(f"CAST({whole.sql.text} AS BIGINT)", whole.sql.stage)
    return whole.sql


def _made(desk: Desk, pattern: str, low: int, high: int, *parts: Whole) -> Whole:
    """The result of an operation, in the type that holds it and its parts."""
    most = max(abs(end) for end in (low, high, *(end for part in parts for end in (part.low, part.high))))
    if most >= 10**desk.dialect.digits:
        raise Uncolumned(f"number of more than {desk.dialect.digits} digits")
    if low == high:
        return constant(low)
    return Whole(written(pattern, *(typed(desk, part, most) for part in parts)), low, high)


def plus(desk: Desk, one: Whole, other: Whole) -> Whole:
    """Their sum."""
    if one.fixed and one.low == 0:
        return other
    if other.fixed and other.low == 0:
        return one
    return _made(desk, "{} + {}", one.low + other.low, one.high + other.high, one, other)


def minus(desk: Desk, one: Whole, other: Whole) -> Whole:
    """The one less the other."""
    if other.fixed and other.low == 0:
        return one
    return _made(desk, "{} - {}", one.low - other.high, one.high - other.low, one, other)


def times(desk: Desk, one: Whole, other: Whole) -> Whole:
    """Their product."""
    for each, rest in ((one, other), (other, one)):
        if each.fixed and each.low == 1:
            return rest
    ends = [a * b for a in (one.low, one.high) for b in (other.low, other.high)]
    return _made(desk, "{} * {}", min(ends), max(ends), one, other)


def absolute(desk: Desk, one: Whole) -> Whole:
    """Without its sign."""
    if one.low >= 0:
        return one
    high = max(-one.low, one.high)
    return _made(desk, "abs({})", max(0, -one.high), high, one) if one.low != one.high else constant(high)


def extreme(desk: Desk, one: Whole, other: Whole, *, larger: bool) -> Whole:
    """The larger or the smaller of two."""
    pick: Callable[[int, int], int] = max if larger else min
    pattern = "greatest({}, {})" if larger else "least({}, {})"
    return _made(desk, pattern, pick(one.low, other.low), pick(one.high, other.high), one, other)


# ---- ratios ----------------------------------------------------------------------------------------------------------------


def over_one(desk: Desk, one: Ratio, other: Ratio) -> tuple[Whole, Whole, Whole]:
    """Two tops over one bottom."""
    if one.bottom.sql.text == other.bottom.sql.text:
        return one.top, other.top, one.bottom
    tops = times(desk, one.top, other.bottom), times(desk, other.top, one.bottom)
    return *tops, times(desk, one.bottom, other.bottom)


def stands(desk: Desk, relation: Comparison, ratio: Ratio, limit: Fraction) -> Truth:
    """Whether a ratio stands so to a known limit."""
    if ratio.bottom.fixed:
        return _against(desk, relation, ratio.top, limit * ratio.bottom.low)
    left = times(desk, ratio.top, constant(limit.denominator))
    right = times(desk, ratio.bottom, constant(limit.numerator))
    return compared(desk, relation, light(desk, left), light(desk, right))


def _against(desk: Desk, relation: Comparison, whole: Whole, limit: Fraction) -> Truth:
    """A whole number against any number: one of the whole numbers beside it decides as well."""
    match relation:
        case Comparison.AT_LEAST | Comparison.BELOW:
            beside = ceil(limit)
        case Comparison.AT_MOST | Comparison.ABOVE:
            beside = floor(limit)
        case _:
            if limit.denominator != 1:
                return relation is Comparison.NOT_EQUAL
            beside = int(limit)
    return compared(desk, relation, whole, constant(beside))


def compared(desk: Desk, relation: Comparison, left: Whole, right: Whole) -> Truth:
    """Two whole numbers; the ends decide where they can."""
    settled = _settled(relation, left, right)
    if settled is not None:
        return settled
    most = NARROW + 1 if left.wide or right.wide else 0
    return written(f"{{}} {SIGNS[relation]} {{}}", typed(desk, left, most), typed(desk, right, most))


def _settled(relation: Comparison, left: Whole, right: Whole) -> bool | None:
    match relation:
        case Comparison.AT_LEAST:
            return True if left.low >= right.high else False if left.high < right.low else None
        case Comparison.ABOVE:
            return True if left.low > right.high else False if left.high <= right.low else None
        case Comparison.AT_MOST | Comparison.BELOW:
            turned = Comparison.ABOVE if relation is Comparison.AT_MOST else Comparison.AT_LEAST
            found = _settled(turned, left, right)
            return None if found is None else not found
        case _:
            apart = left.high < right.low or right.high < left.low
            same = left.fixed and right.fixed and left.low == right.low
            return None if not (apart or same) else same is (relation is Comparison.EQUAL)
