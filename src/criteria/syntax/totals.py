"""Builders of weights, totals and what an example expects of them.

In: the parts of a parse tree's node. Out: nodes of ``total_tree``. Holds: nothing is looked up; a total's steps keep their order.
"""

from __future__ import annotations

from typing import Any, Literal

from criteria.syntax import total_tree as tree
from criteria.syntax.machine import Builder, Parts, Spot, nodes, tokens
from criteria.syntax.plan_tree import ReadingLine
from criteria.syntax.statements import Token
from criteria.syntax.values import text_of

_UNITS: dict[str, Any] = {"SIGN": "percent", "SCORE_POINTS_TYPE": "points", "KR_TYPE": "kr"}
_WAYS: dict[str, Literal["half-up", "down", "up"]] = {
    "ROUNDED_TYPE": "half-up",
    "ROUNDED_DOWN_TYPE": "down",
    "ROUNDED_UP_TYPE": "up",
}
_WHOLE: dict[str, Any] = {"WHOLE_PERCENT_TYPE": "percent", "WHOLE_POINTS_TYPE": "points", "WHOLE_KR_TYPE": "kr"}


def _score(spot: Spot, parts: Parts) -> tree.Score:
    (digits,) = tokens(parts, "NUMBER")
    unit: Any = next((_UNITS[token.type] for token in tokens(parts, *_UNITS)), "")
    minus = "-" if tokens(parts, "NEG") else ""
    return tree.Score(minus + digits.text, unit, spot.text, place=spot.place)


def _weight(spot: Spot, parts: Parts) -> tree.WeightLine:
    return tree.WeightLine(parts[1], place=spot.place)


def _total(spot: Spot, parts: Parts) -> tree.TotalLine:
    kind: Any = parts[1].type.removesuffix("_TYPE").lower()
    return tree.TotalLine(kind, tuple(nodes(parts)), place=spot.place)


def _rounded(spot: Spot, parts: Parts) -> tree.Rounded:
    way = _WAYS[parts[0].type]
    whole: Any = next((_WHOLE[token.type] for token in tokens(parts, *_WHOLE)), "")
    decimals = next((token.text for token in tokens(parts, "NUMBER")), "")
    return tree.Rounded(way, whole, decimals, next(iter(nodes(parts)), None), place=spot.place)


def _paid_linearly(spot: Spot, parts: Parts) -> tree.PaidLinearly:
    low_pay, low, high_pay, high = nodes(parts)
    return tree.PaidLinearly(low_pay, low, high_pay, high, place=spot.place)


def _expect(spot: Spot, parts: Parts) -> tree.TotalExpectation:
    section = next((text_of(spot.line, each) for each in tokens(parts, "TEXT")), None)
    readings = tuple(each for each in nodes(parts) if isinstance(each, ReadingLine))
    scores = [each for each in nodes(parts) if isinstance(each, tree.Score)]
    return tree.TotalExpectation(section, readings, scores[0], scores[-1], place=spot.place)


def section_heading(spot: Spot, parts: Parts) -> tuple[Any, tuple[tree.TotalLine, ...]]:
    """The title, and the total that stands beside it."""
    title: Token = tokens(parts, "TEXT")[0]
    return text_of(spot.line, title), tuple(nodes(parts))


TOTALS: dict[str, Builder] = {
    "score": _score,
    "weight": _weight,
    "total": _total,
    "count_goals": lambda spot, parts: tree.CountLine(place=spot.place),
    "cap": lambda spot, parts: tree.Cap(parts[1], place=spot.place),
    "nothing_below": lambda spot, parts: tree.NothingBelow(parts[1], place=spot.place),
    "rounded": _rounded,
    "paid_by": lambda spot, parts: tree.PaidBy(parts[1], place=spot.place),
    "paid_linearly": _paid_linearly,
    "expect_total": _expect,
}
