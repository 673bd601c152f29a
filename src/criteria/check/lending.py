"""Rows that a sibling lends: ``sum of counted / sum of planned of activities where …``.

In: an arithmetic expression. Out: the same, every aggregate without rows given those of its nearest sibling that has some.
"""

from __future__ import annotations

from criteria.frozen import evolve
from criteria.syntax import tree


def parts(expr: tree.Expr) -> tuple[tree.Expr, ...]:
    """The parts of an arithmetic expression."""
    match expr:
        case tree.Binary(left=left, right=right):
            return left, right
        case tree.Function(arguments=arguments):
            return arguments
        case tree.Negative(value=value) | tree.RoundedValue(value=value):
            return (value,)
        case _:
            return ()


def lent(expr: tree.Expr) -> tree.Expr:
    """``sum of counted / sum of planned of activities``: the first sum takes the rows of its sibling."""
    inner = tuple(lent(part) for part in parts(expr))
    lender = next((found for part in inner if (found := _lender(part))), None)
    filled = tuple(_filled(part, lender) for part in inner) if lender else inner
    match expr:
        case tree.Binary():
            return evolve(expr, left=filled[0], right=filled[1])
        case tree.Function():
            return evolve(expr, arguments=filled)
        case tree.Negative() | tree.RoundedValue():
            return evolve(expr, value=filled[0])
        case _:
            return expr


def _lender(expr: tree.Expr) -> tree.Rows | None:
    if isinstance(expr, tree.Aggregate):
        return expr.rows
    return next((found for part in parts(expr) if (found := _lender(part))), None)


def _filled(expr: tree.Expr, lender: tree.Rows) -> tree.Expr:
    match expr:
        case tree.Aggregate(rows=None):
            return evolve(expr, rows=lender)
        case tree.Binary():
            return evolve(expr, left=_filled(expr.left, lender), right=_filled(expr.right, lender))
        case tree.Function():
            return evolve(expr, arguments=tuple(_filled(a, lender) for a in expr.arguments))
        case tree.Negative() | tree.RoundedValue():
            return evolve(expr, value=_filled(expr.value, lender))
        case _:
            return expr
