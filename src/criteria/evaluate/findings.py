"""What a reader should be told besides verdicts: a duty that is not there, a lowest level that goes before a middle one, a correction.

In: the plan, its goals' verdicts, facts and clock. Out: diagnostics. Holds: no finding moves a level.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from criteria.diagnostics import Diagnostic, Severity
from criteria.evaluate.levels import ground_of, truths
from criteria.evaluate.lights import light
from criteria.evaluate.reference import condition_of
from criteria.evaluate.verdict import GoalVerdict, Truth
from criteria.facts.record import Exactly, Facts, Given
from criteria.frozen import kept_with
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan


def findings(
    plan: Plan, goals: Sequence[GoalVerdict], facts: Facts, as_of: date | None, readings: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Those of all goals that count."""
    asked = _asked_about(plan)
    for verdict in goals if asked else ():
        goal = asked.get(verdict.id)
        if goal:
            ground_for = (plan, facts, as_of, readings)
            yield from _lowest_first(goal, ground_for)
            if goal.duties and verdict.standing is None:
                yield from _duties(goal, light(verdict).colour, ground_for)


def _asked_about(plan: Plan) -> dict[str, Goal]:
    """The goals of which something may have to be told; worked out once."""
    kept = kept_with(plan)
    if "told of" not in kept:
        one = [goal for goal in plan.goals if not goal.each]
        kept["told of"] = {goal.id: goal for goal in one if goal.duties or _may_be_first(goal)}
    found: dict[str, Goal] = kept["told of"]
    return found


def _may_be_first(goal: Goal) -> bool:
    """Whether its lowest level is asked before another one."""
    order = [level.step for level in goal.levels]
    return goal.scale.lowest in order and order[-1] != goal.scale.lowest


Grounds = tuple[Plan, Facts, date | None, Mapping[str, str]]


def _duties(goal: Goal, colour: str, ground_for: Grounds) -> Iterator[Diagnostic]:
    for duty in goal.duties:
        found = truths(ground_of(*ground_for), duty.condition) if duty.light == colour else Truth.TRUE
        if found is not Truth.TRUE:
            kind = "duty-missing" if found is Truth.FALSE else "duty-unknown"
            values = {"name": goal.id, "duty": duty.condition.text, "light": colour, "light_da": _DANISH[colour]}
            yield Diagnostic(kind, duty.place, values, severity=Severity.WARNING, goal=goal.id)


_DANISH = {"yellow": "gult", "red": "rødt"}


def _lowest_first(goal: Goal, ground_for: Grounds) -> Iterator[Diagnostic]:
    """A stated lowest level that holds where a middle one does: it is taken, and the reader is told."""
    if not _may_be_first(goal):
        return
    ground = ground_of(*ground_for)
    at = [level.step for level in goal.levels].index(goal.scale.lowest)
    above, lowest, below = goal.levels[:at], goal.levels[at], goal.levels[at + 1 :]
    asked = {level.step: condition_of(ground.readings, level) for level in goal.levels}
    place = {"place": lowest.place}
    better = tuple(t.Not(asked[level.step], **place) for level in above)  # type: ignore[arg-type]
    middle = t.AnyOf(tuple(asked[level.step] for level in below), **place)  # type: ignore[arg-type]
    both = t.AllOf((*better, asked[lowest.step], middle), **place)  # type: ignore[arg-type]
    found = truths(ground, both)
    if found is not Truth.FALSE:
        kind = "lowest-before-middle" if found is Truth.TRUE else "lowest-may-be-before-middle"
        yield Diagnostic(kind, lowest.place, {"name": goal.id}, severity=Severity.NOTICE, goal=goal.id)


def corrections(plan: Plan, facts: Facts) -> list[Diagnostic]:
    """Days entered where the record was already closed."""
    closes = plan.record_closes
    return [
        Diagnostic(
            "correction", given.place, {"path": path, "day": str(day), "closes": str(closes)}, severity=Severity.NOTICE
        )
        for path, given in facts.values.items()
        if closes is not None and (day := _day(given)) is not None and day > closes
    ]


def _day(given: Given) -> date | None:
    value = given.possible.value if isinstance(given.possible, Exactly) else None
    return value if isinstance(value, date) else None
