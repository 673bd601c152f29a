"""Where a quantity of the ladder lies: in which cells it can be, as truths of a row.

In: an axis of the ladder and the facts it rests on. Out: ``Lies``. Holds: for every row that is not left to the reference no cell of any
world is missing, and where it is not loose there is no other; with nothing open they are one cell, and ``among`` is whether the test holds.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from criteria.columnar.amounts import Amount, Ends
from criteria.columnar.desk import Desk
from criteria.columnar.expressions import Truth, day, either, every, negated, some, written
from criteria.columnar.given import Day, Text
from criteria.columnar.growing import NONE, Growth
from criteria.columnar.moments import Moment
from criteria.columnar.texts import one_of
from criteria.columnar.wholes import stands
from criteria.frozen import frozen
from criteria.ladder.cells import Axis
from criteria.ladder.domains import FIRST, LAST, Days, Domain, Numbers, Texts
from criteria.ladder.domains import NEVER as NEVER_DAYS
from criteria.ladder.quantities import Kind
from criteria.ladder.shape import walk
from criteria.model import terms as t
from criteria.model.nodes import Comparison

Cells = Collection[int]


@frozen(eq=False)
class Lies:
    """``among``: whether it can be in one of these cells. ``open``: more than one is possible. ``rest``: columns cannot tell. ``void``:
    there may be nothing to take a share of, so every cell is possible, whatever else is. ``loose``: not every cell that is not ruled out is
    possible. ``growth``: it is open because of rows that may still come, and where ``settled``, of these alone."""

    axis: Axis
    among: Callable[[Cells], Truth]
    open: Truth
    rest: Truth
    void: Truth = False
    loose: Truth = False
    growth: Growth = NONE
    settled: Truth = False


def runs(cells: Cells, axis: Axis) -> Iterator[tuple[int, int]]:
    """Cells side by side as one; the cell of never, and those of nothing at all, are left out."""
    kind = Numbers if axis.quantity.kind is Kind.NUMBERS else Days
    ordered = sorted(n for n in cells if isinstance(axis.cells[n], kind) and axis.cells[n] != NEVER_DAYS)
    start = 0
    for place, cell in enumerate(ordered):
        if place + 1 == len(ordered) or ordered[place + 1] != cell + 1:
            yield ordered[start], cell
            start = place + 1


def _never(cells: Cells, axis: Axis) -> bool:
    return any(axis.cells[n] == NEVER_DAYS for n in cells)


# ---- days ------------------------------------------------------------------------------------------------------------------


def days_lie(desk: Desk, axis: Axis, found: Moment) -> Lies:
    """A date, which lies where the day lies that it is counted from."""
    value = found.base
    window = _on_a_day if value.single else _some_day

    def among(cells: Cells) -> Truth:
        ends = [found.bases(*_ends(axis, run)) for run in runs(cells, axis)]
        inside = [window(value, low, high) for low, high in ends if low <= high]
        return some(*inside, value.never if _never(cells, axis) else False)

    return Lies(axis, among, False if value.single else _undecided(among, axis), value.rest)


def _ends(axis: Axis, run: tuple[int, int]) -> tuple[int, int]:
    first, last = axis.cells[run[0]], axis.cells[run[1]]
    assert isinstance(first, Days) and isinstance(last, Days)
    low, high = first.first, last.last
    numbers = [n for n, cell in enumerate(axis.cells) if cell != NEVER_DAYS]
    return (FIRST if run[0] == numbers[0] else low), (LAST if run[1] == numbers[-1] else high)


def _on_a_day(value: Day, low: int, high: int) -> Truth:
    """The day itself; NEVER is no day."""
    if low > FIRST:
        above: Truth = written("{} >= " + day(low).text, value.first)
    else:
        above = negated(value.never)
    return every(above, high >= LAST or written("{} <= " + day(high).text, value.first))


def _some_day(value: Day, low: int, high: int) -> Truth:
    """Some day of those that are left."""
    if low <= FIRST and high >= LAST:
        return written("{} <= {}", value.first, value.last)
    begins: Truth = high >= LAST or written("{} <= " + day(high).text, value.first)
    ends: Truth = low <= FIRST or written("{} >= " + day(low).text, value.last)
    is_day: Truth = True
    if high >= LAST or low <= FIRST:  # one end alone does not rule out days that are turned round
        is_day = written("{} <= {}", value.first, value.last)
    return every(begins, ends, is_day)


# ---- numbers ---------------------------------------------------------------------------------------------------------------


def numbers_lie(desk: Desk, axis: Axis, amount: Amount) -> Lies:
    """An amount. Where nothing is known of a fact, any number of its type; where rows are open, from the least to the most."""
    left = frozenset() if amount.free is None else frozenset(_cells_of(axis, amount.free))
    ends = amount.ends

    def among(cells: Cells) -> Truth:
        cells = frozenset(cells)
        one = Ends(amount.value, amount.value)
        valued = some(*(_within(desk, axis, one, run) for run in runs(cells, axis)))
        lies = either(amount.never, _never(cells, axis), valued)
        if ends is not None:
            spread = some(*(_within(desk, axis, ends, run) for run in runs(cells, axis)))
            lies = either(amount.known, lies, spread)
        elif amount.free is not None:
            lies = either(amount.known, lies, bool(left & cells))
        else:
            lies = either(amount.known, lies, len(cells) > 0)
        return either(amount.void, len(cells) > 0, lies)

    unknown = negated(amount.known)
    if ends is not None:
        apart = False if ends.every else every(unknown, negated(amount.void), _further(desk, axis, ends))
        loose = some(amount.loose, apart)
        return Lies(axis, among, unknown, amount.rest, amount.void, loose, amount.growth, amount.settled)
    if amount.free is not None:
        return Lies(axis, among, every(unknown, len(left) > 1), amount.rest, amount.void)
    if any(isinstance(part, t.Divide | t.PercentOf) for part in walk(axis.quantity.node, desk.plan)):
        return Lies(axis, among, False, some(amount.rest, unknown), amount.void)  # a divisor that is open may be nought
    return Lies(axis, among, unknown, amount.rest, amount.void, unknown)


def _further(desk: Desk, axis: Axis, ends: Ends) -> Truth:
    """The least and the most lie in cells that are not side by side: which of those between can be is for the reference to say."""
    numbers = [n for n, cell in enumerate(axis.cells) if isinstance(cell, Numbers)]
    return some(
        *(
            every(_within(desk, axis, ends, (numbers[0], n - 1)), _within(desk, axis, ends, (n + 1, numbers[-1])))
            for n in numbers[1:-1]
        )
    )


def _cells_of(axis: Axis, free: Numbers) -> Iterator[int]:
    """The cells that some number of a set lies in."""
    for place, cell in enumerate(axis.cells):
        if isinstance(cell, Numbers) and _meets(free, cell):
            yield place


def _meets(numbers: Numbers, cell: Numbers) -> bool:
    if cell.points is not None:
        return any(numbers.equal(point) is not None for point in cell.points)
    rest: Numbers | None = numbers
    if cell.low is not None and rest is not None:
        rest = rest.at_least(cell.low, strict=cell.low_open)
    if cell.high is not None and rest is not None:
        rest = rest.at_most(cell.high, strict=cell.high_open)
    return rest is not None


def _within(desk: Desk, axis: Axis, ends: Ends, run: tuple[int, int]) -> Truth:
    """Whether some number from the one end to the other lies in a run of cells."""
    numbers = [n for n, cell in enumerate(axis.cells) if isinstance(cell, Numbers)]
    first, last = axis.cells[run[0]], axis.cells[run[1]]
    assert isinstance(first, Numbers) and isinstance(last, Numbers)
    low, high = first.ends()[0], last.ends()[1]
    above: Truth = True
    below: Truth = True
    if run[0] != numbers[0] and low is not None:
        above = stands(desk, ABOVE if first.points is None and first.low_open else AT_LEAST, ends.most, low)
        above = some(ends.up and (ends.roof is None or low < ends.roof), above)
    if run[1] != numbers[-1] and high is not None:
        below = stands(desk, BELOW if last.points is None and last.high_open else AT_MOST, ends.least, high)
        below = some(ends.down and high > 0, below)
    return every(above, below)


ABOVE, AT_LEAST, BELOW, AT_MOST = (
    Comparison.ABOVE,
    Comparison.AT_LEAST,
    Comparison.BELOW,
    Comparison.AT_MOST,
)


# ---- texts -----------------------------------------------------------------------------------------------------------------


def texts_lie(axis: Axis, value: Text, codes: tuple[str, ...], every_text: Texts) -> Lies:
    """A text, a choice, or yes/no."""
    left = frozenset(n for n, cell in enumerate(axis.cells) if _meets_text(every_text, cell))

    def among(cells: Cells) -> Truth:
        if len(set(cells)) == len(axis.cells):
            return True
        return either(value.known, _coded(value, codes, [axis.cells[n] for n in cells]), bool(left & frozenset(cells)))

    return Lies(axis, among, every(negated(value.known), len(left) > 1), value.rest)


def _meets_text(every_text: Texts, cell: Domain) -> bool:
    assert isinstance(cell, Texts)
    return cell.others or every_text.others or bool(cell.values & every_text.values)


def _coded(value: Text, codes: tuple[str, ...], cells: Collection[Domain]) -> Truth:
    """Whether the code stands for a text of the cells."""
    found: list[Truth] = []
    for cell in cells:
        assert isinstance(cell, Texts)
        named = sorted(codes.index(text) for text in cell.values if text in codes)
        inside = one_of(value.code, named)
        found.append(negated(inside) if cell.others else inside)
    return some(*found)


def truth_lies(axis: Axis, holds: Truth, known: Truth, rest: Truth, *, free: bool) -> Lies:
    """A condition asked as a whole: cell 0 is yes. ``free``: where it is not known, both answers are possible."""

    def among(cells: Cells) -> Truth:
        told = some(holds if 0 in cells else False, negated(holds) if 1 in cells else False)
        return either(known, told, len(cells) > 0)

    return Lies(axis, among, negated(known), rest, loose=False if free else negated(known))


def _undecided(among: Callable[[Cells], Truth], axis: Axis) -> Truth:
    """More than one cell is possible: a cell, and one after it."""
    every_cell = range(len(axis.cells))
    return some(*(every(among([n]), among([m for m in every_cell if m > n])) for n in every_cell[:-1]))
