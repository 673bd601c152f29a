"""Runs the examples inside a plan.

In: a checked plan. Out: a ``Rehearsal``: for each expectation what came out, and which levels, and which side of
which condition, no example touches. Facts that an example does not give are open, not closed (``facts.examples``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from criteria.diagnostics import Diagnostic, has_errors
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.total_verdict import Range
from criteria.evaluate.verdict import GoalVerdict, Reason, Truth, Verdict
from criteria.evaluate.versions import every_goal, only
from criteria.facts.examples import example_facts
from criteria.facts.record import Facts
from criteria.frozen import evolve, frozen
from criteria.model.plan import Example, Expectation, Plan
from criteria.model.scale import USUAL, Scale
from criteria.model.totals import TotalExpectation


@frozen
class Outcome:
    """What an example expects of a goal, and the levels that came out."""

    expectation: Expectation
    got: tuple[str, ...]
    scale: Scale = USUAL

    @property
    def expected(self) -> tuple[str, ...]:
        """The levels as identifiers, best first."""
        return self.expectation.levels

    @property
    def passed(self) -> bool:
        """The same set of levels."""
        return set(self.expected) == set(self.got)


@frozen
class TotalOutcome:
    """What an example expects of a total, and the range that came out; None where it cannot be computed."""

    expectation: TotalExpectation
    got: Range | None

    @property
    def passed(self) -> bool:
        """The same range, exactly."""
        return self.got == (self.expectation.low, self.expectation.high)


@frozen
class Run:
    """One example: its outcomes, or the faults in what it gives."""

    example: Example
    outcomes: tuple[Outcome, ...]
    faults: tuple[Diagnostic, ...]
    totals: tuple[TotalOutcome, ...] = ()

    @property
    def passed(self) -> bool:
        """Every expectation is met."""
        outcomes = [outcome.passed for outcome in self.outcomes] + [outcome.passed for outcome in self.totals]
        return not self.faults and all(outcomes)


@frozen
class UntouchedLevel:
    """A level that no example reaches."""

    goal: str
    level: str
    scale: Scale = USUAL


@frozen
class UntouchedSide:
    """A condition that no example shows to hold, or to fail."""

    goal: str
    level: str
    text: str
    line: int
    side: Truth
    scale: Scale = USUAL


@frozen
class Rehearsal:
    runs: tuple[Run, ...]
    levels: tuple[UntouchedLevel, ...]
    sides: tuple[UntouchedSide, ...]

    @property
    def passed(self) -> bool:
        """Every example passes."""
        return all(run.passed for run in self.runs)


def rehearse(plan: Plan) -> Rehearsal:
    """All examples, and what they leave out."""
    seen = _Seen()
    runs = tuple(_run(example, plan, seen) for example in plan.examples)
    return Rehearsal(runs, tuple(_untouched_levels(plan, seen)), tuple(seen.untouched_sides()))


class _Seen:
    """What the examples have shown so far: the decided level of each goal, the truths of each condition."""

    def __init__(self) -> None:
        self.levels: set[tuple[str, str]] = set()
        self.scales: dict[str, Scale] = {}
        self.truths: dict[tuple[str, str, str, int, int], set[Truth]] = {}

    def note(self, goal: GoalVerdict) -> None:
        self.scales[goal.id] = goal.scale
        for one in goal.subjects:
            self.note(one)
        if goal.decided:
            self.levels.add((goal.id, goal.levels[0]))
        for name, reason in goal.levels_because:
            for leaf in _leaves(reason):
                key = (goal.id, name, leaf.text, leaf.place.line, leaf.place.column)
                self.truths.setdefault(key, set()).add(leaf.truth)

    def untouched_sides(self) -> Iterator[UntouchedSide]:
        for (goal, level, text, line, _), truths in self.truths.items():
            for side in (Truth.TRUE, Truth.FALSE):
                if side not in truths:
                    yield UntouchedSide(goal, level, text, line, side, self.scales[goal])


def _run(example: Example, plan: Plan, seen: _Seen) -> Run:
    facts, faults = example_facts(example, plan)
    if has_errors(faults):
        return Run(example, (), tuple(faults))
    outcomes = tuple(_outcomes(example, facts, plan, seen))
    return Run(example, outcomes, tuple(faults), tuple(_totals(example, facts, plan, seen)))


def _outcomes(example: Example, facts: Facts, plan: Plan, seen: _Seen) -> Iterator[Outcome]:
    """One evaluation for each set of readings, of the goals that are expected under it."""
    known: dict[tuple[tuple[str, str], ...], Mapping[str, GoalVerdict]] = {}
    for expectation in example.expect:
        key = tuple(sorted(expectation.readings.items()))
        if key not in known:
            wanted = {e.goal for e in example.expect if tuple(sorted(e.readings.items())) == key}
            known[key] = _verdicts(plan, wanted, facts, example, expectation.readings)
            for verdict in known[key].values():
                seen.note(verdict)
        found = known[key].get(expectation.goal)
        if found and expectation.subject:
            found = next(one for one in found.subjects if one.called == expectation.subject)
        # A goal that is not in force on the example's day has no level.
        yield Outcome(expectation, ()) if found is None else Outcome(expectation, found.levels, found.scale)


def _totals(example: Example, facts: Facts, plan: Plan, seen: _Seen) -> Iterator[TotalOutcome]:
    """One evaluation of the whole plan for each set of readings that a total is expected under."""
    known: dict[tuple[tuple[str, str], ...], Verdict] = {}
    for expectation in example.totals:
        if expectation.readings not in known:
            known[expectation.readings] = evaluate(plan, facts, example.as_of, dict(expectation.readings))
            for goal in known[expectation.readings].goals:
                seen.note(goal)
        verdict = known[expectation.readings]
        of_sections = {section.title: section.total for section in verdict.sections}
        found = verdict.total if expectation.section is None else of_sections[expectation.section]
        yield TotalOutcome(expectation, found.range if found else None)


def _verdicts(
    plan: Plan, wanted: set[str], facts: Facts, example: Example, readings: Mapping[str, str]
) -> Mapping[str, GoalVerdict]:
    part = evolve(only(plan, wanted), total=None, sections=(), counts=False)
    return {goal.id: goal for goal in evaluate(part, facts, example.as_of, dict(readings)).goals}


def _leaves(reason: Reason) -> Iterable[Reason]:
    """The conditions as the plan writes them; the groups of one test are one condition."""
    if all(child.text.endswith(f": {reason.text}") for child in reason.children):
        yield reason
    else:
        for child in reason.children:
            yield from _leaves(child)


def _untouched_levels(plan: Plan, seen: _Seen) -> Iterator[UntouchedLevel]:
    for goal in every_goal(plan):
        for name in () if goal.any_score else tuple(step.id for step in goal.outcomes):
            if (goal.id, name) not in seen.levels:
                yield UntouchedLevel(goal.id, name, goal.scale)
