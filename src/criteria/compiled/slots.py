"""Where each fact and each column of a record stands among the bound values.

In: a plan. Out: ``Slots``: a number for every fact, every record (its rows) and every column that the facts bring. How a value stands
there: a day as its ordinal and never as ``NEVER``, beyond every day; a text folded; yes and no as texts; a number times the scale of its
unit, whole where it can be, else a fraction.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache

from criteria.evaluate.given import as_text
from criteria.facts.record import Value
from criteria.frozen import frozen
from criteria.ladder.domains import LAST
from criteria.model.plan import Plan, fold
from criteria.model.types import NumberType, Type, Unit

NEVER = LAST + 1  # a day after all others: what never happens is in no stretch of days
_SCALES = {Unit.PERCENT: 10_000, Unit.PERCENTAGE_POINT: 10_000, Unit.KRONER: 100}
Bare = int | str | Fraction


@frozen
class Slots:
    """Numbers by fact, by record and by column."""

    facts: dict[str, int]
    records: dict[str, int]
    columns: dict[tuple[str, str], int]

    @property
    def size(self) -> int:
        return len(self.facts) + len(self.records) + len(self.columns)


def slots_of(plan: Plan) -> Slots:
    """Every fact, record and column of the plan that facts may bring."""
    brought = [record for record in plan.records.values() if record.rows is None]
    facts = {path: place for place, path in enumerate(plan.facts)}
    records = {record.key: len(facts) + place for place, record in enumerate(brought)}
    keys = [
        (record.key, key) for record in brought for key, column in record.columns.items() if column.computed is None
    ]
    start = len(facts) + len(records)
    return Slots(facts, records, {key: start + place for place, key in enumerate(keys)})


def scale_of(kind: Type) -> int:
    """What numbers of a type are multiplied by."""
    return _SCALES.get(kind.unit, 1) if isinstance(kind, NumberType) else 1


def bare(value: Value, scale: int = 1) -> Bare:
    """A value as it stands in its slot."""
    if isinstance(value, str):
        return folded(value)
    if isinstance(value, date):
        return value.toordinal()
    return scaled(value, scale) if isinstance(value, Fraction) else as_text(value)


folded = lru_cache(maxsize=10_000)(fold)  # the same texts come again from one set of facts to the next


def scaled(value: Fraction, scale: int) -> int | Fraction:
    """A number, whole where it can be."""
    if value.denominator == 1:
        return value.numerator * scale
    more = value * scale
    return more.numerator if more.denominator == 1 else more
