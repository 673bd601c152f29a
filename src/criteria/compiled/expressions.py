"""Pieces of generated code: syntax trees of Python, with what is known beforehand worked out at once.

In: whole numbers and trees. Out: trees; or a number or a truth, where nothing is left to compute. Holds: no text of a plan ever stands in
a tree; names are generated, numbers are whole.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Sequence

from criteria.model.nodes import Comparison

Expr = ast.expr
Whole = int | ast.expr  # a whole number: known, or to be computed
Truth = bool | ast.expr

RELATIONS: dict[Comparison, tuple[type[ast.cmpop], Callable[[int, int], bool]]] = {
    Comparison.AT_LEAST: (ast.GtE, operator.ge),
    Comparison.AT_MOST: (ast.LtE, operator.le),
    Comparison.ABOVE: (ast.Gt, operator.gt),
    Comparison.BELOW: (ast.Lt, operator.lt),
    Comparison.EQUAL: (ast.Eq, operator.eq),
    Comparison.NOT_EQUAL: (ast.NotEq, operator.ne),
}


def name(text: str) -> ast.Name:
    """A variable that is read."""
    return ast.Name(text, ast.Load())


def tree(value: Whole | Truth) -> Expr:
    """A known value as a tree."""
    return value if isinstance(value, ast.expr) else ast.Constant(value)


def call(function: str, *arguments: Whole | Truth) -> ast.Call:
    """A call of a bound function."""
    return ast.Call(name(function), [tree(each) for each in arguments], [])


def times(a: Whole, b: Whole) -> Whole:
    """a * b."""
    if isinstance(a, int) and isinstance(b, int):
        return a * b
    if a == 1 or b == 0:
        return b
    if b == 1 or a == 0:
        return a
    return ast.BinOp(tree(a), ast.Mult(), tree(b))


def plus(a: Whole, b: Whole) -> Whole:
    """a + b."""
    if isinstance(a, int) and isinstance(b, int):
        return a + b
    if a == 0:
        return b
    if b == 0:
        return a
    return ast.BinOp(tree(a), ast.Add(), tree(b))


def minus(a: Whole, b: Whole) -> Whole:
    """a - b."""
    if isinstance(a, int) and isinstance(b, int):
        return a - b
    return a if b == 0 else ast.BinOp(tree(a), ast.Sub(), tree(b))


def compared(relation: Comparison, a: Whole, b: Whole) -> Truth:
    """Two whole numbers."""
    node, function = RELATIONS[relation]
    if isinstance(a, int) and isinstance(b, int):
        return function(a, b)
    return ast.Compare(tree(a), [node()], [tree(b)])


def within(low: int | None, value: Expr, high: int) -> Truth:
    """low <= value <= high; without a low end, value <= high."""
    if low is None:
        return compared(Comparison.AT_MOST, value, high)
    if low == high:
        return compared(Comparison.EQUAL, value, low)
    return ast.Compare(tree(low), [ast.LtE(), ast.LtE()], [value, tree(high)])


def negated(truth: Truth) -> Truth:
    """Not so."""
    return not truth if isinstance(truth, bool) else ast.UnaryOp(ast.Not(), truth)


def joined(truths: Sequence[Truth], *, every: bool) -> Truth:
    """All of them, or any."""
    left = [each for each in truths if not isinstance(each, bool)]
    if (not every) in truths:
        return not every
    if not left:
        return every
    return left[0] if len(left) == 1 else ast.BoolOp(ast.And() if every else ast.Or(), left)


def chosen(test: Truth, yes: Whole, no: Whole) -> Whole:
    """One or the other."""
    if isinstance(test, bool):
        return yes if test else no
    return ast.IfExp(test, tree(yes), tree(no))


def simple(value: Whole) -> bool:
    """Whether it costs next to nothing to compute again."""
    return isinstance(value, int | ast.Name | ast.Constant | ast.Subscript)


def assigned(variable: str, value: Whole | Truth) -> ast.stmt:
    """variable = value."""
    return ast.Assign([ast.Name(variable, ast.Store())], tree(value))


def increased(variable: str, value: Whole) -> ast.stmt:
    """variable += value."""
    return ast.AugAssign(ast.Name(variable, ast.Store()), ast.Add(), tree(value))
