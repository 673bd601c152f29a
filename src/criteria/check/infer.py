"""Types and units: what a value is, and what comes out when two are joined, multiplied or divided.

In: the units of the parts. Out: the unit of the whole, or None when the two do not go together. Holds: percent and percentage point
never mix in a comparison; a ratio is like a percent and like a plain number; a percent and a number are not alike.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from criteria.frozen import frozen
from criteria.model.terms import Number, Term
from criteria.model.types import TIMES, ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType


@frozen(eq=False)
class Value:
    """A term and its type."""

    term: Term
    type: Type

    @property
    def unit(self) -> Unit | None:
        """The unit of a number; None for anything else."""
        return self.type.unit if isinstance(self.type, NumberType) else None

    @property
    def is_zero(self) -> bool:
        """A literal nought, which is the same in every unit."""
        return isinstance(self.term, Number) and self.term.value == 0


DATE = DateType()


def number(unit: Unit) -> NumberType:
    """A number type without bounds."""
    return NumberType(unit)


_N, _P, _PP, _KR, _D, _R = (
    Unit.NUMBER,
    Unit.PERCENT,
    Unit.PERCENTAGE_POINT,
    Unit.KRONER,
    Unit.DAYS,
    Unit.RATIO,
)
_SAME = {(u, u): u for u in Unit}
_TIMES = {(left, right): left for group in TIMES for left in group for right in group}
_LIKE = _SAME | _TIMES | {(_R, _P): _P, (_P, _R): _P, (_R, _N): _N, (_N, _R): _N}
_SUM = _LIKE | {(_P, _PP): _P, (_PP, _P): _P}
_DIFFERENCE = _LIKE | {(_P, _P): _PP, (_P, _R): _PP, (_R, _P): _PP, (_P, _PP): _P}
_PRODUCT = {
    **{(left, u): u for u in Unit for left in (_N, _R, _P)},
    **{(u, right): u for u in Unit for right in (_N, _R, _P)},
    (_N, _R): _R,
    (_R, _N): _R,
    (_N, _P): _P,
    (_P, _N): _P,
    (_P, _R): _P,
    (_R, _P): _P,
}
_QUOTIENT = (
    {(u, right): u for u in Unit for right in (_N, _R, _P)}
    | {(u, u): _R for u in Unit}
    | dict.fromkeys(_TIMES, _R)
    | {(_P, _R): _R, (_R, _P): _R}
)

OPERATIONS = {
    "+": _SUM,
    "-": _DIFFERENCE,
    "*": _PRODUCT,
    "/": _QUOTIENT,
    "difference": _DIFFERENCE,
    "larger": _LIKE,
    "smaller": _LIKE,
    "percent_of": _LIKE,
}


def like(left: Unit, right: Unit) -> Unit | None:
    """The unit in which the two compare, or None."""
    return _LIKE.get((left, right))


def joined(units: Iterable[Unit]) -> Unit | None:
    """The unit all of them compare in, or None."""
    found: Unit | None = None
    for unit in units:
        found = unit if found is None else like(found, unit)
        if found is None:
            return None
    return found


_UNIT_WORDS = {_N: "number", _P: "percent", _PP: "points", _KR: "kroner", _D: "days", _R: "ratio"} | {
    unit: unit.value.replace(" ", "-") for group in TIMES for unit in group
}


def word(kind: Type) -> str:
    """The key of a type's name in ``wording.check.WORDS``."""
    match kind:
        case DateType():
            return "date"
        case NumberType(unit=unit):
            return _UNIT_WORDS[unit]
        case TextType():
            return "text"
        case ChoiceType():
            return "choice"
        case YesNoType():
            return "yes-no"
        case DurationType():
            return "duration"
        case _ as unreachable:
            assert_never(unreachable)


def joined_type(types: Iterable[Type]) -> Type | None:
    """The type of a definition whose readings have these types: one type, or numbers of like units."""
    found = tuple(types)
    units = [t.unit for t in found if isinstance(t, NumberType)]
    if len(units) == len(found):
        unit = joined(units)
        return number(unit) if unit else None
    return found[0] if len(set(found)) == 1 else None
