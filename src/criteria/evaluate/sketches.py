"""Sketches of reasons: what of a reason follows from the plan and the readings alone, worked out once for a plan.

In: a condition and the readings in force. Out: a ``Sketch``: the reason without what facts decide, and what facts have to be looked at.
Holds: nothing here looks at a fact; where facts bring the groups, the sketch is that of the test in each of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from criteria.evaluate.coverage import COUNTED, first_aggregate
from criteria.evaluate.shape import Node, walk
from criteria.evaluate.verdict import Reason, Truth
from criteria.frozen import define, evolve, kept_with
from criteria.ladder.windows import window
from criteria.model import terms as t
from criteria.model.plan import Plan, fold

Readings = Mapping[str, str]
GROUPED = t.EveryGroup | t.SomeGroups


@define(eq=False)
class Sketch:
    """A reason to be filled in. ``parts`` stand below a compound; None: it is a single test, or the facts bring its groups."""

    condition: t.Condition  # of a choice between readings the one in force
    blank: Reason
    parts: tuple[Sketch, ...] | None = None
    group: tuple[str, str] | None = None  # the group that it is asked in
    grouped: Sketch | None = None  # the test in each group that the facts bring
    looked_at: tuple[Node, ...] | None = ()  # facts and cells; None where something is looked up on the way
    paths: tuple[str, ...] | None = None  # their paths, where all are single facts
    window: tuple[int, int] | None = None  # the days that pass, where all dates are the plan's own
    kept: bool = False  # whether it may tell how many rows an aggregate counted
    plain: bool = False  # whether truths, amounts, days and rows are all that it tells
    share: t.Share | None = None  # of a quantifier


def sketch_of(plan: Plan, condition: t.Condition, readings: Readings) -> Sketch:
    """Made once for the readings in force."""
    kept, key = kept_with(plan), ("sketch", id(condition), *readings.values())
    if key not in kept:
        kept[key] = (_sketch(plan, condition, readings), condition)
    found: Sketch = kept[key][0]
    return found


def _sketch(plan: Plan, condition: t.Condition, readings: Readings) -> Sketch:
    if isinstance(condition, t.ChosenCondition):
        inner = _sketch(plan, dict(condition.alternatives)[readings[condition.name]], readings)
        said = inner.blank
        inner.blank = evolve(said, text=condition.text or said.text, quote=condition.quote or said.quote)
        return inner
    blank = Reason(condition.text, Truth.UNKNOWN, condition.place, condition.quote)
    match condition:
        case t.AllOf(items) | t.AnyOf(items) | t.NumberOf(_, _, items):
            return Sketch(condition, blank, tuple(_sketch(plan, item, readings) for item in items))
        case t.Not(item):
            return Sketch(condition, blank, (_sketch(plan, item, readings),))
        case t.EveryGroup() | t.SomeGroups():
            return _over_groups(plan, condition, readings, blank)
        case _:
            return _single(plan, condition, readings, blank)


# ---- groups --------------------------------------------------------------------------------------------------------------


def _over_groups(plan: Plan, condition: GROUPED, readings: Readings, blank: Reason) -> Sketch:
    """The test in each group, under its name, where the plan knows the groups."""
    groups = _known_groups(plan, condition)
    if not groups:
        return Sketch(condition, blank, grouped=_sketch(plan, condition.test, readings))
    parts = []
    for group, spelt in groups.items():
        part = _sketch(plan, condition.test, readings)
        part.blank, part.group = titled(part.blank, condition, spelt), (group_key(condition), group)
        parts.append(part)
    return Sketch(condition, blank, tuple(parts))


def titled(inner: Reason, condition: GROUPED, spelt: str) -> Reason:
    """The test in one group, by the group's name."""
    return evolve(inner, text=f"{spelt}: {inner.text or condition.text}")


def group_key(condition: GROUPED) -> str:
    """What a group in force goes by."""
    return f"{condition.record}.{condition.column}"


def _known_groups(plan: Plan, condition: GROUPED) -> dict[str, str]:
    """The groups, each with its first spelling; none where the facts bring them."""
    if condition.choices is not None:
        spelt = _spelt(condition.choices)
        return spelt if len(spelt) == len(condition.choices) else {}
    record = plan.records[condition.record]
    if record.rows is None or record.when is not None:
        return {}
    return _spelt(row.values[condition.column] for row in record.rows)


def _spelt(written: Iterable[object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in written:
        if not isinstance(text, str):
            return {}
        found.setdefault(fold(text), text)
    return found


# ---- single tests --------------------------------------------------------------------------------------------------------


def _single(plan: Plan, test: t.Condition, readings: Readings, blank: Reason) -> Sketch:
    sketch = Sketch(test, evolve(blank, resolved=tuple(_days_meant(test, readings))))
    nodes = [n for n in walk(test, plan, readings.__getitem__) if isinstance(n, t.Fact | t.Cell | t.Lookup)]
    if any(isinstance(node, t.Lookup) for node in nodes):
        sketch.looked_at = None
    else:
        sketch.looked_at = tuple(nodes)
        sketch.paths = _paths(nodes)
    match test:
        case t.DateTest(value=value):
            sketch.window = _window(test, readings)
            sketch.plain = sketch.window is not None and isinstance(value, t.Fact)
        case t.Compare(_, left, right):
            sketch.kept = _may_leave_out(left, readings) or _may_leave_out(right, readings)
            sketch.plain = not sketch.kept and not isinstance(left, t.Rank)
        case t.Between(value):
            sketch.kept = _may_leave_out(value, readings)
            sketch.plain = not sketch.kept
        case t.Quantified():
            sketch.kept = bool(test.rows.excluded)
            sketch.share = t.Share(test.rows, test.test, place=test.place) if test.test is not None else None
            sketch.plain = not sketch.kept and sketch.share is not None
        case _:
            sketch.plain = True
    return sketch


def _paths(nodes: Sequence[Node]) -> tuple[str, ...] | None:
    """The paths of single facts, each once; None where something else is looked at."""
    if any(isinstance(node, t.Cell) and node.scope == t.SUBJECT for node in nodes):
        return None
    return tuple(dict.fromkeys(node.path for node in nodes if isinstance(node, t.Fact)))


def _window(test: t.DateTest, readings: Readings) -> tuple[int, int] | None:
    """The days that pass."""
    phrases = [end.phrase for end in (test.first, test.last) if isinstance(end, t.DateValue)]
    if len(phrases) != 1 + (test.last is not None):
        return None
    return window(readings, test.relation, *(phrase.period(readings) for phrase in phrases))


def _may_leave_out(term: t.Term, readings: Readings) -> bool:
    """Whether the first aggregate in the term tells how many rows it counted."""
    found = first_aggregate(term, readings)
    return found is not None and (isinstance(found, COUNTED) or bool(found.rows.excluded))


def _days_meant(test: t.Condition, readings: Readings) -> Iterator[str]:
    """The dates of the plan in this test, as days."""
    for node in walk(test, None, readings.__getitem__):
        if isinstance(node, t.DateValue):
            period = node.phrase.period(readings)
            days = period.earliest.isoformat()
            if period.latest != period.earliest:
                days += f"..{period.latest.isoformat()}"
            if days != node.phrase.text:
                yield f"{node.phrase.text} = {days}"
