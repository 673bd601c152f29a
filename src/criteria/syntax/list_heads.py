"""What heads a list of bullets: ``any of``, ``at least 2 of``, ``approved unless any of``.

In: the parts of a parse tree's node. Out: small records that ``goals.py`` completes with the bullets below. Holds: a head says how many
of its items must hold, in figures or in a word up to six.
"""

from __future__ import annotations

from typing import Any, Literal

from criteria.frozen import frozen
from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.joining import complete
from criteria.syntax.machine import Builder, Parts, Spot, kind, nodes, tokens
from criteria.syntax.statements import Fault


@frozen
class ListHead:
    """``any of``, ``at least 2 of``: what the bullets below form."""

    kind: Literal["all", "any", "none", "exactly", "at_least", "at_most"]
    count: int | None
    place: Place


def _list_head(spot: Spot, parts: Parts) -> ListHead:
    kinds: dict[str, Any] = {"ALL_OF": "all", "ANY_OF": "any", "NONE_OF": "none"}
    return ListHead(kinds[parts[0].type], None, spot.place)


def _counted_head(spot: Spot, parts: Parts) -> ListHead:
    """``exactly one of``, ``at least 2 of``, ``at most two of``."""
    names: dict[str, Any] = {
        "EXACTLY": "exactly", "AT_LEAST": "at_least", "GE": "at_least", "AT_MOST": "at_most", "LE": "at_most"
    }  # fmt: skip
    how = names.get(parts[0].type)
    said = "1" if kind(parts[1]) == "ONE_OF" else parts[1].text.casefold()
    count = _COUNTS.get(said) or (int(said) if said.isascii() and said.isdigit() else None)
    if how is None or count is None:
        raise Fault("no-list-head", spot.place, found=spot.text)
    return ListHead(how, count, spot.place)


_COUNTS = {
    word: number
    for number, words in enumerate(("one en et én ét", "two to", "three tre", "four fire", "five fem", "six seks"), 1)
    for word in words.split()
}


@frozen
class Headed:
    """``approved unless any of``: the list below is what is excepted, or what is required."""

    item: Any
    joiner: Literal["unless", "provided_that"]
    head: ListHead | None
    place: Place


def _headed(spot: Spot, parts: Parts) -> Headed:
    item, *rest = nodes(parts)
    way: Literal["unless", "provided_that"] = "unless" if tokens(parts, "UNLESS") else "provided_that"
    if isinstance(item, tree.Group) and way == "unless":
        joiner = tokens(parts, "UNLESS", "PROVIDED_THAT")[0]
        raise Fault("mixed-joiners", item.place, found=joiner.text, first="and" if item.kind == "all" else "or")
    return Headed(complete(item), way, next(iter(rest), None), spot.place)


LIST_HEADS: dict[str, Builder] = {"list_head": _list_head, "counted_head": _counted_head, "headed": _headed}
