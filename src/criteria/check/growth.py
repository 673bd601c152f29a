"""Change against a base: ``at least 4% above rate in 2019``, ``at least 2 percentage points below …``, ``halved against 2019``.

In: a numeric subject and a tail. Out: ``Compare`` of the change with the margin. Holds: a margin in percent is relative to the base's
absolute value; one in percentage points is a difference of percentages and of nothing else; any other is a difference in its unit.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.check import infer
from criteria.check.arithmetic import is_number
from criteria.check.faults import both
from criteria.check.infer import Value
from criteria.check.quantities import same_unit
from criteria.check.subject import Subject
from criteria.check.years import grown
from criteria.model import terms
from criteria.model.types import Unit
from criteria.source import Place
from criteria.syntax import tree

_HALF, _DOUBLE = Fraction(1, 2), Fraction(2)


def margin(about: Subject, tail: tree.MarginTail) -> terms.Condition | None:
    """The change against the base, up or down, compared with the margin."""
    base, amount = _numbers(about, tail)
    if base is None or amount is None or same_unit(about, base, tail.base.place) is None:
        return None
    first, second = (base.term, about.value.term) if tail.above else (about.value.term, base.term)
    relation, place = terms.Comparison(tail.relation), about.place
    if amount.unit is Unit.PERCENT:
        change = grown(first, second, place) if tail.above else _fallen(first, second, place)
        return terms.Compare(relation, change, amount.term, Unit.PERCENT, place=place, text=about.text)
    unit = _difference(about, base, amount, tail)
    if unit is None:
        return None
    change = terms.Subtract(second, first, place=place)
    return terms.Compare(relation, change, amount.term, unit, place=place, text=about.text)


def _numbers(about: Subject, tail: tree.MarginTail) -> tuple[Value | None, Value | None]:
    found = [(about.ctx.value(expr, about.scope), expr.place) for expr in (tail.base, tail.amount)]
    base, amount = (value if value and is_number(about.ctx, value, place) else None for value, place in found)
    return base, amount


def _fallen(value: terms.Term, base: terms.Term, place: Place) -> terms.Term:
    """How much less than the base, in percent of its absolute value."""
    return terms.PercentOf(terms.Subtract(base, value, place=place), base, place=place)


def _difference(about: Subject, base: Value, amount: Value, tail: tree.MarginTail) -> Unit | None:
    """The unit of a difference, which the margin must have; what has none in percentage points is told so."""
    own, its = about.value.unit or Unit.NUMBER, base.unit or Unit.NUMBER
    difference = infer.OPERATIONS["-"].get((own, its))
    unit = infer.like(difference, amount.unit or Unit.NUMBER) if difference else None
    if unit is None:
        kind = "points-of-amounts" if amount.unit is Unit.PERCENTAGE_POINT else "margin-unit"
        words = both("left", infer.word(about.value.type)) | both("right", infer.word(amount.type))
        suggestion = _instead(about, tail, own) if isinstance(tail.amount, tree.Run) else None
        about.ctx.faults.error(
            kind, tail.amount.place, related=(about.place, tail.base.place), suggestion=suggestion, words=words
        )
    return unit


def _instead(about: Subject, tail: tree.MarginTail, own: Unit) -> str | None:
    """The same number as a margin that fits."""
    assert isinstance(tail.amount, tree.Run)
    number, danish = tail.amount.words[0].text, about.ctx.language == "da"
    if own in (Unit.PERCENT, Unit.RATIO):
        return f"{number} procentpoint" if danish else f"{number} percentage points"
    return f"{number} pct." if danish else f"{number}%"


def against(about: Subject, tail: tree.AgainstTail) -> terms.Condition | None:
    """Halved: at most half of the base; doubled: at least twice it."""
    base = about.ctx.value(tail.base, about.scope)
    if base is None or not is_number(about.ctx, base, tail.base.place):
        return None
    if same_unit(about, base, tail.base.place) is None:
        return None
    halved = tail.change == "halved"
    part = terms.PercentOf(about.value.term, base.term, place=about.place)
    limit = terms.Number(_HALF if halved else _DOUBLE, Unit.PERCENT, place=tail.place)
    relation = terms.Comparison.AT_MOST if halved else terms.Comparison.AT_LEAST
    return terms.Compare(relation, part, limit, Unit.PERCENT, place=about.place, text=about.text)
