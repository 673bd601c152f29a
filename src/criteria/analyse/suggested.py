"""Examples that touch what the plan's own examples leave out.

In: charts of what is left to touch. Out: ``Suggestion``s, each with complete facts and the levels that they give under every combination of
readings that makes a difference; and what no facts were found for. Holds: each suggestion touches what it was made for; facts lie on the
threshold that it is about, or as near to it as can be.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice, product

from criteria.analyse.coverage import Chart, Key, Target, Told, Untouched, touched
from criteria.analyse.thresholds import sides_of, ways
from criteria.analyse.witness import witness
from criteria.evaluate.evaluation import default_levels
from criteria.evaluate.verdict import Truth
from criteria.facts.record import Facts, Given, Never, RecordRows
from criteria.facts.uses import goals_using
from criteria.frozen import evolve, frozen
from criteria.ladder import diagram as d
from criteria.ladder.domains import Domain
from criteria.ladder.ladders import Ladders
from criteria.ladder.quantities import Quantity
from criteria.model.plan import Goal
from criteria.model.types import DateType
from criteria.source import Place

MOST_WAYS = 4  # ways to set the other quantities that are tried
MOST_CUBES = 6
HERE = Place("")
Wanted = list[tuple[Quantity, Domain]]


@frozen
class Suggestion:
    """Facts of an example, and what to expect of the goal: the readings told, and the levels."""

    what: Untouched
    goal: Goal
    facts: Facts
    expect: tuple[tuple[Told, tuple[str, ...]], ...]


@frozen
class Suggested:
    each: tuple[Suggestion, ...]
    missed: tuple[Untouched, ...]  # what no facts were found for


def suggested(left: Iterable[tuple[Chart, frozenset[Key]]]) -> Suggested:
    """For each goal what its examples have touched already."""
    found: list[Suggestion] = []
    missed: list[Untouched] = []
    for chart, done in left:
        seen = set(done)
        for target in sorted(chart.targets, key=lambda one: one.key[0] != "side"):
            if target.key not in seen:
                made = next(_suggestions(chart, target), None)
                if made is None:
                    missed.append(target.what)
                else:
                    found.append(made)
                    for told, _ in made.expect:
                        seen |= touched(chart, made.facts, None, dict(told))
    return Suggested(tuple(found), tuple(missed))


def _suggestions(chart: Chart, target: Target) -> Iterator[Suggestion]:
    """Those that touch the target."""
    if chart.ladders is None:
        return
    for wanted in _wanted(chart, chart.ladders, target):
        found = witness(chart.plan, chart.goal, target.readings, wanted)
        if found:
            facts = _told_in_full(chart, found.facts)
            told = chart.told(target.readings)
            if target.key in touched(chart, facts, None, dict(told)):
                yield Suggestion(target.what, chart.goal, facts, tuple(_expected(chart, facts, told)))


def _wanted(chart: Chart, made: Ladders, target: Target) -> Iterator[Wanted]:
    """Where quantities shall lie, the most telling first."""
    if target.test is not None:
        axis = made.axes[target.axis]
        ladder = made.each[chart.every.index(target.readings)]
        want = target.key[-1] is Truth.TRUE
        for value, cells in sides_of(chart.plan, axis, target.test, want=want):
            for others in (*islice(ways(made.axes, ladder, target.axis, cells), MOST_WAYS), []):
                yield [(axis.quantity, value), *others]
        return
    if target.key[0] == "level":
        step = made.each[0].step
        yield from islice(_of_cubes(made, step, lambda one: getattr(one, "id", None) == target.key[1]), MOST_CUBES)
        return
    here, there = made.each[0].step, made.each[chart.every.index(target.readings)].step
    differs = d.combined(lambda one, other: one != other, here, there)
    yield from islice(_of_cubes(made, differs, bool), MOST_CUBES)
    yield []


def _of_cubes(made: Ladders, diagram: d.Diagram, wanted: object) -> Iterator[Wanted]:
    for cube in d.cubes(diagram, wanted):  # type: ignore[arg-type]
        for chosen in product(*(sorted(cells) for _, cells in cube)):
            yield [(made.axes[n].quantity, made.axes[n].cells[cell]) for (n, _), cell in zip(cube, chosen, strict=True)]


def _told_in_full(chart: Chart, facts: Facts) -> Facts:
    """What an example does not give is open, so a day that never comes is told, and so is a record without rows."""
    using = goals_using(chart.plan)
    own = [key for key, goals in using.items() if chart.goal.id in goals]
    never = {
        key: Given(Never(), place=HERE)
        for key in own
        if key in chart.plan.facts and key not in facts.values and isinstance(chart.plan.facts[key].type, DateType)
    }
    empty = {
        key: RecordRows((), place=HERE)
        for key in own
        if key in chart.plan.records and key not in facts.records and chart.plan.records[key].rows is None
    }
    return evolve(facts, values={**facts.values, **never}, records={**facts.records, **empty}, closed=False)


def _expected(chart: Chart, facts: Facts, asked: Told) -> Iterator[tuple[Told, tuple[str, ...]]]:
    """The levels under the default readings, under those that were asked for, and wherever one reading more changes them."""
    known: dict[Told, tuple[str, ...]] = {}
    for readings in chart.every:
        told = chart.told(readings)
        levels = default_levels(chart.plan, chart.goal, facts, None, dict(told))
        nearest = max((one for one in known if set(one) <= set(told)), key=len, default=None)
        if nearest is None or known[nearest] != levels or told == asked:
            known[told] = levels
    yield from known.items()
