"""The thresholds of a goal, and which values lie on them and beside them.

In: a plan and one of its goals. Out: an ``Edge`` for each value that some test of a quantity turns on, under the first combination of
readings that has it. Holds: ``sides`` are values that the quantity can have; of a share they are shares of the smallest number of rows
that can hit the threshold: as many rows as it takes, one fewer, one more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import ceil, floor

from criteria.evaluate.amounts import amount
from criteria.evaluate.levels import ground_of
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.evaluate.worlds import Choices, Env, Faulty, NoValue, World
from criteria.facts.record import NO_FACTS
from criteria.frozen import frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis
from criteria.ladder.domains import EARLIEST, LATEST, Days, Domain, Numbers, number
from criteria.ladder.formula import About, formula, tests
from criteria.ladder.ladders import Ladder, ladders, literal, periods_of
from criteria.ladder.quantities import Quantity, Test
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.types import DateType, NumberType, Type, Unit

RATIOS = frozenset({Unit.PERCENT, Unit.PERCENTAGE_POINT, Unit.RATIO})
BESIDE = {"days": ("before", "on", "after"), "numbers": ("below", "on", "above")}


@frozen
class Side:
    """``name`` is below, on or above; of a day before, on or after. ``kind`` is how the value is told."""

    name: str
    value: Domain
    kind: Type


@frozen
class Edge:
    """A threshold; ``told`` are the readings that differ from the default ones or that its words use."""

    goal: Goal
    words: str
    axis: int
    sides: tuple[Side, ...]
    readings: Mapping[str, str]
    told: Mapping[str, str]


@frozen
class Edges:
    """All of a goal, with the ladders they were read off."""

    axes: tuple[Axis, ...]
    each: tuple[tuple[Edge, Ladder], ...]


def edges(plan: Plan, goal: Goal) -> Edges:
    """The thresholds of days and numbers, in the order of the plan. Raises ``TooWide``."""
    base = in_force(plan, {})
    every = [{**base, **each} for each in combinations(plan, every_level(goal), NO_FACTS, base).each]
    found = ladders(plan, goal, every)
    numbered = {axis.quantity: n for n, axis in enumerate(found.axes)}
    seen: dict[tuple[int, object], tuple[Edge, Ladder]] = {}
    for ladder in found.each:
        for test in _tests(plan, goal, ladder.readings):
            axis = numbered[test.quantity]
            for threshold, sides in _thresholds(plan, test):
                kept = tuple(side for side in sides if _cell(found.axes[axis], side.value) is not None)
                told = {name: ladder.readings[name] for name, _ in test.quantity.readings}
                told |= {name: value for name, value in ladder.readings.items() if value != base[name]}
                edge = Edge(goal, test.said.text, axis, kept, ladder.readings, told)
                seen.setdefault((axis, threshold), (edge, ladder))
    return Edges(found.axes, tuple(seen.values()))


def _tests(plan: Plan, goal: Goal, readings: Mapping[str, str]) -> Iterator[Test]:
    """Every test of every level."""
    about = About(plan, readings, {})
    for levels in periods_of(goal):
        for level in levels:
            yield from tests(formula(about, level.literal if literal(readings) else level.relaxed))


def _thresholds(plan: Plan, test: Test) -> Iterator[tuple[object, tuple[Side, ...]]]:
    """Each with the values on it and beside it."""
    passing = test.passing
    if isinstance(passing, Days):
        ends = (passing.first, passing.last)
        for day in (end for end in ends if EARLIEST < end < LATEST):
            days = zip(BESIDE["days"], (day - 1, day, day + 1), strict=True)
            yield day, tuple(Side(name, Days(((at, at),)), DateType()) for name, at in days)
    elif isinstance(passing, tuple):
        kind = _kind(test)
        for _, limit in passing:
            values = zip(BESIDE["numbers"], _beside(plan, test, limit, kind), strict=True)
            yield limit, tuple(Side(name, number(at), kind) for name, at in values if at is not None)


def _beside(plan: Plan, test: Test, limit: Fraction, kind: NumberType) -> tuple[Fraction | None, ...]:
    """Just below, on and just above; None where no number of the rows there are makes such a share."""
    if isinstance(test.quantity.node, t.Share):
        rows = _fixed_rows(plan, test.quantity) or limit.denominator
        below, above = Fraction(ceil(limit * rows) - 1, rows), Fraction(floor(limit * rows) + 1, rows)
        return below, limit if (limit * rows).denominator == 1 else None, above
    counted = isinstance(test.quantity.node, t.Count | t.Distinct | t.Rank)
    step = Fraction(1) if counted else step_of(kind, limit)
    return limit - step, limit, limit + step


def _fixed_rows(plan: Plan, quantity: Quantity) -> int | None:
    """How many rows a share is of, where the plan alone says so."""
    assert isinstance(quantity.node, t.Share)
    readings = {**in_force(plan, {}), **dict(quantity.readings)}
    world = World(ground_of(plan, NO_FACTS, None, readings), Choices())
    try:
        rows = amount(world, t.Count(quantity.node.rows), Env(groups=quantity.groups))
    except (Faulty, NoValue, IndexError, AssertionError):
        return None
    return int(rows.value) if rows.single else None


def _kind(test: Test) -> NumberType:
    """How the number is told: as the fact is declared, else in the unit that the plan compares in."""
    node = test.quantity.node
    match node, test.said:
        case ((t.Fact(type=NumberType() as kind) | t.Cell(type=NumberType() as kind)), _):
            return kind
        case t.Share(), _:
            return NumberType(Unit.PERCENT)
        case _, t.Compare(unit=unit) | t.Between(unit=unit):
            return NumberType(unit)
        case _:
            return NumberType(Unit.NUMBER)


def cell_of(axis: Axis, value: Domain) -> int:
    """The number of the cell that a value of the quantity lies in."""
    found = _cell(axis, value)
    assert found is not None
    return found


def _cell(axis: Axis, value: Domain) -> int | None:
    """None where the quantity cannot be so."""
    return next((n for n, cell in enumerate(axis.cells) if _within(cell, value)), None)


def _within(cell: Domain, value: Domain) -> bool:
    """Whether a single value lies in a cell."""
    if isinstance(cell, Days) and isinstance(value, Days):
        return cell.within(value.first, value.last) is not None
    return isinstance(cell, Numbers) and isinstance(value, Numbers) and cell.equal(value.value) is not None


def step_of(kind: NumberType, value: Fraction) -> Fraction:
    """The smallest step that the value's own digits show: 1 beside 12,000, 0.01 beside 2.75; of percents a tenth at most."""
    shown = value * kind.unit.scale
    step = Fraction(1, 10) if kind.unit in RATIOS else Fraction(1)
    while shown % step and step > Fraction(1, 10**6):
        step /= 10
    return (Fraction(1) if kind.whole else step) / kind.unit.scale


Wanted = list[tuple[Quantity, Domain]]


def ways(axes: tuple[Axis, ...], ladder: Ladder, number: int, cells: Iterable[int]) -> Iterator[Wanted]:
    """Where the other quantities may lie so that the level is not the same in all these cells of an axis."""
    every = d.held(ladder.step, number)
    parts = [every[cell] for cell in cells]
    turns = d.combined(lambda *steps: len(set(steps)) > 1, *parts)
    for cube in d.cubes(turns, bool):
        for chosen in product(*(sorted(within) for _, within in cube)):
            yield [(axes[n].quantity, axes[n].cells[cell]) for (n, _), cell in zip(cube, chosen, strict=True)]


def sides_of(plan: Plan, axis: Axis, test: Test, *, want: bool) -> Iterator[tuple[Domain, tuple[int, ...]]]:
    """Values with which a test holds, or fails: those on its thresholds and beside them, then each cell as a whole; with each the cells
    that its threshold parts."""
    passed = axis.passed[test.passing]
    for _, sides in _thresholds(plan, test):
        cells = {side: cell for side in sides if (cell := _cell(axis, side.value)) is not None}
        for side, cell in sorted(cells.items(), key=lambda one: one[0].name != "on"):
            if (cell in passed) == want:
                yield side.value, tuple(dict.fromkeys(cells.values()))
    every = tuple(range(len(axis.cells)))
    yield from ((cell, every) for n, cell in enumerate(axis.cells) if (n in passed) == want)
