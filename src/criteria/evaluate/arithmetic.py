"""Arithmetic on sets of numbers whose operands vary independently: exact, and a ``hull`` where gaps are filled in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import pairwise, product

from criteria.frozen import evolve
from criteria.ladder.domains import MOST_POINTS, Numbers, finite, negated

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
    low = None if al is None or bl is None else al + bl
    high = None if ah is None or bh is None else ah + bh
    whole = _whole(a) and _whole(b)
    gaps = a.hull or b.hull or not (whole or _bridges(a, b) or _bridges(b, a))
    opens = (a.low_open or b.low_open, a.high_open or b.high_open)
    return Numbers(None, low, high, *opens, whole=whole, hull=gaps, torn=a.torn or b.torn)


def _bridges(a: Numbers, b: Numbers) -> bool:
    """Whether the dense interval ``a`` is as wide as the widest gap of ``b``."""
    if a.points is not None or a.whole:
        return False
    gap = Fraction(int(b.whole))
    if b.points is not None:
        gap = max((y - x for x, y in pairwise(b.points)), default=Fraction(0))
    if gap == 0 or a.low is None or a.high is None:
        return True
    width = a.high - a.low
    return width > gap or (width == gap and not (a.low_open and a.high_open))


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
    torn = a.hull or a.torn  # zero, the new end, may lie in a gap
    if low is None or high is None:
        return evolve(a, low=Fraction(0), high=None, low_open=False, high_open=False, torn=torn)
    opens = a.high_open if high > -low else a.low_open if -low > high else a.high_open and a.low_open
    return evolve(a, low=Fraction(0), high=max(high, -low), low_open=False, high_open=opens, torn=torn)


def extreme(a: Numbers, b: Numbers, *, largest: bool) -> Numbers:
    """The larger (or smaller) of x and y."""
    if not largest:
        return negated(extreme(negated(a), negated(b), largest=True))
    if a.points is not None and b.points is not None and len(a.points) * len(b.points) <= MOST_POINTS:
        return finite(max(x, y) for x in a.points for y in b.points)
    low, low_open = max(_start(a), _start(b), key=_place)
    ends = (a.ends()[1], b.ends()[1])
    high = None if ends[0] is None or ends[1] is None else max(ends[0], ends[1])
    high_open = high is not None and all(n.high_open for n in (a, b) if n.ends()[1] == high)
    if low is not None and low == high:
        return Numbers((low,))
    whole = _whole(a) and _whole(b)
    gaps = a.hull or b.hull or (not whole and (_gaps(a) or _gaps(b)))
    return Numbers(None, low, high, low_open, high_open, whole=whole, hull=gaps, torn=a.torn or b.torn)


def by_corners(a: Numbers, b: Numbers, operation: Callable[[Fraction, Fraction], Fraction]) -> Numbers:
    """A product or a quotient (whose divisor has one sign): monotone in each operand, so the corners span it."""
    if a.points is not None and b.points is not None and len(a.points) * len(b.points) <= MOST_POINTS:
        return finite(operation(x, y) for x in a.points for y in b.points)
    corners = [operation(x, y) for x, y in product(_outer(a), _outer(b))]
    gaps = a.hull or b.hull or _gaps(a) or _gaps(b)
    return evolve(spanning(corners, hull=gaps), torn=a.torn or b.torn)


def _outer(a: Numbers) -> tuple[Fraction, ...]:
    every = ends(a)
    return (every[0], every[-1]) if len(every) > 1 else every


def union(sets: Sequence[Numbers]) -> Numbers:
    """All values of several sets: exact when they are finite or leave no gap, else their hull."""
    if len(sets) == 1:
        return sets[0]
    if all(s.points is not None for s in sets):
        return finite(p for s in sets for p in s.points or ())
    low, low_open = min(map(_start, sets), key=_place)
    high, high_open = min((_start(negated(s)) for s in sets), key=_place)
    torn = any(s.torn for s in sets)
    end = None if high is None else -high
    return Numbers(None, low, end, low_open, high_open, hull=not _connected(sets), torn=torn)


def _start(a: Numbers) -> tuple[Fraction | None, bool]:
    """The lowest end, and whether it is open."""
    return a.ends()[0], a.points is None and a.low_open


def _place(start: tuple[Fraction | None, bool]) -> tuple[bool, Fraction, bool]:
    """Orders starts from low to high; no end is lowest."""
    return start[0] is not None, start[0] or Fraction(0), start[1]


def _connected(sets: Sequence[Numbers]) -> bool:
    """Whether sets without gaps of their own overlap or touch."""
    if any(s.hull or _gaps(s) for s in sets):
        return False
    ordered = sorted(sets, key=lambda s: _place(_start(s)))
    reach = ordered[0]
    for following in ordered[1:]:
        joint = union_of_two(reach, following)
        if joint is None:
            return False
        reach = joint
    return True


def union_of_two(a: Numbers, b: Numbers) -> Numbers | None:
    """One interval, when ``b``, which does not start before ``a``, overlaps or touches it."""
    (low, high), start = a.ends(), b.ends()[0]
    if high is None or start is None:
        return a
    a_open, b_open = a.points is None and a.high_open, b.points is None and b.low_open
    if start > high or (start == high and a_open and b_open):
        return None
    last, last_open = min(_start(negated(a)), _start(negated(b)), key=_place)
    return Numbers(None, low, None if last is None else -last, high_open=last_open)


def endlessly(a: Numbers, more: Numbers) -> Numbers:
    """``a`` and any number of values of ``more`` added to it."""
    low, high = more.ends()
    down, up = low is None or low < 0, high is None or high > 0
    first, last = a.ends()
    dense = not (more.hull or more.torn or _gaps(more) or more.single or a.hull or _gaps(a))
    smooth = dense and (low is None or low <= 0) and (high is None or high >= 0)
    ones = (up and more.equal(Fraction(1)) is None) or (down and more.equal(Fraction(-1)) is None)
    whole = _whole(a) and _whole(more) and not ones
    opens = (a.points is None and a.low_open and not down, a.points is None and a.high_open and not up)
    ends = (None if down else first, None if up else last)
    return Numbers(None, *ends, *opens, whole=whole, hull=not (smooth or whole), torn=a.torn)


def _whole(a: Numbers) -> bool:
    """Consecutive whole numbers, or one whole number."""
    if a.points is None:
        return a.whole
    return all(p.denominator == 1 for p in a.points) and a.points[-1] - a.points[0] == len(a.points) - 1


def _gaps(a: Numbers) -> bool:
    """Not connected: several points, or whole numbers."""
    return a.whole if a.points is None else len(a.points) > 1
