"""The set of levels that a goal can have under one combination of readings.

In: plan, facts, clock, readings. Out: a ``Levels``: the levels over all worlds, whether the answer may be wider than the truth, and
what was missing, assumed or faulty on the way. The cells of all quantities are asked about jointly up to the limit of worlds; beyond
it rows are no longer asked singly, and beyond that each quantity is taken by itself through the goal's ladder: exact where no two rest
on the same open fact, else wider, never narrower.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from criteria.dates.cycles import cycles
from criteria.dates.durations import add
from criteria.evaluate.amounts import amount
from criteria.evaluate.edges import edge
from criteria.evaluate.given import Clock
from criteria.evaluate.grading import graded
from criteria.evaluate.reference import condition_of, level_of, truth
from criteria.evaluate.verdict import Fault, Truth
from criteria.evaluate.worlds import MOST_LOOKS, MOST_WORLDS, Env, Ground, Key, RowRef, TooManyWorlds, explore, watch
from criteria.facts.record import Facts
from criteria.frozen import field, frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step, best_first
from criteria.source import Place

NOWHERE = Env()
# Rows apart; where that leaves a doubt rows one by one, if there are any; each briefly at first.
ATTEMPTS = ((False, 64), (True, 64), (False, MOST_WORLDS), (True, MOST_WORLDS))


@frozen
class Known:
    """What need not be worked out again: ``shared`` for all goals and readings, ``settled`` for all readings of one goal and subject."""

    shared: dict[Key, object] = field(factory=dict)
    settled: dict[Key, object] = field(factory=dict)


@frozen
class Levels:
    """Levels best first, and how they were come by."""

    steps: tuple[Step, ...]
    widened: bool
    ground: Ground
    leaves: frozenset[Key] = frozenset()  # what open things were looked at

    @property
    def missing(self) -> Mapping[str, Place | None]:
        return self.ground.missing

    @property
    def assumed(self) -> Mapping[str, Place | None]:
        return self.ground.assumed

    @property
    def faults(self) -> tuple[Fault, ...]:
        return tuple(Fault(kind, place, about) for kind, place, about in self.ground.faults)


def _complete_to(plan: Plan, as_of: date | None) -> int:
    """The last day of the last stretch that has closed by the day; a day before all others when none has."""
    if plan.closing is None or as_of is None:
        return 0
    start = as_of
    while True:
        here = next(cycles(plan.closing.kind, start, start))
        if add(here.last, plan.closing.after) <= as_of:
            return here.last.toordinal()
        start = here.first - timedelta(1)


def clock_of(plan: Plan, facts: Facts, as_of: date | None) -> Clock:
    """When the evaluation stands, and whether the record is closed by then."""
    if not facts.closed:
        return Clock(as_of, closed=False, open_facts=True)
    return Clock(
        as_of,
        closed=as_of is None or (plan.record_closes is not None and as_of >= plan.record_closes),
        open_facts=False,
        complete_to=_complete_to(plan, as_of),
    )


def ground_of(
    plan: Plan,
    facts: Facts,
    as_of: date | None,
    readings: Mapping[str, str],
    known: Known | None = None,
    subject: RowRef | None = None,
) -> Ground:
    """What the worlds of this goal, this subject and these readings share."""
    known = known or Known()
    clock = clock_of(plan, facts, as_of)
    return Ground(
        plan, facts, clock, readings, truth, amount, edge, subject, shared=known.shared, settled=known.settled
    )


def levels(
    plan: Plan,
    goal: Goal,
    facts: Facts,
    as_of: date | None,
    readings: Mapping[str, str],
    known: Known | None = None,
    subject: RowRef | None = None,
    within: frozenset[str] | None = None,
    looks: int | None = None,
) -> Levels:
    """Every level that some world gives. A level of a world that is not widened is one for certain; where that leaves levels in
    doubt, rows are asked about one by one as well. ``known`` is passed on from reading to reading of one goal. With ``within`` nothing
    more is looked for once a level that is none of these is certain, and the answer does not count as widened."""
    ground = ground_of(plan, facts, as_of, readings, known, subject)
    ground.looks = ground.most_looks = MOST_LOOKS if looks is None else looks
    with watch(ground) as leaves:
        names, widened = graded(ground, goal.linear) if goal.linear else _names(ground, goal, within)
    return Levels(names, widened, ground, frozenset(leaves))


def certainly(ground: Ground, goal: Goal, level: str) -> Levels:
    """The one level that a goal has, as somebody tells who knows more."""
    return Levels(tuple(step for step in goal.outcomes if step.id == level), False, ground)


def _names(ground: Ground, goal: Goal, within: frozenset[str] | None) -> tuple[tuple[Step, ...], bool]:
    """The levels, and whether they may be more than there are."""
    certain: set[Step] = set()
    outside = {step for step in goal.outcomes if within is not None and step.id not in within}
    possible: set[Step] | None = None
    finished: set[bool] = set()
    for split_rows, most in ATTEMPTS:
        if split_rows in finished or (split_rows and not ground.splittable):
            continue
        ground.split_rows = split_rows
        try:
            found = _jointly(ground, goal, certain, outside, most)
        except TooManyWorlds:
            continue
        finished.add(split_rows)
        possible = found if possible is None else possible & found
        if possible <= certain or certain & outside:
            break
    if possible is None:
        possible = _apart(ground, goal, certain)
    return best_first(possible | certain), not (possible <= certain or certain & outside)


def _jointly(ground: Ground, goal: Goal, certain: set[Step], outside: set[Step], most: int) -> set[Step]:
    """The levels over all cells of all quantities; those of worlds that are not widened are added to ``certain``. One of ``outside`` is
    as good as all."""
    every = set(goal.outcomes)
    found: set[Step] = set()
    ground.renewed()
    for step, world in explore(ground, lambda w: level_of(w, goal), most=most):
        found.add(step)
        if not world.widened:
            certain.add(step)
        if certain == every or certain & outside:
            break
    if len(found) == 1:
        certain |= found
    return found


def _apart(ground: Ground, goal: Goal, certain: set[Step]) -> set[Step]:
    """Each quantity by itself, through the ladder; where that does not do each level's condition by itself."""
    from criteria.evaluate.cells import steps_left  # most evaluations never come here

    found = steps_left(ground, goal)
    if found is None:
        return set(_singly(ground, goal))
    steps, exact = found
    certain |= steps if exact else set()
    return set(steps)


def _singly(ground: Ground, goal: Goal) -> tuple[Step, ...]:
    """Each level's condition by itself: a level is possible when it can hold and every better one can fail. Over several periods
    nothing is told apart."""
    if goal.each and goal.each.periods:
        return goal.outcomes
    found: set[Step] = set()
    for level in goal.levels:
        can = truths(ground, condition_of(ground.readings, level))
        if can is not Truth.FALSE:
            found.add(level.step)
        if can is Truth.TRUE:
            return best_first(found)
    return best_first(found | {goal.scale.lowest})


def truths(ground: Ground, condition: t.Condition, env: Env = NOWHERE) -> Truth:
    """Whether a condition holds in all worlds, in none, or in some."""
    found: set[bool] = set()
    ground.renewed()
    try:
        for holds, _ in explore(ground, lambda w: truth(w, condition, env)):
            found.add(holds)
            if len(found) == 2:
                break
    except TooManyWorlds:
        return Truth.UNKNOWN
    return Truth.UNKNOWN if len(found) == 2 else Truth.TRUE if True in found else Truth.FALSE
