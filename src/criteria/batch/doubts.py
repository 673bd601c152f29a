"""Which numbers of a column need a reader: those that the declaration may refuse, and those that may have been meant otherwise.

In: the declared type, what is proven of the column. Out: ``Doubts``, in the column's own numbers; whoever has the rows looks for them.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.batch.figures import Figures
from criteria.batch.kinds import Kind
from criteria.frozen import frozen
from criteria.model.types import NumberType, Unit

Limit = tuple[Fraction, bool]  # a declared bound, and whether it is itself out


@frozen
class Doubts:
    """``below`` and ``above``: bounds that some number may break; ``parts``: of what is counted in wholes; ``shares``: 0.6 for 60 %."""

    below: Limit | None
    above: Limit | None
    parts: bool
    shares: bool


def doubts(type_: NumberType, kind: Kind, figures: Figures) -> Doubts:
    """What cannot be ruled out."""
    low, high = figures.ends(kind)
    least, most = Fraction(low, 10**kind.scale), Fraction(high, 10**kind.scale)
    bounds, unit = type_.bounds, type_.unit.scale
    lowest = None if bounds.low is None else bounds.low * unit
    highest = None if bounds.high is None else bounds.high * unit
    return Doubts(
        below=(lowest, bounds.low_open) if lowest is not None and least <= lowest else None,
        above=(highest, bounds.high_open) if highest is not None and most >= highest else None,
        parts=type_.whole and kind.scale > 0,
        shares=type_.unit is Unit.PERCENT and kind.scale > 0 and least < 1 and most > -1,
    )
