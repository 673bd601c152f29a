"""Truths one after the other: the next is worked out only where those before leave it open, as the reference does.

In: pieces of code that each come to a truth. Out: the truth of all, or of any. Holds: a piece that is one expression is joined with
``and``/``or``; one that needs statements stands in a block of its own.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from criteria.compiled.expressions import Truth, assigned, joined, name, negated, tree
from criteria.compiled.writer import Around, Writer
from criteria.evaluate.worlds import NoValue
from criteria.model import terms as t

Part = Callable[[], Truth]


def lazily(w: Writer, parts: Sequence[Part], *, every: bool) -> Truth:
    """All of them, or any."""
    left: list[Truth] = []
    for part in parts:
        with w.nested() as block:
            truth = part()
        if block.body and left:
            so_far = w.keep(joined(left, every=every))
            block.body.append(assigned(so_far.id, truth))
            w.add(ast.If(so_far if every else tree(negated(so_far)), block.body, []))
            left = [name(so_far.id)]
            continue
        w.block.body += block.body
        w.block.known.update(block.known)
        if truth is (not every):
            return joined([*left, truth], every=every)
        left += [truth] if not isinstance(truth, bool) else []
    return joined(left, every=every)


def tested(
    w: Writer, test: t.Condition, around: Around, holds: Callable[[Writer, t.Condition, Around], Truth]
) -> Truth:
    """A single test; false where it rests on a day that never comes."""
    block, start, known = w.block, len(w.block.body), dict(w.block.known)
    outer, w.lacking = w.lacking, False
    truth = holds(w, test, around)
    lacking, w.lacking = w.lacking, outer
    if not lacking:
        return truth
    inside, block.body[start:] = block.body[start:], []
    block.known = known
    kept = w.variable()
    without = ast.ExceptHandler(w.constant(NoValue), None, [assigned(kept, value=False)])
    w.add(ast.Try([*inside, assigned(kept, truth)], [without], [], []))
    return name(kept)
