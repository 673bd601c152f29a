"""Values and facts as a Python program would give them to ``plan.evaluate``.

In: a value of the facts layer and its declared type, or complete facts. Out: an int, a Decimal or a Fraction in the declared unit (60 for
60 %), a date, a text, a bool, a ``Duration``; the word ``never`` for a day that never comes.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from criteria.facts.record import Exactly, Facts, Given, Value
from criteria.model.plan import Plan
from criteria.model.scale import plain as written
from criteria.model.types import NumberType, Type

NEVER, UNKNOWN = "never", "unknown"


def plain(value: Value, kind: Type) -> object:
    """The value; percents, which are held as ratios, are told in percent."""
    if isinstance(value, Fraction) and isinstance(kind, NumberType):
        return number(value * kind.unit.scale)
    return value


def number(value: Fraction) -> int | Decimal | Fraction:
    """The simplest exact kind of number."""
    if value.denominator == 1:
        return int(value)
    text = written(value)
    return value if "/" in text else Decimal(text)


def plain_facts(facts: Facts, plan: Plan) -> dict[str, object]:
    """Complete facts as a dict."""
    said: dict[str, object] = {path: _said(given, plan.facts[path].type) for path, given in facts.values.items()}
    for key, rows in facts.records.items():
        columns = plan.records[key].columns
        said[key] = [{name: _said(cell, columns[name].type) for name, cell in row.cells.items()} for row in rows.rows]
    return said


def _said(given: Given, kind: Type) -> object:
    return plain(given.possible.value, kind) if isinstance(given.possible, Exactly) else NEVER
