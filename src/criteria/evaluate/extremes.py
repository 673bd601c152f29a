"""A world in which goals that rest on the same facts all come to their best scores at once, or all to their worst.

In: the ground of goals, each with the score that is sought. Out: whether one world gives them all. Holds: a world that is found is one for
certain; that none is found does not say that there is none. Goal after goal is given the answers it needs, and keeps them; so the work
grows with the number of goals, and not with the number of worlds.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from criteria.evaluate.reference import level_of
from criteria.evaluate.worlds import Choices, Extras, Ground, Key, World
from criteria.frozen import frozen
from criteria.ladder.domains import Domain
from criteria.model.plan import Goal

MOST_TRIES = 64  # answers tried for one goal


@frozen
class Answers:
    """What a world has been told so far."""

    cells: dict[Key, Domain]
    tied: dict[Key, Key]
    rests: dict[Key, set[Key]]
    foreign: set[Key]
    widened: bool


def meet(ground: Ground, sought: Sequence[tuple[Goal, Fraction]]) -> bool:
    """Whether one certain world gives every goal the score that is sought."""
    world = World(ground, Choices())
    ground.renewed()
    return all(_met(world, goal, score) for goal, score in sought) and not world.widened


def _met(world: World, goal: Goal, score: Fraction) -> bool:
    """Whether some answers, beside those already given, bring the goal to the score; they are kept."""
    before = _answers(world)
    left: list[tuple[int, ...]] = [()]
    for _ in range(MOST_TRIES):
        if not left or world.ground.uncertain > world.ground.most_looks:
            return False
        _tell(world, before)
        world.choices = Choices(left.pop())
        step = level_of(world, goal)
        if step.low == step.high == score and not world.widened:
            return True
        left += world.choices.branches
    return False


def _answers(world: World) -> Answers:
    rests = {key: set(leaves) for key, leaves in world.rests.items()}
    return Answers(dict(world.cells), dict(world.tied), rests, set(world.foreign), world.widened)


def _tell(world: World, said: Answers) -> None:
    again = {key: set(leaves) for key, leaves in said.rests.items()}
    world.cells, world.tied, world.rests = dict(said.cells), dict(said.tied), again
    world.grown = [key for key in said.tied if isinstance(key, Extras)]
    world.foreign, world.widened, world.asking = set(said.foreign), said.widened, None
