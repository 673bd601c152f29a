"""From a body to a function: the only room that compiles.

In: a ``Writer`` with everything written, and a name. Out: a function of the bound values, and its source for whoever wants to read it.
Holds: what is compiled was built as a syntax tree from generated names and whole numbers; texts and everything else are bound to names.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from types import CodeType, FunctionType

from criteria.compiled.expressions import assigned, name
from criteria.compiled.writer import Writer

Values = Sequence[object]
Levels = tuple[str, ...]
BUILTINS = {"abs": abs, "len": len, "range": range, "set": set, "zip": zip}


def tree_of(w: Writer) -> ast.Module:
    """The function as a syntax tree: what it reads of the bound values, then what it does."""
    read = [
        assigned(f"v{place}", ast.Subscript(name("v"), ast.Constant(place), ast.Load())) for place in sorted(w.loaded)
    ]
    arguments = ast.arguments([], [ast.arg("v")], None, [], [], None, [])
    return ast.fix_missing_locations(ast.Module([ast.FunctionDef("f", arguments, [*read, *w.block.body], [])], []))


def function_of(tree: ast.Module, constants: Mapping[str, object]) -> Callable[[Values], Levels]:
    """The function itself, with its names bound."""
    code = compile(tree, "<plan>", "exec")
    inner = next(constant for constant in code.co_consts if isinstance(constant, CodeType))
    return FunctionType(inner, {**BUILTINS, **constants}, "f")
