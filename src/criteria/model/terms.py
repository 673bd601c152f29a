"""Terms (values) and conditions (true or false in a complete world): a closed union of frozen classes.

In: built by ``check``. Out: matched by evaluators with ``match … case _: assert_never(x)``, so that the type checker names every
place a new construct must fill in. Every node carries its place; equality ignores it. Conditions also carry ``text``, the words of
the plan, and ``quote``, the words of the source they stand for.
Rows are addressed by ``scope``: 0 is the innermost row in force, 1 the row around it (``with the same area`` compares scope 0 with 1),
SUBJECT the row of the subject that the goal is asked of, wherever the cell stands.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.dates.durations import Duration
from criteria.dates.phrases import Phrase
from criteria.frozen import field, frozen
from criteria.model.aggregates import Distinct as Distinct
from criteria.model.aggregates import EdgeDay as EdgeDay
from criteria.model.aggregates import Mean as Mean
from criteria.model.aggregates import Median as Median
from criteria.model.aggregates import OfOne as OfOne
from criteria.model.aggregates import Percentile as Percentile
from criteria.model.aggregates import Rank as Rank
from criteria.model.aggregates import Rounded as Rounded
from criteria.model.aggregates import SomeGroups as SomeGroups
from criteria.model.conditions import AllOf as AllOf
from criteria.model.conditions import AnyOf as AnyOf
from criteria.model.conditions import Between as Between
from criteria.model.conditions import ChosenCondition as ChosenCondition
from criteria.model.conditions import Compare as Compare
from criteria.model.conditions import DateTest as DateTest
from criteria.model.conditions import EveryGroup as EveryGroup
from criteria.model.conditions import Happened as Happened
from criteria.model.conditions import Holds as Holds
from criteria.model.conditions import Known as Known
from criteria.model.conditions import Matches as Matches
from criteria.model.conditions import Not as Not
from criteria.model.conditions import NumberOf as NumberOf
from criteria.model.conditions import Quantified as Quantified
from criteria.model.conditions import Quantity as Quantity
from criteria.model.durations import Anchored as Anchored
from criteria.model.durations import Elapsed as Elapsed
from criteria.model.durations import OffsetBy as OffsetBy
from criteria.model.lookups import Lookup as Lookup
from criteria.model.nodes import NOWHERE as NOWHERE
from criteria.model.nodes import Comparison as Comparison
from criteria.model.nodes import place_field
from criteria.model.types import Type, Unit
from criteria.source import Place

SUBJECT = -1  # the scope of a cell of the subject's row

# ---- terms ------------------------------------------------------------------------------------------------------------


@frozen
class Number:
    """A number of the plan; percents as ratios."""

    value: Fraction
    unit: Unit
    place: Place = place_field()


@frozen
class TextValue:
    value: str
    place: Place = place_field()


@frozen
class DateValue:
    """A date phrase of the plan; its days follow from the readings: ``phrase.period(readings)``."""

    phrase: Phrase
    place: Place = place_field()


@frozen
class Fact:
    """A single fact by its path (the key, words joined by spaces)."""

    path: str
    type: Type = field(eq=False)
    place: Place = place_field()


@frozen
class Cell:
    """A column of the row ``scope`` rows out. A computed column is looked up in the record and evaluated in that row."""

    record: str
    column: str
    scope: int
    type: Type = field(eq=False)
    place: Place = place_field()


@frozen
class GroupValue:
    """The value of the group column in force inside ``EveryGroup``."""

    record: str
    column: str
    type: Type = field(eq=False)
    place: Place = place_field()


@frozen
class Rows:
    """The rows of a record for which all of ``where`` hold and none of ``excluded`` (each evaluated with the row as scope 0)."""

    record: str
    where: tuple[Condition, ...] = ()
    excluded: tuple[Condition, ...] = ()
    place: Place = place_field()


@frozen
class Count:
    """How many rows; 0 when there are none."""

    rows: Rows
    place: Place = place_field()


@frozen
class Sum:
    """The sum of ``value`` (scope 0 is the row); 0 when there are no rows."""

    rows: Rows
    value: Term
    place: Place = place_field()


@frozen
class Share:
    """The share of the rows that pass ``test``, as a ratio; a fault when there are no rows."""

    rows: Rows
    test: Condition
    place: Place = place_field()


@frozen
class Add:
    terms: tuple[Term, ...]
    place: Place = place_field()


@frozen
class Subtract:
    left: Term
    right: Term
    place: Place = place_field()


@frozen
class Multiply:
    left: Term
    right: Term
    place: Place = place_field()


@frozen
class Divide:
    """A fault when the divisor is zero."""

    left: Term
    right: Term
    place: Place = place_field()


@frozen
class Difference:
    """The absolute difference."""

    left: Term
    right: Term
    place: Place = place_field()


@frozen
class Larger:
    terms: tuple[Term, ...]
    place: Place = place_field()


@frozen
class Smaller:
    terms: tuple[Term, ...]
    place: Place = place_field()


@frozen
class PercentOf:
    """``value`` as a ratio of the absolute value of ``base``; a fault when the base is zero."""

    value: Term
    base: Term
    place: Place = place_field()


@frozen
class DaysBetween:
    """Days from ``start`` to ``end``; no value when either is never."""

    start: Term
    end: Term
    place: Place = place_field()


@frozen
class Offset:
    """A day counted from another: ``4 uger efter X``. ``base`` is a date fact or cell. No value when the base is never."""

    base: Term
    duration: Duration
    forward: bool
    place: Place = place_field()


@frozen
class Chosen:
    """A definition with several readings: the reading ``name`` says which alternative is in force; the first is the default."""

    name: str
    alternatives: tuple[tuple[str, Term], ...]
    place: Place = place_field()


Term = (
    Number | TextValue | DateValue | Fact | Cell | GroupValue | Count | Sum | Share | Add | Subtract | Multiply | Divide
    | Difference | Larger | Smaller | PercentOf | DaysBetween | Elapsed | Offset | OffsetBy | Anchored | Chosen
    | Mean | Median | Percentile | Distinct | EdgeDay | OfOne | Rank | Rounded | Lookup
)  # fmt: skip


Condition = (
    Happened | Known | DateTest | Compare | Between | Matches | Holds | Quantified | EveryGroup | AllOf | AnyOf | NumberOf
    | Not | ChosenCondition | SomeGroups
)  # fmt: skip
