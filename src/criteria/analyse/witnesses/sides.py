"""The numbers on one side of a limit. In: how a number shall stand to it. Out: the sets of those that do."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import assert_never

from criteria.ladder.domains import Numbers
from criteria.model import terms as t

NEGATED = {
    t.Comparison.AT_LEAST: t.Comparison.BELOW,
    t.Comparison.BELOW: t.Comparison.AT_LEAST,
    t.Comparison.AT_MOST: t.Comparison.ABOVE,
    t.Comparison.ABOVE: t.Comparison.AT_MOST,
    t.Comparison.EQUAL: t.Comparison.NOT_EQUAL,
    t.Comparison.NOT_EQUAL: t.Comparison.EQUAL,
}


def side(relation: t.Comparison, limit: Fraction) -> Iterator[Numbers]:
    """The numbers on one side of a limit."""
    match relation:
        case t.Comparison.AT_LEAST:
            yield Numbers(None, limit, None)
        case t.Comparison.AT_MOST:
            yield Numbers(None, None, limit)
        case t.Comparison.ABOVE:
            yield Numbers(None, limit, None, low_open=True)
        case t.Comparison.BELOW:
            yield Numbers(None, None, limit, high_open=True)
        case t.Comparison.EQUAL:
            yield Numbers((limit,))
        case t.Comparison.NOT_EQUAL:
            yield from side(t.Comparison.BELOW, limit)
            yield from side(t.Comparison.ABOVE, limit)
        case _:
            assert_never(relation)
