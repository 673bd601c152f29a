"""Single conditions, amounts and rows of a plan as functions: what a reason is made of.

In: a piece of a plan, the groups in force, readings. Out: a ``Piece``: bound values in, a truth, a number or the outcomes of rows out; and
what it reads. Holds: what it raises, and what is not compiled, is left to the reference.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping
from fractions import Fraction

from criteria.compiled import rows
from criteria.compiled.aggregates import edge
from criteria.compiled.amounts import amount
from criteria.compiled.conditions import truth
from criteria.compiled.expressions import Expr, assigned, tree
from criteria.compiled.function import Values, function_of, tree_of
from criteria.compiled.slots import Slots
from criteria.compiled.writer import Around, LoopRow, Uncompiled, Writer
from criteria.evaluate.rows import FAIL, OUT, PASS
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.plan import Plan


@frozen(eq=False)
class Piece:
    """A function, and the slots it reads."""

    run: Callable[[Values], object]
    reads: frozenset[int]


def piece(
    plan: Plan, readings: Mapping[str, str], slots: Slots, write: Callable[[Writer, Around], Expr], around: Around
) -> Piece | None:
    """What somebody writes, as a function; None where it is not compiled."""
    w = Writer(plan, readings, slots, truth, amount, edge)
    try:
        w.add(ast.Return(write(w, around)))
        return Piece(function_of(tree_of(w), w.constants), frozenset(w.reads))
    except (Uncompiled, RecursionError):
        return None


def of_condition(condition: t.Condition) -> Callable[[Writer, Around], Expr]:
    """Whether it holds."""
    return lambda w, around: tree(truth(w, condition, around))


def of_amount(term: t.Term) -> Callable[[Writer, Around], Expr]:
    """Its value, as one number."""

    def write(w: Writer, around: Around) -> Expr:
        found = amount(w, term, around)
        return w.call(Fraction, found.top, found.bottom)

    return write


def of_rows(of: t.Rows, test: t.Condition | None) -> Callable[[Writer, Around], Expr]:
    """What each row is, in their order."""

    def write(w: Writer, around: Around) -> Expr:
        found = w.keep(ast.List([], ast.Load()))

        def each(inside: Around) -> None:
            kind = w.keep(OUT)

            def belongs() -> None:
                w.add(assigned(kind.id, FAIL))
                passing = truth(w, test, inside) if test is not None else True
                rows.under(w, passing, lambda: w.add(assigned(kind.id, PASS)))

            rows.under(w, rows.belongs(w, of, inside), belongs)
            append = ast.Attribute(found, "append", ast.Load())
            w.add(ast.Expr(ast.Call(append, [kind], [])))

        short = rows.written_out(w, of.record)
        if short is None:
            row = LoopRow(of.record)
            with w.nested(loop=True) as block:
                each(around.inside(row))
            w.reads.update(rows.slots_of(w, of.record))
            w.add(ast.For(rows.variables(row, several=False), rows.every(w, row), block.body, []))
        else:
            for one in short:
                each(around.inside(one))
        return found

    return write
