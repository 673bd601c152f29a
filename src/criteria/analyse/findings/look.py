"""A goal as its findings look at it: its ladders, and claims that facts must show.

In: a plan, a goal. Out: ``Look`` and ``Claim``. Holds: a claim that something is possible is told only with facts for which the reference
evaluator says so; a claim that something is impossible rests on the diagrams, which know every world.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice

from criteria.analyse.cell_words import quantity_name, step_name
from criteria.analyse.witness import Witness, level_of_facts, witness
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.facts.record import NO_FACTS, Facts
from criteria.frozen import evolve, field, frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis
from criteria.ladder.domains import Days, Domain
from criteria.ladder.formula import tests
from criteria.ladder.ladders import Ladder, Ladders, Rung, ladders
from criteria.ladder.quantities import Quantity
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step
from criteria.source import Place

MOST_TRIES = 4  # ways to show a claim that are tried under one combination
# What a search for facts may cost: little where quantities hang together, so that there may be none.
BUDGET, LITTLE = 2500, 150
Wanted = tuple[tuple[Quantity, Domain], ...]


@frozen
class Look:
    """One goal: ``varied`` are the words that its readings differ in; the ladders stand in the order of ``readings``."""

    plan: Plan
    goal: Goal
    varied: tuple[str, ...]
    readings: tuple[Mapping[str, str], ...]
    made: Ladders
    orders: tuple[tuple[int, ...], ...]  # of each axis, the cells from those that reach the best level on
    roots: tuple[frozenset[str], ...]  # of each axis, the facts and records that it rests on

    @property
    def axes(self) -> tuple[Axis, ...]:
        return self.made.axes


@frozen
class Claim:
    """What may be told: ``key`` tells equal claims of several combinations apart from others; ``shown`` finds facts for it. ``certain``: it
    rests on the diagrams alone."""

    kind: str
    key: tuple[object, ...]
    place: Place
    number: int  # of the combination of readings
    values: Mapping[str, str]
    shown: Callable[[], Witness | None] = field(eq=False)
    certain: bool = False
    reading: Mapping[str, str] | None = None  # where it is about a reading, the one that the witness is told under


def look(plan: Plan, goal: Goal) -> Look | None:
    """None for a goal that has no ladder. Raises ``TooWide``."""
    if goal.linear or goal.judged or not goal.levels:
        return None
    base = in_force(plan, {})
    found = combinations(plan, every_level(goal), NO_FACTS, base)
    readings = tuple({**base, **each} for each in found.each)
    made = ladders(plan, goal, readings)
    orders = tuple(_from_best(made.each[0].rungs, axis, len(one.cells)) for axis, one in enumerate(made.axes))
    return Look(
        plan, goal, found.varied, readings, made, orders, tuple(_roots(plan, one.quantity) for one in made.axes)
    )


def _from_best(rungs: Sequence[Rung], axis: int, cells: int) -> tuple[int, ...]:
    fails = [[not ever(part) for part in d.held(rung.holds, axis)] for rung in rungs]
    return tuple(sorted(range(cells), key=lambda cell: [failing[cell] for failing in fails]))


def _roots(plan: Plan, quantity: Quantity) -> frozenset[str]:
    found = set[str]()
    for part in walk(quantity.node, plan):
        match part:
            case t.Fact(path):
                found.add(path)
            case t.Rows(record):
                found.add(f"{record}:")
            case t.Cell(record, column):
                found.add(f"{record}: {column}")
            case _:
                pass
    return frozenset(found)


def name_of(this: Look, axis: int, *, grouped: bool = True) -> str:
    """The quantity in the plan's words, and where ``grouped`` of which group."""
    quantity = this.axes[axis].quantity
    asked = (one for ladder in this.made.each for rung in ladder.rungs for one in tests(rung.formula))
    said = next((one.said.text for one in asked if one.quantity == quantity and one.said.text), "")
    return quantity_name(this.plan, quantity if grouped else evolve(quantity, groups=()), said)


def level_name(this: Look, step: Step | None) -> str:
    """A level in the plan's words; the lowest where there is none."""
    return step_name(this.plan, this.goal, step or this.goal.scale.lowest)


def worth(step: Step) -> tuple[object, object]:
    """What a level is worth, to compare levels by."""
    return step.high, step.low


def better(one: d.Diagram, other: d.Diagram) -> d.Diagram:
    """The better of two levels."""
    return one if one.root == other.root else d.combined(_better, one, other)


def above(one: d.Diagram, other: d.Diagram) -> d.Diagram:
    """Where one level is better than another."""
    return d.combined(_above, one, other)


def both(one: d.Diagram, other: d.Diagram) -> d.Diagram:
    """Where both hold."""
    return one if one.root == other.root else d.combined(_both, one, other)


def without(one: d.Diagram, other: d.Diagram) -> d.Diagram:
    """Where the one holds and the other does not."""
    return d.combined(_without, one, other)


def only(one: d.Diagram, other: d.Diagram) -> bool:
    """Whether the one holds somewhere without the other; nothing is built for it."""
    return one.root != other.root and ever(one) and d.somewhere(_without, one, other)


def _better(one: Step, other: Step) -> Step:
    return one if worth(one) >= worth(other) else other


def _above(one: Step, other: Step) -> bool:
    return worth(one) > worth(other)


def _both(one: bool, other: bool) -> bool:
    return one and other


def _without(one: bool, other: bool) -> bool:
    return one and not other


def ever(diagram: d.Diagram) -> bool:
    """Whether a condition holds anywhere: one that does not is the end that is false."""
    return diagram.root != diagram.forest.ends.get(False)


def place_of(rung: Rung, quantity: Quantity) -> Place:
    """Where a level asks about a quantity; else the level itself."""
    return next((one.said.place for one in tests(rung.formula) if one.quantity == quantity), rung.level.place)


def points(this: Look, where: d.Diagram, along: d.Diagram, axis: int | None = None) -> Iterator[Wanted]:
    """Cells in which a condition holds, the likeliest first: of the axes that it hangs on, and of those that ``along`` hangs on besides,
    so that it has one value there; along ``axis``, which is left out, one in each cell."""
    for cube in islice(d.cubes(where, bool, this.orders), MOST_TRIES):
        cells = {at: min(through, key=this.orders[at].index) for at, through in cube if at != axis}
        there = d.restricted(along, cells)
        cells |= {at: this.orders[at][0] for at in sorted(d.used(there) - {axis})}
        yield tuple((this.axes[at].quantity, this.axes[at].cells[cell]) for at, cell in cells.items())


def showing(this: Look, number: int, wanted: Wanted, step: Step | None, *, likely: bool = True) -> Witness | None:
    """Facts in these cells that come to a level under one combination; ``likely``: worth a longer search."""
    readings = this.readings[number]

    def confirmed(facts: Facts) -> bool:
        return level_of_facts(this.plan, this.goal, facts, readings) == step

    if step is None:
        return None
    budget = BUDGET if likely or apart(this, wanted) else LITTLE
    return witness(this.plan, this.goal, readings, wanted, confirm=confirmed, budget=budget)


def apart(this: Look, wanted: Wanted) -> bool:
    """Whether no two of the quantities rest on the same fact or record."""
    among = {quantity for quantity, _ in wanted}
    roots = [roots for axis, roots in zip(this.axes, this.roots, strict=True) if axis.quantity in among]
    return sum(map(len, roots)) == len(frozenset().union(*roots))


def step_at(this: Look, ladder: Ladder, wanted: Wanted) -> Step | None:
    """The level at these cells, if they settle it."""
    cells = dict(wanted)
    possible = [None if axis.quantity not in cells else _within(axis, cells[axis.quantity]) for axis in this.axes]
    found = d.values(ladder.step, possible)
    (step,) = found if len(found) == 1 else (None,)
    return step if isinstance(step, Step) else None


def _within(axis: Axis, domain: Domain) -> Sequence[int] | None:
    """The cell itself, or the one that a part of a cell lies in."""
    if domain in axis.cells:
        return [axis.cells.index(domain)]
    if isinstance(domain, Days) and domain.spans:
        around = [n for n, c in enumerate(axis.cells) if isinstance(c, Days) and c.within(domain.first, domain.last)]
        return around or None
    return None


def holding(this: Look, numbers: Sequence[int]) -> Mapping[str, str]:
    """The readings under which something holds: those words that all these combinations have in common, where not all there are do."""
    if len(numbers) == len(this.readings):
        return {}
    first = this.readings[numbers[0]]
    alike = {word: first[word] for word in this.varied if all(this.readings[n][word] == first[word] for n in numbers)}
    return {word: value for word, value in alike.items() if any(each[word] != value for each in this.readings)}
