"""Builders of the lines that open an amendment or remove a goal.

In: the parts of a parse tree's node. Out: headings, completed by ``amendments.py`` with the deeper lines.
"""

from __future__ import annotations

from typing import Any

from criteria.syntax import tree
from criteria.syntax.lines import Heading
from criteria.syntax.machine import Builder, Parts, Spot, nodes, tokens
from criteria.syntax.values import text_of


def _text(spot: Spot, parts: Parts) -> tree.Text | None:
    return next((text_of(spot.line, each) for each in tokens(parts, "TEXT")), None)


def _amendment(spot: Spot, parts: Parts) -> Heading:
    return Heading("amendment", (nodes(parts)[0], _text(spot, parts)), spot.place)


def _removed(spot: Spot, parts: Parts) -> Any:
    name = nodes(parts)[0].text.rstrip(".")
    return tree.RemovedGoal(name, _text(spot, parts), place=spot.place)


AMENDMENTS: dict[str, Builder] = {"amendment": _amendment, "goal_removed": _removed}
