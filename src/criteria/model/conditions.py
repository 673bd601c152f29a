"""Conditions, true or false in a complete world: frozen classes without methods.

In: built by ``check``. Out: members of the closed union ``terms.Condition``, where everyone finds them. Every condition carries its
place, ``text``, the words of the plan, and ``quote``, the words of the source they stand for; equality ignores the place.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from criteria.dates.relations import Relation
from criteria.frozen import field, frozen
from criteria.model.nodes import Comparison, place_field, text_field
from criteria.model.types import Unit
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.model.terms import Condition, Number, Rows, Term


@frozen
class Happened:
    """A date has a day: it is not never (and, as of D, not only still to come)."""

    value: Term
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class Known:
    """A number has a value: what a relaxed lower level asks when no bound is left. True in every world."""

    value: Term
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class DateTest:
    """A date against a period, a boundary or another date; ``last`` only for between. False when any date in it is never."""

    relation: Relation
    value: Term
    first: Term
    last: Term | None = None
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class Compare:
    """Two numbers of one unit. ``unit`` is the one margins are shown in."""

    relation: Comparison
    left: Term
    right: Term
    unit: Unit = field(eq=False)
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class Between:
    """A number between two, both ends included."""

    value: Term
    low: Term
    high: Term
    unit: Unit = field(eq=False)
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class Matches:
    """A text, choice or yes/no equal to one of the options (after NFC, trimming and case-folding)."""

    value: Term
    options: tuple[Term, ...]
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class Holds:
    """A yes/no fact that is yes."""

    value: Term
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


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
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class EveryGroup:
    """``test`` holds in every group of ``record`` by ``column``: the choices of a one-of column, else the values present."""

    record: str
    column: str
    choices: tuple[str, ...] | None
    test: Condition
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class AllOf:
    items: tuple[Condition, ...]
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class AnyOf:
    items: tuple[Condition, ...]
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class NumberOf:
    """``exactly one of``, ``at least 2 of``, ``none of`` (EQUAL 0): how many of the items hold."""

    relation: Comparison  # AT_LEAST or EQUAL
    count: int
    items: tuple[Condition, ...]
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class Not:
    item: Condition
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()


@frozen
class ChosenCondition:
    """A defined condition with several readings."""

    name: str
    alternatives: tuple[tuple[str, Condition], ...]
    place: Place = place_field()
    text: str = text_field()
    quote: str = text_field()
