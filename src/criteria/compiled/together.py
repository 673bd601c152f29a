"""All goals of a plan as one function, for facts that are all given: values are read once, and nothing is called in between.

In: the goals' programs, written with the same constants. Out: a function of the bound values that gives the levels of each goal; None where
code would nest too deep. Holds: it says what the goals' own functions say; where one of them is at fault, it is, too.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from criteria.compiled.expressions import assigned, name
from criteria.compiled.function import Levels, Values, function_of, module, reading
from criteria.compiled.goals import Program
from criteria.compiled.writer import Constants

TOGETHER = 50  # goals in one function
Run = Callable[[Values], dict[str, Levels]]
Named = Sequence[tuple[str, Program]]


def together(goals: Named, size: int, constants: Constants) -> Run | None:
    """One function; of many goals, one after the other. ``size``: how many values are bound."""
    try:
        first, *others = [function_of(tree, constants) for tree in trees_of(goals, size, constants)]
    except RecursionError:
        return None
    if not others:
        return first

    def run(values: Values) -> dict[str, Levels]:
        found: dict[str, Levels] = first(values)
        for each in others:
            found.update(each(values))
        return found

    return run


def trees_of(goals: Named, size: int, constants: Constants) -> list[ast.Module]:
    """The functions as trees."""
    parts = [goals[start : start + TOGETHER] for start in range(0, len(goals), TOGETHER)] or [()]
    return [_one(part, size, constants) for part in parts]


def _one(goals: Named, size: int, constants: Constants) -> ast.Module:
    """Each goal into a variable, then all of them."""
    body = reading(frozenset[int]().union(*(each.loaded for _, each in goals)), size)
    found: list[ast.expr] = []
    for number, (_, each) in enumerate(goals):
        body += _into(f"r{number}", each.body)
        found.append(name(f"r{number}"))
    keys: list[ast.expr | None] = [name(constants.name(goal)) for goal, _ in goals]
    return module([*body, ast.Return(ast.Dict(keys, found))])


def _into(variable: str, body: Sequence[ast.stmt]) -> list[ast.stmt]:
    """The body of a goal, which returns a level where one holds, with the level in a variable instead."""
    for place, statement in enumerate(body):
        match statement:
            case ast.Return(ast.expr() as level):
                return [*body[:place], assigned(variable, level)]
            case ast.If(test, [ast.Return(ast.expr() as level)], []):
                rest = _into(variable, body[place + 1 :])
                return [*body[:place], ast.If(test, [assigned(variable, level)], rest)]
    raise AssertionError(body)  # pragma: no cover
