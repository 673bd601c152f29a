"""Builders of what rows come to: counts, sums, means, quantiles, the value of one row.

In: the parts of an aggregate. Out: ``tree.Aggregate``; a name that only looks like one (``latest report``) is a ``tree.Run``.
Holds: an aggregate without rows takes them from a sibling, or from words after "for"; that is for the checker to find.
"""

from __future__ import annotations

import re
from typing import Any, Literal

from criteria.frozen import evolve
from criteria.syntax import tree
from criteria.syntax.machine import Builder, Parts, Spot, nodes, tokens
from criteria.syntax.statements import Fault
from criteria.syntax.values import empty_run, expr, named, rows

_KINDS: dict[str, tree.AggregateKind] = {
    "COUNT_OF": "count",
    "SUM_OF": "sum",
    "SHARE_OF": "share",
    "MEAN_TYPE": "mean",
    "MEDIAN_TYPE": "median",
    "PERCENTILE": "percentile",
    "SMALLEST_TYPE": "smallest",
    "LARGEST_TYPE": "largest",
    "EARLIEST_TYPE": "earliest",
    "LATEST_TYPE": "latest",
    "THE_TYPE": "one",
    "DISTINCT_TYPE": "distinct",
}
_ADJECTIVES = ("SMALLEST_TYPE", "LARGEST_TYPE", "EARLIEST_TYPE", "LATEST_TYPE", "THE_TYPE")
FOR = "for"  # not reserved, and the same word in both surfaces


def _aggregate(spot: Spot, parts: Parts) -> Any:
    """``sum of VALUE of ROWS`` comes as one "X of Y"; a sum without rows has none."""
    lead, said, rest = parts[0], _KINDS[parts[0].type], nodes(parts)
    value: Any = None
    weight: Any = None
    name: tree.Run | None = None
    if said in ("count", "share"):
        name = rest.pop(0)
    elif said == "distinct":
        value, name, *rest = rest
    elif weighted := tokens(parts, "WEIGHTED_TYPE"):
        if said != "mean":
            raise Fault("only-means-weighted", spot.line.at(weighted[0]), found=f"`{lead.text}`")
        value = expr(rest[0])
        weight, name, rest = _value(rest[1:])
    else:
        value, name, rest = _value(rest)
    if name is None and _holds_for(weight or value):
        name = empty_run((weight or value).place)
    if name is None and lead.type in _ADJECTIVES and not rest and isinstance(value, tree.Run):
        return named(spot, lead, value)
    if said == "one" and name and not rest and isinstance(value, tree.Run):
        return tree.OfChain(named(spot, lead, value), name, place=spot.place)  # the first 2 months of X
    if name is None and rest:
        raise Fault("sum-without-rows", spot.place)
    share = re.sub(r"[^0-9.,]", "", lead.text) if said == "percentile" else ""
    return tree.Aggregate(said, value, rows(name, rest) if name else None, weight, share, place=spot.place)


def _value(rest: Parts) -> tuple[Any, tree.Run | None, Parts]:
    """What is summed, the rows it says, and the other parts."""
    value, rest = expr(rest[0]), rest[1:]
    if isinstance(value, tree.OfChain):
        return value.head, value.of, rest
    if not isinstance(value, tree.Run) and rest and isinstance(rest[0], tree.Run):
        return value, rest[0], rest[1:]
    return value, None, rest


def _holds_for(value: Any) -> bool:
    return isinstance(value, tree.Run) and any(_is_for(word) for word in value.words[1:-1])


def _is_for(word: tree.Word) -> bool:
    return word.kind is tree.WordKind.NAME and word.text.lower() == FOR


def parted(run: tree.Run) -> list[tuple[tree.Run, tree.Run]]:
    """``wait for cases``: what may be the value and the rows, at each "for"."""
    return [
        (_part(run, run.words[:at]), _part(run, run.words[at + 1 :]))
        for at in range(1, len(run.words) - 1)
        if _is_for(run.words[at])
    ]


def _part(run: tree.Run, words: tuple[tree.Word, ...]) -> tree.Run:
    place = (
        evolve(words[0].place, end=words[-1].place.end) if words[0].place.line == words[-1].place.line else run.place
    )
    return tree.Run(words, " ".join(word.text for word in words), place=place)


_WAYS: dict[str, Literal["half-up", "up", "down"]] = {
    "ROUNDED_TYPE": "half-up",
    "ROUNDED_UP_TYPE": "up",
    "ROUNDED_UP_ALONE_TYPE": "up",
    "ROUNDED_DOWN_TYPE": "down",
    "ROUNDED_DOWN_ALONE_TYPE": "down",
}
_WHOLE: dict[str, Literal["percent", "kr", "days", "number"]] = {
    "WHOLE_PERCENT_TYPE": "percent",
    "WHOLE_KR_TYPE": "kr",
    "WHOLE_DAYS_TYPE": "days",
    "WHOLE_NUMBERS_TYPE": "number",
}


def _rounded(spot: Spot, parts: Parts) -> tree.RoundedValue:
    value, said = parts
    lead, *precision = said
    unit: Any = next((_WHOLE[token.type] for token in tokens(precision, *_WHOLE)), "")
    decimals = next((token.text for token in tokens(precision, "NUMBER")), "")
    return tree.RoundedValue(expr(value), _WAYS[lead.type], unit, decimals, place=spot.place)


def _not_counted(spot: Spot, parts: Parts) -> tree.NotCounted:
    name, where = nodes(parts)
    return tree.NotCounted(name, where.condition, place=spot.place)


AGGREGATES: dict[str, Builder] = {
    "aggregate": _aggregate,
    "aggregate_open": _aggregate,
    "rounding": lambda spot, parts: tuple(parts),
    "rounded_value": _rounded,
    "not_counted": _not_counted,
}
