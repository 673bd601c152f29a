"""Means, weighted or not: every value that the mean of independent rows can take.

In: what the rows bring, each a value and its weight. Out: a ``Numbers`` set. Exact where each open row can bring finitely many
values and the sums stay few; else from the least to the largest mean, which are exact: the rows that pull the mean furthest weigh
as much as they can, the others as little. Weights that may be below nought leave every number possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.evaluate import arithmetic as a
from criteria.evaluate.gathering import Gathered, Part
from criteria.frozen import frozen
from criteria.ladder.domains import MOST_POINTS, Numbers, finite, negated, number

Weighed = tuple[Numbers, Numbers]
ZERO = Fraction(0)


@frozen
class Pull:
    """What one row can do to the least mean: its least value (None: no least), and the range of its weight."""

    value: Fraction | None
    open: bool
    least: Fraction
    most: Fraction | None


def weights(found: Gathered[Weighed]) -> Numbers:
    """What the weights can add up to; a row that is left out weighs nothing."""
    total = number(sum((weight.value for _, weight in found.settled), ZERO))
    for part in found.parts:
        every = a.union([weight for _, weight in part.options]) if part.options else number(0)
        total = a.add(total, a.union([every, number(0)]) if part.optional else every)
    return a.union([total, a.endlessly(total, a.union([w for _, w in found.further]))]) if found.further else total


def mean(found: Gathered[Weighed]) -> Numbers:
    """The means that are possible; some row has a value."""
    weighed, total = _settled(found)
    if not found.further:
        points = _points(found.parts, (weighed, total))
        if points is not None:
            return finite(points)
    if any((weight.ends()[0] or ZERO) < 0 or weight.ends()[0] is None for weight in _weights(found)):
        return Numbers(hull=True, torn=True)
    low = _least(found)
    high = _least(_mirrored(found))
    if low == (high[0] and -high[0], high[1]) and low[0] is not None and not low[1]:
        return number(low[0])
    ends = (low[0], None if high[0] is None else -high[0])
    return Numbers(None, *ends, low[1], high[1], hull=not _connected(found, ends), torn=_torn(found))


def _settled(found: Gathered[Weighed]) -> tuple[Fraction, Fraction]:
    """The weighted sum and the weights of the rows that are settled."""
    pairs = [(value.value, weight.value) for value, weight in found.settled]
    return sum((value * weight for value, weight in pairs), ZERO), sum((weight for _, weight in pairs), ZERO)


def _weights(found: Gathered[Weighed]) -> Iterator[Numbers]:
    yield from (weight for _, weight in found.settled)
    yield from (weight for part in found.parts for _, weight in part.options)
    yield from (weight for _, weight in found.further)


def _points(parts: tuple[Part[Weighed], ...], start: tuple[Fraction, Fraction]) -> list[Fraction] | None:
    """Every mean, when the open rows can bring finitely many values; None when the sums are too many."""
    sums = {start}
    for part in parts:
        pairs = set[tuple[Fraction, Fraction]]({(ZERO, ZERO)} if part.optional else ())
        for values, weighing in part.options:
            if values.points is None or weighing.points is None:
                return None
            pairs |= {(v * w, w) for v in values.points for w in weighing.points}
        if len(sums) * len(pairs) > 4 * MOST_POINTS:
            return None
        sums = {(s + x, w + y) for s, w in sums for x, y in pairs}
        if len(sums) > MOST_POINTS:
            return None
    return [weighed / total for weighed, total in sums if total]


def _least(found: Gathered[Weighed]) -> tuple[Fraction | None, bool]:
    """The least mean, and whether it is only approached."""
    weighed, total = _settled(found)
    pulls = sorted(_pulls(found), key=lambda pull: (pull.value is not None, pull.value or ZERO, pull.open))
    if any(pull.value is None and pull.most != 0 for pull in pulls):
        return None, False
    known = [pull for pull in pulls if pull.value is not None]
    weighed += sum((pull.value * pull.least for pull in known if pull.value is not None), ZERO)
    total += sum((pull.least for pull in known), ZERO)
    best = weighed / total if total else None
    approached = any(pull.open and pull.least for pull in known)
    for pull in known:
        if pull.value is None or (best is not None and pull.value >= best) or pull.most == 0:
            continue
        if pull.most is None:  # as heavy as one likes: it leaves the others behind
            return pull.value, total != 0 or pull.open
        weighed, total = weighed + pull.value * (pull.most - pull.least), total + pull.most - pull.least
        best, approached = weighed / total, approached or pull.open
    assert best is not None
    return best, approached


def _pulls(found: Gathered[Weighed]) -> Iterator[Pull]:
    for part in found.parts:
        if part.options:
            ends = [(values.ends()[0], values.points is None and values.low_open) for values, _ in part.options]
            value, is_open = min(ends, key=lambda end: (end[0] is not None, end[0] or ZERO, end[1]))
            ranges = [weight.ends() for _, weight in part.options]
            least = ZERO if part.optional else min(low or ZERO for low, _ in ranges)
            highs = [high for _, high in ranges if high is not None]
            yield Pull(value, is_open, least, max(highs) if len(highs) == len(ranges) else None)
    for values, weight in found.further:
        if weight.ends()[1] != 0:
            yield Pull(values.ends()[0], values.points is None and values.low_open, ZERO, None)


def _mirrored(found: Gathered[Weighed]) -> Gathered[Weighed]:
    """The same with every value below nought that was above it."""

    def turned(pairs: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
        return tuple((negated(value), weight) for value, weight in pairs)

    parts = tuple(Part(turned(part.options), part.optional, part.counted, part.number) for part in found.parts)
    return Gathered(list(turned(tuple(found.settled))), parts, turned(found.further), found.members)


def _connected(found: Gathered[Weighed], ends: tuple[Fraction | None, Fraction | None]) -> bool:
    """Whether every value between the ends can be reached: all vary densely, or a dense further row spans the whole."""
    if found.further:
        spans = [values for values, _ in found.further]
        return len(spans) == 1 and _dense(spans[0]) and not spans[0].single and spans[0].ends() == ends
    pairs = [pair for part in found.parts for pair in part.options]
    one_way = all(len(part.options) == 1 and not part.optional for part in found.parts)
    return one_way and all(_dense(value) and _dense(weight) for value, weight in pairs)


def _dense(values: Numbers) -> bool:
    return values.single or (values.points is None and not values.whole and not values.hull)


def _torn(found: Gathered[Weighed]) -> bool:
    """Whether the ends may lie beyond what is possible: what a row brings was itself only a hull, or pairs came apart."""
    every = [pair for part in found.parts for pair in part.options] + list(found.further)
    apart = any(len({weight for _, weight in part.options}) > 1 for part in found.parts)
    return apart or any(value.torn or weight.torn for value, weight in every)
