"""Goals that rest on the same open facts, scored in the same worlds.

In: a plan, facts, clock and readings, and the verdicts of its goals. Out: which goals hang together, and the scores that they can have at
the same time. Holds: goals of different clusters share no open fact, so any score of the one goes with any score of the other; beyond
the limit of worlds the scores of a cluster are not known together, and the caller answers wider.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from criteria.evaluate.extremes import meet
from criteria.evaluate.grading import range_in
from criteria.evaluate.levels import Known, ground_of
from criteria.evaluate.reference import level_of
from criteria.evaluate.shape import Node, walk
from criteria.evaluate.subjects import every_level
from criteria.evaluate.total_verdict import Range
from criteria.evaluate.verdict import GoalVerdict
from criteria.evaluate.worlds import Ground, TooManyWorlds, World, explore
from criteria.facts.record import Exactly, Facts, Given
from criteria.frozen import define, field, frozen
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan

MOST_TOGETHER = 16_384  # goals scored in the worlds of one cluster and reading
FEW_TOGETHER = 64

Scores = tuple[Range, ...]
Asked = tuple[tuple[str, ...], tuple[tuple[str, str], ...]]  # a cluster, and the readings that its goals use


@frozen
class Together:
    """The scores that the goals of a cluster can have at the same time, and those of them that are certainly possible."""

    goals: tuple[str, ...]
    possible: frozenset[Scores]
    certain: frozenset[Scores]


@define
class Clusters:
    """The clusters of a plan's open goals; each is explored once for each reading that its goals use."""

    plan: Plan
    facts: Facts
    as_of: date | None
    verdicts: Mapping[str, GoalVerdict]
    of_goal: dict[str, tuple[str, ...]] = field(factory=dict)
    _known: dict[Asked, Together | None] = field(factory=dict)
    _met: dict[Asked, bool] = field(factory=dict)

    def together(self, cluster: tuple[str, ...], readings: Mapping[str, str]) -> Together | None:
        """What a cluster can come to; None beyond the limit of worlds."""
        key = self._key(cluster, readings)
        if key not in self._known:
            self._known[key] = self._explored(cluster, readings)
        return self._known[key]

    def _key(self, cluster: tuple[str, ...], readings: Mapping[str, str]) -> Asked:
        """Only the readings that the goals use tell one question from another."""
        names = {name for goal in cluster for result in self.verdicts[goal].readings for name in result.reading}
        return cluster, tuple(sorted((name, value) for name, value in readings.items() if name in names))

    def meets(self, cluster: tuple[str, ...], readings: Mapping[str, str], scores: Mapping[str, Range]) -> bool:
        """Whether all goals of a cluster can certainly have their worst scores at once, and all their best ones."""
        key = self._key(cluster, readings)
        if key not in self._met:
            self._met[key] = self._meets(cluster, readings, scores)
        return self._met[key]

    def _meets(self, cluster: tuple[str, ...], readings: Mapping[str, str], scores: Mapping[str, Range]) -> bool:
        goals = [goal for goal in self.plan.goals if goal.id in cluster]
        if any(goal.linear or (goal.each and goal.each.subjects) for goal in goals):
            return False
        ground = ground_of(self.plan, self.facts, self.as_of, readings, Known())
        return all(meet(ground, [(goal, scores[goal.id][end]) for goal in goals]) for end in (0, 1))

    def _explored(self, cluster: tuple[str, ...], readings: Mapping[str, str]) -> Together | None:
        # Linear scores last: levels have cut the facts by then, and a score is what is left of them.
        goals = sorted(
            (goal for goal in self.plan.goals if goal.id in cluster), key=lambda goal: goal.linear is not None
        )
        if any(goal.each and goal.each.subjects for goal in goals):
            return None  # asked of each subject, in worlds of its own
        certain: set[Scores] = set()
        possible: set[Scores] | None = None
        # Ranges of two explorations are not compared: one of them is enough, and may be wider.
        for split_rows in (False,) if any(goal.linear for goal in goals) else (False, True):
            ground = ground_of(self.plan, self.facts, self.as_of, readings, Known())
            ground.split_rows = split_rows
            try:
                found = _scores(ground, goals, certain)
            except TooManyWorlds:
                continue
            possible = found if possible is None else possible & found
            if possible <= certain:
                break
        if possible is None:
            return None
        return Together(tuple(goal.id for goal in goals), frozenset(possible | certain), frozenset(certain))


def clusters(plan: Plan, facts: Facts, as_of: date | None, verdicts: Mapping[str, GoalVerdict]) -> Clusters:
    """The open goals by the open facts that they share."""
    found = Clusters(plan, facts, as_of, verdicts)
    groups: list[tuple[set[str], set[str]]] = []  # goals, and the facts they rest on
    for goal in plan.goals:
        verdict = verdicts.get(goal.id)
        if verdict is None or not _is_open(verdict):
            continue
        rests = set(_rests_on(goal, plan, facts, everything=bool(verdict.faults)))
        near = [group for group in groups if group[1] & rests]
        groups = [group for group in groups if group not in near]
        groups.append(({goal.id}.union(*(g for g, _ in near)), rests.union(*(f for _, f in near))))
    for goals, _ in groups:
        cluster = tuple(goal.id for goal in plan.goals if goal.id in goals)
        found.of_goal |= dict.fromkeys(cluster, cluster)
    return found


def _is_open(verdict: GoalVerdict) -> bool:
    """Whether facts leave its score open under some reading; a judgement and an override rest on no facts."""
    if verdict.judged or verdict.override:
        return False
    return any(len(result.levels) > 1 or ".." in result.levels[0] for result in verdict.readings)


def _scores(ground: Ground, goals: Sequence[Goal], certain: set[Scores]) -> set[Scores]:
    found: set[Scores] = set()
    ground.renewed()
    for scores, world in explore(
        ground, lambda w: tuple(_score(w, goal) for goal in goals), most=max(FEW_TOGETHER, MOST_TOGETHER // len(goals))
    ):
        found.add(scores)
        if not world.widened:
            certain.add(scores)
    if len(found) == 1:
        certain |= found
    return found


def _rests_on(goal: Goal, plan: Plan, facts: Facts, *, everything: bool) -> Iterator[str]:
    """The open facts and the records that a goal looks at."""
    for condition in every_level(goal).conditions:
        for node in walk(condition, plan):
            yield from _names(node, facts, everything)


def _names(node: Node, facts: Facts, everything: bool) -> Iterable[str]:
    match node:
        case t.Fact(path):
            return [path] if everything or _is_uncertain(facts.values.get(path)) else []
        case t.Cell(record=record) | t.Rows(record=record):
            return [f"{record}:"]
        case _:
            return []


def _is_uncertain(given: Given | None) -> bool:
    """A day may lie after the day of the report, so that it is open too."""
    return given is None or not isinstance(given.possible, Exactly) or isinstance(given.possible.value, date)


def _score(world: World, goal: Goal) -> Range:
    step = range_in(world, goal.linear) if goal.linear else level_of(world, goal)
    return step.low, step.high
