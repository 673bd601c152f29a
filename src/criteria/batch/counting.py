"""How many subjects come to what: for each goal those whose level is secured, those that are open, those that depend on a reading.

In: a goal, how many subjects have which answer. Out: ``Counts``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from criteria.batch.job import Shown
from criteria.frozen import frozen

Tally = tuple[str, str, bool, int]  # best, worst, whether readings differ, how many subjects


@frozen
class Counts:
    """``secured``: by level, in the order of the goal; ``open``: more than one level is possible; ``depends``: on how words are read."""

    goal: str
    secured: dict[str, int]
    open: int
    depends: int


def counts(goal: Shown, tallies: Iterable[Tally]) -> Counts:
    """Of one goal."""
    secured: Counter[str] = Counter()
    undecided = depends = 0
    for best, worst, depending, count in tallies:
        depends += count if depending else 0
        if best == worst:
            secured[best] += count
        else:
            undecided += count
    order = {name: place for place, name in enumerate(goal.outcomes)}
    ordered = dict(sorted(secured.items(), key=lambda each: (order.get(each[0], len(order)), each[0])))
    return Counts(goal.id, ordered, undecided, depends)
