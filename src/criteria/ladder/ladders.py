"""The ladder of a goal: its quantities cut into cells, and under each combination of readings its level as a function of the cells.

In: a plan, one of its goals, combinations of readings; to compare two versions of a goal, both. Out: ``Ladders``: axes that all the
diagrams share. Holds: in every complete world without a fault the level is that of the diagram at the cells the world's quantities lie
in; not every choice of cells need be a world, where quantities rest on the same facts. A goal with a line or a judgement has no ladder.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from fractions import Fraction

from criteria.frozen import frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis, axis, freed
from criteria.ladder.comparing import compared
from criteria.ladder.formula import About, Fixed, Formula, HowMany, Negated, formula, tests
from criteria.ladder.quantities import Passing, Quantity, Test
from criteria.model import terms as t
from criteria.model.plan import Goal, Level, Plan
from criteria.model.scale import Step


@frozen
class Rung:
    """A level as one combination of readings asks it: its step, the plan's level, where its condition holds."""

    step: Step
    level: Level
    formula: Formula
    holds: d.Diagram


@frozen
class Ladder:
    """A goal under one combination: ``step`` comes to its level; ``rungs`` are its levels in the order they are tested."""

    goal: Goal
    readings: Mapping[str, str]
    step: d.Diagram
    rungs: tuple[Rung, ...]  # of a goal asked in several periods, those of the first


@frozen
class Ladders:
    """All ladders over the same axes, in the order of the combinations (the default first)."""

    axes: tuple[Axis, ...]
    each: tuple[Ladder, ...]


Asked = tuple[Plan, Goal, Mapping[str, str]]


def ladders(
    plan: Plan, goal: Goal, every: Sequence[Mapping[str, str]], free: Callable[[Quantity], bool] | None = None
) -> Ladders:
    """The goal under every combination of readings; each holds a value for every reading. Quantities that may be ``free`` have cells for
    that, too. Raises ``TooWide``."""
    return side_by_side([(plan, goal, readings) for readings in every], free)


def side_by_side(asked: Sequence[Asked], free: Callable[[Quantity], bool] | None = None) -> Ladders:
    """Goals of any versions of a plan, over common axes. Raises ``TooWide``."""
    words: dict[object, frozenset[str]] = {}
    made = [formulas(plan, goal, readings, words) for plan, goal, readings in asked]
    wanted: dict[Quantity, list[Passing]] = {}
    for one in _tests(made):
        wanted.setdefault(one.quantity, []).append(one.passing)
    if len(wanted) > d.MOST_AXES:
        raise d.TooWide
    axes = tuple(axis(asked[0][0], quantity, passing) for quantity, passing in wanted.items())
    if free is not None:
        axes = tuple(freed(one) if free(one.quantity) else one for one in axes)
    forest = d.Forest(tuple(len(one.cells) for one in axes))
    build = _Builder(forest, {one.quantity: (n, one) for n, one in enumerate(axes)}, {})
    each = (_ladder(build, goal, readings, periods) for (_, goal, readings), periods in zip(asked, made, strict=True))
    return Ladders(axes, tuple(each))


Formulas = tuple[tuple[tuple[Level, Formula], ...], ...]  # for each period the levels with their conditions


def formulas(
    plan: Plan, goal: Goal, readings: Mapping[str, str], words: dict[object, frozenset[str]] | None = None
) -> Formulas:
    """The conditions of a goal's levels as formulas, for each period that it is asked in; ``words`` remembers between calls."""
    about = About(plan, readings, {} if words is None else words)
    return tuple(
        tuple((level, formula(about, level.literal if literal(readings) else level.relaxed)) for level in levels)
        for levels in periods_of(goal)
    )


def literal(readings: Mapping[str, str]) -> bool:
    """Whether lower levels are asked as written."""
    return readings.get("lower-levels") == "literal"


def periods_of(goal: Goal) -> tuple[tuple[Level, ...], ...]:
    """The goal's levels, once for each period that it is asked in."""
    periods = goal.each.periods if goal.each else ()
    return tuple(period.levels for period in periods) if periods else (goal.levels,)


def _tests(made: Sequence[Formulas]) -> Iterator[Test]:
    return (one for periods in made for levels in periods for _, asked in levels for one in tests(asked))


@frozen
class _Builder:
    forest: d.Forest
    axes: Mapping[Quantity, tuple[int, Axis]]
    known: dict[Formula, d.Diagram]


def _ladder(build: _Builder, goal: Goal, readings: Mapping[str, str], periods: Formulas) -> Ladder:
    every = [_rungs(build, levels) for levels in periods]
    steps = [_step(build, goal, rungs) for rungs in every]
    worst = steps[0] if len(steps) == 1 else d.combined(lambda *of: min(of, key=_worth), *steps)
    return Ladder(goal, readings, worst, every[0])


def _worth(step: Step) -> tuple[object, object]:
    return step.high, step.low


def _rungs(build: _Builder, levels: tuple[tuple[Level, Formula], ...]) -> tuple[Rung, ...]:
    return tuple(Rung(level.step, level, asked, _diagram(build, asked)) for level, asked in levels)


def _step(build: _Builder, goal: Goal, rungs: tuple[Rung, ...]) -> d.Diagram:
    """The first that holds, best first, else the lowest."""
    found = d.end(build.forest, goal.scale.lowest)
    for rung in reversed(rungs):
        step = rung.step
        found = d.combined(lambda holds, below, step=step: step if holds else below, rung.holds, found)
    return found


def _diagram(build: _Builder, asked: Formula) -> d.Diagram:
    """Where a formula is true; equal formulas are worked out once."""
    if asked not in build.known:
        build.known[asked] = _made(build, asked)
    return build.known[asked]


def _made(build: _Builder, asked: Formula) -> d.Diagram:
    match asked:
        case Fixed(value):
            return d.end(build.forest, value)
        case Test(quantity, passing):
            number, cut = build.axes[quantity]
            return d.test(build.forest, number, cut.passed[passing])
        case Negated(item):
            return d.combined(_not, _diagram(build, item))
        case HowMany():
            return _how_many(build, asked)


def _how_many(build: _Builder, asked: HowMany) -> d.Diagram:
    """Taken from the last item to the first, so that diagrams stay small."""
    items = [_diagram(build, item) for item in reversed(asked.items)]
    at_least = asked.relation is t.Comparison.AT_LEAST
    if at_least and asked.amount == len(items):
        return _folded(_and, d.end(build.forest, True), items)
    if at_least and asked.amount == 1:
        return _folded(_or, d.end(build.forest, False), items)
    counted = _folded(_plus, d.end(build.forest, 0), items)
    return d.combined(lambda number: compared(asked.relation, Fraction(number), asked.amount), counted)


def _folded(function: Callable[..., Hashable], start: d.Diagram, items: Sequence[d.Diagram]) -> d.Diagram:
    found = start
    for item in items:
        found = d.combined(function, found, item)
    return found


def _and(so_far: bool, holds: bool) -> bool:
    return so_far and holds


def _or(so_far: bool, holds: bool) -> bool:
    return so_far or holds


def _plus(so_far: int, holds: bool) -> int:
    return so_far + holds


def _not(holds: bool) -> bool:
    return not holds
