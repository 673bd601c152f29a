"""On which facts two versions of a plan give different levels, goal by goal and reading by reading.

In: two plans; goals go by their number, facts and records by their key. Out: a ``GoalDiff`` for each goal. Compared are complete facts,
without an as-of day, in which everything can be computed. ``differ`` is told with facts that the evaluator has confirmed in both plans;
``agree`` is told where the diagrams of both are the same under every reading, or the words mean the same; and where neither can be said,
nothing is claimed: ``unknown``, with why. Holds: an agreement rests on cells of quantities, never on facts that were tried.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Literal

from criteria.analyse.forms import form
from criteria.analyse.versus import Pair, beneath, merged, other_columns, pair_of
from criteria.analyse.witness import Witness, level_of_facts, witness
from criteria.diagnostics import has_errors
from criteria.evaluate.subjects import every_level
from criteria.evaluate.versions import plan_at
from criteria.facts.load import load
from criteria.facts.record import Facts
from criteria.frozen import evolve, frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis
from criteria.ladder.domains import Domain
from criteria.ladder.ladders import side_by_side
from criteria.ladder.quantities import Quantity
from criteria.model.plan import Goal, Plan

Status = Literal["agree", "differ", "unknown", "added", "removed"]
Levels = tuple[str, str]  # the level of the old plan and that of the new
MOST_TRIED, MOST_FAILED = 6, 2  # ways to come to one pair of levels, and readings under which none of them did
BUDGET = 800


Region = tuple[tuple[Quantity, tuple[Domain, ...]], ...]  # every quantity named lies in one of its sets
REGIONS = 3


@frozen
class Difference:
    """Facts that give ``old`` in the one plan and ``new`` in the other, under each of these combinations of the readings that vary.
    ``where``: regions in which all facts do, under the first of them; ``more``: there are more such regions."""

    old: str
    new: str
    readings: tuple[Mapping[str, str], ...]
    witness: Witness
    where: tuple[Region, ...] = ()
    more: bool = False


@frozen
class GoalDiff:
    """``why`` of what is unknown: ``too-wide``, ``no-ladder``, ``not-confirmed``, ``each``, ``beneath``. ``unconfirmed``: pairs of
    levels that may differ besides, for which no facts were found. ``readings``: all combinations that were compared."""

    id: str
    old: Goal | None
    new: Goal | None
    status: Status
    why: str = ""
    differences: tuple[Difference, ...] = ()
    unconfirmed: tuple[Levels, ...] = ()
    readings: tuple[Mapping[str, str], ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every pair of levels that can differ has been shown: outside of the regions of those they agree."""
        return self.status == "agree" or (self.status == "differ" and not self.unconfirmed and self.why == "")

    @property
    def title(self) -> str:
        """What the newer plan calls it."""
        goal = self.new or self.old
        return goal.title if goal else ""


def differences(old: Plan, new: Plan) -> tuple[GoalDiff, ...]:
    """Each plan in its last version; in the order of the new plan, what is gone last."""
    old, new = plan_at(old, None), plan_at(new, None)
    before, after = {goal.id: goal for goal in old.goals}, {goal.id: goal for goal in new.goals}
    found = []
    for number in dict.fromkeys([*after, *before]):
        one, other = before.get(number), after.get(number)
        if one is None or other is None:
            found.append(GoalDiff(number, one, other, "added" if one is None else "removed"))
        else:
            found.append(_compared(pair_of(old, one, new, other)))
    return tuple(found)


def _compared(pair: Pair) -> GoalDiff:
    goal = GoalDiff(pair.new_goal.id, pair.old_goal, pair.new_goal, "unknown", readings=pair.readings)
    under = beneath(pair)
    if not under and _same_words(pair):
        return evolve(goal, status="agree")
    if any(each.judged or each.linear for each in (pair.old_goal, pair.new_goal)):
        return evolve(goal, why="no-ladder")
    if _asked_of(pair.old_goal) != _asked_of(pair.new_goal):
        return evolve(goal, why="each")
    if other_columns(pair):
        return evolve(goal, why="beneath")
    try:
        return _through_ladders(pair, goal, under=under)
    except d.TooWide:
        return evolve(goal, why="too-wide")


def _same_words(pair: Pair) -> bool:
    """Whether the goals mean the same word for word, under the same readings."""
    same = _meaning(pair.old_goal, pair.old) == _meaning(pair.new_goal, pair.new)
    return same and pair.old.settled == pair.new.settled


def _meaning(goal: Goal, plan: Plan) -> object:
    asked = every_level(goal).levels
    levels = [(level.step.id, form(level.literal, plan), form(level.relaxed, plan)) for level in asked]
    judged = None if goal.judged is None else (goal.judged.by, goal.judged.in_percent)
    return levels, form(goal.linear, plan), judged, _asked_of(goal), [step.id for step in goal.scale.steps]


def _asked_of(goal: Goal) -> object:
    """Of whom and in which periods."""
    each = goal.each
    return each and (each.subjects and (each.subjects.record, each.subjects.naming), [p.name for p in each.periods])


def _through_ladders(pair: Pair, goal: GoalDiff, *, under: bool) -> GoalDiff:
    plan, both = merged(pair)
    asked = [(plan, evolve(both, levels=(), each=None), pair.in_new(pair.readings[0]))]  # the axes are cut in this plan
    for each in pair.readings:
        asked += [(pair.old, pair.old_goal, pair.in_old(each)), (pair.new, pair.new_goal, pair.in_new(each))]
    made = side_by_side(asked)
    steps = [ladder.step for ladder in made.each[1:]]
    apart = [d.combined(_pair, steps[n], steps[n + 1]) for n in range(0, len(steps), 2)]
    search = _Search(pair, plan, both, made.axes)
    if under:
        found = search.beneath(steps[0::2])
        return evolve(goal, status="differ" if found else "unknown", why="beneath", differences=found)
    wanted = [
        (n, levels) for n, one in enumerate(apart) for levels in sorted(d.values(one), key=str) if levels is not None
    ]
    if not wanted:
        return evolve(goal, status="agree")
    for number, levels in wanted:
        search.look(number, levels, apart[number])  # type: ignore[arg-type]
    found = tuple(search.found.values())
    known = {(each.old, each.new) for each in found}
    left = tuple(dict.fromkeys(levels for _, levels in wanted if levels not in known))
    why = "" if found else "not-confirmed"
    return evolve(goal, status="differ" if found else "unknown", why=why, differences=found, unconfirmed=left)


def _pair(old: object, new: object) -> Levels | None:
    names = getattr(old, "id", ""), getattr(new, "id", "")
    return None if names[0] == names[1] else names


class _Search:
    """Looks for facts, and keeps what was found by the pair of levels and the combination of readings."""

    def __init__(self, pair: Pair, plan: Plan, goal: Goal, axes: Sequence[Axis]) -> None:
        self.pair, self.plan, self.goal, self.axes = pair, plan, goal, axes
        self.found: dict[object, Difference] = {}
        self.failed: Counter[Levels] = Counter()

    def look(self, number: int, levels: Levels, apart: d.Diagram) -> None:
        """Facts for one pair of levels under one combination; those of another combination will do."""
        for key, known in self.found.items():
            if (known.old, known.new) == levels and self.levels(number, known.witness.facts) == levels:
                reading = self.pair.readings[number]
                self.found[key] = evolve(known, readings=(*known.readings, reading))
                return
        if self.failed[levels] == MOST_FAILED:
            return
        cubes = list(islice(d.cubes(apart, lambda value: value == levels), MOST_TRIED))
        for cube in cubes:
            made = self.made(number, cube, levels)
            if made:
                where = tuple(map(self.region, cubes[:REGIONS]))
                readings = (self.pair.readings[number],)
                self.found[levels, number] = Difference(*levels, readings, made, where, len(cubes) > REGIONS)
                return
        self.failed[levels] += 1

    def region(self, cube: d.Cube) -> Region:
        """What lies in a cube."""
        return tuple(
            (self.axes[axis].quantity, tuple(self.axes[axis].cells[cell] for cell in sorted(cells)))
            for axis, cells in cube
        )

    def beneath(self, olds: Sequence[d.Diagram]) -> tuple[Difference, ...]:
        """Where what stands behind the words differs: facts from every region of the old plan, tried in both."""
        for number, one in enumerate(olds):
            for cube in islice(d.cubes(one, lambda _: True), MOST_TRIED):
                made = self.made(number, cube, None)
                levels = self.levels(number, made.facts) if made else None
                if made and levels and levels not in {(each.old, each.new) for each in self.found.values()}:
                    self.found[levels, number] = Difference(*levels, (self.pair.readings[number],), made)
        return tuple(self.found.values())

    def made(self, number: int, cube: d.Cube, levels: Levels | None) -> Witness | None:
        """Facts in the cells of a cube that give the levels, or any two that differ."""
        reading = self.pair.readings[number]

        def confirm(facts: Facts) -> bool:
            found = self.levels(number, facts)
            return found is not None and (found == levels if levels else found[0] != found[1])

        wanted = [(self.axes[axis].quantity, self.axes[axis].cells[min(cells)]) for axis, cells in cube]
        in_force = {**self.pair.in_old(reading), **self.pair.in_new(reading)}
        made = witness(self.plan, self.goal, in_force, wanted, confirm=confirm, budget=BUDGET)
        return made if made and self._reads(made) else None

    def levels(self, number: int, facts: Facts) -> Levels | None:
        """What complete facts give in both plans."""
        pair, reading = self.pair, self.pair.readings[number]
        old = level_of_facts(pair.old, pair.old_goal, facts, pair.in_old(reading))
        new = level_of_facts(pair.new, pair.new_goal, facts, pair.in_new(reading))
        return (old.id, new.id) if old and new else None

    def _reads(self, made: Witness) -> bool:
        """Whether a file of these facts can be used with both plans."""
        return not any(has_errors(load(made.data, plan)[1]) for plan in (self.pair.old, self.pair.new))
