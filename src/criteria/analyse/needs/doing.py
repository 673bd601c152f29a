"""The facts after a way was gone: what it asks for, and nothing else.

In: the facts at rest and the items of a way. Out: facts. Holds: where an item leaves room, so do the facts; columns of a new row that
nobody asks for are unknown.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from criteria.analyse.needs.amounts import Fill, Further
from criteria.analyse.needs.at_rest import NOBODY
from criteria.analyse.needs.sketches import Sketch
from criteria.analyse.needs.things import Item, OfFact
from criteria.facts.record import (
    DayBetween,
    Exactly,
    Facts,
    Given,
    NumberBetween,
    OneOf,
    Possible,
    RecordRows,
    Row,
    Unknown,
    Value,
)  # fmt: skip
from criteria.frozen import evolve
from criteria.ladder.cells import inside
from criteria.ladder.domains import Days, Domain, Numbers
from criteria.model.plan import Plan, fold
from criteria.model.types import ChoiceType, Type, YesNoType


def done(plan: Plan, rest: Facts, every: Iterable[Item]) -> Facts:
    """The facts with what the items ask for."""
    facts = rest
    for item in every:
        match item.what:
            case OfFact(path, domain):
                given = _given(domain, plan.facts[path].type)
                facts = evolve(facts, values={**facts.values, path: given})
            case Fill(row, column, domain):
                kind = plan.records[row.record].columns[column].type
                facts = _filled(facts, row.record, row.number, column, _given(domain, kind))
            case Further(amount, among):
                facts = _grown(plan, facts, amount, among)
            case _:
                pass
    return facts


def _filled(facts: Facts, record: str, number: int, column: str, given: Given) -> Facts:
    brought = facts.records[record]
    rows = tuple(
        evolve(row, cells={**row.cells, column: given}) if n == number else row for n, row in enumerate(brought.rows)
    )
    return evolve(facts, records={**facts.records, record: evolve(brought, rows=rows)})


def _grown(plan: Plan, facts: Facts, amount: int, among: Iterable[tuple[Sketch, int | None]]) -> Facts:
    """Rows of the first kind, as far as they count, then of the next."""
    for kind, most in among:
        new = amount if most is None else min(amount, most)
        brought = facts.records.get(kind.record, RecordRows((), place=NOBODY))
        rows = (*brought.rows, *[_row(plan, kind)] * min(new, 1), *[_row(plan, _fixed(kind))] * (new - 1))
        facts = evolve(facts, records={**facts.records, kind.record: evolve(brought, rows=rows)})
        amount -= new
    return facts


def _fixed(kind: Sketch) -> Sketch:
    """On its last day: rows of one kind are alike, so that one with all the room there is speaks for the others."""
    last = ((key, Days(((each.last, each.last),)) if isinstance(each, Days) else each) for key, each in kind.cells)
    return evolve(kind, cells=tuple(last))


def _row(plan: Plan, kind: Sketch) -> Row:
    columns = plan.records[kind.record].columns
    asked = kind.cell
    cells = {
        key: _given(asked[key], column.type) if key in asked else Given(Unknown(), place=NOBODY)
        for key, column in columns.items()
        if column.computed is None
    }
    return Row(cells, place=NOBODY)


def _given(domain: Domain, kind: Type) -> Given:
    return Given(_possible(domain, kind), place=NOBODY)


def _possible(domain: Domain, kind: Type) -> Possible:
    if isinstance(domain, Days):
        first, last = (date.fromordinal(day) for day in domain.spans[-1]) if domain.spans else (None, None)
        if first is None or last is None or domain.never:
            return Unknown()
        return Exactly(last) if first == last else DayBetween(first, last)
    if isinstance(domain, Numbers):
        low, high = domain.ends()
        if domain.points is not None:
            return OneOf(domain.points)
        if low is None or high is None or domain.low_open or domain.high_open:
            return Exactly(inside(domain))
        return NumberBetween(low, high)
    if domain.others:
        return Unknown()
    return OneOf(tuple(_value(text, kind) for text in sorted(domain.values)))


def _value(text: str, kind: Type) -> Value:
    if isinstance(kind, YesNoType):
        return text == "yes"
    options = kind.options if isinstance(kind, ChoiceType) else ()
    return next((option for option in options if fold(option) == text), text)
