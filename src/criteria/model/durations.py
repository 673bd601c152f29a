"""Terms about time: how much of it lies between two days.

In: built by ``check``. Out: members of the closed union ``terms.Term``, where everyone finds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.dates.anchored import Anchor
from criteria.frozen import frozen
from criteria.model.nodes import place_field
from criteria.model.types import Unit
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.model.terms import Term


@frozen
class OffsetBy:
    """A day counted from another by a limit of the facts: ``its limit after received``. No value when the base is never.

    ``limit`` is a duration, or with a ``unit`` a number of it; a part of a day counts for nothing.
    """

    base: Term
    limit: Term
    forward: bool
    unit: Unit | None = None
    place: Place = place_field()


@frozen
class Anchored:
    """A day of the year, quarter or month that ``base`` lies in, or the one before or after. No value when the base is never."""

    base: Term
    anchor: Anchor
    place: Place = place_field()


@frozen
class Elapsed:
    """Working days, bank days or months from ``start``, which is not counted, to ``end``; no value when either is never."""

    start: Term
    end: Term
    unit: Unit
    place: Place = place_field()
