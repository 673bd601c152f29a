"""Functions of cells as SQL: where a decision diagram is true, for rows in which nothing is open.

In: diagrams with truths at their ends, and where their quantities lie. Out: one truth of a row for each. Holds: a quantity is asked only
where its answer matters; where one branch implies the others no case is made of it, so that a plan which only rewards reads as ands and
ors.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.columnar.desk import Desk
from criteria.columnar.expressions import Truth, every, negated, some, truth, written
from criteria.columnar.lies import Lies
from criteria.frozen import define, field
from criteria.ladder.diagram import Diagram, somewhere
from criteria.ladder.quantities import Kind

Run = tuple[Diagram, int]  # what the function comes to, and the last cell that it comes to it in


@define(eq=False)
class Functions:
    """The axes of a goal; ``known``: what is worked out so far, node by node."""

    desk: Desk
    lies: Sequence[Lies]
    known: dict[int, Truth] = field(factory=dict)


def holds(functions: Functions, diagram: Diagram) -> Truth:
    """Where it is true."""
    if diagram.root not in functions.known:
        functions.known[diagram.root] = functions.desk.let(_made(functions, diagram))
    return functions.known[diagram.root]


def _made(functions: Functions, diagram: Diagram) -> Truth:
    """Run by run, from the last cells of its first axis to the first."""
    forest = diagram.forest
    axis, branches = forest.nodes[diagram.root]
    if axis == len(forest.sizes):
        return bool(forest.values[branches[0]])
    runs = _runs(diagram)
    later = [runs[-1][0]]
    found = holds(functions, later[0])
    for one, last in reversed(runs[:-1]):
        found = _parted(functions, axis, last, one, (later, found))
        later.append(one)
    return found


def _runs(diagram: Diagram) -> list[Run]:
    """Cells side by side with the same branch."""
    _, branches = diagram.forest.nodes[diagram.root]
    ends = [n for n, branch in enumerate(branches) if n + 1 == len(branches) or branches[n + 1] != branch]
    return [(Diagram(diagram.forest, branches[end]), end) for end in ends]


def _parted(functions: Functions, axis: int, last: int, one: Diagram, then: tuple[list[Diagram], Truth]) -> Truth:
    """``one`` up to a cell, after it what was found for the later ones."""
    later, other = then
    here = holds(functions, one)

    def lies(*, before: bool) -> Truth:
        return _lies(functions, axis, last, before=before)

    if here is True or other is False:
        return some(lies(before=True), other) if here is True else every(lies(before=True), here)
    if here is False or other is True:
        return every(lies(before=False), other) if here is False else some(lies(before=False), here)
    if all(_implies(each, one) for each in later):
        return some(other, every(lies(before=True), here))
    if all(_implies(one, each) for each in later):
        return some(here, every(lies(before=False), other))
    where = lies(before=True)
    if isinstance(where, bool):
        return here if where else other
    return written("CASE WHEN {} THEN {} ELSE {} END", where, truth(here), truth(other))


def _lies(functions: Functions, axis: int, last: int, *, before: bool) -> Truth:
    """Whether the quantity lies up to a cell, or after it; of an amount the one is told by the other, because it costs more to work out."""
    lies = functions.lies[axis]
    if not before and lies.axis.quantity.kind is Kind.NUMBERS:
        return negated(_lies(functions, axis, last, before=True))
    cells = range(last + 1) if before else range(last + 1, len(lies.axis.cells))
    return functions.desk.let(lies.among(frozenset(cells)))


def _implies(one: Diagram, other: Diagram) -> bool:
    """Whether the other is true wherever the one is."""
    return not somewhere(lambda a, b: bool(a) and not b, one, other)
