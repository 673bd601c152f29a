"""Quantities and their cells in words.

In: a plan, a quantity or a cell. Out: short texts in the plan's language: names as the plan has them, days and ranges as facts files
write them (``2020-10-03..2020-11-10``), numbers with their unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from criteria.facts.levels import spelled
from criteria.facts.numbers import plain_number
from criteria.ladder.domains import EARLIEST, LATEST, NEVER, Days, Domain, Numbers, Texts
from criteria.ladder.quantities import Kind, Quantity
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.plan import Goal, Plan
from criteria.model.scale import Step
from criteria.model.types import NumberType, Unit

_NEVER = {"en": "never", "da": "aldrig"}
_TRUTH = {"en": {"yes": "yes", "no": "no"}, "da": {"yes": "ja", "no": "nej"}}
_NO_VALUE = {"en": "no value", "da": "ingen værdi"}
_OTHER = {"en": "something else", "da": "noget andet"}


def quantity_name(plan: Plan, quantity: Quantity, said: str = "") -> str:
    """The fact's name; of what is computed the words of the plan that ask about it (``said``), else what it rests on."""
    node = quantity.node
    if isinstance(node, t.Fact):
        return plan.facts[node.path].name
    if isinstance(node, t.Cell):
        return plan.records[node.record].columns[node.column].name
    groups = "".join(f" ({group})" for _, group in quantity.groups)
    return f"{_subject(said) or ', '.join(dict.fromkeys(_rests_on(plan, quantity)))}{groups}"


_COMPARED = re.compile(
    r"(?i) (at least|at most|above|below|between|more than|less than|mindst|højst|over|under|mellem|mere end|mindre end)\b.*"
)


def _subject(said: str) -> str:
    """The words of an amount, without what it is compared with."""
    return _COMPARED.sub("", said) if not said[:1].isdigit() and said[:1] not in "≥≤<>" else said


def _rests_on(plan: Plan, quantity: Quantity) -> Iterator[str]:
    for part in walk(quantity.node, plan):
        if isinstance(part, t.Fact):
            yield plan.facts[part.path].name
        elif isinstance(part, t.Rows):
            yield plan.records[part.record].name


def cell_text(plan: Plan, quantity: Quantity, cell: Domain) -> str:
    """What values a cell holds."""
    lang = plan.language
    match cell:
        case Days():
            never = _NEVER[lang] if quantity.kind is Kind.DAYS else _NO_VALUE[lang]
            return never if cell == NEVER else _days(cell)
        case Numbers():
            return _numbers(cell, unit_of(quantity), "," if lang == "da" else ".")
        case Texts():
            words = _TRUTH[lang]
            named = ", ".join(words.get(text, text) for text in sorted(cell.values))
            return _OTHER[lang] if cell.others else named


def _days(days: Days) -> str:
    first, last = (date.fromordinal(day).isoformat() for day in (days.first, days.last))
    if days.first <= EARLIEST or days.last >= LATEST:
        return f"≤ {last}" if days.last < LATEST else f"≥ {first}" if days.first > EARLIEST else ".."
    return first if first == last else f"{first}..{last}"


def unit_of(quantity: Quantity) -> Unit:
    """The unit that a number is shown in."""
    match quantity.node:
        case t.Fact(type=NumberType(unit)) | t.Cell(type=NumberType(unit)):
            return unit
        case t.Share() | t.PercentOf() | t.Divide():
            return Unit.PERCENT
        case t.Add(terms) | t.Larger(terms) | t.Smaller(terms):
            units = {unit_of(Quantity(term, Kind.NUMBERS)) for term in terms}
            return units.pop() if len(units) == 1 else Unit.NUMBER
        case t.Difference(left) | t.Subtract(left):
            return unit_of(Quantity(left, Kind.NUMBERS))
        case t.DaysBetween():
            return Unit.DAYS
        case _:
            return Unit.NUMBER


_SIGNS = {Unit.PERCENT: " %", Unit.KRONER: " kr"}


def _numbers(numbers: Numbers, unit: Unit, decimal: str) -> str:
    sign = _SIGNS.get(unit, "")

    def said(value: Fraction) -> str:
        return plain_number(value * unit.scale, decimal)

    if numbers.points is not None:
        return f"{', '.join(map(said, numbers.points))}{sign}"
    parts = []
    if numbers.low is not None:
        parts.append(f"{'>' if numbers.low_open else '≥'} {said(numbers.low)}{sign}")
    if numbers.high is not None:
        parts.append(f"{'<' if numbers.high_open else '≤'} {said(numbers.high)}{sign}")
    return ", ".join(parts) or f"..{sign}"


def step_name(plan: Plan, goal: Goal, step: Step) -> str:
    """A level as the plan's language calls it."""
    return spelled(step, goal.scale, plan.language)
