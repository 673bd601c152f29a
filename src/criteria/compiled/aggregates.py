"""What rows come to beyond counts, sums and shares: means, medians, percentiles, different texts, first and last days.

In: an aggregate of the model and what is around it. Out: code that gathers the values of the rows and hands them to ``running``. Holds: a
row whose value rests on never is left out; where none is left, it is a ``Fault``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from functools import partial

from criteria.compiled import leaves, running
from criteria.compiled.days import sure
from criteria.compiled.expressions import Expr, call, name, tree
from criteria.compiled.rows import brought, each
from criteria.compiled.shapes import Amount
from criteria.compiled.writer import Around, Uncompiled, Writer
from criteria.evaluate.worlds import NoValue
from criteria.model import terms as t

GATHERED: dict[type, Callable[..., object]] = {t.Mean: running.mean, t.Median: running.middle}


def aggregate(w: Writer, term: t.Mean | t.Median | t.Percentile | t.Distinct, around: Around) -> Amount:
    """A mean, a median, a percentile or how many different texts."""
    if isinstance(term, t.Distinct):
        return _distinct(w, term, around)
    if isinstance(term, t.Mean) and term.weight is not None:
        raise Uncompiled("weighted mean")
    function = partial(running.nearest_rank, term.share) if isinstance(term, t.Percentile) else GATHERED[type(term)]

    def value(inside: Around) -> Expr:
        found = brought(w, term.value, inside)
        return tree(found.top) if found.bottom == 1 else w.call(running.whole_ratio, found.top, found.bottom)

    return Amount(w.call(function, gathered(w, term.rows, around, value)))


def gathered(w: Writer, of: t.Rows, around: Around, value: Callable[[Around], Expr]) -> Expr:
    """The values of all rows that have one, as a list."""
    values = w.keep(ast.List([], ast.Load()))

    def body(inside: Around) -> None:
        outer, w.lacking = w.lacking, False
        with w.nested() as block:
            append = ast.Attribute(name(values.id), "append", ast.Load())
            w.add(ast.Expr(ast.Call(append, [value(inside)], [])))
        if w.lacking:
            nothing = ast.ExceptHandler(w.constant(NoValue), None, [ast.Pass()])
            w.add(ast.Try(block.body, [nothing], [], []))
        else:
            w.block.body += block.body
        w.lacking = outer

    each(w, of, None, around, body)
    return name(values.id)


def _distinct(w: Writer, term: t.Distinct, around: Around) -> Amount:
    def value(inside: Around) -> Expr:
        leaf = leaves.text(w, term.value, inside)
        found = leaves.uncut(w, leaf)
        assert isinstance(found, str | ast.expr)
        return w.text(found)

    return Amount(call("len", call("set", gathered(w, term.rows, around, value))), positive=True)


def edge(w: Writer, term: t.EdgeDay, around: Around) -> Expr:
    """The first or the last day of the rows."""
    days = gathered(w, term.rows, around, lambda inside: tree(sure(w, term.value, inside)))
    return w.keep(w.call(running.latest if term.latest else running.earliest, days))
