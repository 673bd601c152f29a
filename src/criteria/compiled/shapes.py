"""What code comes to: an amount as a ratio; and what a term rests on of the rows around it.

In: terms and what is around them. Out: ``Amount``; the part of the surroundings that a term depends on, so that equal quantities are worked
out once.
"""

from __future__ import annotations

import ast
from functools import cache

from criteria.compiled.expressions import Whole
from criteria.compiled.leaves import Leaf
from criteria.compiled.writer import Around, Key, Writer
from criteria.evaluate.shape import Node, reach, walk
from criteria.frozen import frozen
from criteria.model import terms as t


@frozen(eq=False)
class Amount:
    """``top`` over ``bottom``, which is above nought; ``positive``: known not to be below nought; ``above``: known to be above it."""

    top: Whole
    bottom: Whole = 1
    leaf: Leaf | None = None
    positive: bool = False
    above: bool = False


def around_of(w: Writer, node: Node, around: Around) -> Key:
    """What the node depends on; a text that is read goes by its variable."""
    deep, group = reach(node)
    said = [(key, value if isinstance(value, str) else ast.dump(value)) for key, value in around.groups]
    return around.rows[:deep], tuple(said) if group else (), w.subject if asks(node) else None


@cache
def asks(node: Node) -> bool:
    """Whether it looks at the subject's own row."""
    return any(isinstance(part, t.Cell) and part.scope == t.SUBJECT for part in walk(node))


@cache
def alone(node: Node) -> bool:
    """Whether it depends on nothing but the row that it is asked of."""
    rows, group = reach(node)
    return rows <= 1 and not group and not asks(node)
