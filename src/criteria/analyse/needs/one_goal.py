"""One goal, asked of the plan as a whole or of one subject: its levels and the ways to each.

In: the plan, the facts as of a day and at rest, the combinations of readings. Out: a ``GoalNeeds``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from fractions import Fraction

from criteria.analyse.needs.amounts import Asked
from criteria.analyse.needs.doing import done
from criteria.analyse.needs.margins import margins
from criteria.analyse.needs.standing import Grounds, Stand, stand
from criteria.analyse.needs.things import Item, OfWords, dated, items, same, words
from criteria.analyse.needs.told import GoalNeeds, LevelNeeds, Status, ToldWay
from criteria.analyse.needs.trying import Trial, least, tried
from criteria.analyse.needs.ways import Box, Way, ways
from criteria.evaluate.levels import levels
from criteria.evaluate.worlds import Key, RowRef
from criteria.facts.record import Facts
from criteria.frozen import evolve, frozen
from criteria.ladder import diagram as d
from criteria.ladder.formula import tests
from criteria.ladder.ladders import Ladders, ladders
from criteria.ladder.quantities import Quantity
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step, best_first

MOST_WAYS = 5  # told of a level
MOST_TRIED = 12  # made into things, so that those that ask for more than another are left out


@frozen
class About:
    """What is asked about: readings are all combinations, the default first."""

    plan: Plan
    goal: Goal
    facts: Facts
    as_of: date
    every: Sequence[Mapping[str, str]]
    closed: Facts  # at rest
    shared: tuple[
        dict[Key, object], dict[Key, object]
    ]  # what follows from the facts, and from those at rest, for all goals
    subject: RowRef | None = None


@frozen
class _Ground:
    """What is worked out once for all levels."""

    about: About
    made: Ladders
    now: Grounds
    rest: Grounds
    plain: Stand  # under the default readings
    whole: Stand  # under all of them

    def asked(self, axis: int) -> Asked:
        """The facts as the words of a quantity read them."""
        own = {**self.about.every[0], **dict(self.made.axes[axis].quantity.readings)}
        return Asked(self.rest.ground(own), self.now.ground(own), self.about.as_of)


def needs_of_goal(about: About) -> GoalNeeds:
    """The goal's levels, best first. Raises ``TooWide``."""
    made = ladders(about.plan, about.goal, about.every)
    words_used: dict[Quantity, frozenset[str]] = {}
    now = Grounds(about.plan, about.facts, about.as_of, about.subject, about.shared[0], words_used, about.every[0])
    rest = Grounds(about.plan, about.closed, None, about.subject, about.shared[1], words_used, about.every[0])
    plain = stand(made, about.every[:1], now, rest)
    whole = plain if len(about.every) == 1 else stand(made, about.every, now, rest)
    ground = _Ground(about, made, now, rest, plain, whole)
    step = made.each[0].step
    resting = best_first(each for each in d.values(step, plain.resting) if isinstance(each, Step))
    told = _levels(ground, resting)
    said = {one.quantity: one.said for rung in reversed(made.each[0].rungs) for one in tests(rung.formula)}
    tested = {n: said[axis.quantity] for n, axis in enumerate(made.axes) if axis.quantity in said}
    each = margins(rest.ground(about.every[0]), made.axes, step, plain)
    return GoalNeeds(about.goal, told, resting, margins=tuple(one for one in each if one.axis in tested), tests=tested)


def _levels(ground: _Ground, resting: Sequence[Step]) -> tuple[LevelNeeds, ...]:
    """Each level with its ways. What is possible is asked of the evaluator where quantities rest on the same facts, unless the worst
    level is that at rest and a way leads to the best."""
    step = ground.made.each[0].step
    possible = best_first(each for each in d.values(step, ground.plain.possible) if isinstance(each, Step))
    outcomes = ground.about.goal.outcomes
    known = {}
    if ground.plain.faulty:
        possible = _possible(ground.about)
    elif len(possible) > 1 and (any(ground.plain.near) or ground.plain.widened):
        known = {possible[0]: _level(ground, possible[0], "reachable")}
        sure = any(_certain(way) for way in known[possible[0]].ways) and list(resting) == [possible[-1]]
        possible = possible if sure else _possible(ground.about)
    found = []
    for each in outcomes:
        status = status_of(each, possible, outcomes[-1])
        reachable = status == "reachable" and each != outcomes[-1]
        found.append(known.get(each) or _level(ground, each, status) if reachable else LevelNeeds(each, status))
    return tuple(found)


def _certain(way: ToldWay) -> bool:
    """Whether it is known to be possible: facts and rows can be given."""
    return not any(isinstance(item.what, OfWords) for item in way.musts)


def _possible(about: About) -> tuple[Step, ...]:
    return levels(about.plan, about.goal, about.facts, about.as_of, about.every[0], subject=about.subject).steps


def status_of(step: Step, possible: Sequence[Step], lowest: Step) -> Status:
    """As the course of a plan has it: secured when no worse level is possible, lost when no level so good is. The lowest is secured
    only when it is settled."""
    if worth(step) > worth(possible[0]):
        return "lost"
    if worth(step) > worth(possible[-1]) or (step == lowest and len(possible) > 1 and step in possible):
        return "reachable"
    return "secured"


def worth(step: Step) -> tuple[Fraction, Fraction]:
    """How good a step is."""
    return step.high, step.low


# ---- the ways to one level --------------------------------------------------------------------------------------------


def _level(ground: _Ground, step: Step, status: Status) -> LevelNeeds:
    """The ways to it, those with the fewest things first, and of these those with the latest first day."""
    each = [d.combined(lambda found: worth(found) >= worth(step), ladder.step) for ladder in ground.made.each]
    found = ways(each[0], ground.plain)
    every = d.combined(lambda *of: all(of), *each)
    alike = every == each[0] and ground.whole == ground.plain
    strict = () if alike else tuple(_things(ground, way.musts) for way in ways(every, ground.whole).ways)
    drafts = least([(way, _things(ground, way.musts)) for way in found.ways[:MOST_TRIED]])
    told = [_told(ground, each[0], way, things) for way, things in drafts]
    if ground.plain.faulty:
        told = [way for way in told if _ends_well(ground.about, step, way)]
    dated_ways = tuple(_all_strict(one) if alike else _strictest(one, strict) for one in told[:MOST_WAYS])
    more = len(told) - len(dated_ways) + len(found.ways[MOST_TRIED:])
    return LevelNeeds(step, status, dated_ways, more, found.cut)


def _told(ground: _Ground, reached: d.Diagram, way: Way, things: tuple[Item, ...]) -> ToldWay:
    """The things of a way, tried, and what must not happen beside them."""
    trial = Trial(ground.about.plan, ground.about.closed, ground.about.subject, ground.rest, ground.plain, reached)
    musts = tried(trial, ground.made.axes, way.musts, things, lambda axis: _said(ground, axis, way.musts))
    return ToldWay(musts, tuple(_said(ground, axis, way.keeps) for axis in way.keeps))


def _things(ground: _Ground, box: Box) -> tuple[Item, ...]:
    axes, each = ground.made.axes, ground.made.each
    return tuple(one for axis in box for one in items(ground.asked(axis), axis, axes[axis], box[axis], each))


def _ends_well(about: About, step: Step, way: ToldWay) -> bool:
    """Whether a way reaches its level even so, asked of the evaluator: a test that a fault leaves free is settled by nobody."""
    facts = done(about.plan, about.closed, way.musts)
    found = levels(about.plan, about.goal, facts, None, about.every[0], subject=about.subject).steps
    return _certain(way) and all(worth(each) >= worth(step) for each in found)


def _said(ground: _Ground, axis: int, box: Box) -> Item:
    """The plan's own words for where a quantity must be, or stay."""
    return dated(words(ground.made.axes[axis], box[axis], ground.made.each), axis, ground.about.as_of)


def _all_strict(way: ToldWay) -> ToldWay:
    """Every reading says the same."""
    return evolve(way, musts=tuple(evolve(item, strictest=item.by) for item in way.musts))


def _strictest(way: ToldWay, strict: Iterable[tuple[Item, ...]]) -> ToldWay:
    """The last days of the way under every reading: of those that ask for the same things, the one that leaves most time."""
    best: tuple[Item, ...] | None = None
    for other in strict:
        found = _matched(way.musts, other)
        if found is not None and (best is None or _time(found) > _time(best)):
            best = found
    return evolve(way, every_reading=False) if best is None else evolve(way, musts=best)


def _matched(musts: Sequence[Item], strict: Sequence[Item]) -> tuple[Item, ...] | None:
    """Each item with the last day on which it does in the other way, too; None where that asks for anything else."""
    if not all(any(_alike(item, other) for item in musts) for other in strict):
        return None
    found = []
    for item in musts:
        others = [other for other in strict if _alike(item, other)]
        last = min((day for one in (item, *others) if (day := one.by)), default=None)
        start = max((day for one in (item, *others) if (day := one.start)), default=None)
        if last is not None and start is not None and start > last:
            return None
        found.append(evolve(item, strictest=last))
    return tuple(found)


def _alike(item: Item, other: Item) -> bool:
    return same(item, other) or item.what == other.what


def _time(found: Sequence[Item]) -> list[date]:
    return sorted(item.strictest or date.max for item in found)
