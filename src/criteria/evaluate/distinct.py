"""Distinct texts: how many different ones independent rows can have.

In: what the rows bring, each a set of texts. Out: a ``Numbers`` set of whole numbers. The most is a matching of open rows with texts
that nobody has yet, and exact; the least is exact where the rows that bring something new can all bring one and the same, or the
combinations are few. Changing one row's text changes the count by one at most, so every number between is possible.
"""

from __future__ import annotations

from itertools import product

from criteria.evaluate.gathering import Gathered, Part
from criteria.frozen import evolve
from criteria.ladder.domains import Numbers, Texts, whole_from

MOST_LISTED = 4096  # combinations of open rows


def distinct(found: Gathered[Texts]) -> Numbers:
    """How many different texts."""
    settled = known = {texts.value for texts in found.settled}
    parts = [_joined(part) for part in found.parts if part.options]
    new = [texts for texts, optional in parts if not optional and not _touches(texts, known)]
    fewest, exact = _fewest(new)
    endless = any(texts.others for texts in found.further)
    known = known.union(*(texts.values for texts in found.further if not texts.others))
    fewest += len(settled)
    most = len(known) + _matched([texts for texts, _ in parts], known)
    counted = whole_from(fewest, None if endless else most)
    return counted if exact or counted.single else evolve(counted, hull=True, torn=True)


def _joined(part: Part[Texts]) -> tuple[Texts, bool]:
    """All texts that a row can have."""
    texts = part.options[0]
    for other in part.options[1:]:
        texts = _union(texts, other)
    return texts, part.optional


def _union(one: Texts, other: Texts) -> Texts:
    if one.others and other.others:
        return Texts(one.values & other.values, others=True)
    if one.others or other.others:
        excluded, added = (one, other) if one.others else (other, one)
        return Texts(excluded.values - added.values, others=True)
    return Texts(one.values | other.values)


def _touches(texts: Texts, known: set[str]) -> bool:
    """Whether the row can have a text that is there already."""
    return bool(known - texts.values if texts.others else known & texts.values)


def _fewest(new: list[Texts]) -> tuple[int, bool]:
    """The least number of new texts that such rows bring, and whether it is exact."""
    if not new:
        return 0, True
    finite = [texts.values for texts in new if not texts.others]
    excluded = frozenset().union(*(texts.values for texts in new if texts.others))
    if not finite or frozenset.intersection(*finite) - excluded:
        return 1, True
    total = 1
    for texts in finite:
        total *= len(texts)
    if total > MOST_LISTED:
        return 1, False
    return min(len(set(chosen)) for chosen in product(*finite)), len(finite) == len(new)


def _matched(rows: list[Texts], known: set[str]) -> int:
    """How many rows can each have a new text of its own."""
    taken: dict[str, int] = {}

    def placed(row: int, seen: set[str]) -> bool:
        for text in rows[row].values - known - seen:
            seen.add(text)
            if text not in taken or placed(taken[text], seen):
                taken[text] = row
                return True
        return False

    return sum(rows[number].others or placed(number, set()) for number in range(len(rows)))
