"""Runs the examples inside a plan.

In: a checked plan. Out: a ``Rehearsal``: for each expectation what came out, and what the examples touch of the plan (``coverage``). Facts
that an example does not give are open, not closed (``facts.examples``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.analyse.coverage import Chart, Key, Untouched, chart, touched
from criteria.diagnostics import Diagnostic, has_errors
from criteria.evaluate.evaluation import evaluate
from criteria.evaluate.total_verdict import Range
from criteria.evaluate.verdict import GoalVerdict, Verdict
from criteria.evaluate.versions import only, plan_at
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
class Rehearsal:
    """``runs``, and what there is to touch with what they leave out."""

    runs: tuple[Run, ...]
    left: tuple[tuple[Chart, frozenset[Key]], ...]  # for each goal what examples have touched

    @property
    def passed(self) -> bool:
        """Every example passes."""
        return all(run.passed for run in self.runs)

    @property
    def targets(self) -> tuple[tuple[Untouched, bool], ...]:
        """Everything there is to touch, and whether an example does."""
        return tuple((target.what, target.key in done) for chart, done in self.left for target in chart.targets)


def rehearse(plan: Plan) -> Rehearsal:
    """All examples, and what they leave out."""
    seen = _Seen({})
    runs = tuple(_run(example, plan, seen) for example in plan.examples)
    goals = plan_at(plan, None).goals
    return Rehearsal(runs, tuple((made, _done(made, plan, seen)) for made in (chart(plan, goal) for goal in goals)))


@frozen
class _Seen:
    """The decided levels of each goal under the expectations and totals of the examples."""

    levels: dict[str, set[str]]

    def note(self, goal: GoalVerdict) -> None:
        for one in goal.subjects:
            self.note(one)
        if goal.decided:
            self.levels.setdefault(goal.id, set()).add(goal.levels[0])


def _done(made: Chart, plan: Plan, seen: _Seen) -> frozenset[Key]:
    """What the expectations of one goal touch."""
    found: set[Key] = {("level", level) for level in seen.levels.get(made.goal.id, ())}
    for example in plan.examples:
        facts, faults = example_facts(example, plan)
        if not has_errors(faults):
            for readings in {tuple(sorted(e.readings.items())) for e in example.expect if e.goal == made.goal.id}:
                found |= touched(made, facts, example.as_of, dict(readings))
    return frozenset(found)


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
