"""How many subjects come to what: for each goal those whose level is secured, those that are open, those that depend on a reading.

In: answers. Out: ``Counts`` for each goal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from criteria.batch.found import Found, Tally
from criteria.batch.job import Shown
from criteria.frozen import frozen


@frozen
class Counts:
    """``secured``: by level, in the order of the goal; ``open``: more than one level is possible; ``depends``: on how words are read."""

    goal: str
    secured: dict[str, int]
    open: int
    depends: int


def counts(found: Found) -> tuple[Counts, ...]:
    """For each goal of the plan."""
    return tuple(_of(goal, found.tallies(goal)) for goal in found.goals)


def _of(goal: Shown, tallies: Sequence[Tally]) -> Counts:
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
