"""Lines of a goal that are no levels: who judges it, and from when it no longer counts.

In: built by ``score_lines.py``. Out: found by everyone in ``tree.py``. Holds: a day is still its words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import Run, Text
from criteria.syntax.runs import place_field as _place

if TYPE_CHECKING:
    from criteria.syntax.tree import DateWords


@frozen
class JudgedLine:
    """``judged by "the board"``, ``judged by "the board", in percent``."""

    by: Text
    in_percent: bool = False
    place: Place = _place()


@frozen
class StandingLine:
    """``lapses from DAY because "…"``, ``replaced by goal 7 from DAY because "…"``, ``not applicable because "…"``."""

    kind: Literal["not_applicable", "exempted", "lapsed", "replaced"]
    reason: Text
    since: Run | DateWords | None = None
    successor: Run | None = None
    place: Place = _place()
