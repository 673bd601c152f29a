"""What every node of the model has: a place that equality ignores, the plan's words, and how two numbers compare.

Holds: every value class of ``model`` is a node, whatever file it stands in, but for those of ``types`` and ``plan``.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from criteria.frozen import field, names_of
from criteria.source import Place

NOWHERE = Place("")


def place_field() -> Any:
    """Where a node stands; equality ignores it."""
    return field(default=NOWHERE, eq=False, repr=False, kw_only=True)


def is_node(value: object) -> bool:
    """Whether this is a term, a condition or the rows of one."""
    kind = type(value)
    known = _KNOWN.get(kind)
    if known is None:
        room = kind.__module__
        inside = room.startswith("criteria.model.") and room not in ("criteria.model.types", "criteria.model.plan")
        known = _KNOWN[kind] = inside and bool(names_of(kind))
    return known


_KNOWN: dict[type, bool] = {}  # classes that were asked about


def text_field() -> Any:
    """Words of the plan or of its source."""
    return field(default="", eq=False, kw_only=True)


class Comparison(Enum):
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOVE = "above"
    BELOW = "below"
    EQUAL = "equal"
    NOT_EQUAL = "not_equal"
