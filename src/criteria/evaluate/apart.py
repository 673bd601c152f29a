"""Rows looked at apart: each open row in worlds of its own, so that only what it can contribute is kept.

In: a row and a function of a world. Out: its results in all the worlds of the row. What a row gave is remembered, with the cells of the
worlds around that it read: where they are the same, so is what it gives. Rows that rest on one open thing do not vary independently; the
world then says that it is widened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from criteria.evaluate.domains import Domain
from criteria.evaluate.worlds import Extras, Key, RowRef, World, explore, watch
from criteria.frozen import define, field, frozen

T = TypeVar("T")
MOST_REMEMBERED = 8  # for one row and question


@frozen
class Seen:
    """What a row gave, and what it looked at on the way."""

    results: list[object]
    looked: set[Key]
    foreign: set[Key]
    widened: bool
    looks: int
    reads: dict[Key, Domain | None]

    def holds(self, world: World) -> bool:
        """Whether the row would look at the same again."""
        return all(world.cell(key) == known for key, known in self.reads.items())


@define
class Apart:
    """Rows that are looked at for the sake of one quantity."""

    world: World
    touched: list[Seen] = field(factory=list)

    def run(self, row: RowRef, question: Key, function: Callable[[World], T]) -> list[T]:
        """The results of one row in all its worlds."""
        ground = self.world.ground
        key: Key = ("apart", row, question, ground.split_rows)
        known: list[Seen] = ground.memo.setdefault(key, [])  # type: ignore[assignment]
        seen = next((one for one in known if one.holds(self.world)), None)
        if seen is None:
            before = self.world.picked()
            seen = self._looked_at(row, function)
            if self.world.picked() == before and len(known) < MOST_REMEMBERED:
                known.append(seen)
        else:
            ground.uncertain += seen.looks
            for each in ground.looked:
                each |= seen.looked
        self.world.widened |= seen.widened or (row.further and bool(seen.foreign))  # many further rows rest on the same
        if seen.looked:
            self.touched.append(seen)
        return seen.results  # type: ignore[return-value]

    def _looked_at(self, row: RowRef, function: Callable[[World], object]) -> Seen:
        ground, widened = self.world.ground, False
        results: list[object] = []
        foreign: set[Key] = set()
        reads: dict[Key, Domain | None] = {}
        before = ground.uncertain
        ground.reads.append((self.world.depth, reads))
        try:
            with watch(ground) as looked:
                for result, inner in explore(ground, function, self.world, row):
                    widened |= inner.widened
                    foreign |= inner.foreign
                    results.append(result)
        finally:
            ground.reads.pop()
        return Seen(results, looked, foreign, widened, ground.uncertain - before, reads)

    def close(self) -> None:
        """Mark the world where two rows rest on the same."""
        foreign = {leaf for seen in self.touched for leaf in seen.foreign}
        if not foreign:
            return
        looked = Counter(leaf for seen in self.touched for leaf in seen.looked)
        further = [leaf for leaf in looked if isinstance(leaf, Extras)]
        alike_only = len({frozenset(column for column, _ in leaf.fixed) for leaf in further}) < 2
        if any(looked[leaf] > 1 for leaf in foreign) or (not alike_only and _any_overlap(foreign, further)):
            self.world.widened = True


def _any_overlap(foreign: set[Key], further: list[Extras]) -> bool:
    return any(isinstance(f, Extras) and any(f != e and f.overlaps(e) for e in further) for f in foreign)
