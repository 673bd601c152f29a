"""From a body to a function: the only room that compiles.

In: a ``Writer`` with everything written, and a name. Out: a function of the bound values, and its source for whoever wants to read it.
Holds: what is compiled was built as a syntax tree from generated names and whole numbers; texts and everything else are bound to names.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from types import CodeType, FunctionType

from criteria.compiled.expressions import assigned, name
from criteria.compiled.writer import Writer

Values = Sequence[object]
Levels = tuple[str, ...]
OFTEN = 2  # a bound value that is read so often becomes a variable of the function
BUILTINS = {"abs": abs, "len": len, "range": range, "set": set, "zip": zip}


def tree_of(w: Writer) -> ast.Module:
    """The function as a syntax tree; the statements of the writer are used up."""
    body = _lifted(w.block.body)
    arguments = ast.arguments([], [ast.arg("v")], None, [], [], None, [])
    return ast.fix_missing_locations(ast.Module([ast.FunctionDef("f", arguments, body, [])], []))


def function_of(tree: ast.Module, constants: Mapping[str, object]) -> Callable[[Values], Levels]:
    """The function itself, with its names bound."""
    code = compile(tree, "<plan>", "exec")
    inner = next(constant for constant in code.co_consts if isinstance(constant, CodeType))
    return FunctionType(inner, {**BUILTINS, **constants}, "f")


class _Reads(ast.NodeTransformer):
    """Finds the bound values that are read, and puts variables in their place."""

    def __init__(self) -> None:
        self.found: Counter[int] = Counter()
        self.lifted: dict[int, str] = {}

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        if not (isinstance(node.value, ast.Name) and node.value.id == "v" and isinstance(node.slice, ast.Constant)):
            return node
        slot = node.slice.value
        assert isinstance(slot, int)
        self.found[slot] += 1
        return name(self.lifted[slot]) if slot in self.lifted else node


def _lifted(body: list[ast.stmt]) -> list[ast.stmt]:
    """Values that are read often, read once."""
    reads = _Reads()
    for statement in body:
        reads.visit(statement)
    reads.lifted = {slot: f"v{slot}" for slot, number in reads.found.items() if number > OFTEN}
    lifted = [
        assigned(variable, ast.Subscript(name("v"), ast.Constant(slot), ast.Load()))
        for slot, variable in reads.lifted.items()
    ]
    return [*lifted, *(reads.visit(statement) for statement in body)]
