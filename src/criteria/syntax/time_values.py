"""Builders of values about time: ``days from received to closed net of paused``.

In: the parts of a parse tree's node. Out: nodes of ``time_tree``. Holds: words of a date stay as they are written on every surface.
"""

from __future__ import annotations

from typing import Any

from criteria.syntax import tree
from criteria.syntax.machine import Builder, Parts, Spot, nodes, tokens
from criteria.syntax.values import expr


def _elapsed(spot: Spot, parts: Parts) -> tree.Elapsed:
    unit = parts[0].type.removesuffix("_FROM_TYPE").lower()
    start, end, *net = nodes(parts)
    return tree.Elapsed(unit, expr(start), expr(end), expr(net[0]) if net else None, place=spot.place)


def _point(spot: Spot, parts: Parts) -> Any:
    """A name, or the words of a date."""
    first = parts[-1]
    if tokens(parts, "DATE_OPENER") or (isinstance(first, tree.Run) and first.words[0].kind is tree.WordKind.NUMBER):
        spot.line.dates.append((spot.start, spot.end))
    return tree.DateWords(spot.text, place=spot.place) if tokens(parts, "DATE_OPENER") else first


TIMES: dict[str, Builder] = {"elapsed": _elapsed, "point": _point}
