"""Dated versions of a plan: what an amendment changes, from which day.

In: built by ``check/amendments.py``. Out: ``Amendment``s in the order of their days. Holds: a goal is touched once on a day; one that is
removed was there before.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from criteria.frozen import field, frozen
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.model.plan import Goal


@frozen
class Removal:
    """A goal that is no more, and why."""

    goal: str
    reason: str
    place: Place = field(eq=False, kw_only=True)


@frozen
class Amendment:
    """From ``start`` on these goals stand in place of those with the same number, or beside them."""

    start: date
    title: str
    goals: tuple[Goal, ...]
    removed: tuple[Removal, ...]
    quote: str = ""
    place: Place = field(eq=False, kw_only=True)
