"""One open number that code computes with: code runs with a line in its place, and where an answer turns the numbers are parted.

In: a function, bound values with a place for the number, the sets of numbers that it can be. Out: what the function can come to; None where
code does more with the number than to add, to multiply by what is known and to compare, or where it is parted too often. Exact: two lines
stand so to each other on one side of the point where they meet, and so on the other; the point itself is looked at by itself.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from criteria.compiled.running import Exact
from criteria.ladder.domains import Numbers

MOST = 200  # runs
Sides = Callable[[Any, Any], bool]


class Parted(Exception):
    """The answer turns at a number: below it, at it and above it are looked at one by one."""

    def __init__(self, at: Fraction) -> None:
        super().__init__(at)
        self.at = at


class Bent(Exception):
    """No line any more."""


class Line:
    """``rise`` × the number + ``base``, as code computes with it."""

    __slots__ = ("base", "rise", "within")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, rise: Exact, base: Exact, within: Numbers) -> None:
        self.rise, self.base, self.within = rise, base, within

    def __add__(self, other: Line | Exact) -> Line:
        if isinstance(other, Line):
            return Line(self.rise + other.rise, self.base + other.base, self.within)
        return Line(self.rise, self.base + other, self.within)

    __radd__ = __add__

    def __neg__(self) -> Line:
        return Line(-self.rise, -self.base, self.within)

    def __sub__(self, other: Line | Exact) -> Line:
        return self + -other

    def __rsub__(self, other: Exact) -> Line:
        return -self + other

    def __mul__(self, other: Line | Exact) -> Line:
        if isinstance(other, Line):
            if self.rise == 0:
                return other * self.base
            if other.rise != 0:
                raise Bent
            other = other.base
        return Line(self.rise * other, self.base * other, self.within)

    __rmul__ = __mul__

    def __abs__(self) -> Line:
        return self if self >= 0 else -self

    def __bool__(self) -> bool:
        return self != 0

    def __ge__(self, other: object) -> bool:
        return self._stands(operator.ge, other)

    def __gt__(self, other: object) -> bool:
        return self._stands(operator.gt, other)

    def __le__(self, other: object) -> bool:
        return self._stands(operator.le, other)

    def __lt__(self, other: object) -> bool:
        return self._stands(operator.lt, other)

    def __eq__(self, other: object) -> bool:
        return self._stands(operator.eq, other)

    def __ne__(self, other: object) -> bool:
        return self._stands(operator.ne, other)

    def _stands(self, so: Sides, other: object) -> bool:
        """How the line stands to another, or to a number; parted where both are possible."""
        if not isinstance(other, Line | int | Fraction):
            raise Bent
        apart = self - other
        if apart.rise == 0:
            return so(apart.base, 0)
        at = Fraction(-apart.base) / apart.rise
        parts = parted(self.within, at)
        if sum(part is not None for part in parts) > 1:
            raise Parted(at)
        below, here, _ = parts
        return so(0 if here is not None else -apart.rise if below is not None else apart.rise, 0)


def parted(numbers: Numbers, at: Fraction) -> tuple[Numbers | None, Numbers | None, Numbers | None]:
    """Those below, the one itself, those above."""
    return numbers.at_most(at, strict=True), numbers.equal(at), numbers.at_least(at, strict=True)


def along(
    run: Callable[[], Iterable[str]], put: Callable[[Line | Fraction], None], domains: Iterable[Numbers]
) -> set[str] | None:
    """What ``run`` comes to, wherever in the domains the number lies; ``put`` stands it in its place."""
    found: set[str] = set()
    left = list(domains)
    for _ in range(MOST):
        if not left:
            return found
        numbers = left.pop()
        if numbers.hull:
            return None
        put(numbers.value if numbers.single else Line(1, 0, numbers))
        try:
            found.update(run())
        except Parted as turn:
            left += [part for part in parted(numbers, turn.at) if part is not None]
        except (Bent, TypeError):  # what takes whole numbers alone: a calendar, a mean
            return None
    return None
