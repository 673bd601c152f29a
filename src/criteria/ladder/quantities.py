"""What a condition asks about, and which of its values pass.

In: made by ``formula``. Out: ``Quantity`` and ``Test``. Equal quantities are one, wherever and under whichever readings they are asked.
"""

from __future__ import annotations

from enum import Enum
from fractions import Fraction

from criteria.frozen import field, frozen
from criteria.ladder.domains import Days
from criteria.model import terms as t


class Kind(Enum):
    """What values a quantity has."""

    DAYS = "days"
    NUMBERS = "numbers"
    TEXTS = "texts"
    TRUTH = "truth"


@frozen
class Quantity:
    """A term, or a condition that is asked as a whole (``TRUTH``). ``groups``: those in force, as ("record.column", folded text), where it
    uses them; ``readings``: those in force that its own words can be understood by."""

    node: t.Term | t.Condition
    kind: Kind
    groups: tuple[tuple[str, str], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()


Limits = tuple[tuple[t.Comparison, Fraction], ...]  # all of them hold
Passing = Days | Limits | frozenset[str]  # by kind: days, numbers, texts; of a truth "yes"


@frozen
class Test:
    """A single test: the values of the quantity that pass. ``said`` is the condition of the plan that asks it."""

    quantity: Quantity
    passing: Passing
    said: t.Condition = field(eq=False, repr=False)
