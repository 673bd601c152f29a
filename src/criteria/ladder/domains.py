"""Sets of possible values, and the two halves a question cuts one into.

A ``Days`` set holds whole days (proleptic ordinals) and perhaps *never*; a ``Numbers`` set is a finite set of rationals or one
interval, dense or of whole numbers; a ``Texts`` set is a finite set of texts (folded) or every text but some. Exact: no float.
Holds: ``cut`` gives a partition of the set, and an empty half is None.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction
from math import ceil, floor, lcm

from criteria.frozen import evolve, frozen
from criteria.model.types import Bounds

FIRST, LAST = date.min.toordinal(), date.max.toordinal()
# A day that nobody knows lies between these: far from both ends of the calendar, so that what is counted from it is a day, too.
EARLIEST, LATEST = date(1000, 1, 1).toordinal(), date(9000, 12, 31).toordinal()
FEW = 64  # a range of no more whole numbers than this is held as the numbers themselves
MOST_POINTS = 4096  # a finite set larger than this is held as its hull


@frozen
class Days:
    """Disjoint closed spans of days in order, and whether *never* is possible."""

    spans: tuple[tuple[int, int], ...]
    never: bool = False

    @property
    def single(self) -> bool:
        if self.never:
            return not self.spans
        return len(self.spans) == 1 and self.spans[0][0] == self.spans[0][1]

    @property
    def first(self) -> int:
        return self.spans[0][0]

    @property
    def last(self) -> int:
        return self.spans[-1][1]

    @property
    def size(self) -> int:
        return sum(b - a + 1 for a, b in self.spans) + self.never

    def each(self) -> Iterator[int]:
        """The days themselves."""
        return (day for a, b in self.spans for day in range(a, b + 1))

    def within(self, low: int, high: int) -> Days | None:
        """The days from ``low`` to ``high``; never lies in no span."""
        spans = tuple((max(a, low), min(b, high)) for a, b in self.spans if max(a, low) <= min(b, high))
        return Days(spans) if spans else None

    def cut(self, low: int, high: int) -> tuple[Days | None, Days | None]:
        """Inside ``low``..``high``, and the rest (never is in the rest)."""
        if self.spans and not self.never and low <= self.first and self.last <= high:
            return self, None
        before, after = self.within(FIRST, low - 1), self.within(high + 1, LAST)
        spans = (before.spans if before else ()) + (after.spans if after else ())
        rest = Days(spans, self.never) if spans or self.never else None
        return self.within(low, high), rest


NEVER = Days((), never=True)
ANY_DAY = Days(((EARLIEST, LATEST),), never=True)


@frozen
class Numbers:
    """``points`` (sorted, distinct), else an interval whose missing ends are infinite. ``hull``: some of it may not be attainable,
    its ends are, unless it is ``torn`` by a cut."""

    points: tuple[Fraction, ...] | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    whole: bool = False
    hull: bool = False
    torn: bool = False

    @property
    def single(self) -> bool:
        return self.points is not None and len(self.points) == 1

    @property
    def value(self) -> Fraction:
        """The only value of a single set."""
        assert self.points is not None
        return self.points[0]

    def ends(self) -> tuple[Fraction | None, Fraction | None]:
        """Lowest and highest value; None is without end."""
        return (self.points[0], self.points[-1]) if self.points else (self.low, self.high)

    def at_most(self, limit: Fraction, *, strict: bool = False) -> Numbers | None:
        """The values ≤ ``limit`` (< when ``strict``)."""
        if self.points is not None:
            return _points(p for p in self.points if p < limit or (p == limit and not strict))
        if self.whole:
            top = Fraction(ceil(limit) - 1 if strict else floor(limit))
            return _interval(evolve(self, high=top if self.high is None else min(top, self.high)))
        if self.high is not None and (self.high < limit or (self.high == limit and (self.high_open or not strict))):
            return self
        return _interval(evolve(self, high=limit, high_open=strict))

    def at_least(self, limit: Fraction, *, strict: bool = False) -> Numbers | None:
        """The values ≥ ``limit`` (> when ``strict``)."""
        if self.points is not None:
            return _points(p for p in self.points if p > limit or (p == limit and not strict))
        mirrored = negated(self).at_most(-limit, strict=strict)
        return negated(mirrored) if mirrored else None

    def equal(self, value: Fraction) -> Numbers | None:
        """``value`` alone, when it is possible."""
        inside = self.at_most(value)
        return inside.at_least(value) if inside else None

    def cut(self, limit: Fraction, *, strict: bool) -> tuple[Numbers | None, Numbers | None]:
        """Above (at least, or above when ``strict``) and the rest."""
        return self.at_least(limit, strict=strict), self.at_most(limit, strict=not strict)


def _points(values: Iterable[Fraction]) -> Numbers | None:
    found = tuple(values)
    return Numbers(found) if found else None


def _distinct(values: Iterable[Fraction]) -> tuple[Fraction, ...]:
    """Each once, in order. Whole numbers over one denominator are compared, because comparing fractions is slow."""
    given = list(values)
    under = lcm(*[value.denominator for value in given])
    known = {value.numerator * (under // value.denominator): value for value in given}
    return tuple(known[key] for key in sorted(known))


def _interval(numbers: Numbers) -> Numbers | None:
    """None when empty, points when it is one value."""
    low, high = numbers.low, numbers.high
    if low is None or high is None or low < high:
        return numbers
    return Numbers((low,)) if low == high and not (numbers.low_open or numbers.high_open) else None


def number(value: Fraction | int) -> Numbers:
    """One known number."""
    return Numbers((value if isinstance(value, Fraction) else Fraction(value),))


def finite(values: Iterable[Fraction]) -> Numbers:
    """A finite set; its hull when it is large."""
    found = _distinct(values)
    return Numbers(found) if len(found) <= MOST_POINTS else Numbers(None, found[0], found[-1], hull=True)


def whole_from(low: int, high: int | None) -> Numbers:
    """The whole numbers from ``low`` to ``high`` (None: without end)."""
    if low == high:
        return number(low)
    return Numbers(None, Fraction(low), None if high is None else Fraction(high), whole=True)


EVERY_NUMBER = Numbers()


def within(bounds: Bounds, *, whole: bool) -> Numbers:
    """Every number within bounds."""
    low, high = bounds.low, bounds.high
    if not whole:
        if low is not None and low == high:
            return number(low)
        return Numbers(None, low, high, bounds.low_open, bounds.high_open)
    first = None if low is None else floor(low) + 1 if bounds.low_open else ceil(low)
    last = None if high is None else ceil(high) - 1 if bounds.high_open else floor(high)
    if first is not None and last is not None and last - first < FEW:
        return finite(map(Fraction, range(first, last + 1)))
    ends = [None if end is None else Fraction(end) for end in (first, last)]
    return Numbers(None, ends[0], ends[1], whole=True)


def negated(numbers: Numbers) -> Numbers:
    """-x for every x."""
    if numbers.points is not None:
        return Numbers(tuple(-p for p in reversed(numbers.points)))
    low = None if numbers.high is None else -numbers.high
    high = None if numbers.low is None else -numbers.low
    return evolve(numbers, low=low, high=high, low_open=numbers.high_open, high_open=numbers.low_open)


@frozen
class Texts:
    """A finite set of folded texts (yes/no as "yes" and "no"), or with ``others`` every text but these."""

    values: frozenset[str]
    others: bool = False

    @property
    def single(self) -> bool:
        return not self.others and len(self.values) == 1

    @property
    def value(self) -> str:
        return next(iter(self.values))

    def cut(self, options: frozenset[str]) -> tuple[Texts | None, Texts | None]:
        """Among ``options``, and the rest."""
        if self.others:
            inside = options - self.values
            return (Texts(inside) if inside else None), Texts(self.values | options, others=True)
        inside, rest = self.values & options, self.values - options
        return (Texts(inside) if inside else None), (Texts(rest) if rest else None)


ANY_TEXT = Texts(frozenset(), others=True)
YES_NO = Texts(frozenset({"yes", "no"}))

Domain = Days | Numbers | Texts
