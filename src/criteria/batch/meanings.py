"""What a text of a source means, as far as a column can hold it.

In: what the facts layer read (``Possible``), the declared type, the texts that the plan tests. Out: ``Meaning``, a row of a table of
texts. Holds: what no column holds exactly is ``odd``, never approximated: one of several values, a range of numbers, a phrase whose days
depend on readings, a number without an end.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from criteria.evaluate.given import as_text
from criteria.facts.numbers import plain_number
from criteria.facts.record import DayBetween, Exactly, Never, Nothing, Possible, SomeDayOf, Unknown, Value
from criteria.frozen import define, frozen
from criteria.model.types import DateType, NumberType, Type, YesNoType

MOST_SCALE, MOST_DIGITS = 8, 28  # after and before the sign: both in one DECIMAL

Row = tuple[str | None, date | None, bool, bool, bool]


@frozen
class Meaning:
    """A value as SQL casts it, or one of the words; none of all is a blank."""

    value: str | None = None
    last: date | None = None
    unknown: bool = False
    never: bool = False
    odd: bool = False
    number: Fraction | None = None

    @property
    def row(self) -> Row:
        """As the table of texts holds it."""
        return self.value, self.last, self.unknown, self.never, self.odd


_ODD = Meaning(odd=True)


def meaning(possible: Possible, type_: Type, tested: tuple[str, ...]) -> Meaning:
    """What a column can hold of it."""
    match possible:
        case Nothing():
            return Meaning()
        case Unknown():
            return Meaning(unknown=True)
        case Never():
            return Meaning(never=True)
        case Exactly(value):
            return _exactly(value, type_, tested)
        case DayBetween(first, last):
            return Meaning(first.isoformat(), last)
        case SomeDayOf(phrase) if not phrase.words:
            period = phrase.period()
            return Meaning(period.earliest.isoformat(), period.latest)
    return _ODD


def _exactly(value: Value, type_: Type, tested: tuple[str, ...]) -> Meaning:
    match type_:
        case DateType() if isinstance(value, date):
            return Meaning(value.isoformat())
        case NumberType() if isinstance(value, Fraction):
            return _number(value * type_.unit.scale * type_.unit.scale.denominator)
        case YesNoType():
            return Meaning("true" if value is True else "false")
    folded = as_text(value)
    return Meaning(str(tested.index(folded)) if folded in tested else "-1")


def _number(number: Fraction) -> Meaning:
    text = plain_number(number)
    whole, _, part = text.lstrip("-").partition(".")
    if "/" in text or len(part) > MOST_SCALE or len(whole) > MOST_DIGITS:
        return _ODD
    return Meaning(text, number=number)


@define(eq=False)
class Shelf:
    """What all texts of a column come to: which companions it needs, how many digits."""

    type: Type
    last: bool = False
    unknown: bool = False
    never: bool = False
    odd: bool = False
    blank: bool = False
    scale: int = 0
    digits: int = 1
    ends: tuple[Fraction, ...] = ()
    days: tuple[int, ...] = ()  # the first and the last

    def keeps(self, each: Meaning) -> bool:
        """Notes it; whether the table of texts needs a row for it: a text that no test asks about needs none."""
        self.last |= each.last is not None
        self.unknown |= each.unknown
        self.never |= each.never
        self.odd |= each.odd
        self.blank |= each == Meaning()
        if each.number is not None and each.value is not None:
            whole, _, part = each.value.lstrip("-").partition(".")
            self.scale, self.digits = max(self.scale, len(part)), max(self.digits, len(whole))
            ends = (*self.ends, each.number)
            self.ends = (min(ends), max(ends))
        if isinstance(self.type, DateType) and each.value is not None:
            first = date.fromisoformat(each.value)
            days = (*self.days, first.toordinal(), (each.last or first).toordinal())
            self.days = (min(days), max(days))
        return each.value != "-1" or isinstance(self.type, NumberType)

    @property
    def valueless(self) -> bool:
        """Whether a text may leave the cell NULL."""
        return self.blank or self.unknown or self.never or self.odd
