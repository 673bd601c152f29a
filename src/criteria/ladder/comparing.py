"""How two known numbers compare."""

from __future__ import annotations

from fractions import Fraction
from typing import assert_never

from criteria.model.nodes import Comparison


def compared(relation: Comparison, left: Fraction, right: Fraction) -> bool:
    """Whether ``left`` stands so to ``right``."""
    match relation:
        case Comparison.AT_LEAST:
            return left >= right
        case Comparison.AT_MOST:
            return left <= right
        case Comparison.ABOVE:
            return left > right
        case Comparison.BELOW:
            return left < right
        case Comparison.EQUAL:
            return left == right
        case Comparison.NOT_EQUAL:
            return left != right
        case _:  # pragma: no cover
            assert_never(relation)


FLIPPED = {
    Comparison.AT_LEAST: Comparison.AT_MOST,
    Comparison.AT_MOST: Comparison.AT_LEAST,
    Comparison.ABOVE: Comparison.BELOW,
    Comparison.BELOW: Comparison.ABOVE,
}  # with the two sides exchanged; equality stays as it is
