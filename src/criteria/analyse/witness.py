"""Facts that show it: complete facts in which quantities of a goal lie where they are wanted.

In: a plan, a goal, readings, and pairs of a quantity and a set of values. Out: a ``Witness``, whose facts the reference evaluator has
confirmed, or None when none was found within the budget: which says nothing about whether there is one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice

from criteria.analyse.witnesses import whole
from criteria.analyse.witnesses.amounts import amount, settle
from criteria.analyse.witnesses.conditions import truth
from criteria.analyse.witnesses.days import day
from criteria.analyse.witnesses.drafts import Draft, Exhausted, Search
from criteria.analyse.witnesses.leaves import new_row
from criteria.analyse.witnesses.ruled_out import ruled_out
from criteria.analyse.witnesses.wanted import Part, lies, orders, reached
from criteria.analyse.witnesses.whole import Scene
from criteria.diagnostics import has_errors
from criteria.evaluate.levels import levels
from criteria.evaluate.readings import in_force
from criteria.evaluate.subjects import steps_of_each
from criteria.evaluate.worlds import RowRef
from criteria.facts.load import load
from criteria.facts.record import Facts
from criteria.frozen import frozen
from criteria.ladder.domains import Domain
from criteria.ladder.quantities import Quantity
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step

BUDGET = 1500  # things tried for one witness
MOST_WHOLE = 60  # complete facts shown to whoever confirms
Wanted = Sequence[tuple[Quantity, Domain]]


@frozen
class Witness:
    """``data`` is what a facts file would hold; ``facts`` the same, read."""

    data: Mapping[str, object]
    facts: Facts


def witness(
    plan: Plan,
    goal: Goal,
    readings: Mapping[str, str],
    wanted: Wanted,
    *,
    confirm: Callable[[Facts], bool] | None = None,
    prefer: str = "",
    budget: int = BUDGET,
) -> Witness | None:
    """Facts in which each quantity lies in its set and that give one level. ``confirm`` is tried on complete facts until they pass;
    ``prefer`` is "first" or "last" where an end of a stretch shall be told rather than the day nearest to a limit."""
    if ruled_out(wanted):
        return None
    scene = whole.scene_of(plan, goal)
    about = _Asked(plan, goal, {**in_force(plan, {}), **readings}, scene, prefer, [0])
    for begun, subject in about.begun():
        parts = tuple(_parts(about, wanted, subject))
        every = list(orders(parts))
        for order in every:
            about.budget[0] = budget // len(every)
            found = _first(about, begun, subject, order, confirm)
            if found:
                return found
    return None


def level_of_facts(plan: Plan, goal: Goal, facts: Facts, readings: Mapping[str, str]) -> Step | None:
    """The one level of complete facts; None where there are several."""
    full = {**in_force(plan, {}), **readings}
    if goal.each:
        steps = steps_of_each(plan, goal, facts, lambda one, row: levels(plan, one, facts, None, full, None, row))
    else:
        steps = levels(plan, goal, facts, None, full).steps
    return steps[0] if len(steps) == 1 else None


@frozen
class _Asked:
    plan: Plan
    goal: Goal
    readings: Mapping[str, str]
    scene: Scene
    prefer: str
    budget: list[int]

    def search(self, own: tuple[tuple[str, str], ...], subject: RowRef | None) -> Search:
        """A search under the readings in force, but for some of a quantity's own."""
        readings, texts = {**self.readings, **dict(own)}, self.scene.texts
        named = self.scene.named
        return Search(self.plan, readings, truth, amount, day, settle, named, texts, self.prefer, subject, self.budget)

    def begun(self) -> Iterator[tuple[Draft, RowRef | None]]:
        """A draft without facts, for every row that the goal may be asked of; where facts bring those, for one."""
        draft = Draft({}, {record.key: () for record in self.scene.records})
        subjects = self.goal.each.subjects if self.goal.each else None
        if subjects is None:
            yield draft, None
        elif (rows := self.plan.records[subjects.record].rows) is not None:
            yield from ((draft, RowRef(subjects.record, number)) for number in range(len(rows)))
        else:
            yield from new_row(self.search((), None), draft, subjects.record)


def _first(
    asked: _Asked, begun: Draft, subject: RowRef | None, parts: Sequence[Part], confirm: Callable[[Facts], bool] | None
) -> Witness | None:
    """The first that is confirmed, the simplest first."""
    with suppress(Exhausted, RecursionError):  # rows that are each their own may be more than can be held open at once
        for complete in islice(_whole(asked, begun, subject, parts), MOST_WHOLE):
            made = _read(asked, complete)
            if made and (confirm is None or confirm(made.facts)):
                return made
    return None


def _whole(asked: _Asked, begun: Draft, subject: RowRef | None, parts: Sequence[Part]) -> Iterator[Draft]:
    """Complete facts in which all that is wanted holds."""
    for draft in reached(begun, parts):
        for complete in _complete(asked, draft, subject):
            if not asked.scene.may_fault or all(lies(complete, part) for part in parts):
                yield complete


def _parts(asked: _Asked, wanted: Wanted, subject: RowRef | None) -> Iterator[Part]:
    """What is wanted, each with a search under its own readings."""
    plain = asked.search((), subject)
    others: dict[object, Search] = {}
    for quantity, domain in wanted:
        own = quantity.readings
        if all(asked.readings.get(name) == value for name, value in own):
            yield Part(plain, quantity, domain)
        else:
            yield Part(others.setdefault(own, asked.search(own, subject)), quantity, domain)


def _complete(asked: _Asked, draft: Draft, subject: RowRef | None) -> Iterator[Draft]:
    """Complete facts with one level."""
    search = asked.search((), subject)
    for complete in whole.completed(search, draft, asked.scene):
        if not asked.scene.may_fault or _level(asked, complete):
            yield complete
        else:
            every = (full for full in whole.decided(search, draft, asked.goal, asked.scene) if _level(asked, full))
            yield from islice(every, 2)
            return


def _level(asked: _Asked, complete: Draft) -> Step | None:
    return level_of_facts(asked.plan, asked.goal, complete.facts(closed=True), asked.readings)


def _read(asked: _Asked, complete: Draft) -> Witness | None:
    """The facts as they are read from the plain data."""
    data = whole.data_of(asked.scene.small, complete)
    facts, found = load(data, asked.scene.small)
    return None if has_errors(found) else Witness(data, facts)
