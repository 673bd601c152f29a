"""The shortest sufficient reason of a verdict: the facts that alone keep it, whatever everything else may be.

In: plan, goal, facts, as-of day, readings. Out: a ``Sufficient``: what is kept (``pieces`` says what a piece is, and what unknown means),
whether it is the smallest, under which other readings it suffices too, and the verdict on the kept facts alone. The verdict is the set of
levels; of an open goal these are the facts that rule the other levels out. Holds: with the kept facts and nothing else, the set of
levels is the same; where ``standing`` says so, without any one of them it is not.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from criteria.analyse.kept import Kept, KeptFact, KeptRecord, KeptRows, kept_rows
from criteria.analyse.least import Enough, Standing, least, size
from criteria.analyse.pieces import ONLY, Asked, Group, State, asked, everything, facts_of, groups
from criteria.evaluate.evaluation import goal_verdict, told_levels
from criteria.evaluate.readings import in_force
from criteria.evaluate.verdict import GoalVerdict
from criteria.evaluate.versions import plan_at
from criteria.evaluate.years import as_known
from criteria.facts.record import Decision, Facts
from criteria.frozen import frozen
from criteria.model.plan import Goal, Plan

MOST_WORK, MORE_WORK = 400_000, 80_000  # looks and rows: to leave out what goes, and more to look for smaller parts
FEW_LOOKS = 2_000  # in one exploration; what would need more is taken wider


@frozen
class UnderReading:
    """The levels under a combination of readings, and whether the kept facts suffice for them too."""

    reading: Mapping[str, str]
    levels: tuple[str, ...]
    suffices: bool


@frozen
class Sufficient:
    """``pieces``: how many there are in all, of which ``size`` are kept. ``exact`` False: somewhere what is unknown was taken to be wider
    than it is, so perhaps fewer would do. ``facts`` are the kept ones; ``verdict`` is what all facts give, ``alone`` what the kept do."""

    goal: Goal
    as_of: date | None
    verdict: GoalVerdict
    alone: GoalVerdict
    kept: tuple[Kept, ...]
    size: int
    pieces: int
    standing: Standing
    exact: bool
    readings: tuple[UnderReading, ...]
    facts: Facts


class _Question:
    """Whether a part of the facts gives the wanted levels under some combinations of readings."""

    def __init__(
        self, of: Asked, every: tuple[Group, ...], wanted: Sequence[tuple[Mapping[str, str], tuple[str, ...]]]
    ):
        self.of, self.every, self.wanted = of, every, wanted
        self.known: dict[State, bool] = {}
        self.left, self.exact = MOST_WORK, True
        self.looks = FEW_LOOKS + 4 * sum(len(of.facts.records[key].rows) for key in of.records)

    def __call__(self, state: State) -> bool:
        if state not in self.known:
            facts = facts_of(self.of, self.every, state)
            self.left -= 20 + sum(len(brought.rows) for brought in facts.records.values())
            if self.left < 0:
                raise Enough
            self.known[state] = self._asked(facts)
        return self.known[state]

    def allow_more(self) -> None:
        """What may still be asked to look for something smaller."""
        self.left = MORE_WORK

    def _asked(self, facts: Facts) -> bool:
        for readings, levels in self.wanted:
            of, within = self.of, frozenset(levels)
            found, widened, work = told_levels(of.plan, of.goal, facts, of.as_of, readings, within, self.looks)
            self.left -= work
            if found != levels:
                self.exact &= not widened
                return False
        return True


def sufficient(
    plan: Plan,
    goal: str,
    facts: Facts,
    as_of: date | None = None,
    readings: Mapping[str, str] | None = None,
    *,
    every_reading: bool = False,
) -> Sufficient:
    """Of the version of the plan in force; ``every_reading``: what keeps the levels under every reading, not the default ones alone.
    Raises ``KeyError`` when there is no such goal."""
    plan, moved = plan_at(plan, as_of), dict(readings or {})
    facts = as_known(plan, facts, as_of)
    one = next((each for each in plan.goals if each.id == goal), None)
    if one is None:
        raise KeyError(goal)
    verdict = goal_verdict(plan, one, facts, as_of, moved)
    combinations = [({**moved, **each.reading}, each.levels) for each in verdict.readings]
    of = asked(plan, one, facts, as_of, [in_force(plan, each) for each, _ in combinations])
    every = groups(of)
    question = _Question(of, every, combinations if every_reading else combinations[:1])
    found = least(every, question, question.allow_more)
    kept = facts_of(of, every, found.state)
    return Sufficient(
        one,
        as_of,
        verdict,
        goal_verdict(plan, one, kept, as_of, moved),
        tuple(_kept(of, every, found.state)),
        size(found.state),
        size(everything(every)),
        found.standing,
        question.exact,
        tuple(_under(of, kept, number, verdict, each) for number, each in enumerate(combinations)),
        kept,
    )


def _under(
    of: Asked, kept: Facts, number: int, verdict: GoalVerdict, each: tuple[Mapping[str, str], tuple[str, ...]]
) -> UnderReading:
    found, *_ = told_levels(of.plan, of.goal, kept, of.as_of, each[0])
    return UnderReading(verdict.readings[number].reading, each[1], found == each[1])


def _kept(of: Asked, every: tuple[Group, ...], state: State) -> list[Kept]:
    """What is kept, single facts first."""
    found: list[Kept] = list(kept_rows(of, every, state))
    for group, kept in zip(every, state, strict=True):
        if group.kind != "row" and kept[0][0] == ONLY:
            found.append(_single(of, group))
    order = (KeptFact, Decision, KeptRows, KeptRecord)
    return sorted(found, key=lambda each: order.index(type(each)))


def _single(of: Asked, group: Group) -> Kept:
    if group.kind == "fact":
        return KeptFact(group.about, of.facts.values.get(group.about))
    if group.kind == "record":
        return KeptRecord(group.about, len(of.facts.records[group.about].rows))
    return next(d for d in reversed(of.facts.decisions) if (d.kind, d.goal) == ("judgement", group.about))
