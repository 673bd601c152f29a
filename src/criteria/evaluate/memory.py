"""What was worked out once, and under which answers.

In: a question and a function that works it out in a world. Out: a ``Seen``: the result, what was looked at on the way, and the cells that
were read. Where those cells are the same again, so is the result, in whichever world, and under every reading that does not touch the
question. What asked a new question is not remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from criteria.evaluate.readings import words_of
from criteria.evaluate.worlds import Ground, Key, World, watch
from criteria.frozen import frozen
from criteria.ladder.domains import Domain
from criteria.ladder.shape import Node

MOST_REMEMBERED = 8  # for one question


@frozen
class Seen:
    """A result, and how it was come by. ``singly``: open rows were on the way that may be asked about one by one, or not."""

    result: object
    looked: set[Key]
    foreign: set[Key]
    widened: bool
    singly: bool
    looks: int
    reads: dict[Key, Domain | None]

    def holds(self, world: World) -> bool:
        """Whether the world would read the same again."""
        for key, known in self.reads.items():
            now = world.cell(key)
            if now is not known and now != known:
                return False
        return True


def remembered(
    world: World, question: Key, about: Iterable[Node], function: Callable[[], object], foreign: set[Key] | None = None
) -> Seen:
    """The result of the function in this world, which is about these nodes; ``foreign`` is filled by it."""
    ground = world.ground
    own, common = _known(ground, question, about)
    seen = next((one for known in (common, own) for one in known if one.holds(world)), None)
    if seen is None:
        before = world.picked()
        seen = _worked_out(world, function, set() if foreign is None else foreign)
        known = own if seen.singly else common
        if world.picked() == before and len(known) < MOST_REMEMBERED:
            known.append(seen)
    else:
        ground.uncertain += seen.looks
        for each in ground.looked:
            each |= seen.looked
    ground.singly |= seen.singly
    world.widened |= seen.widened
    return seen


def _known(ground: Ground, question: Key, about: Iterable[Node]) -> tuple[list[Seen], list[Seen]]:
    """What this ground has seen of a question while rows are asked about as now; and what holds however they are, and under all readings
    in which the question's words mean the same."""
    key: Key = ("seen", question, ground.split_rows)
    known: tuple[list[Seen], list[Seen]] | None = ground.memo.get(key)  # type: ignore[assignment]
    if known is None:
        words = tuple(in_words(ground, node) for node in about)
        common: list[Seen] = ground.settled.setdefault(("seen", question, words), [])  # type: ignore[assignment]
        known = ground.memo[key] = [], common
    return known


def in_words(ground: Ground, node: Node) -> tuple[tuple[str, str], ...]:
    """The readings in force that the node's words, or those of the facts it looks at, can be understood by."""
    key: Key = ("words", node)
    if key not in ground.shared:
        ground.shared[key] = tuple(sorted(words_of(node, ground.plan, ground.facts)))
    words = ground.shared[key]
    assert isinstance(words, tuple)
    return tuple((word, ground.readings[word]) for word in words)


def _worked_out(world: World, function: Callable[[], object], foreign: set[Key]) -> Seen:
    ground, before, already = world.ground, world.ground.uncertain, world.widened
    reads: dict[Key, Domain | None] = {}
    world.widened, singly, ground.singly = False, ground.singly, False
    ground.reads.append((world.depth, reads))
    try:
        with watch(ground) as looked:
            result = function()
    finally:
        ground.reads.pop()
        widened, world.widened = world.widened, world.widened or already
        here, ground.singly = ground.singly, ground.singly or singly
    return Seen(result, looked, foreign, widened, here, ground.uncertain - before, reads)
