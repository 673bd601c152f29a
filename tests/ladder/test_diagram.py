"""Decision diagrams: what is built is the function that was meant, and equal functions are one node."""

import operator
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from criteria.ladder import diagram as d

SIZES = (2, 3, 2)
CELLS = list(product(*map(range, SIZES)))
tables = st.lists(st.integers(0, 2), min_size=len(CELLS), max_size=len(CELLS))


def made(forest: d.Forest, table: list[int]) -> d.Diagram:
    """A function given by its table."""
    found = d.end(forest, 0)
    for cells, value in zip(CELLS, table, strict=True):
        here = d.end(forest, True)
        for axis, cell in enumerate(cells):
            here = d.combined(lambda a, b: a and b, here, d.test(forest, axis, {cell}))
        found = d.combined(lambda inside, rest, value=value: value if inside else rest, here, found)
    return found


@given(tables)
def test_a_diagram_is_its_table(table: list[int]) -> None:
    diagram = made(d.Forest(SIZES), table)
    assert [d.at(diagram, cells) for cells in CELLS] == table
    assert d.values(diagram) == set(table)


@given(tables, tables)
def test_equal_functions_are_one_node(one: list[int], other: list[int]) -> None:
    forest = d.Forest(SIZES)
    assert (made(forest, one) == made(forest, other)) == (one == other)


@given(tables)
def test_cubes_tile_where_the_value_is_wanted(table: list[int]) -> None:
    diagram = made(d.Forest(SIZES), table)
    found = [dict(cube) for cube in d.cubes(diagram, lambda value: value == 1)]
    for cells, value in zip(CELLS, table, strict=True):
        inside = sum(all(cells[axis] in allowed for axis, allowed in cube.items()) for cube in found)
        assert inside == (value == 1)


@given(tables, st.sampled_from(CELLS))
def test_an_axis_held_in_a_cell_is_the_function_there(table: list[int], where: tuple[int, ...]) -> None:
    diagram = made(d.Forest(SIZES), table)
    held = d.held(diagram, 1)[where[1]]
    assert all(d.at(held, cells) == d.at(diagram, (cells[0], where[1], cells[2])) for cells in CELLS)
    assert 1 not in d.used(held)
    assert d.restricted(diagram, {1: where[1]}) == held
    assert d.restricted(diagram, dict(enumerate(where))) == d.end(diagram.forest, d.at(diagram, where))
    assert d.restricted(diagram, {0: where[0], 1: where[1]}) == d.held(held, 0)[where[0]]


@given(tables, tables)
def test_what_holds_somewhere_holds_of_some_cells(one: list[int], other: list[int]) -> None:
    forest = d.Forest(SIZES)
    first, second = made(forest, one), made(forest, other)
    for holds in (operator.lt, operator.eq):
        for _ in range(2):  # the second time from memory
            assert d.somewhere(holds, first, second) == any(map(holds, one, other))
            assert d.somewhere(holds, second, first) == any(map(holds, other, one))
        assert d.combined(holds, first, second) == made(forest, [*map(holds, one, other)])


@given(tables, st.tuples(*(st.sets(st.integers(0, size - 1), min_size=1) for size in SIZES)))
def test_only_possible_cells_count(table: list[int], possible: tuple[set[int], ...]) -> None:
    diagram = made(d.Forest(SIZES), table)
    inside = [
        v for cells, v in zip(CELLS, table, strict=True) if all(c in p for c, p in zip(cells, possible, strict=True))
    ]
    assert d.values(diagram, possible) == set(inside)
