"""How a term is built, as ``ladder/shape.py`` says, and what of the rows and groups in force it depends on."""

from __future__ import annotations

from criteria.evaluate.worlds import Env
from criteria.ladder.shape import Node as Node
from criteria.ladder.shape import chosen as chosen
from criteria.ladder.shape import parts as parts
from criteria.ladder.shape import passing_rows as passing_rows
from criteria.ladder.shape import reach as reach
from criteria.ladder.shape import walk as walk


def trimmed(node: Node, env: Env) -> Env:
    """The part of ``env`` that the node depends on, so that equal quantities have equal keys."""
    if not env.rows and not env.groups:
        return env
    deep, group = reach(node)
    if deep >= len(env.rows) and (group or not env.groups):
        return env
    return Env(env.rows[:deep], env.groups if group else ())
