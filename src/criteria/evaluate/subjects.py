"""A goal asked of each subject, in each period: a verdict for every one, and of them the verdict on the goal as a whole.

In: a goal with ``each``, and how to ask it of one. Out: a ``GoalVerdict`` with its ``subjects``. Holds: the goal as a whole is as good
as its worst subject; its set has every level that the worst can have, each subject taken by itself, and is flagged ``widened`` where
two open ones rest on one uncertain thing. No subject at all is a fault, and so free; subjects that the facts do not bring are missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from criteria.evaluate.grading import joined
from criteria.evaluate.levels import Levels
from criteria.evaluate.readings import Combinations, deciding
from criteria.evaluate.shape import walk
from criteria.evaluate.verdict import Fault, GoalVerdict, Missing, ReadingResult
from criteria.evaluate.worlds import Key, RowRef, alike
from criteria.facts.record import Facts
from criteria.frozen import evolve, frozen
from criteria.model import terms as t
from criteria.model.nodes import is_node
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step, between


@frozen
class Answer:
    """The verdict on one subject in one period, with the levels of every combination of readings."""

    verdict: GoalVerdict
    found: tuple[Levels, ...]


Ask = Callable[[Goal, RowRef | None], Answer]
Find = Callable[[Goal, RowRef | None], Levels]  # without reasons; of a goal with periods all of them together


@frozen
class Set:
    """The levels of one subject over all its periods: what it looked at, and whether it may be wider than the truth."""

    steps: tuple[Step, ...]
    widened: bool
    leaves: frozenset[Key]


def every_level(goal: Goal) -> Goal:
    """The goal with the conditions of all its periods, for what goes by its words."""
    periods = goal.each.periods if goal.each else ()
    return evolve(goal, levels=tuple(level for each in periods for level in each.levels)) if periods else goal


def of_each(
    plan: Plan, goal: Goal, facts: Facts, every: Combinations, ask: Ask, find: Callable[[int], Find]
) -> GoalVerdict:
    """The goal as a whole; ``find(n)`` looks under the n-th combination of readings."""
    nobody = _nobody(plan, goal, facts)
    if nobody:
        steps = goal.outcomes
        return _verdict(goal, every, [steps for _ in every.each], **nobody)
    answers = {row: _answers(goal, row, name, ask) for row, name in rows_asked(plan, goal, facts)}
    sets = [
        [_set(goal, row, [answer.found[n] for answer in own], find(n)) for row, own in answers.items()]
        for n in range(len(every.each))
    ]
    return _whole(goal, every, [answer.verdict for own in answers.values() for answer in own], sets)


def steps_of_each(plan: Plan, goal: Goal, facts: Facts, find: Find) -> tuple[Step, ...]:
    """The levels of the goal as a whole, and nothing else."""
    if _nobody(plan, goal, facts):
        return goal.outcomes
    rows = rows_asked(plan, goal, facts)
    sets = [_set(goal, row, [find(one, row) for _, one in in_each_period(goal)], find) for row, _ in rows]
    return worst([one.steps for one in sets])


def _nobody(plan: Plan, goal: Goal, facts: Facts) -> dict[str, object]:
    """Why there is no subject to ask; then every level is left."""
    subjects = goal.each.subjects if goal.each else None
    if goal.each is None or subjects is None:
        return {}
    record = plan.records[subjects.record]
    brought = facts.records.get(record.key)
    if record.rows is None and (brought is None or brought.others):
        return {"missing": (Missing(record.key),)}
    if not rows_asked(plan, goal, facts):
        return {"faults": (Fault("empty-group", goal.each.place, record.name),)}
    return {}


def in_each_period(goal: Goal) -> Iterator[tuple[str, Goal]]:
    """The goal as it stands in each of its periods, with the period's name."""
    assert goal.each is not None
    for period in goal.each.periods:
        yield period.name, evolve(goal, levels=period.levels, each=None)
    if not goal.each.periods:
        yield "", evolve(goal, each=None)


def _answers(goal: Goal, row: RowRef | None, name: str, ask: Ask) -> list[Answer]:
    """One subject, period by period."""
    found = []
    for period, one in in_each_period(goal):
        answer = ask(one, row)
        found.append(evolve(answer, verdict=evolve(answer.verdict, subject=name or period, period=period)))
    return found


def rows_asked(plan: Plan, goal: Goal, facts: Facts) -> list[tuple[RowRef | None, str]]:
    """The rows of the table, each with its name, which the facts layer and the checker have seen to; of periods alone, no row."""
    subjects = goal.each.subjects if goal.each else None
    if subjects is None:
        return [(None, "")]
    record = plan.records[subjects.record]
    if record.rows is not None:
        names = [str(row.values[subjects.naming]) for row in record.rows]
    else:
        given = [row.cells.get(subjects.naming) for row in facts.records[record.key].rows]
        names = [each.text.strip() if each else str(number) for number, each in enumerate(given, 1)]
    return [(RowRef(record.key, number), name) for number, name in enumerate(names)]


# ---- the whole ----------------------------------------------------------------------------------------------------------


def worst(found: Sequence[Sequence[Step]]) -> tuple[Step, ...]:
    """Every level that the worst of several can have: none better than the best of each."""
    most = min(max(step.high for step in steps) for steps in found)
    left = {step for steps in found for step in steps if step.low <= most}
    return joined({step if step.high <= most else between(step.low, most) for step in left})


def _set(goal: Goal, row: RowRef | None, found: Sequence[Levels], find: Find) -> Set:
    """One subject over all its periods. Where several are open and rest on the same, they are looked at together."""
    steps, widened = worst([one.steps for one in found]), any(one.widened for one in found)
    if len(steps) > 1 and _share([one.leaves for one in found if len(one.steps) > 1]):
        together = find(goal, row)
        steps = tuple(step for step in steps if step in together.steps)
        widened = together.widened
    leaves = {leaf for one in found for leaf in one.leaves if not _own(leaf)}
    return Set(steps, widened and len(steps) > 1, frozenset(leaves) if len(steps) > 1 else frozenset())


def _whole(
    goal: Goal, every: Combinations, verdicts: Sequence[GoalVerdict], sets: Sequence[Sequence[Set]]
) -> GoalVerdict:
    found = [worst([one.steps for one in each]) for each in sets]
    wider = [
        len(whole) > 1 and (any(one.widened for one in each) or _share([one.leaves for one in each]))
        for whole, each in zip(found, sets, strict=True)
    ]
    return _verdict(
        goal,
        every,
        found,
        missing=tuple({m.path: m for v in verdicts for m in v.missing}.values()),
        assumed=tuple({a.path: a for v in verdicts for a in sorted(v.assumed, key=lambda a: a.helps)}.values()),
        faults=tuple(dict.fromkeys(f for v in verdicts for f in v.faults)),
        widened=any(wider),
        subjects=tuple(verdicts),
    )


def _verdict(goal: Goal, every: Combinations, found: Sequence[tuple[Step, ...]], **seen: object) -> GoalVerdict:
    """The verdict on the whole, by the levels under each combination of readings."""
    results = tuple(ReadingResult(r, tuple(s.id for s in steps)) for r, steps in zip(every.each, found, strict=True))
    about: dict[str, object] = {"missing": (), "assumed": (), "faults": (), "widened": False, **seen}
    return GoalVerdict(
        goal.id,
        goal.title,
        results[0].levels,
        (min(step.low for step in found[0]), max(step.high for step in found[0])),
        results,
        deciding(every.varied, [(r.reading, r.levels) for r in results]),
        because=None,
        readings_cut=every.cut,
        place=goal.place,
        quote=goal.quote,
        scale=goal.scale,
        each=True,
        measured=goal.linear is not None,
        **about,  # type: ignore[arg-type]
    )


# ---- what open subjects share -------------------------------------------------------------------------------------------


def _share(found: Sequence[frozenset[Key]]) -> bool:
    """Whether two of them rest on one uncertain thing."""
    seen: set[Key] = set()
    for leaves in found:
        if any(alike(leaf, seen) for leaf in leaves):
            return True
        seen |= leaves
    return False


def _own(leaf: Key) -> bool:
    """Whether a key is about a quantity that is computed with the subject's row, and so about another one for each subject."""
    return isinstance(leaf, tuple) and any(is_node(part) and _asks(part) for part in leaf)


@cache
def _asks(node: t.Term | t.Condition | t.Rows) -> bool:
    return any(isinstance(part, t.Cell) and part.scope == t.SUBJECT for part in walk(node))
