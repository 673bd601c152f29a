"""How a term is built: its parts, how far out it reaches, and whether it is monotone in each fact it rests on.

In: a term or condition of the model. Out: facts about its form alone; no value is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from enum import IntEnum
from functools import cache

import attrs

from criteria.model import terms as t
from criteria.model.plan import Plan

Node = t.Term | t.Condition | t.Rows


def parts(node: Node) -> Iterator[Node]:
    """The terms, conditions and row sets directly inside, in order; every alternative of a definition."""
    for attribute in attrs.fields(type(node)):
        yield from _nodes(getattr(node, attribute.name))


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif type(value).__module__ == t.__name__ and attrs.has(type(value)):
        yield value  # type: ignore[misc]


def walk(node: Node, plan: Plan | None = None, choose: Callable[[str], str] | None = None) -> Iterator[Node]:
    """The node and all inside it; with ``plan`` also the terms behind computed columns; with ``choose`` only the readings in force."""
    seen: set[tuple[str, str]] = set()
    left: list[Node] = [node]
    while left:
        this = left.pop()
        yield this
        inside = (
            [chosen(this, choose)] if choose and isinstance(this, t.Chosen | t.ChosenCondition) else list(parts(this))
        )
        if plan and isinstance(this, t.Cell) and (this.record, this.column) not in seen:
            seen.add((this.record, this.column))
            computed = plan.records[this.record].columns[this.column].computed
            inside += [computed] if computed else []
        left += reversed(inside)


def chosen(node: t.Chosen | t.ChosenCondition, choose: Callable[[str], str]) -> Node:
    """The alternative in force."""
    return dict(node.alternatives)[choose(node.name)]


@cache
def reach(node: Node) -> tuple[int, bool]:
    """How many rows around it a node uses (0: none), and whether it uses a group in force."""
    if isinstance(node, t.Cell):
        return node.scope + 1, False
    if isinstance(node, t.GroupValue):
        return 0, True
    rows, group = 0, False
    for part in parts(node):
        deep, uses = reach(part)
        # a row set, and the value or test beside it, stand inside one more row than the node itself
        shift = (
            1
            if isinstance(node, t.Rows)
            or (isinstance(node, t.Sum | t.Share | t.Quantified) and not isinstance(part, t.Rows))
            else 0
        )
        rows, group = max(rows, deep - shift), group or uses
    return rows, group


class Shape(IntEnum):
    """How a value depends on one fact: not at all, piecewise affine, a quotient of two such (monotone too), or otherwise."""

    CONSTANT = 0
    AFFINE = 1
    QUOTIENT = 2
    OTHER = 3


def shape(term: t.Term, leaf: t.Term) -> Shape:
    """Monotone between its kinks in ``leaf`` unless ``OTHER``."""
    if term == leaf:
        return Shape.AFFINE
    inner = [shape(part, leaf) for part in parts(term) if not isinstance(part, t.Rows)]  # type: ignore[arg-type]
    most = max(inner, default=Shape.CONSTANT)
    if most is Shape.CONSTANT:
        return most
    match term:
        case t.Add() | t.Subtract() | t.Difference() | t.Larger() | t.Smaller():
            alone = sum(part is not Shape.CONSTANT for part in inner) == 1
            return most if most is Shape.AFFINE or alone else Shape.OTHER
        case t.Multiply():
            return Shape.OTHER if Shape.CONSTANT not in inner else most
        case t.Divide() | t.PercentOf():
            if inner[1] is Shape.CONSTANT:
                return inner[0]
            return Shape.QUOTIENT if most is Shape.AFFINE else Shape.OTHER
        case t.Chosen():
            return most
        case _:
            return Shape.OTHER


def kinks(term: t.Term) -> Iterator[tuple[t.Term, t.Term]]:
    """The pairs whose order changes the slope: the two sides of differences, of larger and smaller."""
    for node in walk(term):
        if isinstance(node, t.Difference):
            yield node.left, node.right
        elif isinstance(node, t.Larger | t.Smaller):
            yield from ((a, b) for i, a in enumerate(node.terms) for b in node.terms[i + 1 :])
