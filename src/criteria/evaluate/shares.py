"""Shares: the ratios k/n that rows can make.

In: a ``Tally``. Out: a ``Numbers`` set. Exact, but for the hull of more than ``MOST_PAIRED`` open rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.evaluate import arithmetic as a
from criteria.evaluate.rows import FAIL, OUT, PASS, Tally
from criteria.frozen import evolve
from criteria.ladder.domains import MOST_POINTS, Numbers, finite

MOST_PAIRED = (
    60  # open rows whose every count of members and passes is listed; more are answered by the hull of the share
)


def shares(found: Tally) -> Numbers:
    """Every share k/n with n > 0 that the rows can make."""
    pairs = _pairs(found)
    grown = found.further or frozenset()
    if {FAIL, PASS} <= grown:
        none, every = all(k > 0 for _, k in pairs), all(k < n for n, k in pairs)
        return Numbers(None, Fraction(0), Fraction(1), low_open=none, high_open=every)
    ratios = [Fraction(k, n) for n, k in pairs if n]
    if not found.grows:
        return finite(ratios) if len(found.open_rows) <= MOST_PAIRED else a.spanning(ratios, hull=True)
    limit = Fraction(int(PASS in grown))
    reached = limit in ratios or any(n == 0 for n, _ in pairs)
    low, high = min([*ratios, limit]), max([*ratios, limit])
    if low == high:
        return Numbers((low,))
    return Numbers(
        None, low, high, low_open=limit == low and not reached, high_open=limit == high and not reached, hull=True
    )


def _pairs(found: Tally) -> set[tuple[int, int]]:
    """Members and passes that go together; only the extreme ones when there are many open rows."""
    start = (found.members, found.passes)
    if len(found.open_rows) > MOST_PAIRED:
        return {_extreme(start, found, best=True), _extreme(start, found, best=False)}
    pairs = {start}
    for _, outcomes in found.open_rows:
        pairs = {(n + (o != OUT), k + (o == PASS)) for n, k in pairs for o in outcomes}
    return pairs


def _extreme(start: tuple[int, int], found: Tally, *, best: bool) -> tuple[int, int]:
    """Each open row at its best (pass, else out) or at its worst (fail, else out)."""
    wanted, other = (PASS, FAIL) if best else (FAIL, PASS)
    n, k = start
    for _, outcomes in found.open_rows:
        taken = wanted if wanted in outcomes else OUT if OUT in outcomes else other
        n, k = n + (taken != OUT), k + (taken == PASS)
    return n, k


def narrowed(found: Tally, half: Numbers) -> Numbers | None:
    """Which ratios one half of a cut really holds, where all rows that may still come pass, or all fail: such a share moves towards
    1 or 0 in steps, and a half away from there holds finitely many of them."""
    if len(found.open_rows) > MOST_PAIRED or not found.grows:
        return evolve(half, torn=True)
    up = PASS in (found.further or frozenset())
    low, high = half.ends()
    if (high if up else low) == int(up):
        return half
    inside: set[Fraction] = set()
    for n, k in _pairs(found):
        for ratio in _towards(n, k, half, up=up):
            inside.add(ratio)
            if len(inside) > MOST_POINTS:
                return evolve(half, torn=True)
    return finite(inside) if inside else None


def _towards(n: int, k: int, half: Numbers, *, up: bool) -> Iterator[Fraction]:
    """The ratios inside ``half`` as rows come."""
    while True:
        if n:
            ratio = Fraction(k, n)
            if (half.at_least(ratio) if up else half.at_most(ratio)) is None:
                return
            if half.equal(ratio):
                yield ratio
        n, k = n + 1, k + up
