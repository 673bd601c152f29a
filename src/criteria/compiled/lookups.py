"""Values looked up by the row or group in force.

In: a ``Lookup`` and what is around it. Out: the case in force, where its keys are known when the code is written; else code that finds the
value among those of all cases. Holds: keys that no case has raise ``Fault``.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence

from criteria.compiled import leaves
from criteria.compiled.expressions import Expr, name
from criteria.compiled.leaves import Leaf, uncut
from criteria.compiled.running import Fault
from criteria.compiled.writer import Around, Uncompiled, Writer
from criteria.frozen import frozen
from criteria.model import terms as t
from criteria.model.types import NumberType

Keys = tuple[str, ...]


@frozen(eq=False)
class Found:
    """The cases whose keys the facts decide: the key to look up."""

    cases: Mapping[Keys, t.Term]
    key: Sequence[Leaf]

    def among(self, w: Writer, value: Callable[[t.Term], object]) -> Expr:
        """The value of the case in force, of values that the plan knows."""
        values = {keys if len(keys) > 1 else keys[0]: value(case) for keys, case in self.cases.items()}
        texts = [w.text(each.value) for each in self.key if isinstance(each.value, str | ast.expr)]
        key = texts[0] if len(texts) == 1 else ast.Tuple(list(texts), ast.Load())
        found = w.keep(ast.Call(ast.Attribute(w.constant(values), "get", ast.Load()), [key], []))
        nothing = ast.Compare(found, [ast.Is()], [ast.Constant(None)])
        w.add(ast.If(nothing, [ast.Raise(w.constant(Fault))], []))
        return name(found.id)


def looked_up(w: Writer, term: t.Lookup, around: Around) -> t.Term | Found:
    """The case in force, or the cases there are."""
    keys = [_key(w, key, around) for key in term.keys]
    cases: dict[Keys, t.Term] = {}
    for texts, case in term.cases:
        cases.setdefault(texts, case)
    for key in keys:
        uncut(w, key)
    if not all(isinstance(key.value, str) for key in keys):
        return Found(cases, keys)
    wanted = tuple(key.value for key in keys if isinstance(key.value, str))
    if wanted not in cases:
        raise Uncompiled("lookup of what no table has")
    return cases[wanted]


def _key(w: Writer, key: t.Term, around: Around) -> Leaf:
    """The text of a key."""
    if isinstance(key, t.Cell) and isinstance(key.type, NumberType):
        raise Uncompiled("lookup by a number")
    return leaves.text(w, key, around)


def plain(case: t.Term) -> t.Number | t.TextValue | t.DateValue:
    """A case that the plan writes down; others are left to the reference."""
    if isinstance(case, t.Number | t.TextValue | t.DateValue):
        return case
    raise Uncompiled("lookup of facts")
