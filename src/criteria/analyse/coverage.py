"""What the examples of a plan touch: levels, both sides of every test, readings.

In: a checked plan. Out: for each goal a ``Chart`` of what there is to touch, read off its ladder, and what an evaluation touches of it.
Holds: a test is touched on a side where facts settle that its quantity lies there, under the readings of that evaluation. A goal that is
judged has nothing that an example could touch; one that is scored along a line, or whose ladder is too wide, has its levels alone.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from contextlib import suppress
from datetime import date

from criteria.evaluate.cells import left
from criteria.evaluate.evaluation import default_levels
from criteria.evaluate.leaves import rows_of
from criteria.evaluate.levels import ground_of
from criteria.evaluate.readings import combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.evaluate.verdict import Truth
from criteria.evaluate.worlds import Ground, RowRef
from criteria.facts.record import NO_FACTS, Facts
from criteria.frozen import frozen
from criteria.ladder.diagram import TooWide
from criteria.ladder.formula import About, formula, tests
from criteria.ladder.ladders import Ladders, ladders, literal, periods_of
from criteria.ladder.quantities import Test
from criteria.model.plan import Goal, Level, Plan
from criteria.model.scale import USUAL, Scale

Told = tuple[tuple[str, str], ...]  # readings other than the default ones
Key = tuple[Hashable, ...]


@frozen
class UntouchedLevel:
    """A level that no example reaches."""

    goal: str
    level: str
    scale: Scale = USUAL


@frozen
class UntouchedSide:
    """A test that no example shows to hold, or to fail."""

    goal: str
    level: str
    text: str
    line: int
    side: Truth
    scale: Scale = USUAL
    readings: Told = ()


@frozen
class UntouchedReading:
    """A reading that no expectation of a goal speaks of."""

    goal: str
    name: str
    value: str


Untouched = UntouchedLevel | UntouchedSide | UntouchedReading


@frozen
class Target:
    """Something to touch: ``what`` it is called when nothing does, the readings under which it can be. Of a side also the test and its
    axis."""

    key: Key
    what: Untouched
    readings: Mapping[str, str]
    test: Test | None = None
    axis: int = -1


@frozen
class Chart:
    """All there is to touch of a goal. ``every`` are the combinations of readings in full, the default first."""

    plan: Plan
    goal: Goal
    base: Mapping[str, str]
    varied: tuple[str, ...]
    every: tuple[Mapping[str, str], ...]
    ladders: Ladders | None
    targets: tuple[Target, ...]

    def told(self, readings: Mapping[str, str]) -> Told:
        """The readings that are not the default ones."""
        return tuple((name, readings[name]) for name in self.varied if readings[name] != self.base[name])


def chart(plan: Plan, goal: Goal) -> Chart:
    """What there is to touch of a goal."""
    base = in_force(plan, {})
    found = combinations(plan, every_level(goal), NO_FACTS, base)
    every = tuple({**base, **each} for each in found.each)
    made: Ladders | None = None
    if not (goal.judged or goal.linear):
        with suppress(TooWide):
            made = ladders(plan, goal, every)
    bare = Chart(plan, goal, base, found.varied, every, made, ())
    targets = {target.key: target for target in reversed([*_levels(bare), *_sides(bare), *_readings(bare)])}
    return Chart(plan, goal, base, found.varied, every, made, tuple(reversed(targets.values())))


def _levels(chart: Chart) -> Iterator[Target]:
    goal = chart.goal
    for step in () if goal.any_score or goal.judged else goal.outcomes:
        yield Target(("level", step.id), UntouchedLevel(goal.id, step.id, goal.scale), chart.base)


def _sides(chart: Chart) -> Iterator[Target]:
    """Both sides of each test, once for all readings under which the same values pass."""
    if chart.ladders is None:
        return
    numbered = {axis.quantity: n for n, axis in enumerate(chart.ladders.axes)}
    for readings in chart.every:
        for level, test in asked(chart, readings):
            number = numbered[test.quantity]
            axis = chart.ladders.axes[number]
            for side, cells in (
                (Truth.TRUE, axis.passed[test.passing]),
                (Truth.FALSE, _failing(axis.cells, axis.passed[test.passing])),
            ):
                if cells:
                    what = UntouchedSide(
                        chart.goal.id,
                        level.step.id,
                        _words(test),
                        test.said.place.line,
                        side,
                        chart.goal.scale,
                        chart.told(readings),
                    )
                    yield Target(("side", number, test.passing, side), what, readings, test, number)


def _failing(cells: tuple[object, ...], passed: frozenset[int]) -> frozenset[int]:
    return frozenset(range(len(cells))) - passed


def _words(test: Test) -> str:
    """The plan's condition; of a group with its name."""
    groups = ", ".join(group for _, group in test.quantity.groups)
    return f"{groups}: {test.said.text}" if groups else test.said.text


def _readings(chart: Chart) -> Iterator[Target]:
    for name in chart.varied:
        for readings in chart.every:
            key = ("reading", name, readings[name])
            yield Target(key, UntouchedReading(chart.goal.id, name, readings[name]), readings)


def asked(chart: Chart, readings: Mapping[str, str]) -> Iterator[tuple[Level, Test]]:
    """Every test under one combination, in the order of the plan."""
    about = About(chart.plan, readings, {})
    for levels in periods_of(chart.goal):
        for level in levels:
            for test in tests(formula(about, level.literal if literal(readings) else level.relaxed)):
                yield level, test


def touched(chart: Chart, facts: Facts, as_of: date | None, readings: Mapping[str, str]) -> frozenset[Key]:
    """The keys of what an evaluation of the goal touches; ``readings`` are those that it names."""
    full = in_force(chart.plan, readings)
    found: set[Key] = {("reading", name, full[name]) for name in chart.varied}
    levels = default_levels(chart.plan, chart.goal, facts, as_of, readings)
    if len(levels) == 1:
        found.add(("level", levels[0]))
    if chart.ladders is not None:
        for ground in _grounds(chart, facts, as_of, full):
            found |= set(_lying(chart, chart.ladders, ground, full))
    return frozenset(found)


def _grounds(chart: Chart, facts: Facts, as_of: date | None, full: Mapping[str, str]) -> Iterator[Ground]:
    """What is known, of each subject that the goal is asked of."""
    ground = ground_of(chart.plan, facts, as_of, full)
    subjects = chart.goal.each.subjects if chart.goal.each else None
    if subjects is None:
        yield ground
        return
    for number in range(rows_of(ground, chart.plan.records[subjects.record])):
        yield ground_of(chart.plan, facts, as_of, full, None, RowRef(subjects.record, number))


def _lying(chart: Chart, made: Ladders, ground: Ground, full: Mapping[str, str]) -> Iterator[Key]:
    """On which side of each test its quantity lies, where that is settled."""
    numbered = {axis.quantity: n for n, axis in enumerate(made.axes)}
    known: dict[int, frozenset[int]] = {}
    for _, test in asked(chart, full):
        number = numbered.get(test.quantity)
        if number is None:
            continue
        axis = made.axes[number]
        if number not in known:
            known[number] = left(ground, axis).cells
        passed = axis.passed.get(test.passing, frozenset())
        for side, inside in ((Truth.TRUE, known[number] <= passed), (Truth.FALSE, not known[number] & passed)):
            if inside and known[number]:
                yield ("side", number, test.passing, side)
