"""How far a goal lies from the next level above and below, quantity by quantity.

In: a goal's ladder under the default readings, the facts at rest. Out: ``Margin``s. Holds: a margin is told of a quantity that has one
value, for the nearest limit beyond which the goal, with all else as it is, comes to another level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Literal

from criteria.analyse.needs.standing import Cells, Stand
from criteria.evaluate.amounts import amount
from criteria.evaluate.moments import moment
from criteria.evaluate.worlds import Choices, Env, Faulty, Ground, NoValue, TooManyWorlds, World
from criteria.frozen import frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis
from criteria.ladder.domains import Days, Numbers
from criteria.ladder.quantities import Kind
from criteria.model.scale import Step


@frozen
class Margin:
    """So far is the quantity of ``axis`` from the limit, in its own unit; days where it is a day. ``rising``: it must grow to get there."""

    side: Literal["above", "below"]
    step: Step
    axis: int
    amount: Fraction
    rising: bool
    days: bool


def margins(ground: Ground, axes: Sequence[Axis], step: d.Diagram, stand: Stand) -> Iterator[Margin]:
    """Of a goal that has one level at rest: the nearest limits to a better level, and to a worse one."""
    here = d.values(step, stand.resting)
    if len(here) != 1:
        return
    (level,) = here
    assert isinstance(level, Step)
    for number, axis in enumerate(axes):
        if len(stand.resting[number]) == 1 and not stand.near[number]:
            value = _value(ground, axis)
            if value is not None:
                yield from _around(step, stand, number, axis, value, level)


def _around(step: d.Diagram, stand: Stand, number: int, axis: Axis, value: Fraction, level: Step) -> Iterator[Margin]:
    """Upwards and downwards from the cell that it lies in."""
    (cell,) = stand.resting[number]
    told: set[str] = set()
    found = []
    for rising in (True, False):
        for other in range(cell + 1, len(axis.cells)) if rising else range(cell - 1, -1, -1):
            limit = _end(axis, other, low=rising)
            moved = _at(step, stand, number, frozenset({other}))
            if limit is None or moved is None or moved == level:
                continue
            found.append((abs(limit - value), rising, moved))
    for distance, rising, moved in sorted(found, key=lambda each: each[0]):
        side: Literal["above", "below"] = "above" if moved.high > level.high else "below"
        if side not in told:
            told.add(side)
            yield Margin(side, moved, number, distance, rising, axis.quantity.kind is Kind.DAYS)


def _at(step: d.Diagram, stand: Stand, number: int, cells: Cells) -> Step | None:
    """The one level with the quantity in other cells, if it is one."""
    box = [cells if axis == number else resting for axis, resting in enumerate(stand.resting)]
    found = d.values(step, box)
    one = next(iter(found)) if len(found) == 1 else None
    return one if isinstance(one, Step) else None


def _end(axis: Axis, cell: int, *, low: bool) -> Fraction | None:
    """The end of a cell that comes first."""
    domain = axis.cells[cell]
    if isinstance(domain, Numbers):
        return domain.ends()[0 if low else 1]
    if isinstance(domain, Days) and domain.spans:
        return Fraction(domain.first if low else domain.last)
    return None


def _value(ground: Ground, axis: Axis) -> Fraction | None:
    """The number, or the day, that it is."""
    env, node = Env((), axis.quantity.groups), axis.quantity.node
    world = World(ground, Choices())
    try:
        if axis.quantity.kind is Kind.NUMBERS:
            numbers = amount(world, node, env)  # type: ignore[arg-type]
            return numbers.value if numbers.single else None
        if axis.quantity.kind is Kind.DAYS:
            leaf = moment(world, node, env).leaf  # type: ignore[arg-type]
            days = leaf.domain if leaf else None
            return Fraction(days.first) if isinstance(days, Days) and days.single and days.spans else None
    except (NoValue, Faulty, TooManyWorlds):
        return None
    return None
