"""A whole plan, compiled: its goals as functions, under the readings that anybody asks for.

In: a plan and the readings the caller moves; then facts, bound once. Out: the levels of each goal, as ``evaluate`` gives them. Holds: each
version of the plan and each combination of readings is compiled when it is first asked for; what is not compiled is asked of the
reference, and ``left`` names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from criteria.collecting import paused
from criteria.compiled.bind import Blanks, Bound, bound_to
from criteria.compiled.cells import levels_in_cells
from criteria.compiled.function import Levels
from criteria.compiled.goals import Program, program
from criteria.compiled.reference import steps_of
from criteria.compiled.running import Fault
from criteria.compiled.slots import Slots, slots_of
from criteria.compiled.together import Run, together
from criteria.compiled.writer import Constants, Uncompiled
from criteria.evaluate.readings import combinations, in_force, words_used
from criteria.evaluate.subjects import every_level
from criteria.evaluate.versions import every_goal, plan_at
from criteria.evaluate.years import as_known
from criteria.facts.record import NO_FACTS, Facts
from criteria.frozen import define, field, frozen
from criteria.model.plan import Goal, Plan
from criteria.source import Place

Readings = Mapping[str, str]


@frozen
class Left:
    """A goal that stays with the reference, and the construct that it uses."""

    goal: str
    construct: str
    place: Place


@define(eq=False)
class CompiledGoal:
    """A goal of one version of the plan, with its functions by the readings that they rest on."""

    plan: Plan
    goal: Goal
    slots: Slots
    base: Readings
    words: tuple[str, ...]
    constants: Constants
    programs: dict[tuple[str, ...], Program | None] = field(factory=dict)
    left: str = ""

    def program(self, readings: Readings) -> Program | None:
        """The function under these readings; None where the goal is not compiled."""
        key = tuple(readings[word] for word in self.words)
        if key not in self.programs:
            try:
                self.programs[key] = program(self.plan, self.goal, readings, self.slots, self.constants)
            except Uncompiled as found:
                self.left, self.programs[key] = found.construct, None
            except RecursionError:
                self.left, self.programs[key] = "deep nesting", None
        return self.programs[key]

    def levels(self, bound: Bound, readings: Readings) -> Levels:
        """The levels that are possible, best first."""
        found = self.program(readings)
        if found is not None:
            try:
                if found.reads.isdisjoint(bound.open):
                    return found.run(bound.values)
                reached = levels_in_cells(found, bound, readings)
            except (Fault, RecursionError):
                reached = None
            if reached is not None:
                return tuple(name for name in found.outcomes if name in reached)
        return tuple(step.id for step in steps_of(self.goal, bound, readings))


@define(eq=False)
class Version:
    """The goals that are in force together, and all of them as one function, once somebody wants it."""

    plan: Plan
    goals: tuple[CompiledGoal, ...]
    blanks: Blanks = field(factory=dict)
    run: Run | None = None
    made: bool = False


class CompiledPlan:
    """Functions of a plan. ``bind`` facts once, then ask for ``levels`` as often as wanted."""

    def __init__(self, plan: Plan, moved: Readings) -> None:
        self.model = plan
        self.slots = slots_of(plan)
        self.base = in_force(plan, moved)
        self._constants = Constants()
        self._goals: dict[int, CompiledGoal] = {}
        self._versions: dict[tuple[int, ...], Version] = {}

    @property
    def left(self) -> tuple[Left, ...]:
        """What stays with the reference, under the default readings."""
        every = [self._goal(self.model, goal) for goal in every_goal(self.model)]
        return tuple(
            Left(each.goal.id, each.left, each.goal.place) for each in every if each.program(self.base) is None
        )

    def bind(self, facts: Facts, as_of: date | None = None) -> Bound:
        """Facts, where the functions look for them."""
        bound = self.placed(facts, as_of)
        if not bound.open:
            bound.run = self._together(bound.version)  # type: ignore[arg-type]
        return bound

    def placed(self, facts: Facts, as_of: date | None) -> Bound:
        """The same for whoever asks other functions than the goals' own, so that these are not compiled."""
        version = self._version(as_of)
        known = as_known(version.plan, facts, as_of)
        bound = bound_to(version.plan, known, as_of, self.slots, self.base, version.blanks)
        bound.version = version
        return bound

    def make(self) -> None:
        """The functions that complete facts will be asked with, now."""
        with paused():
            self._together(self._version(None))

    def levels(self, bound: Bound) -> dict[str, Levels]:
        """The levels of each goal under the default readings."""
        run = bound.run
        if run is not None:
            try:
                return run(bound.values)
            except Fault:
                pass
        version: Version = bound.version  # type: ignore[assignment]
        return {each.goal.id: each.levels(bound, self.base) for each in version.goals}

    def readings(self, bound: Bound) -> dict[str, tuple[tuple[Readings, Levels], ...]]:
        """The levels of each goal under every combination of the readings its words use, the default first."""
        version: Version = bound.version  # type: ignore[assignment]
        return {each.goal.id: tuple(self._each_reading(each, bound)) for each in version.goals}

    def _each_reading(self, one: CompiledGoal, bound: Bound) -> list[tuple[Readings, Levels]]:
        if one.goal.judged:
            return [({}, one.levels(bound, self.base))]
        every = combinations(bound.plan, every_level(one.goal), bound.facts, self.base).each
        return [(reading, one.levels(bound, {**self.base, **reading})) for reading in every]

    def _version(self, as_of: date | None) -> Version:
        plan = plan_at(self.model, as_of)
        key = tuple(id(goal) for goal in plan.goals)
        if key not in self._versions:
            goals = tuple(self._goal(plan, goal) for goal in plan.goals)
            self._versions[key] = Version(plan, goals)
        return self._versions[key]

    def _together(self, version: Version) -> Run | None:
        """Every goal of a version as one function; None where one of them is not compiled."""
        if not version.made:
            every = [(each.goal.id, each.program(self.base)) for each in version.goals]
            compiled = [(goal, found) for goal, found in every if found is not None]
            if len(compiled) == len(every):
                version.run = together(compiled, self.slots.size, self._constants)
            version.made = True
        return version.run

    def _goal(self, plan: Plan, goal: Goal) -> CompiledGoal:
        if id(goal) not in self._goals:
            words = tuple(sorted(words_used(plan, every_level(goal), NO_FACTS)))
            self._goals[id(goal)] = CompiledGoal(plan, goal, self.slots, self.base, words, self._constants)
        return self._goals[id(goal)]
