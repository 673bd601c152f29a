"""The things that must still happen, one by one: a fact, more rows, a cell of a row, or a condition that only the plan's words can tell.

In: a quantity, the cells it must come to lie in, where the facts leave it. Out: ``Item``s with their first and last safe day. Holds: a
fact in its ``domain`` puts its quantity into those cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from criteria.analyse.needs.amounts import Asked, Fill, Further, Need, needs_of
from criteria.analyse.needs.sketches import Sketch, both
from criteria.analyse.needs.standing import Cells
from criteria.evaluate.given import possible
from criteria.evaluate.leaves import look_cell
from criteria.evaluate.worlds import Choices, Env, Ground, World
from criteria.frozen import frozen
from criteria.ladder.cells import Axis
from criteria.ladder.domains import LATEST
from criteria.ladder.domains import Days as Days
from criteria.ladder.domains import Domain as Domain
from criteria.ladder.domains import Numbers as Numbers
from criteria.ladder.domains import Texts as Texts
from criteria.ladder.formula import tests
from criteria.ladder.ladders import Ladder
from criteria.ladder.quantities import Kind
from criteria.model import terms as t


@frozen
class OfFact:
    """A single fact and the values it may have."""

    path: str
    domain: Domain


@frozen
class OfWords:
    """Conditions of the plan, each with whether it must hold; ``group``: where they are asked."""

    said: tuple[tuple[t.Condition, bool], ...]
    group: tuple[tuple[str, str], ...] = ()


What = OfFact | Further | Fill | OfWords


@frozen
class Item:
    """``start`` and ``by``: the first day, where there is one still to wait for, and the last; ``strictest``: the last under every reading,
    where some day does under all of them. ``axis``: the quantity it is about."""

    what: What
    axis: int
    start: date | None = None
    by: date | None = None
    strictest: date | None = None


def items(about: Asked, number: int, axis: Axis, cells: Cells, ladders: Iterable[Ladder]) -> tuple[Item, ...]:
    """What brings a quantity into its cells."""
    found: tuple[What, ...] | None = None
    node = axis.quantity.node
    inside = [axis.cells[cell] for cell in sorted(cells)]
    if isinstance(node, t.Fact) and axis.quantity.kind is not Kind.TRUTH:
        whole = possible(about.now.facts.values.get(node.path), node.type, about.now.clock, about.now.readings)
        domain = within(whole, inside)
        found = (OfFact(node.path, domain),) if domain else None
    elif isinstance(node, t.Cell) and node.scope == t.SUBJECT:
        found = _of_subject(about.now, node, inside)
    elif axis.quantity.kind is Kind.NUMBERS:
        found = _counted(about, axis, inside)
    if not found:
        found = (words(axis, cells, ladders),)
    return tuple(dated(what, number, about.today) for what in found)


def words(axis: Axis, cells: Cells, ladders: Iterable[Ladder]) -> OfWords:
    """The conditions that tell these cells from all others."""
    said = {
        (one.said, axis.passed[one.passing])
        for ladder in ladders
        for rung in ladder.rungs
        for one in tests(rung.formula)
        if one.quantity == axis.quantity and one.passing in axis.passed
    }
    ordered = sorted(said, key=lambda each: (each[0].place.line, each[0].place.column))
    told = [(condition, True) for condition, passed in ordered if cells <= passed]
    told += [(condition, False) for condition, passed in ordered if not cells & passed]
    return OfWords(tuple(told), axis.quantity.groups)


def _of_subject(ground: Ground, cell: t.Cell, inside: list[Domain]) -> tuple[What, ...] | None:
    column = ground.plan.records[cell.record].columns[cell.column]
    if column.computed is not None or ground.subject is None or ground.plan.records[cell.record].rows is not None:
        return None
    domain = within(look_cell(World(ground, Choices()), ground.subject, column).domain, inside)
    return (Fill(ground.subject, cell.column, domain),) if domain else None


def _counted(about: Asked, axis: Axis, inside: list[Domain]) -> tuple[Need, ...] | None:
    """As rows, where it is made of rows and must grow."""
    first = inside[0]
    low = first.ends()[0] if isinstance(first, Numbers) else None
    if low is None or not isinstance(first, Numbers):
        return None
    return needs_of(
        about, axis.quantity.node, Env((), axis.quantity.groups), (low, first.points is None and first.low_open)
    )


def within(whole: Domain, cells: list[Domain]) -> Domain | None:
    """The possible values that lie in the cells, which stand side by side."""
    if isinstance(whole, Days):
        spans = [span for cell in cells if isinstance(cell, Days) and cell.spans for span in _inside(whole, cell)]
        never = whole.never and any(isinstance(cell, Days) and cell.never for cell in cells)
        return Days(_joined(spans), never) if spans or never else None
    if isinstance(whole, Texts):
        parts = [part for cell in cells if isinstance(cell, Texts) and (part := _texts(whole, cell))]
        open_ = next((part for part in parts if part.others), None)
        named = frozenset[str]().union(*(part.values for part in parts if not part.others))
        return Texts(open_.values - named, others=True) if open_ else Texts(named) if named else None
    numbers = [cell for cell in cells if isinstance(cell, Numbers)]
    return _numbers(whole, numbers[0], numbers[-1]) if numbers else None


def _numbers(whole: Domain, first: Numbers, last: Numbers) -> Domain | None:
    """The possible values from the first cell to the last."""
    span = Numbers(
        None,
        first.ends()[0],
        last.ends()[1],
        first.points is None and first.low_open,
        last.points is None and last.high_open,
    )
    return both(whole, span)


def _inside(whole: Days, cell: Days) -> tuple[tuple[int, int], ...]:
    spans = whole.within(cell.first, cell.last)
    return spans.spans if spans else ()


def _texts(whole: Texts, cell: Texts) -> Texts | None:
    if not cell.others:
        return whole.cut(cell.values)[0]
    return whole.cut(cell.values)[1]


def _joined(spans: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Spans that touch as one."""
    found: list[tuple[int, int]] = []
    for first, last in spans:
        if found and found[-1][1] + 1 == first:
            found[-1] = (found[-1][0], last)
        else:
            found.append((first, last))
    return tuple(found)


def dated(what: What, axis: int, today: date) -> Item:
    """With its first and last day."""
    days = _days_of(what)
    if days is None or not days.spans:
        return Item(what, axis)
    start = date.fromordinal(days.first) if days.first > today.toordinal() + 1 else None
    by = date.fromordinal(days.last) if days.last < LATEST else None
    return Item(what, axis, start, by)


def _days_of(what: What) -> Days | None:
    match what:
        case OfFact(_, Days() as days) | Fill(_, _, Days() as days):
            return days
        case Further(_, among):
            every = [window for row, _ in among if (window := window_of(row))]
            first, last = max((each.first for each in every), default=0), min((each.last for each in every), default=0)
            return Days(((first, last),)) if every else None
        case _:
            return None


def window_of(row: Sketch) -> Days | None:
    """The days on which a row may happen."""
    return next((domain for _, domain in row.cells if isinstance(domain, Days)), None)


def same(one: Item, other: Item) -> bool:
    """Whether two items ask for the same thing, on whatever days."""
    match one.what, other.what:
        case OfFact(path), OfFact(same_path):
            return path == same_path
        case Fill(row, column), Fill(same_row, same_column):
            return (row, column) == (same_row, same_column)
        case Further(amount, among), Further(same_amount, same_among):
            return amount == same_amount and _kinds(among) == _kinds(same_among)
        case _:
            return False


def _kinds(among: Iterable[tuple[Sketch, int | None]]) -> list[tuple[str, Mapping[str, Domain], int | None]]:
    return [(row.record, {c: d for c, d in row.cells if not isinstance(d, Days)}, most) for row, most in among]
