"""What the plan says of findings about it.

In: built by ``score_lines.py``. Out: found by everyone in ``tree.py``. Holds: whether there is such a kind is not known here.
"""

from __future__ import annotations

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax.runs import Run, Text
from criteria.syntax.runs import place_field as _place


@frozen
class AcceptLine:
    """``accept open-end because "…"``, in the header or in a goal; the reason is asked for by the checker."""

    kind: Run
    reason: Text | None
    place: Place = _place()
