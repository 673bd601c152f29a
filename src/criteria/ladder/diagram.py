"""Decision diagrams over axes: functions of cells, reduced so that equal parts are one.

In: for each axis how many cells it has; then functions are built from tests and from one another. Out: a ``Diagram``. Holds: a node's
branches lead to later axes, no two nodes are equal, and no node has all its branches the same; so two functions of one ``Forest``
are equal when they are the same node. Raises ``TooWide`` beyond ``MOST_NODES``: the caller says so and answers wider.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterator, Mapping, Sequence

from criteria.frozen import define, field, frozen

MOST_NODES = 20_000
MOST_AXES = 400  # deeper than this the functions below would not come back


class TooWide(Exception):
    """More nodes than the limit."""


Possible = Sequence[Collection[int] | None]  # for each axis the cells to look at; None is all of them
Cube = tuple[tuple[int, frozenset[int]], ...]  # (axis, cells): an axis that is not named may be in any cell


@define
class Forest:
    """All nodes: ``(axis, branches)``, or ``(end, value)`` for the ends, which lie beyond the last axis."""

    sizes: tuple[int, ...]
    nodes: list[tuple[int, tuple[int, ...]]] = field(factory=list)
    values: list[Hashable] = field(factory=list)
    known: dict[tuple[int, tuple[int, ...]], int] = field(factory=dict)
    ends: dict[Hashable, int] = field(factory=dict)
    combinations: dict[object, dict[tuple[int, ...], int]] = field(
        factory=dict
    )  # of each function, what was worked out
    found: dict[object, dict[tuple[int, ...], bool]] = field(
        factory=dict
    )  # of each question, whether it holds somewhere
    parted: dict[int, dict[int, tuple[int, ...]]] = field(factory=dict)  # of each axis, the parts of each node


@frozen(eq=False)
class Diagram:
    """A function of cells."""

    forest: Forest
    root: int

    def __init__(self, forest: Forest, root: int) -> None:
        values = self.__dict__  # as the class would be built, in less time: very many are made
        values["forest"], values["root"] = forest, root

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Diagram) and self.forest is other.forest and self.root == other.root

    def __hash__(self) -> int:
        return hash((id(self.forest), self.root))


def end(forest: Forest, value: Hashable) -> Diagram:
    """The function that is ``value`` everywhere."""
    if value not in forest.ends:
        forest.ends[value] = _node(forest, len(forest.sizes), (len(forest.values),))
        forest.values.append(value)
    return Diagram(forest, forest.ends[value])


def test(forest: Forest, axis: int, cells: Collection[int]) -> Diagram:
    """True in these cells of an axis."""
    yes, no = end(forest, True).root, end(forest, False).root
    return Diagram(forest, _joint(forest, axis, tuple(yes if n in cells else no for n in range(forest.sizes[axis]))))


def _node(forest: Forest, axis: int, branches: tuple[int, ...]) -> int:
    key = (axis, branches)
    found = forest.known.get(key)
    if found is None:
        if len(forest.nodes) >= MOST_NODES:
            raise TooWide
        found = forest.known[key] = len(forest.nodes)
        forest.nodes.append(key)
    return found


def _joint(forest: Forest, axis: int, branches: tuple[int, ...]) -> int:
    """A node, unless all its branches are the same."""
    return branches[0] if branches.count(branches[0]) == len(branches) else _node(forest, axis, branches)


def combined(function: Callable[..., Hashable], *diagrams: Diagram) -> Diagram:
    """The function of what the diagrams come to, cell by cell; all of one forest, which remembers what the function gave."""
    forest = diagrams[0].forest
    memo = forest.combinations.setdefault(function, {})
    if len(diagrams) == 2:
        return Diagram(forest, _of_two(forest, memo, function, diagrams[0].root, diagrams[1].root))
    nodes, last = forest.nodes, len(forest.sizes)

    def of(roots: tuple[int, ...]) -> int:
        done = memo.get(roots)
        if done is not None:
            return done
        parts = [nodes[root] for root in roots]
        first = min([axis for axis, _ in parts])
        if first == last:
            found = end(forest, function(*[forest.values[branches[0]] for _, branches in parts])).root
        else:
            found = _joint(
                forest, first, tuple([of(each) for each in _apart(roots, parts, first, forest.sizes[first])])
            )
        memo[roots] = found
        return found

    return Diagram(forest, of(tuple([diagram.root for diagram in diagrams])))


def _of_two(
    forest: Forest, memo: dict[tuple[int, ...], int], function: Callable[..., Hashable], one: int, other: int
) -> int:
    """``combined``, of two; nearly all there are."""
    nodes, last, done = forest.nodes, len(forest.sizes), memo.get

    def of(a: int, b: int) -> int:
        (first, left), (second, right) = nodes[a], nodes[b]
        if first == second:
            if first == last:
                memo[a, b] = ended = end(forest, function(forest.values[left[0]], forest.values[right[0]])).root
                return ended
            pairs = list(zip(left, right, strict=True))
        elif first < second:
            pairs = [(x, b) for x in left]
        else:
            first, pairs = second, [(a, y) for y in right]
        memo[a, b] = found = _joint(
            forest, first, tuple([known if (known := done(pair)) is not None else of(*pair) for pair in pairs])
        )
        return found

    known = done((one, other))
    return known if known is not None else of(one, other)


def _apart(
    roots: tuple[int, ...], parts: list[tuple[int, tuple[int, ...]]], first: int, cells: int
) -> Iterator[tuple[int, ...]]:
    """Where the diagrams go in each cell of the first axis; those that begin later stay where they are."""
    return zip(
        *[branches if axis == first else (root,) * cells for root, (axis, branches) in zip(roots, parts, strict=True)],
        strict=True,
    )


def somewhere(holds: Callable[..., bool], *diagrams: Diagram) -> bool:
    """Whether it holds, in some cells, of what the diagrams come to; nothing is built, and what was found is remembered."""
    forest, roots = diagrams[0].forest, tuple([diagram.root for diagram in diagrams])
    nodes, last, known = forest.nodes, len(forest.sizes), forest.found.setdefault(holds, {})
    if roots in known:
        return known[roots]
    seen, left = {roots}, [roots]
    while left:
        here = left.pop()
        parts = [nodes[root] for root in here]
        first = min([axis for axis, _ in parts])
        if first < last:
            further = [
                each for each in dict.fromkeys(_apart(here, parts, first, forest.sizes[first])) if each not in seen
            ]
            if any(known.get(each, False) for each in further):
                break
            seen.update(further)
            left += [each for each in further if each not in known]
        elif holds(*[forest.values[branches[0]] for _, branches in parts]):
            break
    else:
        known.update(dict.fromkeys(seen, False))
        return False
    known[roots] = True
    return True


def held(diagram: Diagram, axis: int) -> tuple[Diagram, ...]:
    """The function in each cell of an axis."""
    forest, cells = diagram.forest, range(diagram.forest.sizes[axis])
    nodes, memo = forest.nodes, forest.parted.setdefault(axis, {})

    def of(root: int) -> Sequence[int]:
        at, branches = nodes[root]
        if at >= axis:
            return branches if at == axis else (root,) * len(cells)
        if root not in memo:
            below = zip(*[of(branch) for branch in branches], strict=True)
            memo[root] = tuple([_joint(forest, at, each) for each in below])
        return memo[root]

    return tuple([Diagram(forest, root) for root in of(diagram.root)])


def restricted(diagram: Diagram, cells: Mapping[int, int]) -> Diagram:
    """The function where some axes are each in one cell."""
    forest, memo = diagram.forest, dict[int, int]()
    nodes, last = forest.nodes, max(cells, default=-1)

    def of(root: int) -> int:
        at, branches = nodes[root]
        if at > last or at == len(forest.sizes):
            return root
        if root not in memo:
            memo[root] = (
                of(branches[cells[at]]) if at in cells else _joint(forest, at, tuple([of(each) for each in branches]))
            )
        return memo[root]

    return Diagram(forest, of(diagram.root))


def values(diagram: Diagram, possible: Possible | None = None) -> frozenset[Hashable]:
    """All that it comes to within the possible cells."""
    forest, seen, left = diagram.forest, set[int](), [diagram.root]
    found = set()
    while left:
        root = left.pop()
        if root in seen:
            continue
        seen.add(root)
        axis, branches = forest.nodes[root]
        if axis == len(forest.sizes):
            found.add(forest.values[branches[0]])
            continue
        cells = possible[axis] if possible else None
        left += branches if cells is None else [branches[cell] for cell in cells]
    return frozenset(found)


def at(diagram: Diagram, cells: Sequence[int]) -> Hashable:
    """What it comes to in one cell of each axis."""
    forest, root = diagram.forest, diagram.root
    while True:
        axis, branches = forest.nodes[root]
        if axis == len(forest.sizes):
            return forest.values[branches[0]]
        root = branches[cells[axis]]


def used(diagram: Diagram) -> frozenset[int]:
    """The axes that it depends on."""
    forest, seen, left = diagram.forest, set[int](), [diagram.root]
    while left:
        root = left.pop()
        if root not in seen:
            seen.add(root)
            axis, branches = forest.nodes[root]
            left += () if axis == len(forest.sizes) else branches
    return frozenset(forest.nodes[root][0] for root in seen) - {len(forest.sizes)}


def cubes(
    diagram: Diagram, wanted: Callable[[Hashable], bool], orders: Sequence[Sequence[int]] | None = None
) -> Iterator[Cube]:
    """The ways to come to a wanted value, those with the first cells first, or with those that ``orders`` has first for an axis. Disjoint;
    together they are all there are."""
    forest, hopeless = diagram.forest, dict[int, bool]()

    def hopes(root: int) -> bool:
        if root not in hopeless:
            axis, branches = forest.nodes[root]
            last = axis == len(forest.sizes)
            hopeless[root] = not (
                wanted(forest.values[branches[0]]) if last else any(map(hopes, dict.fromkeys(branches)))
            )
        return not hopeless[root]

    def of(root: int, cube: Cube) -> Iterator[Cube]:
        axis, branches = forest.nodes[root]
        if axis == len(forest.sizes):
            yield cube
            return
        towards: dict[int, list[int]] = {}
        for cell in orders[axis] if orders else range(len(branches)):
            towards.setdefault(branches[cell], []).append(cell)
        for branch, through in towards.items():
            if hopes(branch):
                yield from of(branch, (*cube, (axis, frozenset(through))))

    if hopes(diagram.root):
        yield from of(diagram.root, ())


def size(diagram: Diagram) -> int:
    """How many nodes it has, its ends included."""
    forest, seen, left = diagram.forest, set[int](), [diagram.root]
    while left:
        root = left.pop()
        if root not in seen:
            seen.add(root)
            axis, branches = forest.nodes[root]
            left += () if axis == len(forest.sizes) else branches
    return len(seen)
