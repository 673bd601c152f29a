"""The form of a goal's verdict: what of it follows from the plan and the readings in force alone, worked out once for a plan.

In: a goal, the defaults in force. Out: a ``Form``: every combination of readings, the sketches of its reasons, its verdicts but for
those. Holds: no fact is looked at; facts that give days in words may bring further readings, and then no form is asked for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.evaluate.readings import Combinations, combinations
from criteria.evaluate.reference import condition_of
from criteria.evaluate.sketches import Sketch, sketch_of
from criteria.evaluate.verdict import GoalVerdict
from criteria.facts.record import NO_FACTS
from criteria.frozen import evolve, frozen, kept_with
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step

Alike = tuple[tuple[int, ...], ...]  # combinations by their numbers, those together that differ in one reading alone


@frozen(eq=False)
class Form:
    """Of a goal that is asked as a whole, by conditions."""

    goal: Goal
    every: Combinations
    readings: tuple[Mapping[str, str], ...]  # with all that is in force, for each combination
    trees: tuple[tuple[str, Sketch], ...]  # by level, best first
    verdicts: Mapping[str, GoalVerdict]  # by level: what is said of it, but for readings and reasons
    alike: tuple[tuple[str, Alike], ...]  # by reading


def forms_of(plan: Plan, base: Mapping[str, str]) -> tuple[Form | None, ...]:
    """Of each goal, made once."""
    kept, key = kept_with(plan), ("forms", *base.values())
    if key not in kept:
        kept[key] = tuple(_form(plan, goal, base) for goal in plan.goals)
    found: tuple[Form | None, ...] = kept[key]
    return found


def _form(plan: Plan, goal: Goal, base: Mapping[str, str]) -> Form | None:
    """None where a goal is judged, measured along a line, or asked of many."""
    if goal.judged or goal.linear or goal.each:
        return None
    every = combinations(plan, goal, NO_FACTS, base)
    trees = []
    for level in goal.levels:
        sketch = sketch_of(plan, condition_of(base, level), base)
        quote = sketch.blank.quote or level.quote
        trees.append((level.step.id, evolve(sketch, blank=evolve(sketch.blank, quote=quote))))
    alike = tuple((name, _alike(name, every.each)) for name in every.varied)
    readings = tuple({**base, **each} for each in every.each)
    verdicts = {step.id: _verdict(goal, step, every.cut) for step in goal.outcomes}
    return Form(goal, every, readings, tuple(trees), verdicts, alike)


def _verdict(goal: Goal, step: Step, cut: bool) -> GoalVerdict:
    """The verdict on a goal that has this step and leaves nothing to note."""
    return GoalVerdict(
        goal.id,
        goal.title,
        (step.id,),
        (step.low, step.high),
        readings=(),
        depends_on=(),
        missing=(),
        assumed=(),
        faults=(),
        widened=False,
        because=None,
        readings_cut=cut,
        place=goal.place,
        quote=goal.quote,
        scale=goal.scale,
    )


def _alike(name: str, every: Sequence[Mapping[str, str]]) -> Alike:
    groups: dict[tuple[tuple[str, str], ...], list[int]] = {}
    for number, reading in enumerate(every):
        rest = tuple(sorted((key, value) for key, value in reading.items() if key != name))
        groups.setdefault(rest, []).append(number)
    return tuple(tuple(group) for group in groups.values() if len(group) > 1)


def deciding(form: Form, levels: Sequence[str]) -> tuple[str, ...]:
    """The readings that make the levels differ while all others stay as they are."""
    if len(set(levels)) < 2:
        return ()
    return tuple([name for name, groups in form.alike if any(len({levels[n] for n in group}) > 1 for group in groups)])
