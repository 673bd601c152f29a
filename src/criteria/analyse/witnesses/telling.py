"""Values that tell: of a set of days, numbers or texts those that a reader would choose to show where it lies.

In: a ``Domain`` and the type of the fact. Out: a few of its values, the most telling first: the one nearest to the only limit there is,
the first of a stretch with two ends, a short decimal within it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice
from math import ceil, floor
from string import ascii_uppercase

from criteria.frozen import evolve
from criteria.ladder.domains import EARLIEST, LATEST, Days, Numbers, Texts
from criteria.model.plan import fold
from criteria.model.types import Bounds, NumberType, Unit

MOST = 8
SAFE = 400  # days kept from the ends of the calendar, so that what is counted from a day is one, too
PLAIN = (Fraction(10), Fraction(100), Fraction(1), Fraction(0))
MONEY = (Fraction(100_000), Fraction(1_000_000), Fraction(0))
SHARES = (Fraction(1, 2), Fraction(1, 10), Fraction(0))


def days(domain: Days, prefer: str = "", usual: int = 0) -> Iterator[int | None]:
    """Ordinals; None is never. ``usual`` is told where there is no limit at all."""
    found: dict[int | None, None] = {}
    for first, last in domain.spans:
        open_low, open_high = first <= EARLIEST, last >= LATEST
        if open_low and open_high:
            found[usual if first <= usual <= last else max(first, min(last, usual))] = None
        elif open_low:
            found |= dict.fromkeys((last, max(first, last - 1), max(first, last - SAFE)))
        elif open_high:
            found |= dict.fromkeys((first, min(last, first + 1), min(last, first + SAFE)))
        else:
            found |= dict.fromkeys((first, last, (first + last) // 2))
    if prefer == "last":
        found = dict.fromkeys(sorted((day for day in found if day is not None), reverse=True))
    if domain.never:
        found[None] = None
    yield from islice(found, MOST)


def numbers(domain: Numbers, kind: NumberType | None = None, prefer: str = "") -> Iterator[Fraction]:
    """Numbers of the set that the type allows."""
    inside = meet(domain, of_type(kind)) if kind else domain
    if inside is None:
        return
    inside = _listed(inside)
    if inside.points is not None:
        ends = inside.points if prefer != "last" else inside.points[::-1]
        yield from dict.fromkeys((ends[0], ends[-1], *islice(ends, MOST)))
        return
    scale = kind.unit.scale if kind else Fraction(100)
    found = dict.fromkeys(_of_interval(inside, scale, usual_of(kind)))
    every = [value for value in found if inside.equal(value) is not None]
    yield from sorted(every, reverse=True) if prefer == "last" else every


def _listed(inside: Numbers) -> Numbers:
    """A few whole numbers one by one."""
    low, high = inside.low, inside.high
    if not inside.whole or low is None or high is None or high - low > MOST:
        return inside
    return Numbers(tuple(low + n for n in range(int(high - low) + 1)))


def usual_of(kind: NumberType | None) -> tuple[Fraction, ...]:
    """Numbers that anybody would take where nothing is asked."""
    unit = kind.unit if kind else Unit.NUMBER
    if unit in (Unit.PERCENT, Unit.PERCENTAGE_POINT, Unit.RATIO):
        return SHARES
    return MONEY if unit is Unit.KRONER else PLAIN


def _of_interval(inside: Numbers, scale: Fraction, usual: tuple[Fraction, ...]) -> Iterator[Fraction]:
    low, high = inside.low, inside.high
    if low is None and high is None:
        yield from usual
        return
    if low is not None and not inside.low_open:
        yield low
    if high is not None and not inside.high_open:
        yield high
    if inside.whole:
        yield from ((low + 1, low + 10) if low is not None else (high - 1, high - 10) if high is not None else ())
        return
    if low is not None and high is not None:
        yield _short(low * scale, high * scale) / scale
        yield _short(low * scale, (low + (high - low) / 8) * scale) / scale
        yield _short((high - (high - low) / 8) * scale, high * scale) / scale
    elif low is not None:
        yield from ((floor(low * scale * 10) + 1) / (10 * scale), (floor(low * scale) + 1) / scale)
        yield from (value for value in usual if value > low)
    elif high is not None:
        yield from ((ceil(high * scale * 10) - 1) / (10 * scale), (ceil(high * scale) - 1) / scale)
        yield from (value for value in usual if value < high)


def _short(low: Fraction, high: Fraction) -> Fraction:
    """Of the numbers between the two one with as few decimals as may be, as near to the middle as those allow."""
    middle, step = (low + high) / 2, Fraction(1)
    while True:
        found = round(middle / step) * step
        if low < found < high:
            return found
        step /= 10


def of_type(kind: NumberType) -> Numbers:
    """All numbers of a type."""
    bounds: Bounds = kind.bounds
    dense = Numbers(None, bounds.low, bounds.high, bounds.low_open, bounds.high_open)
    return (_whole(dense) or dense) if kind.whole else dense


def _whole(inside: Numbers) -> Numbers | None:
    """The whole numbers of an interval."""
    low = None if inside.low is None else floor(inside.low) + 1 if inside.low_open else ceil(inside.low)
    high = None if inside.high is None else ceil(inside.high) - 1 if inside.high_open else floor(inside.high)
    if low is not None and high is not None and low >= high:
        return Numbers((Fraction(low),)) if low == high else None
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Numbers(None, ends[0], ends[1], whole=True)


def meet(one: Numbers, other: Numbers) -> Numbers | None:
    """What is in both."""
    if one.points is not None or other.points is not None:
        few, rest = (one, other) if one.points is not None else (other, one)
        assert few.points is not None
        found = tuple(point for point in few.points if holds(rest, point))
        return Numbers(found) if found else None
    inside: Numbers | None = evolve(one, hull=False, torn=False)
    if other.low is not None and inside:
        inside = inside.at_least(other.low, strict=other.low_open)
    if other.high is not None and inside:
        inside = inside.at_most(other.high, strict=other.high_open)
    if inside and inside.points is None and (one.whole or other.whole):
        return _whole(inside)
    return inside


def holds(numbers_: Numbers, value: Fraction) -> bool:
    """Whether a number is in the set."""
    if numbers_.whole and value.denominator != 1:
        return False
    return numbers_.equal(value) is not None


def affine(domain: Numbers, factor: Fraction, shift: Fraction = Fraction(0)) -> Numbers:
    """``factor * x + shift`` for every x; the factor is not nought."""
    if domain.points is not None:
        return Numbers(tuple(sorted(point * factor + shift for point in domain.points)))
    low = None if domain.low is None else domain.low * factor + shift
    high = None if domain.high is None else domain.high * factor + shift
    whole = domain.whole and abs(factor) == 1 and shift.denominator == 1
    if factor < 0:
        return Numbers(None, high, low, domain.high_open, domain.low_open, whole)
    return Numbers(None, low, high, domain.low_open, domain.high_open, whole)


def texts(domain: Texts, spelled: Mapping[str, str]) -> Iterator[str]:
    """Texts as the plan writes them; where any other would do, one of no meaning."""
    if not domain.others:
        yield from (spelled.get(text, text) for text in sorted(domain.values)[:MOST])
        return
    yield from islice((text for text in plain_texts() if fold(text) not in domain.values), MOST)


def plain_texts() -> Iterator[str]:
    """A, B, C … and so on, each once."""
    return (f"{letter}{more}" for more in ("", *range(2, 99)) for letter in ascii_uppercase)
