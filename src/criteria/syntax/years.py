"""Builders of what speaks of years: series, margins over another year, years one after the other, growth.

In: the parts of a parse tree's node. Out: nodes of ``year_tree``. Holds: a period right before a comparison of numbers says which year
its subject is of: ``rate in 2020 at least 80%``.
"""

from __future__ import annotations

from typing import Any

from criteria.source import Place
from criteria.syntax import tree
from criteria.syntax.machine import Builder, Parts, Spot, nodes, tokens
from criteria.syntax.relations import RELATIONS
from criteria.syntax.values import expr, run

_NUMERIC = (tree.BetweenTail, tree.CompareTail, tree.MarginTail, tree.AgainstTail, tree.YearlyTail)


def with_years(subject: Any, tails: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The subject in its years and the tails of it, where a period stands right before a comparison of numbers."""
    if len(tails) == 2 and isinstance(tails[0], tree.DateTail) and isinstance(tails[1], _NUMERIC):
        years = tree.Years(tails[0].operand, place=tails[0].place)  # type: ignore[arg-type]
        return timed(subject, years), tails[1:]
    return subject, tails


def timed(value: Any, years: tree.Years | None, place: Place | None = None) -> Any:
    """The value in the years, if any are said."""
    return value if years is None else tree.Timed(value, years, place=place or value.place)


def _indexed(spot: Spot, parts: Parts) -> tuple[tree.Run, ...]:
    """``per area and year``."""
    found = []
    for part in parts:
        if isinstance(part, tree.Run):
            found.append(part)
        elif part.type == "YEAR_TYPE":
            found.append(run(Spot(spot.line, part.start, part.end), [part]))
        elif part.type == "BY_YEAR_LINE":  # "per year" as one keyword: its last word is the index
            place = spot.line.at(part)
            word = tree.Word(part.text.split()[-1], place=place)
            found.append(tree.Run((word,), word.text, place=place))
    return tuple(found)


def _timed(spot: Spot, parts: Parts) -> tree.Years:
    first, *last = nodes(parts)
    return tree.Years(first, last[0] if last else None, place=spot.place)


def based(parts: Parts) -> Any:
    """What a quantity is compared with, in its year where one is said."""
    value, *years = nodes(parts)
    return timed(expr(value), years[0] if years else None)


def _margin(spot: Spot, parts: Parts) -> tree.MarginTail:
    relation, amount, way, *base = parts
    return tree.MarginTail(RELATIONS[relation.type], expr(amount), way.type == "ABOVE", based(base), place=spot.place)


def _against(spot: Spot, parts: Parts) -> tree.AgainstTail:
    base = based(parts[1:])
    return tree.AgainstTail("halved" if parts[0].type == "HALVED_AGAINST" else "doubled", base, place=spot.place)


def _yearly(spot: Spot, parts: Parts) -> tree.YearlyTail:
    years = next((part for part in nodes(parts) if isinstance(part, tree.Years)), None)
    relation = tokens(parts, *RELATIONS)[0]
    return tree.YearlyTail(RELATIONS[relation.type], years, place=spot.place)


def _growth(spot: Spot, parts: Parts) -> tree.Growth:
    value, first, last = nodes(parts)
    return tree.Growth(value, tree.Years(first, last, place=first.place), place=spot.place)


YEARS: dict[str, Builder] = {
    "indexed": _indexed,
    "timed": _timed,
    "margin": _margin,
    "against": _against,
    "yearly": _yearly,
    "growth": _growth,
}
