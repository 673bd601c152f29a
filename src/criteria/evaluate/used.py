"""What a test looks at, as a reason tells it: facts with their values and places.

In: a test, or its sketch, and the ground of its goal. Out: ``UsedFact``s; a single fact is told once for all reasons.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from criteria.evaluate.lookups import plainly, written
from criteria.evaluate.shape import Node, walk
from criteria.evaluate.sketches import Sketch
from criteria.evaluate.verdict import UsedFact
from criteria.evaluate.worlds import Env, Ground
from criteria.facts.record import DayBetween, Exactly, Given, Never, Nothing, NumberBetween, Unknown
from criteria.model import terms as t


def facts_told(ground: Ground, sketch: Sketch, env: Env) -> tuple[UsedFact, ...]:
    """What the test of a reason looks at."""
    if sketch.paths is not None:
        return _singles(ground, sketch.paths) if sketch.paths else ()
    nodes = sketch.looked_at
    return tuple(_facts_in(ground, _walked(ground, sketch.condition, env) if nodes is None else nodes, env))


def _singles(ground: Ground, paths: tuple[str, ...]) -> tuple[UsedFact, ...]:
    """Single facts, told once for all reasons."""
    key = ("used", paths)
    known = ground.shared.get(key)
    if known is None:
        if len(paths) == 1:
            known = (used(paths[0], ground.facts.values.get(paths[0])),)
        else:
            known = tuple([_singles(ground, (path,))[0] for path in paths])
        ground.shared[key] = known
    return known  # type: ignore[return-value]


def facts_of(ground: Ground, test: t.Condition, env: Env) -> Iterator[UsedFact]:
    """The single facts that a test looks at, and what it looks up in a table of the plan."""
    return _facts_in(ground, _walked(ground, test, env), env)


def _walked(ground: Ground, test: t.Condition, env: Env) -> Iterable[Node]:
    return walk(test, ground.plan, ground.readings.__getitem__, lambda term: plainly(ground, term, env))


def _facts_in(ground: Ground, nodes: Iterable[Node], env: Env) -> Iterator[UsedFact]:
    seen: set[str] = set()
    for node in nodes:
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
    if type(what) is Exactly:
        value = what.value
        return value.isoformat() if isinstance(value, date) else given.text or str(value)  # type: ignore[union-attr]
    match what:
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
