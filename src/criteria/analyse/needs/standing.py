"""Where a goal's quantities stand: the cells that are still possible, and those they rest in if nothing more happens.

In: a goal's ladders, the facts as of a day and the same at rest. Out: a ``Stand`` for the default readings and one for all of them. Holds:
what rests on one open fact moves together, so a quantity that is ``near`` another may end in any of its possible cells once that moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from criteria.evaluate.cells import Left, left
from criteria.evaluate.levels import Known, ground_of
from criteria.evaluate.readings import words_of
from criteria.evaluate.worlds import Ground, Key, RowRef, alike
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.ladder.cells import Axis
from criteria.ladder.ladders import Ladders
from criteria.ladder.quantities import Kind, Quantity
from criteria.model.plan import Plan

Readings = Mapping[str, str]
Cells = frozenset[int]


@frozen
class Stand:
    """For each axis; ``near``: the other axes that rest on an open fact of it."""

    possible: tuple[Cells, ...]
    resting: tuple[Cells, ...]
    near: tuple[Cells, ...]
    widened: bool  # some cell may not be possible after all
    ordered: tuple[bool, ...]  # whether the cells lie in a row, so that only those side by side are told together
    faulty: bool  # a fault, such as an empty group, leaves a test free


class Grounds:
    """The facts on a day, under any readings. ``shared``: what follows from these facts alone, for all goals; ``words``: the readings by
    which quantities can be understood."""

    def __init__(
        self,
        plan: Plan,
        facts: Facts,
        as_of: date | None,
        subject: RowRef | None,
        shared: dict[Key, object],
        words: dict[Quantity, frozenset[str]],
        default: Readings,
    ) -> None:
        self.plan, self.facts, self.as_of, self.subject = plan, facts, as_of, subject
        self.known, self.words, self.default = Known(shared), words, default
        self.made: dict[tuple[tuple[str, str], ...], Ground] = {}
        self.found: dict[object, Left] = {}

    def ground(self, readings: Readings) -> Ground:
        """Under these readings."""
        key = tuple(sorted(readings.items()))
        if key not in self.made:
            self.made[key] = ground_of(self.plan, self.facts, self.as_of, readings, self.known, self.subject)
        return self.made[key]

    def left(self, axis: Axis, readings: Readings) -> Left:
        """The cells of an axis that some world gives; a quantity keeps the readings of its own words."""
        quantity = axis.quantity
        own = {**readings, **dict(quantity.readings)}
        if quantity not in self.words:
            self.words[quantity] = frozenset(words_of(quantity.node, self.plan, self.facts))
        key = quantity, tuple(sorted((word, own[word]) for word in self.words[quantity]))
        if key not in self.found:
            self.found[key] = left(self.ground(own), axis)
        return self.found[key]


def stand(made: Ladders, every: Sequence[Readings], now: Grounds, rest: Grounds) -> Stand:
    """Over all these readings together."""
    open_, closed, keys = [], [], []
    widened = faulty = False
    for axis in made.axes:
        found = [now.left(axis, readings) for readings in every]
        at_rest = [rest.left(axis, readings) for readings in every]
        closed.append(frozenset().union(*(one.cells for one in at_rest)))
        open_.append(closed[-1].union(*(one.cells for one in found)))
        keys.append(frozenset().union(*(one.leaves for one in (*found, *at_rest))))
        widened |= any(one.widened for one in found)
        faulty |= any(one.faulty for one in (*found, *at_rest))
    ordered = tuple(axis.quantity.kind in (Kind.DAYS, Kind.NUMBERS) for axis in made.axes)
    return Stand(tuple(open_), tuple(closed), _near(keys), widened, ordered, faulty)


def _near(keys: Sequence[frozenset[Key]]) -> tuple[Cells, ...]:
    return tuple(
        frozenset(m for m, other in enumerate(keys) if m != n and any(alike(leaf, other) for leaf in own))
        for n, own in enumerate(keys)
    )
