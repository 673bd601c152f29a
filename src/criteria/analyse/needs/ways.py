"""Ways to a level: minimal sets of quantities that must leave where they rest, and where each must come to lie.

In: a decision diagram that is true where the level is reached, where the quantities stand. Out: ``Way``s, fewest things first. Holds: with
the quantities of a way in its cells, those near them anywhere and all others where they rest, the level is reached; without any
one of them, some choice of the others does not reach it; no cell beside those of a quantity could be added.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush
from itertools import count

from criteria.analyse.needs.standing import Cells, Stand
from criteria.frozen import frozen
from criteria.ladder import diagram as d

MOST_LOOKS = 4_000  # steps of the search for ways
MOST_CUBES = 128  # ways looked into before the fewest things are told

Box = Mapping[int, Cells]


@frozen
class Way:
    """``musts``: axes with the cells they must come to lie in; ``keeps``: those that must not leave these cells."""

    musts: Box
    keeps: Box


@frozen
class Found:
    """``cut``: there may be more than were looked into."""

    ways: tuple[Way, ...]
    cut: bool


def ways(reached: d.Diagram, stand: Stand) -> Found:
    """All ways, fewest things first, as far as they are looked into."""
    found: dict[tuple[tuple[int, Cells], ...], Box] = {}
    cut = False
    for number, cube in enumerate(_cubes(reached, stand)):
        if cube is None or number == MOST_CUBES:
            cut = True
            break
        box = _minimal(reached, stand, dict(cube))
        found[tuple(sorted(box.items(), key=lambda each: each[0]))] = box
    kept = [box for box in found.values() if not any(_covers(other, box) for other in found.values() if other != box)]
    ordered = sorted(kept, key=lambda box: len(_musts(stand, box)))
    return Found(tuple(_way(reached, stand, box) for box in ordered), cut)


def implied(reached: d.Diagram, stand: Stand, box: Box) -> bool:
    """Whether the level is reached wherever this leaves the quantities."""
    return d.values(reached, around(stand, box)) == {True}


def around(stand: Stand, box: Box) -> list[Cells]:
    """Where this leaves the quantities: those near one that moves anywhere, all others at rest."""
    return [
        box[axis] if axis in box else stand.possible[axis] if stand.near[axis] & box.keys() else stand.resting[axis]
        for axis in range(len(stand.possible))
    ]


def _covers(other: Box, box: Box) -> bool:
    """Whether ``other`` asks nothing that ``box`` does not ask."""
    return all(axis in box and box[axis] <= cells for axis, cells in other.items())


def _musts(stand: Stand, box: Box) -> Box:
    return {axis: cells for axis, cells in box.items() if not stand.resting[axis] <= cells}


# ---- which cubes to look into -----------------------------------------------------------------------------------------


def _cubes(reached: d.Diagram, stand: Stand) -> Iterator[d.Cube | None]:
    """Where the level is reached, with as few quantities away from their rest as can be first; None where the search ends early."""
    forest = reached.forest
    least = _least(reached, stand)
    if reached.root not in least:
        return
    steps = count()
    heap: list[tuple[int, int, int, d.Cube, int]] = [(least[reached.root], next(steps), reached.root, (), 0)]
    while heap:
        _, number, root, cube, so_far = heappop(heap)
        if number > MOST_LOOKS:
            yield None
            return
        axis, _ = forest.nodes[root]
        if axis == len(forest.sizes):
            yield cube
            continue
        for branch, cells in _branches(forest, root, stand):
            cost = so_far + _away(stand, axis, cells)
            if branch in least:
                heappush(heap, (cost + least[branch], next(steps), branch, (*cube, (axis, cells)), cost))


def _branches(forest: d.Forest, root: int, stand: Stand) -> list[tuple[int, Cells]]:
    """Where each branch leads, through which possible cells; those of a quantity with an order side by side."""
    axis, branches = forest.nodes[root]
    found: list[tuple[int, set[int]]] = []
    for cell in sorted(stand.possible[axis]):
        like = (cells for branch, cells in found if branch == branches[cell])
        near = next((cells for cells in like if not stand.ordered[axis] or cell - 1 in cells), None)
        if near is None:
            found.append((branches[cell], {cell}))
        else:
            near.add(cell)
    return [(branch, frozenset(cells)) for branch, cells in found]


def _away(stand: Stand, axis: int, cells: Cells) -> int:
    return 0 if stand.resting[axis] & cells else 1


def _least(reached: d.Diagram, stand: Stand) -> dict[int, int]:
    """For each node from which the level can be reached, how many quantities must leave their rest at least."""
    forest, known = reached.forest, dict[int, int | None]()

    def of(root: int) -> int | None:
        if root not in known:
            axis, branches = forest.nodes[root]
            if axis == len(forest.sizes):
                known[root] = 0 if forest.values[branches[0]] is True else None
            else:
                ends = [(of(branch), cells) for branch, cells in _branches(forest, root, stand)]
                costs = [cost + _away(stand, axis, cells) for cost, cells in ends if cost is not None]
                known[root] = min(costs, default=None)
        return known[root]

    of(reached.root)
    return {root: cost for root, cost in known.items() if cost is not None}


# ---- the least that does ----------------------------------------------------------------------------------------------


def _minimal(reached: d.Diagram, stand: Stand, box: dict[int, Cells]) -> Box:
    """Nothing that can be left out, and as much room as there is."""
    box = _fewer(reached, stand, {axis: cells & stand.possible[axis] for axis, cells in box.items()})
    for axis in box:
        box[axis] = _wider(reached, stand, box, axis)
    return _fewer(reached, stand, box)


def _fewer(reached: d.Diagram, stand: Stand, box: dict[int, Cells]) -> dict[int, Cells]:
    """Axes that contain their rest are left out first, then the last ones."""
    while True:
        order = sorted(box, key=lambda axis: (not stand.resting[axis] <= box[axis], -axis))
        for axis in order:
            rest = {other: cells for other, cells in box.items() if other != axis}
            if implied(reached, stand, rest):
                box = rest
                break
        else:
            return box


def _wider(reached: d.Diagram, stand: Stand, box: Box, axis: int) -> Cells:
    """Cells side by side, as many as do; upwards first."""
    cells, tried = box[axis], set[int]()
    while True:
        beside = sorted(stand.possible[axis] - cells - tried, reverse=True)
        near = [cell for cell in beside if not stand.ordered[axis] or cell - 1 in cells or cell + 1 in cells]
        if not near:
            return cells
        tried.add(near[0])
        if implied(reached, stand, {**box, axis: cells | {near[0]}}):
            cells = cells | {near[0]}


def _way(reached: d.Diagram, stand: Stand, box: Box) -> Way:
    """Also what must not happen beside it: the quantities that could spoil it, each with where it must stay."""
    whole = dict(box)
    for axis, possible in enumerate(stand.possible):
        resting = stand.resting[axis]
        if axis in box or stand.near[axis] & box.keys() or possible <= resting:
            continue
        whole[axis] = resting
        if _free(reached, stand, {**whole, axis: possible}, box):
            whole[axis] = possible
        else:
            for cell in sorted(possible - resting):
                if _free(reached, stand, {**whole, axis: whole[axis] | {cell}}, box):
                    whole[axis] = whole[axis] | {cell}
    keeps = {axis: cells for axis, cells in whole.items() if stand.resting[axis] <= cells != stand.possible[axis]}
    return Way(_musts(stand, box), keeps)


def _free(reached: d.Diagram, stand: Stand, whole: Box, box: Box) -> bool:
    """Whether the level is still reached; what is near the way itself may lie anywhere, what is not told rests."""
    cells = around(stand, box)
    return d.values(reached, [whole.get(axis, each) for axis, each in enumerate(cells)]) == {True}
