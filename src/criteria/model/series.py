"""Facts that have a value for each group, for each year, or for each group and year.

In: built by ``check`` from ``rate per area and year: percent``. Out: read by the facts layer, which finds the values in files. Holds:
what a plan asks of a series are single facts named by the series, its group and its year: ``rate Grundskole 2020``.
"""

from __future__ import annotations

from criteria.frozen import field, frozen
from criteria.model.types import Type
from criteria.source import Place

YEAR_WORDS = frozenset({"year", "calendar year", "år", "kalenderår"})


@frozen
class Index:
    """What a series is given for: years (no ``groups``), or the groups that a column of ``record`` has."""

    name: str  # as the plan's language calls it
    key: str
    groups: tuple[str, ...] | None = None
    record: str = ""


@frozen
class Series:
    """``path`` is the key, the words joined by spaces; ``name`` as the plan's language calls it."""

    path: str
    name: str
    type: Type
    indexes: tuple[Index, ...]
    label: str = ""
    place: Place = field(eq=False, kw_only=True)
