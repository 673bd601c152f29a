"""Which rows cannot be told apart by a goal: those that answer all its questions alike.

In: a goal's conditions, the combinations of readings, a row as given. Out: what the goal can see of a row. Two rows of one likeness may
change places without any level changing. A cell that the goal only tests against days or numbers of the plan is seen as the answers; of
any other cell that is looked at, and of every value that is not exact, all that is given is seen.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction

from criteria.evaluate.given import Clock
from criteria.evaluate.shape import parts, walk
from criteria.facts.record import Exactly, Given, Row
from criteria.frozen import define, field
from criteria.ladder.windows import window
from criteria.model import terms as t
from criteria.model.plan import Plan, Record

Column = tuple[str, str]  # record, column
Readings = Mapping[str, str]


@define
class Looks:
    """How a goal looks at the columns of records: the windows of days and the limits that it tests them against, and the columns that it
    sees as they are."""

    columns: set[Column] = field(factory=set)
    windows: dict[Column, dict[tuple[int, int], None]] = field(factory=dict)
    limits: dict[Column, dict[Fraction, None]] = field(factory=dict)
    whole: set[Column] = field(factory=set)


def looks(conditions: Sequence[t.Condition], plan: Plan, readings: Sequence[Readings]) -> Looks:
    """What the conditions look at, also behind computed columns."""
    seen = Looks()
    for node in dict.fromkeys(node for condition in conditions for node in walk(condition, plan)):
        for cell in (part for part in parts(node) if isinstance(part, t.Cell)):
            _look(seen, node, cell, readings)
        if isinstance(node, t.Cell):
            seen.columns.add((node.record, node.column))
            term = plan.records[node.record].columns[node.column].computed
            seen.whole |= {(term.record, term.column)} if isinstance(term, t.Cell) else set()
    seen.columns = {each for each in seen.columns if plan.records[each[0]].columns[each[1]].computed is None}
    return seen


def _look(seen: Looks, node: object, cell: t.Cell, readings: Sequence[Readings]) -> None:
    """How one test looks at a cell."""
    column = (cell.record, cell.column)
    match node:
        case t.DateTest(relation, value, t.DateValue(first), (None | t.DateValue()) as last) if value is cell:
            for each in readings:
                end = last.phrase.period(each) if last else None
                seen.windows.setdefault(column, {})[window(each, relation, first.period(each), end)] = None
        case t.Compare(_, t.Number(limit), _) | t.Compare(_, _, t.Number(limit)):
            seen.limits.setdefault(column, {})[limit] = None
        case t.Between(value, t.Number(low), t.Number(high)) if value is cell:
            seen.limits.setdefault(column, {}).update({low: None, high: None})
        case t.Happened() | t.Holds():
            pass
        case _:
            seen.whole.add(column)


def likeness(row: Row, columns: Sequence[str], record: Record, seen: Looks, clock: Clock) -> tuple[object, ...]:
    """What the goal can see of the row in these columns."""
    return tuple(_cell(row.cells.get(column), (record.key, column), record, seen, clock) for column in columns)


def _cell(given: Given | None, column: Column, record: Record, seen: Looks, clock: Clock) -> object:
    if given is None:
        return None
    possible = given.possible
    if column in seen.whole or not isinstance(possible, Exactly):
        return possible, given.known_from
    value = possible.value
    if isinstance(value, date):
        day = value.toordinal()
        ahead = day > clock.today
        if ahead and column[1] not in (record.when, record.recorded):
            return "ahead", given.known_from
        return ahead, tuple(low <= day <= high for low, high in seen.windows.get(column, ())), given.known_from
    if isinstance(value, Fraction):
        limits = seen.limits.get(column, ())
        return tuple((value > limit) - (value < limit) for limit in limits), given.known_from
    return value, given.known_from
