"""Rows looked at apart: each open row in worlds of its own, so that only what it can contribute is kept.

In: a row and a function of a world. Out: its results in all the worlds of the row. Rows that rest on one open thing do not vary
independently; the world then says that it is widened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TypeVar

from criteria.evaluate.memory import Seen, remembered
from criteria.evaluate.worlds import Extras, Key, RowRef, World, explore, rests_on, watch
from criteria.frozen import define, field
from criteria.model.nodes import is_node

T = TypeVar("T")


@define
class Apart:
    """Rows that are looked at for the sake of one quantity."""

    world: World
    touched: list[Seen] = field(factory=list)

    def run(
        self, row: RowRef, question: tuple[object, ...], function: Callable[[World], T], *, uncut: bool = False
    ) -> list[T]:
        """The results of one row in all its worlds; ``uncut`` when a result stands for more than one value by itself."""
        foreign: set[Key] = set()

        def look() -> list[T]:
            results = []
            with watch(self.world.ground) as looked:
                for result, inner in explore(self.world.ground, function, self.world, row):
                    self.world.widened |= inner.widened
                    foreign.update(inner.foreign)
                    results.append(result)
            if uncut:
                foreign.update(leaf for leaf in looked if not rests_on(leaf, row))
            return results

        about = [part for part in question if is_node(part)]
        seen = remembered(self.world, ("apart", row, question), about, look, foreign)  # type: ignore[arg-type]
        self.world.widened |= row.further and bool(seen.foreign)  # many further rows rest on the same
        if seen.looked:
            self.touched.append(seen)
        return seen.result  # type: ignore[return-value]

    def close(self) -> None:
        """Mark the world where two rows rest on the same."""
        foreign = {leaf for seen in self.touched for leaf in seen.foreign}
        if not foreign:
            return
        looked = Counter(leaf for seen in self.touched for leaf in seen.looked)
        further = [leaf for leaf in looked if isinstance(leaf, Extras)]
        alike_only = len({(frozenset(column for column, _ in leaf.fixed), leaf.days) for leaf in further}) < 2
        if any(looked[leaf] > 1 for leaf in foreign) or (not alike_only and _any_overlap(foreign, further)):
            self.world.widened = True


def _any_overlap(foreign: set[Key], further: list[Extras]) -> bool:
    return any(isinstance(f, Extras) and any(f != e and f.overlaps(e) for e in further) for f in foreign)
