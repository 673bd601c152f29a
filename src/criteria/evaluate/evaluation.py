"""An evaluation: every goal of a plan, under every combination of the readings its words use.

In: plan, facts, an as-of day or none, readings the caller moves. Out: a ``Verdict``. Deterministic, without a clock.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from criteria.evaluate.decided import decided, judged_steps, judged_verdict
from criteria.evaluate.findings import corrections, findings
from criteria.evaluate.levels import Known, Levels, certainly, ground_of, levels
from criteria.evaluate.measures import measured
from criteria.evaluate.readings import Combinations, combinations, deciding, in_force
from criteria.evaluate.reasons import measured_value, reason
from criteria.evaluate.reference import condition_of
from criteria.evaluate.senses import under_each
from criteria.evaluate.subjects import Answer, every_level, of_each, steps_of_each
from criteria.evaluate.told import Told
from criteria.evaluate.unmatched import unmatched_rows
from criteria.evaluate.verdict import Assumed, GoalVerdict, Measured, Missing, ReadingResult, Reason, Truth, Verdict
from criteria.evaluate.versions import judged_by, plan_at, removed_goals
from criteria.evaluate.worlds import MOST_LOOKS, Ground, Key, RowRef
from criteria.evaluate.years import as_known
from criteria.facts.record import Facts, Given, Nothing, Row, Unknown
from criteria.frozen import evolve
from criteria.model.plan import Goal, Linear, Plan
from criteria.source import Place

Progress = Callable[[int, int], None]
UNKNOWN = Given(Unknown(), place=Place(""))
ONE_ASKED = 100  # looks that asking costs anyhow
MOST_ASSUMED = 16  # assumptions tried one by one for whether they help


def evaluate(
    plan: Plan,
    facts: Facts,
    as_of: date | None = None,
    readings: Mapping[str, str] | None = None,
    progress: Progress | None = None,
    told: Told | None = None,
) -> Verdict:
    """The verdict on every goal of the version in force. ``readings`` move the defaults of what the plan has not settled. ``told`` saves
    looking for what somebody knows."""
    every, plan = plan, plan_at(plan, as_of)
    base = in_force(plan, readings or {})
    shared: dict[Key, object] = {}
    facts = as_known(plan, facts, as_of)
    goals = []
    at_once = _at_once(plan, facts, as_of, base, shared, told) if told else [None] * len(plan.goals)

    def ask(goal: Goal) -> tuple[str, ...]:
        return default_levels(plan, goal, facts, as_of, readings or {})

    for number, goal in enumerate(plan.goals):
        if progress:
            progress(number, len(plan.goals))
        verdict = decided(at_once[number] or _goal(plan, goal, facts, as_of, base, shared, told), goal, facts, as_of)
        if goal.measures:
            verdict = evolve(verdict, measures=_measures(plan, goal, facts, as_of, base))
        goals.append(judged_by(every, verdict, as_of, ask))
    notices = (
        *corrections(plan, facts),
        *unmatched_rows(plan, facts, told),
        *findings(plan, goals, facts, as_of, base),
    )
    removed = removed_goals(every, as_of, ask)
    if plan.total is None and not plan.sections and not plan.counts:
        return Verdict(tuple(goals), as_of, base, notices, removed=removed)
    from criteria.evaluate.totals import summary

    whole = summary(plan, goals, removed, facts, as_of, base)
    return Verdict(tuple(goals), as_of, base, notices, whole.total, whole.sections, whole.counts, removed)


def _at_once(
    plan: Plan, facts: Facts, as_of: date | None, base: Mapping[str, str], shared: dict[Key, object], told: Told
) -> list[GoalVerdict | None]:
    """The verdicts of goals of which all is told."""
    from criteria.evaluate.at_once import verdicts_told  # only for who asks again and again

    return verdicts_told(ground_of(plan, facts, as_of, base, Known(shared)), told)


def default_levels(
    plan: Plan, goal: Goal, facts: Facts, as_of: date | None, readings: Mapping[str, str]
) -> tuple[str, ...]:
    """The levels of one goal under the default readings alone, without reasons: cheap enough to be asked day by day."""
    return told_levels(plan, goal, facts, as_of, readings)[0]


def told_levels(
    plan: Plan,
    goal: Goal,
    facts: Facts,
    as_of: date | None,
    readings: Mapping[str, str],
    within: frozenset[str] | None = None,
    looks: int = MOST_LOOKS,
) -> tuple[tuple[str, ...], bool, int]:
    """The same; whether they may be more than there are (of many subjects with open levels nobody has looked); and how often something
    was looked at. ``within``: one level that is certain and none of these is as good as all. ``looks``: at most in one exploration."""
    if goal.judged:
        return tuple(step.id for step in judged_steps(goal, facts, as_of)), False, 0
    base = in_force(plan, readings)
    default, known = {**base, **combinations(plan, every_level(goal), facts, base).each[0]}, Known()
    widened, work = [], []

    def find(one: Goal, subject: RowRef | None) -> Levels:
        stop = None if goal.each else within
        found = levels(plan, one, facts, as_of, default, Known(known.shared), subject, stop, looks)
        widened.append(found.widened)
        work.append(ONE_ASKED + found.ground.uncertain)
        return found

    if goal.each:
        steps = steps_of_each(plan, goal, facts, find)
        return tuple(step.id for step in steps), any(widened) or len(steps) > 1, sum(work)
    return names(find(goal, None)), any(widened), sum(work)


def goal_verdict(plan: Plan, goal: Goal, facts: Facts, as_of: date | None, readings: Mapping[str, str]) -> GoalVerdict:
    """The verdict on one goal by itself, with its reasons."""
    return _goal(plan, goal, facts, as_of, in_force(plan, readings), {})


def _measures(
    plan: Plan, goal: Goal, facts: Facts, as_of: date | None, base: Mapping[str, str]
) -> tuple[Measured, ...]:
    return tuple(measured(ground_of(plan, facts, as_of, base), each) for each in goal.measures)


def _goal(
    plan: Plan,
    goal: Goal,
    facts: Facts,
    as_of: date | None,
    base: Mapping[str, str],
    shared: dict[Key, object],
    told: Told | None = None,
) -> GoalVerdict:
    if goal.judged:
        return judged_verdict(goal, goal.judged, facts, as_of)
    every = combinations(plan, every_level(goal), facts, base)

    def ask(one: Goal, subject: RowRef | None) -> Answer:
        return _answer(plan, one, facts, as_of, base, every, Known(shared), subject, None if goal.each else told)

    def find(number: int) -> Callable[[Goal, RowRef | None], Levels]:
        readings = {**base, **every.each[number]}
        return lambda one, subject: levels(plan, one, facts, as_of, readings, Known(shared), subject)

    return of_each(plan, goal, facts, every, ask, find) if goal.each else ask(goal, None).verdict


def _answer(
    plan: Plan,
    goal: Goal,
    facts: Facts,
    as_of: date | None,
    base: Mapping[str, str],
    every: Combinations,
    known: Known,
    subject: RowRef | None,
    told: Told | None,
) -> Answer:
    """The goal asked of one subject, or of the plan as a whole."""

    def look(readings: Mapping[str, str], ground: Ground | None = None) -> Levels:
        level = told.level(goal, readings) if told else None
        if level is None:
            return levels(plan, goal, facts, as_of, readings, known, subject)
        if ground is None:
            ground = ground_of(plan, facts, as_of, readings, known, subject)
            ground.told = told
        return certainly(ground, goal, level)

    first, *others = ({**base, **each} for each in every.each)
    default = look(first)
    found = under_each(plan, goal, default, others, lambda readings: look(readings, default.ground))
    results = tuple(ReadingResult(each, names(one)) for each, one in zip(every.each, found, strict=True))
    trees = _trees(goal, default)
    because = scored_because(default, goal.linear) if goal.linear else _because(default, trees)
    verdict = GoalVerdict(
        goal.id,
        goal.title,
        names(default),
        (min(step.low for step in default.steps), max(step.high for step in default.steps)),
        results,
        deciding(every.varied, [(r.reading, r.levels) for r in results]),
        tuple(Missing(path, place) for path, place in default.missing.items()),
        _assumed(plan, goal, facts, as_of, {**base, **every.each[0]}, default),
        default.faults,
        any(one.widened for one in found),
        because,
        trees,
        every.cut,
        place=goal.place,
        quote=goal.quote,
        scale=goal.scale,
        measured=goal.linear is not None,
    )
    return Answer(verdict, found)


def names(found: Levels) -> tuple[str, ...]:
    """Level identifiers, best first."""
    return tuple(step.id for step in found.steps)


def _trees(goal: Goal, found: Levels) -> tuple[tuple[str, Reason], ...]:
    """Every level's conditions with their truths; looking at them is no new evidence of what was tested."""
    ground = evolve(found.ground, missing={}, assumed={}, faults={})
    return tuple(
        (level.step.id, _titled(reason(ground, condition_of(ground.readings, level)), level.quote))
        for level in goal.levels
    )


def scored_because(found: Levels, linear: Linear) -> Reason:
    """The quantity with its value or range; under a condition both stand below the line."""
    ground = evolve(found.ground, missing={}, assumed={}, faults={})
    decided = len(found.steps) == 1 and found.steps[0].low == found.steps[0].high
    truth = Truth.TRUE if decided else Truth.UNKNOWN
    value = measured_value(ground, linear.value, linear.unit, linear.known)
    if linear.provided is None:
        return evolve(value, text=linear.text, truth=truth, place=linear.place)
    single = value.amount is not None and value.amount.low == value.amount.high
    value = evolve(value, truth=Truth.TRUE if single else Truth.UNKNOWN)
    return Reason(linear.text, truth, linear.place, children=(value, reason(ground, linear.provided)))


def _titled(tree: Reason, quote: str) -> Reason:
    return evolve(tree, quote=tree.quote or quote)


def _because(found: Levels, trees: tuple[tuple[str, Reason], ...]) -> Reason | None:
    """The tree of the best level that is possible; for the lowest, that of the easiest level, which fails."""
    if not trees:
        return None
    by_name = dict(trees)
    best = by_name.get(found.steps[0].id)
    return best if best is not None and best.truth is not Truth.FALSE else trees[-1][1]


def _assumed(
    plan: Plan, goal: Goal, facts: Facts, as_of: date | None, readings: Mapping[str, str], found: Levels
) -> tuple[Assumed, ...]:
    """Facts read as never, and whether that helps: left open, a worse level would be possible."""
    worst = found.steps[-1].low
    result = []
    for number, path in enumerate(found.assumed):
        if number >= MOST_ASSUMED:
            result.append(Assumed(path))
            continue
        opened, shared = _once_opened(facts, path, found.ground.shared)
        after = levels(plan, goal, opened, as_of, readings, Known(shared), found.ground.subject)
        result.append(Assumed(path, after.steps[-1].low < worst))
    return tuple(result)


def _once_opened(facts: Facts, path: str, shared: dict[Key, object]) -> tuple[Facts, dict[Key, object]]:
    """The same facts with something left open, and what follows from them alone; worked out once for all goals and subjects."""
    key: Key = ("opened", path)
    if key not in shared:
        shared[key] = (_opened(facts, path), {})
    return shared[key]  # type: ignore[return-value]


def _opened(facts: Facts, path: str) -> Facts:
    """The same facts with one fact, or the empty cells of one column, left open."""
    key, _, column = path.partition(": ")
    brought = facts.records.get(key)
    if not column or brought is None:
        return evolve(facts, values={**facts.values, path: UNKNOWN})
    rows = tuple(_open_row(row, column) for row in brought.rows)
    return evolve(facts, records={**facts.records, key: evolve(brought, rows=rows)})


def _open_row(row: Row, column: str) -> Row:
    given = row.cells.get(column)
    empty = given is None or isinstance(given.possible, Nothing)
    return evolve(row, cells={**row.cells, column: UNKNOWN}) if empty else row
