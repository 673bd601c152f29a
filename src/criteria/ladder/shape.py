"""How a term is built: its parts, and how far out it reaches.

In: a term or condition of the model. Out: facts about its form alone; no value is looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache

from criteria.frozen import evolve, kept_with, names_of
from criteria.model import terms as t
from criteria.model.nodes import is_node
from criteria.model.plan import Plan

OVER_ROWS = (
    t.Sum, t.Share, t.Quantified, t.Mean, t.Median, t.Percentile, t.Distinct, t.EdgeDay, t.OfOne, t.Rank,
)  # fmt: skip
Node = t.Term | t.Condition | t.Rows


def parts(node: Node) -> tuple[Node, ...]:
    """The terms, conditions and row sets directly inside, in order; every alternative of a definition."""
    kept = kept_with(node)
    found: tuple[Node, ...] | None = kept.get("parts")
    if found is None:
        found = kept["parts"] = tuple(part for name in names_of(type(node)) for part in _nodes(getattr(node, name)))
    return found


def _nodes(value: object) -> Iterator[Node]:
    if isinstance(value, tuple):
        for item in value:
            yield from _nodes(item)
    elif is_node(value):
        yield value  # type: ignore[misc]


def walk(
    node: Node,
    plan: Plan | None = None,
    choose: Callable[[str], str] | None = None,
    look: Callable[[t.Lookup], t.Term | None] | None = None,
) -> Iterator[Node]:
    """The node and all inside it; with ``plan`` also the terms behind computed columns; with ``choose`` only the readings in force; with
    ``look`` of what is looked up only the case that it tells, if any."""
    seen: set[tuple[str, str]] = set()
    left: list[Node] = [node]
    while left:
        this = left.pop()
        yield this
        inside = (
            [chosen(this, choose)] if choose and isinstance(this, t.Chosen | t.ChosenCondition) else list(parts(this))
        )
        if look and isinstance(this, t.Lookup):
            inside = [case] if (case := look(this)) else []
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
        # a row set, and the value or test beside it, stand inside one more row than the node itself; what is ranked does not
        outside = isinstance(part, t.Rows) or (isinstance(node, t.Rank) and part is node.subject)
        shift = 1 if isinstance(node, t.Rows) or (isinstance(node, OVER_ROWS) and not outside) else 0
        rows, group = max(rows, deep - shift), group or uses
    return rows, group


def passing_rows(test: t.Quantified) -> t.Rows:
    """The rows that a count counts."""
    if test.test is None:
        return test.rows
    return evolve(test.rows, where=(*test.rows.where, test.test))


def asked_of_share(test: t.Quantified) -> tuple[t.Comparison, Fraction]:
    """How the share of passing rows must stand to what, for a quantifier that is no count."""
    match test.quantity:
        case t.Quantity.ALL:
            return t.Comparison.AT_LEAST, Fraction(1)
        case t.Quantity.NO:
            return t.Comparison.AT_MOST, Fraction(0)
        case t.Quantity.SOME:
            return t.Comparison.ABOVE, Fraction(0)
        case _:
            assert test.amount is not None
            return test.relation, test.amount.value
