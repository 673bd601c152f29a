"""Terms (values) and conditions (true or false in a complete world): a closed union of frozen classes.

In: built by ``check``. Out: matched by evaluators with ``match … case _: assert_never(x)``, so that the type checker names every
place a new construct must fill in. Every node carries its place; equality ignores it. Conditions also carry ``text``, the words of
the plan, and ``quote``, the words of the source they stand for.
Rows are addressed by ``scope``: 0 is the innermost row in force, 1 the row around it (``with the same area`` compares scope 0 with 1).
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction
from typing import Any

from criteria.dates.durations import Duration
from criteria.dates.phrases import Phrase
from criteria.dates.relations import Relation
from criteria.frozen import field, frozen
from criteria.model.types import Type, Unit
from criteria.source import Place

NOWHERE = Place("")


def _place() -> Any:
    return field(default=NOWHERE, eq=False, repr=False, kw_only=True)


def _text() -> Any:
    return field(default="", eq=False, kw_only=True)


class Comparison(Enum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    NOT_EQUAL = "not_equal"


# ---- terms ------------------------------------------------------------------------------------------------------------


@frozen
class Number:
    """A number of the plan; percents as ratios."""

    value: Fraction
    unit: Unit
    place: Place = _place()


@frozen
class TextValue:
    value: str
    place: Place = _place()


@frozen
class DateValue:
    """A date phrase of the plan; its days follow from the readings: ``phrase.period(readings)``."""

    phrase: Phrase
    place: Place = _place()


@frozen
class Fact:
    """A single fact by its path (the key, words joined by spaces)."""

    path: str
    type: Type = field(eq=False)
    place: Place = _place()


@frozen
class Cell:
    """A column of the row ``scope`` rows out. A computed column is looked up in the record and evaluated in that row."""

    record: str
    column: str
    scope: int
    type: Type = field(eq=False)
    place: Place = _place()


@frozen
class GroupValue:
    """The value of the group column in force inside ``EveryGroup``."""

    record: str
    column: str
    type: Type = field(eq=False)
    place: Place = _place()


@frozen
class Rows:
    """The rows of a record for which all of ``where`` hold (each evaluated with the row as scope 0)."""

    record: str
    where: tuple[Condition, ...] = ()
    place: Place = _place()


@frozen
class Count:
    """How many rows; 0 when there are none."""

    rows: Rows
    place: Place = _place()


@frozen
class Sum:
    """The sum of ``value`` (scope 0 is the row); 0 when there are no rows."""

    rows: Rows
    value: Term
    place: Place = _place()


@frozen
class Share:
    """The share of the rows that pass ``test``, as a ratio; a fault when there are no rows."""

    rows: Rows
    test: Condition
    place: Place = _place()


@frozen
class Add:
    terms: tuple[Term, ...]
    place: Place = _place()


@frozen
class Subtract:
    left: Term
    right: Term
    place: Place = _place()


@frozen
class Multiply:
    left: Term
    right: Term
    place: Place = _place()


@frozen
class Divide:
    """A fault when the divisor is zero."""

    left: Term
    right: Term
    place: Place = _place()


@frozen
class Difference:
    """The absolute difference."""

    left: Term
    right: Term
    place: Place = _place()


@frozen
class Larger:
    terms: tuple[Term, ...]
    place: Place = _place()


@frozen
class Smaller:
    terms: tuple[Term, ...]
    place: Place = _place()


@frozen
class PercentOf:
    """``value`` as a ratio of the absolute value of ``base``; a fault when the base is zero."""

    value: Term
    base: Term
    place: Place = _place()


@frozen
class DaysBetween:
    """Days from ``start`` to ``end``; no value when either is never."""

    start: Term
    end: Term
    place: Place = _place()


@frozen
class Offset:
    """A day counted from another: ``4 uger efter X``. ``base`` is a date fact or cell. No value when the base is never."""

    base: Term
    duration: Duration
    forward: bool
    place: Place = _place()


@frozen
class Chosen:
    """A definition with several readings: the reading ``name`` says which alternative is in force; the first is the default."""

    name: str
    alternatives: tuple[tuple[str, Term], ...]
    place: Place = _place()


Term = (
    Number | TextValue | DateValue | Fact | Cell | GroupValue | Count | Sum | Share | Add | Subtract | Multiply | Divide
    | Difference | Larger | Smaller | PercentOf | DaysBetween | Offset | Chosen
)  # fmt: skip


# ---- conditions -------------------------------------------------------------------------------------------------------


@frozen
class Happened:
    """A date has a day: it is not never (and, as of D, not only still to come)."""

    value: Term
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class Known:
    """A number has a value: what a relaxed lower level asks when no bound is left. True in every world."""

    value: Term
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class DateTest:
    """A date against a period, a boundary or another date; ``last`` only for between. False when any date in it is never."""

    relation: Relation
    value: Term
    first: Term
    last: Term | None = None
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class Compare:
    """Two numbers of one unit. ``unit`` is the one margins are shown in."""

    relation: Comparison
    left: Term
    right: Term
    unit: Unit = field(eq=False)
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class Between:
    """A number between two, both ends included."""

    value: Term
    low: Term
    high: Term
    unit: Unit = field(eq=False)
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class Matches:
    """A text, choice or yes/no equal to one of the options (after NFC, trimming and case-folding)."""

    value: Term
    options: tuple[Term, ...]
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class Holds:
    """A yes/no fact that is yes."""

    value: Term
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


class Quantity(Enum):
    """What a quantifier asks: of the share of rows (a fault when there are none) or of their count."""

    ALL = "all"
    NO = "no"
    SOME = "some"
    SHARE = "share"
    COUNT = "count"


@frozen
class Quantified:
    """``all ROWS TEST`` …; SHARE and COUNT compare with ``amount``. ``if_any``: true (not a fault) when there are no rows."""

    quantity: Quantity
    rows: Rows
    test: Condition | None
    relation: Comparison = Comparison.AT_LEAST
    amount: Number | None = None
    if_any: bool = False
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class EveryGroup:
    """``test`` holds in every group of ``record`` by ``column``: the choices of a one-of column, else the values present."""

    record: str
    column: str
    choices: tuple[str, ...] | None
    test: Condition
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class AllOf:
    items: tuple[Condition, ...]
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class AnyOf:
    items: tuple[Condition, ...]
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class NumberOf:
    """``exactly one of``, ``at least 2 of``, ``none of`` (EQUAL 0): how many of the items hold."""

    relation: Comparison  # AT_LEAST or EQUAL
    count: int
    items: tuple[Condition, ...]
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class Not:
    item: Condition
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


@frozen
class ChosenCondition:
    """A defined condition with several readings."""

    name: str
    alternatives: tuple[tuple[str, Condition], ...]
    place: Place = _place()
    text: str = _text()
    quote: str = _text()


Condition = (
    Happened | Known | DateTest | Compare | Between | Matches | Holds | Quantified | EveryGroup | AllOf | AnyOf | NumberOf
    | Not | ChosenCondition
)  # fmt: skip
