"""In which cells of an axis the facts leave a quantity.

In: a ground (plan, facts, as-of, readings), an axis of the ladder. Out: ``Left``: the cells that some world gives, each asked of the
reference evaluator's own questions. A fault, an empty group or a zero divisor, leaves every cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from criteria.evaluate.amounts import ask
from criteria.evaluate.moments import happened, inside, moment
from criteria.evaluate.reference import truth
from criteria.evaluate.texts import matches
from criteria.evaluate.worlds import Env, Faulty, Ground, Key, NoValue, TooManyWorlds, World, alike, explore, watch
from criteria.frozen import frozen
from criteria.ladder.cells import Axis
from criteria.ladder.diagram import TooWide, values
from criteria.ladder.domains import NEVER, Days, Domain, Numbers, Texts
from criteria.ladder.ladders import ladders
from criteria.ladder.quantities import Kind, Quantity
from criteria.model import terms as t
from criteria.model.plan import Goal
from criteria.model.scale import Step


@frozen
class Left:
    """The cells that are left; whether there may be fewer, and the open keys that they rest on."""

    cells: frozenset[int]
    widened: bool
    leaves: frozenset[Key]
    faulty: bool = False


def left(ground: Ground, axis: Axis) -> Left:
    """The cells of one axis that some world gives."""
    found: set[int] = set()
    widened = faulty = False
    ground.renewed()
    with watch(ground) as leaves:
        try:
            for cell, world in explore(ground, lambda w: cell_of(w, axis)):
                found.add(cell)
                widened |= world.widened
        except TooManyWorlds:
            found, widened = set(range(len(axis.cells))), True
        except Faulty as fault:
            ground.faults[(fault.kind, fault.place, fault.about)] = None
            found, faulty = set(range(len(axis.cells))), True
    return Left(frozenset(found), widened and len(found) > 1, frozenset(leaves), faulty)


def steps_left(ground: Ground, goal: Goal) -> tuple[frozenset[Step], bool] | None:
    """The levels at the cells that are left, each axis taken by itself, and whether they are all certain: no two axes rest on the same open
    fact. None where a fault leaves a test free, or the ladder is too wide."""
    if goal.linear or goal.judged:
        return None
    try:
        made = ladders(ground.plan, goal, [ground.readings])
    except TooWide:
        return None
    every = [left(ground, axis) for axis in made.axes]
    if any(one.faulty for one in every):
        return None
    found = frozenset(
        step for step in values(made.each[0].step, [one.cells for one in every]) if isinstance(step, Step)
    )
    return found, apart(every) and not any(one.widened for one in every)


def apart(every: Iterable[Left]) -> bool:
    """Whether no two of them rest on the same open fact."""
    seen: set[Key] = set()
    for one in every:
        if any(alike(leaf, seen) for leaf in one.leaves):
            return False
        seen |= one.leaves
    return True


def cell_of(world: World, axis: Axis) -> int:
    """The cell that the quantity lies in, asked from the first to the last."""
    env = Env((), axis.quantity.groups)
    last = len(axis.cells) - 1
    try:
        return next((n for n in range(last or 1) if _lies(world, axis.quantity, axis.cells[n], env)), last)
    except NoValue:
        return axis.cells.index(NEVER) if NEVER in axis.cells else last


def _lies(world: World, quantity: Quantity, cell: Domain, env: Env) -> bool:
    """Whether it lies in a cell, the cells before it being ruled out."""
    node = quantity.node
    match quantity.kind, cell:
        case Kind.DAYS, Days():
            return _day(world, node, cell, env)  # type: ignore[arg-type]
        case Kind.NUMBERS, Numbers():
            return _at_most(world, node, cell, env)  # type: ignore[arg-type]
        case Kind.TEXTS, Texts():
            if cell.others:
                return not matches(world, node, _options(cell), env)  # type: ignore[arg-type]
            return matches(world, node, _options(cell), env)  # type: ignore[arg-type]
        case _:
            return truth(world, node, env)  # type: ignore[arg-type]


def _options(cell: Texts) -> tuple[t.Term, ...]:
    return tuple(t.TextValue(text) for text in sorted(cell.values))


def _day(world: World, node: t.Term, cell: Days, env: Env) -> bool:
    day = moment(world, node, env)
    if day.leaf is not None:
        domain = world.cell(day.leaf.key) or day.leaf.domain
        assert isinstance(domain, Days)
        if not happened(world, day.leaf, domain):
            raise NoValue
    return inside(world, day, cell.first, cell.last)


def _at_most(world: World, node: t.Term, cell: Numbers, env: Env) -> bool:
    """Numbers are asked upwards, so only the upper end is left to ask."""
    high = cell.ends()[1]
    if high is None:
        ask(world, node, env, Fraction(0), strict=False)  # a fault, or no value, is told all the same
        return True
    is_open = cell.points is None and cell.high_open
    return not ask(world, node, env, high, strict=not is_open)
