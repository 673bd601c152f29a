"""Arithmetic on sets of numbers whose operands vary independently: exact, and a ``hull`` where gaps are filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product

from attrs import evolve

from criteria.evaluate.domains import MOST_POINTS, Numbers, finite, negated

# An end that is infinite or open stands for itself by a number just inside it: real values of real worlds, so nothing impossible is
# ever reached; a plan's numbers have at most 40 digits, so none lies between such a value and the end.
FAR, NEAR = Fraction(10) ** 60, Fraction(1, 10**60)
BEYOND = Fraction(10) ** 45


def ends(numbers: Numbers) -> tuple[Fraction, ...]:
    """The values at both ends (all of them for a small finite set), just inside where an end is open or infinite."""
    if numbers.points is not None:
        return numbers.points
    low = -FAR if numbers.low is None else numbers.low + (NEAR if numbers.low_open else 0)
    high = FAR if numbers.high is None else numbers.high - (NEAR if numbers.high_open else 0)
    return (low, high)


def spanning(values: Iterable[Fraction], *, hull: bool = False) -> Numbers:
    """The interval from the least to the largest of ``values``; far values mean no end."""
    found = list(values)
    low, high = min(found), max(found)
    if low == high:
        return Numbers((low,))
    return Numbers(None, None if low < -BEYOND else low, None if high > BEYOND else high, hull=hull)


def add(a: Numbers, b: Numbers) -> Numbers:
    """x + y."""
    if a.points is not None and b.points is not None and len(a.points) * len(b.points) <= MOST_POINTS:
        return finite(x + y for x in a.points for y in b.points)
    (al, ah), (bl, bh) = a.ends(), b.ends()
    whole = _whole(a) and _whole(b)
    gaps = a.hull or b.hull or (not whole and (_gaps(a) or _gaps(b)))
    low = None if al is None or bl is None else al + bl
    high = None if ah is None or bh is None else ah + bh
    return Numbers(None, low, high, a.low_open or b.low_open, a.high_open or b.high_open, whole=whole, hull=gaps)


def subtract(a: Numbers, b: Numbers) -> Numbers:
    """x - y."""
    return add(a, negated(b))


def absolute(a: Numbers) -> Numbers:
    """|x|."""
    if a.points is not None:
        return finite(abs(p) for p in a.points)
    low, high = a.ends()
    if low is not None and low >= 0:
        return a
    if high is not None and high <= 0:
        return negated(a)
    if low is None or high is None:
        return evolve(a, low=Fraction(0), high=None, low_open=False, high_open=False)
    opens = a.high_open if high > -low else a.low_open if -low > high else a.high_open and a.low_open
    return evolve(a, low=Fraction(0), high=max(high, -low), low_open=False, high_open=opens)


def extreme(a: Numbers, b: Numbers, *, largest: bool) -> Numbers:
    """The larger (or smaller) of x and y."""
    if not largest:
        return negated(extreme(negated(a), negated(b), largest=True))
    if a.points is not None and b.points is not None and len(a.points) * len(b.points) <= MOST_POINTS:
        return finite(max(x, y) for x in a.points for y in b.points)
    (al, ah), (bl, bh) = a.ends(), b.ends()
    low, low_open = _later((al, a.low_open), (bl, b.low_open))
    high = None if ah is None or bh is None else max(ah, bh)
    high_open = all(o for e, o in ((ah, a.high_open), (bh, b.high_open)) if e == high)
    whole = _whole(a) and _whole(b)
    gaps = a.hull or b.hull or (not whole and (_gaps(a) or _gaps(b)))
    if low is not None and low == high:
        return Numbers((low,))
    return Numbers(None, low, high, low_open, high_open and high is not None, whole=whole, hull=gaps)


def _later(a: tuple[Fraction | None, bool], b: tuple[Fraction | None, bool]) -> tuple[Fraction | None, bool]:
    """The larger of two lower ends, and whether it is open."""
    if a[0] is None or b[0] is None:
        return a if b[0] is None else b
    return max(a, b)


def by_corners(a: Numbers, b: Numbers, operation: Callable[[Fraction, Fraction], Fraction]) -> Numbers:
    """A product or a quotient (whose divisor has one sign): monotone in each operand, so the corners span it."""
    if a.points is not None and b.points is not None and len(a.points) * len(b.points) <= MOST_POINTS:
        return finite(operation(x, y) for x in a.points for y in b.points)
    corners = [operation(x, y) for x, y in product(_outer(a), _outer(b))]
    gaps = a.hull or b.hull or any(_gaps(n) or (_whole(n) and n.points is None) for n in (a, b))
    return spanning(corners, hull=gaps)


def _outer(a: Numbers) -> tuple[Fraction, ...]:
    every = ends(a)
    return (every[0], every[-1]) if len(every) > 1 else every


def _whole(a: Numbers) -> bool:
    """Consecutive whole numbers, or one whole number."""
    if a.points is None:
        return a.whole
    return all(p.denominator == 1 for p in a.points) and a.points[-1] - a.points[0] == len(a.points) - 1


def _gaps(a: Numbers) -> bool:
    """Not connected: several points, or whole numbers."""
    return a.whole if a.points is None else len(a.points) > 1
