"""How a goal stands apart from what it came to: not applicable, exempted, lapsed or replaced, from a day and for a reason.

In: built by ``check/standing.py`` from the plan's own words, or by ``facts/decisions.py`` from a recorded decision. Out: read by
``evaluate`` and ``report``. Holds: a goal without a standing is in force; one with a standing is still evaluated and shown, and leaves
the denominator of every total from its day on.
"""

from __future__ import annotations

from datetime import date
from enum import Enum

from criteria.frozen import field, frozen
from criteria.source import Place


class Stand(Enum):
    """The words of JSON."""

    NOT_APPLICABLE = "not_applicable"
    EXEMPTED = "exempted"
    LAPSED = "lapsed"
    REPLACED = "replaced"


@frozen
class Standing:
    """``since``: the first day it no longer counts, None for from the start. ``who``: the plan itself says it where nobody is named."""

    kind: Stand
    reason: str
    since: date | None = None
    successor: str = ""  # the goal that stands in its place
    who: str = ""
    source: str = ""  # where the facts say so
    place: Place = field(eq=False, kw_only=True, default=Place(""))
