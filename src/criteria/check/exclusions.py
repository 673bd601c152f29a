"""Rows that a goal does not count: ``not counting cases where …``.

In: the lines of a goal. Out: while the goal is read, every row set of the record leaves these rows out, also inside definitions; columns
that the plan computes stay as they are. Holds: the condition is of one row; the goal's own definitions may be used in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from criteria.check import rows
from criteria.check.context import Context
from criteria.check.scopes import Scope
from criteria.syntax import tree


@contextmanager
def not_counting(ctx: Context, block: tree.GoalBlock, scope: Scope) -> Iterator[None]:
    """What the goal leaves out is left out meanwhile."""
    before, ctx.not_counted = ctx.not_counted, {}
    try:
        for line in block.not_counted:
            _leave_out(ctx, line, scope)
        yield
    finally:
        ctx.not_counted = before


def _leave_out(ctx: Context, line: tree.NotCounted, scope: Scope) -> None:
    start = rows.named(ctx, scope.filled(line.rows), scope)
    if start is None:
        return
    table, rest = start
    if rest.words:
        ctx.faults.error("words-after-rows", rest.place, found=rest.text, record=table.name)
        return
    condition = ctx.condition(line.where, scope.within(table))
    if condition:
        ctx.not_counted[table.key] = (*ctx.not_counted.get(table.key, ()), condition)
