"""Percentiles and medians: every value that the one in a given place of independent rows can take.

In: what the rows bring. Out: a ``Numbers`` set. A value in a given place is possible when some row can have it and it lies between the
least and the largest that the place can hold; so percentiles are exact, whatever the rows' sets. Of a median of an even number of
rows all combinations are listed while they are few; beyond, its ends are exact. Many rows that may not belong: the ends are wider.
"""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import product
from math import ceil

from criteria.evaluate import arithmetic as a
from criteria.evaluate.gathering import Gathered
from criteria.frozen import evolve
from criteria.ladder.domains import Numbers, finite, negated

MOST_LISTED = 1024  # combinations of open rows of a median
MOST_OPTIONAL = 64  # rows that may not belong
End = tuple[bool, Fraction, bool]  # a low end in order: whether there is one, the value, whether it is only approached
Place = Callable[[int], tuple[int, ...]]  # of so many values, which ones: the first is number 0


def percentile(found: Gathered[Numbers], share: Fraction) -> Numbers:
    """The smallest value that at least this share of the values do not exceed."""
    known = _held(found, lambda count: (max(1, ceil(share * count)) - 1,)) if _some(found) else None
    if not found.further:
        assert known is not None
        return known
    more = a.union(found.further)
    if 0 < share < 1:
        return _grown(known, more)
    beyond = [] if known is None else [known, a.extreme(known, more, largest=share == 1)]
    return a.union(beyond if found.certain else [*beyond, more])


def median(found: Gathered[Numbers]) -> Numbers:
    """The value in the middle, or the mean of the middle two."""
    known = None
    if _some(found):
        listed = _listed(found)
        known = finite(listed) if listed is not None else _held(found, lambda n: ((n - 1) // 2, n // 2))
    if not found.further:
        assert known is not None
        return known
    return _grown(known, a.union(found.further))


def _some(found: Gathered[Numbers]) -> bool:
    return bool(found.settled or any(part.options for part in found.parts))


def _grown(known: Numbers | None, more: Numbers) -> Numbers:
    """Any number of further rows: the place can be drawn to any of them."""
    if known is None:
        return evolve(more, hull=True) if more.points is None or not more.single else more
    whole = a.union([known, more])
    covers = more.points is None and not more.whole and not more.hull and more.ends() == whole.ends()
    return whole if covers or whole.single else evolve(_spread(whole), hull=True)


def _spread(values: Numbers) -> Numbers:
    """From the first to the last."""
    low, high = values.ends()
    return Numbers(None, low, high) if values.points is not None else evolve(values, whole=False)


# ---- rows that are there ----------------------------------------------------------------------------------------------


def _held(found: Gathered[Numbers], place: Place) -> Numbers:
    """The values that the places can hold, their mean where they are two; for every number of rows there can be."""
    fixed = sorted(value.value for value in found.settled)
    sure = [a.union(part.options) for part in found.parts if not part.optional]
    perhaps = [a.union(part.options) for part in found.parts if part.options and part.optional]
    torn = len(perhaps) > MOST_OPTIONAL
    counts = (0, len(perhaps)) if torn else range(len(perhaps) + 1)
    sets = [_of_rows(fixed, sure, perhaps, count, place) for count in counts if count + len(fixed) + len(sure) > 0]
    if not torn:
        return a.union(sets)
    every = a.union([*sets, *perhaps])
    return evolve(_spread(every), hull=True, torn=True)


def _of_rows(fixed: list[Fraction], sure: list[Numbers], perhaps: list[Numbers], count: int, place: Place) -> Numbers:
    """The same with so many of the rows that may belong."""
    total = len(fixed) + len(sure) + count
    low = _least(fixed, sure, perhaps, count, place(total))
    turned, others = ([negated(each) for each in sets] for sets in (sure, perhaps))
    back = tuple(total - 1 - at for at in place(total))
    high = _least([-value for value in reversed(fixed)], turned, others, count, back)
    whole = Numbers(
        None, low[1] if low[0] else None, -high[1] if high[0] else None, low[0] and low[2], high[0] and high[2]
    )
    if low[0] and high[0] and low[1] == -high[1]:
        return Numbers((low[1],))
    if len(set(place(total))) > 1:
        dense = all(not each.single and each.points is None and not each.whole for each in sure) and not count
        return evolve(whole, hull=not (dense and not any(each.hull for each in sure)), torn=_torn(sure, perhaps))
    inside = list(_within(whole, fixed, [*sure, *(perhaps if count else ())]))
    return evolve(a.union(inside), torn=_torn(sure, perhaps)) if _torn(sure, perhaps) else a.union(inside)


def _torn(*sets: list[Numbers]) -> bool:
    return any(each.torn for every in sets for each in every)


def _least(
    fixed: list[Fraction], sure: list[Numbers], perhaps: list[Numbers], count: int, places: Sequence[int]
) -> End:
    """The least that the places can hold: every row as low as it goes, and the lowest of those that may belong."""
    lows: list[End] = [(True, value, False) for value in fixed]
    for each in [*(_low(one) for one in sure), *sorted(_low(one) for one in perhaps)[:count]]:
        insort(lows, each)
    held = [lows[at] for at in places]
    if not all(end[0] for end in held):
        return False, Fraction(0), False
    return True, sum((end[1] for end in held), Fraction(0)) / len(held), any(end[2] for end in held)


def _low(values: Numbers) -> End:
    low = values.ends()[0]
    return low is not None, low or Fraction(0), values.points is None and values.low_open


def _within(whole: Numbers, fixed: list[Fraction], sets: list[Numbers]) -> Iterator[Numbers]:
    """What the rows can have between the ends."""
    spans = []
    for each in sets:
        inside: Numbers | None = each
        if whole.low is not None:
            inside = each.at_least(whole.low, strict=whole.low_open)
        if inside is not None and whole.high is not None:
            inside = inside.at_most(whole.high, strict=whole.high_open)
        if inside is not None:
            spans.append(inside)
    yield from spans
    dense = [span for span in spans if span.points is None and not span.whole]
    rest = dict.fromkeys(value for value in fixed if whole.equal(value))
    yield from (Numbers((value,)) for value in rest if not any(span.equal(value) for span in dense))


# ---- few combinations -------------------------------------------------------------------------------------------------


def _listed(found: Gathered[Numbers]) -> list[Fraction] | None:
    """Every median of rows that can bring finitely many values; None when the combinations are too many."""
    choices: list[list[Fraction | None]] = []
    total = 1
    for part in found.parts:
        values: list[Fraction | None] = [None] if part.optional else []
        for each in part.options:
            if each.points is None:
                return None
            values += each.points
        choices.append(list(dict.fromkeys(values)))
        total *= len(choices[-1])
        if total > MOST_LISTED:
            return None
    fixed = sorted(value.value for value in found.settled)
    return [_middle(sorted([*fixed, *some])) for some in _some_of(choices) if fixed or some]


def _some_of(choices: list[list[Fraction | None]]) -> Iterator[list[Fraction]]:
    for chosen in product(*choices):
        yield [value for value in chosen if value is not None]


def _middle(values: list[Fraction]) -> Fraction:
    return (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
