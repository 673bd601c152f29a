"""How many subjects come to what: for each goal those whose level is secured, those that are open, those that depend on a reading.

In: answers. Out: ``Counts`` for each goal.
"""

from __future__ import annotations

from collections import Counter

from criteria.batch.running import Ran, Shown
from criteria.frozen import frozen


@frozen
class Counts:
    """``secured``: by level, in the order of the goal; ``open``: more than one level is possible; ``depends``: on how words are read."""

    goal: str
    secured: dict[str, int]
    open: int
    depends: int


def counts(ran: Ran) -> tuple[Counts, ...]:
    """For each goal of the plan."""
    return tuple(_of(ran, goal) for goal in ran.goals)


def _of(ran: Ran, goal: Shown) -> Counts:
    secured: Counter[str] = Counter()
    undecided = depends = 0
    for best, worst, depending, count in _grouped(ran, goal):
        named = [goal.outcomes[end] if isinstance(end, int) else str(end) for end in (best, worst)]
        depends += count if depending else 0
        if named[0] == named[1]:
            secured[named[0]] += count
        else:
            undecided += count
    order = {name: place for place, name in enumerate(goal.outcomes)}
    ordered = dict(sorted(secured.items(), key=lambda each: (order.get(each[0], len(order)), each[0])))
    return Counts(goal.id, ordered, undecided, depends)


def _grouped(ran: Ran, goal: Shown) -> list[tuple[object, object, bool, int]]:
    name, engine = f"g{goal.number}", ran.opened.engine
    cells = f"{name}_best, {name}_worst, {name}_depends, count(*)"
    found: list[tuple[object, object, bool, int]] = []
    if goal.asked:
        found += engine.run(f"SELECT {cells} FROM answers WHERE NOT {name}_rest GROUP BY ALL")
    if ran.resting and goal.rests:
        rest = f" JOIN resting z USING (n) JOIN answers a USING (k) WHERE a.{name}_rest" if goal.asked else ""
        r = f"r.{name}_best, r.{name}_worst, r.{name}_depends, count(*)"
        found += engine.run(f"SELECT {r} FROM one_by_one r{rest} GROUP BY ALL")
    return found
