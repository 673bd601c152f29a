"""Two versions of a goal side by side: the readings to compare them under, and a plan in which both can be asked.

In: two plans and a goal of each. Out: a ``Pair``; whether what stands behind the words is the same in both; both goals in one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product

from criteria.analyse.forms import content
from criteria.dates.readings import READINGS
from criteria.evaluate.readings import MOST, combinations, in_force
from criteria.evaluate.subjects import every_level
from criteria.facts.record import NO_FACTS
from criteria.frozen import evolve, frozen
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.each import Each
from criteria.model.plan import Goal, Plan, Record

Readings = Mapping[str, str]


@frozen
class Pair:
    """``readings``: every combination of the readings that vary in either plan, the default of the new plan first."""

    old: Plan
    old_goal: Goal
    new: Plan
    new_goal: Goal
    readings: tuple[Readings, ...]

    def in_old(self, reading: Readings) -> Readings:
        """The readings in force in the old plan."""
        return _in_force(self.old, reading)

    def in_new(self, reading: Readings) -> Readings:
        """The same in the new plan."""
        return _in_force(self.new, reading)


def _in_force(plan: Plan, reading: Readings) -> Readings:
    """What the plan has settled stays so, and a definition is only read as it can be."""
    known = {
        name: value for name, value in reading.items() if name in READINGS or value in plan.definitions.get(name, ())
    }
    return in_force(plan, known)


def pair_of(old: Plan, old_goal: Goal, new: Plan, new_goal: Goal) -> Pair:
    """Both, with their readings: the defaults first; beyond 64 combinations one reading at a time."""
    values: dict[str, dict[str, None]] = {}
    for plan, goal in ((new, new_goal), (old, old_goal)):
        for each in combinations(plan, every_level(goal), NO_FACTS, in_force(plan, {})).each:
            for name, value in each.items():
                values.setdefault(name, {})[value] = None
    number = 1
    for some in values.values():
        number *= len(some)
    if number <= MOST:
        every = [dict(zip(values, chosen, strict=True)) for chosen in product(*values.values())]
    else:
        default = {name: next(iter(some)) for name, some in values.items()}
        every = [default, *({**default, name: value} for name, some in values.items() for value in list(some)[1:])]
    return Pair(old, old_goal, new, new_goal, tuple(every))


def beneath(pair: Pair) -> bool:
    """Whether the facts and records that the goals look at are declared otherwise in the two plans."""
    facts = {*_paths(pair.old_goal, pair.old), *_paths(pair.new_goal, pair.new)}
    declared = [(pair.old.facts.get(path), pair.new.facts.get(path)) for path in facts]
    if any(one and other and one.type != other.type for one, other in declared):
        return True
    both = [(pair.old.records.get(key), pair.new.records.get(key)) for key in _used(pair)]
    return any(one and other and content(one, pair.old) != content(other, pair.new) for one, other in both)


def _used(pair: Pair) -> set[str]:
    return {*_records(pair.old_goal, pair.old), *_records(pair.new_goal, pair.new)}


def _nodes(goal: Goal, plan: Plan) -> Iterator[object]:
    for condition in every_level(goal).conditions:
        yield from walk(condition, plan)


def _paths(goal: Goal, plan: Plan) -> Iterator[str]:
    return (node.path for node in _nodes(goal, plan) if isinstance(node, t.Fact))


def _records(goal: Goal, plan: Plan) -> Iterator[str]:
    for node in _nodes(goal, plan):
        if isinstance(node, t.Rows | t.Cell | t.EveryGroup | t.SomeGroups | t.GroupValue):
            yield node.record
    if goal.each and goal.each.subjects:
        yield goal.each.subjects.record


def other_columns(pair: Pair) -> bool:
    """Whether a table that a plan fixes has columns of other names in the other plan, so that the goals cannot be asked of one."""
    both = [(pair.old.records.get(key), pair.new.records.get(key)) for key in _used(pair)]
    fixed = [(one, other) for one, other in both if one and other and (one.rows is not None or other.rows is not None)]
    return any([*one.columns] != [*other.columns] or (one.rows is None) != (other.rows is None) for one, other in fixed)


def _record(pair: Pair, key: str) -> Record:
    """A record with the columns that it has in either plan."""
    old, new = pair.old.records.get(key), pair.new.records.get(key)
    if old is None or new is None:
        return new or old  # type: ignore[return-value]
    return evolve(new, columns={**old.columns, **new.columns})


def merged(pair: Pair) -> tuple[Plan, Goal]:
    """A plan that declares what either does, and a goal that asks what both ask."""
    goal = evolve(pair.new_goal, levels=(*pair.new_goal.levels, *pair.old_goal.levels), each=_each(pair))
    plan = evolve(
        pair.new,
        facts={**pair.old.facts, **pair.new.facts},
        records={key: _record(pair, key) for key in (*pair.old.records, *pair.new.records)},
        definitions={**pair.old.definitions, **pair.new.definitions},
        names={**pair.old.names, **pair.new.names},
        settled={},
        goals=(goal,),
        amendments=(),
    )
    return plan, goal


def _each(pair: Pair) -> Each | None:
    """The periods of both, one beside the other."""
    new, old = pair.new_goal.each, pair.old_goal.each
    if new is None or old is None:
        return new
    periods = zip(new.periods, old.periods, strict=False)
    both = tuple(evolve(one, levels=(*one.levels, *other.levels)) for one, other in periods)
    return evolve(new, periods=both)
