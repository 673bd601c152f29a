"""What a test looks at, as a reason tells it: facts with their values and places, and the dates of the plan as days.

In: a test and the ground of its goal. Out: ``UsedFact``s and texts. What is the same for all facts is worked out once for a plan.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from criteria.evaluate.lookups import plainly, written
from criteria.evaluate.shape import Node, walk
from criteria.evaluate.verdict import UsedFact
from criteria.evaluate.worlds import Env, Ground
from criteria.facts.record import DayBetween, Exactly, Given, Never, Nothing, NumberBetween, Unknown
from criteria.frozen import kept_with
from criteria.model import terms as t


def facts_of(ground: Ground, test: t.Condition, env: Env) -> Iterator[UsedFact]:
    """The single facts that a test looks at, and what it looks up in a table of the plan."""
    seen: set[str] = set()
    for node in _looked_at(ground, test, env):
        if isinstance(node, t.Fact) and node.path not in seen:
            seen.add(node.path)
            yield used(node.path, ground.facts.values.get(node.path))
        elif isinstance(node, t.Cell) and node.scope == t.SUBJECT and node.column not in seen:
            seen.add(node.column)
            yield from _of_subject(ground, node)
        elif isinstance(node, t.Lookup) and node.source not in seen and (case := plainly(ground, node, env)):
            if not isinstance(case, t.Fact):
                seen.add(node.source)
                yield UsedFact(node.source, written(case, ground.plan.language), case.place.short)


def _looked_at(ground: Ground, test: t.Condition, env: Env) -> Iterable[Node]:
    """What a test looks at; the same for all facts, but for values that are looked up."""
    known, key = kept_with(ground.plan), ("looked at", test, *ground.readings.values())
    if key not in known:
        every = walk(test, ground.plan, ground.readings.__getitem__)
        nodes = tuple(node for node in every if isinstance(node, t.Fact | t.Cell | t.Lookup))
        known[key] = None if any(isinstance(node, t.Lookup) for node in nodes) else nodes
    found: tuple[Node, ...] | None = known[key]
    if found is not None:
        return found
    return walk(test, ground.plan, ground.readings.__getitem__, lambda term: plainly(ground, term, env))


def _of_subject(ground: Ground, cell: t.Cell) -> Iterator[UsedFact]:
    """A cell of the subject's row, as given; its name stands above, and what a column computes is told by the test."""
    record, row = ground.plan.records[cell.record], ground.row(Env(), cell.scope)
    names = {(g.each.subjects.record, g.each.subjects.naming) for g in ground.plan.goals if g.each and g.each.subjects}
    if record.columns[cell.column].computed is not None or (record.key, cell.column) in names:
        return
    path = f"{record.key}: {cell.column}"
    if record.rows is not None:
        fixed = record.rows[row.number]
        yield UsedFact(path, str(fixed.values.get(cell.column, "")), fixed.place.short)
    else:
        yield used(path, ground.facts.records[record.key].rows[row.number].cells.get(cell.column))


def used(path: str, given: Given | None) -> UsedFact:
    """A fact with its value and place."""
    return UsedFact(path, shown(given), given.place.short if given else "")


def shown(given: Given | None) -> str:
    """A value as text: days in ISO form, words as written; empty when nothing is given."""
    what = given.possible if given else Nothing()
    match what:
        case Exactly(value) if isinstance(value, date):
            return value.isoformat()
        case DayBetween(first, last):
            return f"{first.isoformat()}..{last.isoformat()}"
        case Unknown():
            return "unknown"
        case Never():
            return "never"
        case NumberBetween(low, high) if given and not given.text:
            return f"{low}..{high}"
        case Nothing():
            return ""
        case _:
            return given.text if given and given.text else str(getattr(what, "value", ""))


def resolved(ground: Ground, test: t.Condition) -> tuple[str, ...]:
    """The dates of the plan in this test, as days."""
    known, key = kept_with(test), tuple(ground.readings.values())
    if key not in known:
        known[key] = tuple(_days_meant(ground, test))
    found: tuple[str, ...] = known[key]
    return found


def _days_meant(ground: Ground, test: t.Condition) -> Iterator[str]:
    for node in walk(test, None, ground.readings.__getitem__):
        if isinstance(node, t.DateValue):
            period = node.phrase.period(ground.readings)
            days = period.earliest.isoformat()
            if period.latest != period.earliest:
                days += f"..{period.latest.isoformat()}"
            if days != node.phrase.text:
                yield f"{node.phrase.text} = {days}"
