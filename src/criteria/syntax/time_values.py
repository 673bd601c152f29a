"""Builders of values about time: ``days from received to closed net of paused``.

In: the parts of a parse tree's node. Out: nodes of ``time_tree``. Holds: words of a date stay as they are written on every surface.
"""

from __future__ import annotations

from typing import Any, Literal

from criteria.syntax import tree
from criteria.syntax.machine import Builder, Parts, Spot, kind, nodes, tokens
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


_WAYS: dict[str, Literal["after", "before", "in"]] = {"AFTER": "after", "BEFORE": "before"}


def _placed(spot: Spot, parts: Parts) -> tree.Placed:
    """The first run is the day unless an opener is; the next is the stretch, and what it is seen from may follow."""
    runs = nodes(parts)
    stretch = runs[0] if kind(parts[0]) == "DATE_OPENER" else runs[1]
    at = parts.index(stretch)
    words = spot.line.text[spot.start : parts[at - 1].end]
    way = _WAYS.get(kind(parts[at + 1]), "in") if at + 1 < len(parts) else "in"
    base = expr(parts[at + 2]) if at + 2 < len(parts) else None
    return tree.Placed(words, stretch, way, base, spot.text, place=spot.place)


def _each_tail(spot: Spot, parts: Parts) -> tree.EachTail:
    return tree.EachTail(tuple(nodes(parts)), place=spot.place)


def _listed_day(spot: Spot, parts: Parts) -> Any:
    spot.line.dates.append((spot.start, spot.end))
    return parts[0]


TIMES: dict[str, Builder] = {
    "elapsed": _elapsed,
    "point": _point,
    "placed": _placed,
    "each_tail": _each_tail,
    "listed_day": _listed_day,
}
