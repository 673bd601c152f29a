"""What was worked out once, and under which answers.

In: a question and a function that works it out in a world. Out: a ``Seen``: the result, what was looked at on the way, and the cells that
were read. Where those cells are the same again, so is the result, in whichever world. What asked a new question is not remembered.
"""

from __future__ import annotations

from collections.abc import Callable

from criteria.evaluate.worlds import Key, World, watch
from criteria.frozen import frozen
from criteria.ladder.domains import Domain

MOST_REMEMBERED = 8  # for one question


@frozen
class Seen:
    """A result, and how it was come by."""

    result: object
    looked: set[Key]
    foreign: set[Key]
    widened: bool
    looks: int
    reads: dict[Key, Domain | None]

    def holds(self, world: World) -> bool:
        """Whether the world would read the same again."""
        for key, known in self.reads.items():
            now = world.cell(key)
            if now is not known and now != known:
                return False
        return True


def remembered(world: World, question: Key, function: Callable[[], object], foreign: set[Key] | None = None) -> Seen:
    """The result of the function in this world; ``foreign`` is filled by it."""
    ground = world.ground
    known: list[Seen] = ground.memo.setdefault(("seen", question, ground.split_rows), [])  # type: ignore[assignment]
    seen = next((one for one in known if one.holds(world)), None)
    if seen is None:
        before = world.picked()
        seen = _worked_out(world, function, set() if foreign is None else foreign)
        if world.picked() == before and len(known) < MOST_REMEMBERED:
            known.append(seen)
    else:
        ground.uncertain += seen.looks
        for each in ground.looked:
            each |= seen.looked
    world.widened |= seen.widened
    return seen


def _worked_out(world: World, function: Callable[[], object], foreign: set[Key]) -> Seen:
    ground, before, already = world.ground, world.ground.uncertain, world.widened
    reads: dict[Key, Domain | None] = {}
    world.widened = False
    ground.reads.append((world.depth, reads))
    try:
        with watch(ground) as looked:
            result = function()
    finally:
        ground.reads.pop()
        widened, world.widened = world.widened, world.widened or already
    return Seen(result, looked, foreign, widened, ground.uncertain - before, reads)
