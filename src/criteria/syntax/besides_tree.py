"""Lines of a goal that move no level: measures and duties.

In: built by ``score_lines.py``. Out: found by everyone in ``tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import Condition, Expr


@frozen
class MeasureLine:
    """``report share of trips where held in 2020``."""

    value: Expr
    place: Place = _place()


@frozen
class DutyLine:
    """``red requires corrective plan``."""

    light: Literal["yellow", "red"]
    condition: Condition
    place: Place = _place()
