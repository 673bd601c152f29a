"""What a goal is asked of, one by one: the rows of a table, periods, or each row in each period.

In: built by ``check``. Out: part of a ``plan.Goal``. Holds: there are subjects or periods; a subject's row is reached by cells whose
scope is ``terms.SUBJECT``; the conditions of a period are those of the goal with the period in the place of its words.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from criteria.frozen import field, frozen
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.model.plan import Level


@frozen
class Subjects:
    """The rows of a table; the text in column ``naming`` tells them apart."""

    record: str
    naming: str


@frozen
class AskedPeriod:
    """One period, with the goal's levels as they stand in it."""

    name: str
    first: date
    last: date
    levels: tuple[Level, ...]


@frozen
class Each:
    subjects: Subjects | None
    periods: tuple[AskedPeriod, ...] = ()
    place: Place = field(eq=False, kw_only=True)
