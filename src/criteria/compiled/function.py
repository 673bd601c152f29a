"""From a body to a function: the only room that compiles.

In: a ``Writer`` with everything written, or a body and what it reads of the bound values. Out: a function of the bound values, and its tree
for whoever wants to read it. Holds: what is compiled was built as a syntax tree from generated names and whole numbers; texts and
everything else are bound to names.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Sequence
from types import CodeType, FunctionType
from typing import Any

from criteria.compiled.expressions import assigned, name
from criteria.compiled.writer import Constants, Writer

Values = Sequence[object]
Levels = tuple[str, ...]
PLACED = (ast.stmt, ast.expr, ast.ExceptHandler, ast.arguments, ast.arg, ast.keyword)
LEAVES = frozenset((ast.Name, ast.Constant))
DEEPEST = 800  # of trees in trees: Python compiles no deeper ones everywhere


def tree_of(w: Writer) -> ast.Module:
    """What was written, as a function: what it reads of the bound values, then what it does."""
    return module([*reading(w.loaded), *w.block.body])


def reading(loaded: Collection[int], size: int | None = None) -> list[ast.stmt]:
    """The bound values that are read, as variables; all ``size`` of them at once where most are."""
    if size is not None and 2 * len(loaded) > size:
        every = ast.Tuple([ast.Name(f"v{place}", ast.Store()) for place in range(size)], ast.Store())
        return [ast.Assign([every], name("v"))]
    return [
        assigned(f"v{place}", ast.Subscript(name("v"), ast.Constant(place), ast.Load())) for place in sorted(loaded)
    ]


def module(body: Sequence[ast.stmt]) -> ast.Module:
    """A function of the bound values."""
    arguments = ast.arguments([], [ast.arg("v")], None, [], [], None, [])
    return _placed(ast.Module([ast.FunctionDef("f", arguments, [*body], [])], []))


def function_of(tree: ast.Module, constants: Constants) -> Callable[[Values], Any]:
    """The function itself, with its names bound."""
    code = compile(tree, "<plan>", "exec")
    inner = next(constant for constant in code.co_consts if isinstance(constant, CodeType))
    return FunctionType(inner, constants.values, "f")


def _placed(tree: ast.Module) -> ast.Module:
    """The tree with a line for each node, which a compiler asks for; a ``RecursionError`` where it is too deep."""
    rest: list[tuple[ast.AST, int]] = [(tree, 0)]
    while rest:
        node, depth = rest.pop()
        if depth > DEEPEST:
            raise RecursionError
        fields = vars(node)
        if "lineno" in fields:
            continue
        for value in fields.values():
            for child in value if type(value) is list else (value,):
                if type(child) in LEAVES:
                    child.lineno, child.col_offset = 1, 0
                elif isinstance(child, PLACED):
                    rest.append((child, depth + 1))
        node.lineno, node.col_offset = 1, 0  # type: ignore[attr-defined]
    return tree
