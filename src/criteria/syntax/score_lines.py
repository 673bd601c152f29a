"""Builders of the lines about scores: scales, levels that are called by their score, judges, and what takes a goal out of the total.

In: the parts of a parse tree's node. Out: nodes of ``score_tree.py`` and ``standing_tree.py``, or a ``LevelLine`` that ``goals.py``
completes. Holds: an amount stays its words.
"""

from __future__ import annotations

from typing import Literal

from criteria.syntax import tree
from criteria.syntax.lines import LEVELS, LevelLine
from criteria.syntax.machine import Builder, Parts, Spot, kind, nodes, tokens
from criteria.syntax.statements import Fault
from criteria.syntax.values import as_value, expr, text_of
from criteria.syntax.years import timed


def _scale(spot: Spot, parts: Parts) -> tree.ScaleLine:
    return tree.ScaleLine(tuple(nodes(parts)), place=spot.place)


def _step(spot: Spot, parts: Parts) -> tree.ScaleStep:
    """``fulfilled 100% "as agreed"``: only the score has to be there."""
    name = LEVELS.get(kind(parts[0]).removesuffix("_LEVEL"))
    label = next((text_of(spot.line, each) for each in tokens(parts, "TEXT")), None)
    return tree.ScaleStep(nodes(parts)[0], name, label, place=spot.place)


def _level(spot: Spot, parts: Parts) -> LevelLine:
    score, *rest = nodes(parts)
    return LevelLine(tree.ScoreWords(score, place=score.place), next(iter(rest), None), spot.place)


def _expected(spot: Spot, parts: Parts) -> tree.ScoreWords:
    low, *high = nodes(parts)
    return tree.ScoreWords(low, next(iter(high), None), place=spot.place)


def _judged(spot: Spot, parts: Parts) -> tree.JudgedLine:
    by = text_of(spot.line, tokens(parts, "TEXT")[0])
    return tree.JudgedLine(by, bool(tokens(parts, "IN_PERCENT_LINE")), place=spot.place)


def _linear(spot: Spot, parts: Parts) -> tree.LinearLine:
    value, *rest = nodes(parts)
    years = rest.pop(0) if isinstance(rest[0], tree.Years) else None
    points = tuple(part for part in rest if isinstance(part, tree.LinearPoint))
    provided = next((part for part in rest if not isinstance(part, tree.LinearPoint)), None)
    return tree.LinearLine(timed(expr(value), years), points, provided, place=spot.place)


def _linear_point(spot: Spot, parts: Parts) -> tree.LinearPoint:
    score, at = nodes(parts)
    return tree.LinearPoint(score, at, bool(tokens(parts, "NEG")), place=spot.place)


def _measure(spot: Spot, parts: Parts) -> tree.MeasureLine:
    condition = nodes(parts)[0]
    value = as_value(condition)
    if value is None:
        raise Fault("condition-as-value", condition.place)
    return tree.MeasureLine(value, place=spot.place)


def _duty(spot: Spot, parts: Parts) -> tree.DutyLine:
    return tree.DutyLine("red" if parts[0].type == "RED_LINE" else "yellow", nodes(parts)[0], place=spot.place)


_STANDINGS: dict[str, Literal["not_applicable", "exempted", "lapsed", "replaced"]] = {
    "LAPSES_LINE": "lapsed",
    "EXEMPTED_LINE": "exempted",
    "REPLACED_LINE": "replaced",
    "NOT_APPLICABLE_LINE": "not_applicable",
}


def _standing(spot: Spot, parts: Parts) -> tree.StandingLine:
    found = _STANDINGS[parts[0].type]
    reason = text_of(spot.line, tokens(parts, "TEXT")[0])
    *named, since = [*nodes(parts), None] if found == "not_applicable" else nodes(parts)
    return tree.StandingLine(found, reason, since, next(iter(named), None), place=spot.place)


def _accepted(spot: Spot, parts: Parts) -> tree.AcceptLine:
    reason = next((text_of(spot.line, each) for each in tokens(parts, "TEXT")), None)
    return tree.AcceptLine(nodes(parts)[0], reason, place=spot.place)


SCORES: dict[str, Builder] = {
    "scale": _scale,
    "scale_step": _step,
    "score_level": _level,
    "expected_score": _expected,
    "judged": _judged,
    "measure": _measure,
    "duty": _duty,
    "linear": _linear,
    "linear_point": _linear_point,
    "standing": _standing,
    "accepted": _accepted,
}
