"""What stands in a goal beside its levels: measures that are reported and never scored, and duties that a light brings.

In: built by ``check/besides.py``. Out: read by ``evaluate``. Holds: neither moves a level or a total.
"""

from __future__ import annotations

from typing import Literal

from criteria.frozen import field, frozen
from criteria.model.terms import Condition, Term
from criteria.model.types import Unit
from criteria.source import Place


@frozen
class Measure:
    """``report share of trips where held in 2020``: an amount shown beside the goal; ``text`` as the plan writes it."""

    value: Term
    unit: Unit
    text: str
    place: Place = field(eq=False, kw_only=True)


@frozen
class Duty:
    """``red requires corrective plan``: what has to be there while the goal has this light."""

    light: Literal["yellow", "red"]
    condition: Condition
    place: Place = field(eq=False, kw_only=True)
