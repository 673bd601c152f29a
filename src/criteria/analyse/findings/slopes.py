"""How the level goes along one quantity: gaps, inversions and ends that are not there.

In: a look at a goal. Out: claims. A *gap* lies between values on both sides that come to a better level; an *inversion* is a worse value
with a better level, and no better one before it; an *open end* is a level that any later day still reaches.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from criteria.analyse.cell_words import cell_text
from criteria.analyse.findings.look import (
    Claim,
    Look,
    Wanted,
    above,
    better,
    both,
    ever,
    level_name,
    name_of,
    only,
    place_of,
    points,
    showing,
    step_at,
    worth,
)
from criteria.analyse.witness import Witness
from criteria.frozen import frozen
from criteria.ladder import diagram as d
from criteria.ladder.domains import LATEST, NEVER, Days, Domain
from criteria.ladder.ladders import Ladder, Rung
from criteria.ladder.quantities import Kind, Quantity
from criteria.model.scale import Step

YEARS_BEYOND = 1  # a day so long after the period shows an end that is not there


@frozen
class Slope:
    """The level along one axis under one combination."""

    look: Look
    number: int
    axis: int
    steps: tuple[d.Diagram, ...]  # for each cell

    @property
    def ladder(self) -> Ladder:
        return self.look.made.each[self.number]

    @property
    def quantity(self) -> Quantity:
        return self.look.axes[self.axis].quantity

    @property
    def cells(self) -> tuple[Domain, ...]:
        return self.look.axes[self.axis].cells

    @property
    def valued(self) -> tuple[int, ...]:
        """The cells with a day or number, upwards."""
        return tuple(n for n, cell in enumerate(self.cells) if cell != NEVER)


def slopes(look: Look) -> Iterator[Claim]:
    """What the levels do along every ordered axis."""
    for number, ladder in enumerate(look.made.each):
        for axis in sorted(d.used(ladder.step)):
            if look.axes[axis].quantity.kind in (Kind.DAYS, Kind.NUMBERS):
                slope = Slope(look, number, axis, d.held(ladder.step, axis))
                order = _from_best(slope)
                if not order or _rises(slope, order):
                    yield from _gaps(slope)
                    yield from _inversions(slope, order)
                yield from _open_end(slope)


def _rises(slope: Slope, order: Sequence[int]) -> bool:
    """Whether the level is anywhere better at a worse value; where it nowhere is, there is no gap and no inversion."""
    pairs = dict.fromkeys((slope.steps[one].root, slope.steps[other].root) for one, other in pairwise(order))
    forest = slope.ladder.step.forest
    return any(
        one != other and d.somewhere(_rise, d.Diagram(forest, one), d.Diagram(forest, other)) for one, other in pairs
    )


def _rise(one: Step, other: Step) -> bool:
    return worth(other) > worth(one)


# ---- gaps -------------------------------------------------------------------------------------------------------------


def _gaps(slope: Slope) -> Iterator[Claim]:
    """Cells with a better level on both sides."""
    cells = slope.valued
    beyond = _running([slope.steps[n] for n in reversed(cells)])[::-1]
    better_beyond = [
        (place, where)
        for place in range(1, len(cells) - 1)
        if ever(where := above(beyond[place + 1], slope.steps[cells[place]]))
    ]
    before = _running([slope.steps[n] for n in cells]) if better_beyond else []
    for place, where in better_beyond:
        there = both(above(before[place - 1], slope.steps[cells[place]]), where)
        if ever(there):
            yield _gap(slope, place, there)


def _running(steps: Sequence[d.Diagram]) -> list[d.Diagram]:
    """The best so far."""
    found: list[d.Diagram] = []
    for step in steps:
        found.append(better(found[-1], step) if found else step)
    return found


def _gap(slope: Slope, place: int, where: d.Diagram) -> Claim:
    n, cells = slope.valued[place], slope.valued
    rest = next(points(slope.look, where, slope.ladder.step, slope.axis))
    low, high = _best(slope, cells[:place], rest), _best(slope, cells[place + 1 :], rest)
    values = {
        "name": name_of(slope.look, slope.axis),
        "range": cell_text(slope.look.plan, slope.quantity, slope.cells[n]),
        "before": level_name(slope.look, low[1]),
        "after": level_name(slope.look, high[1]),
        "level": level_name(slope.look, _step(slope, n, rest)),
    }

    def shown() -> Witness | None:
        for rest in points(slope.look, where, slope.ladder.step, slope.axis):
            sides = (_best(slope, cells[:place], rest), _best(slope, cells[place + 1 :], rest))
            if all(_shows(slope, side, rest, step) for side, step in sides):
                found = _shows(slope, n, rest, _step(slope, n, rest))
                if found:
                    return found
        return None

    told = place_of(_lower_rung(slope, low[1], high[1]), slope.quantity)
    return Claim("gap", (slope.axis, slope.cells[n]), told, slope.number, values, shown)


def _best(slope: Slope, cells: Sequence[int], rest: Wanted) -> tuple[int, Step | None]:
    """The cell with the best level, the rest being where it is."""
    found = [(n, _step(slope, n, rest)) for n in cells]
    return max(found, key=lambda pair: worth(pair[1] or slope.look.goal.scale.lowest))


def _at(slope: Slope, n: int) -> tuple[Quantity, Domain]:
    return slope.quantity, slope.cells[n]


def _step(slope: Slope, n: int, rest: Wanted) -> Step | None:
    return step_at(slope.look, slope.ladder, (_at(slope, n), *rest))


def _shows(slope: Slope, n: int, rest: Wanted, step: Step | None) -> Witness | None:
    return showing(slope.look, slope.number, (_at(slope, n), *rest), step)


def _lower_rung(slope: Slope, *steps: Step | None) -> Rung:
    """The level that begins too late, or ends too soon: the lower of the two."""
    lowest = min((step for step in steps if step), key=worth, default=None)
    return _rung(slope, lowest) or slope.ladder.rungs[-1]


def _rung(slope: Slope, step: Step | None) -> Rung | None:
    return next((rung for rung in slope.ladder.rungs if rung.step == step), None)


# ---- inversions -------------------------------------------------------------------------------------------------------


def _inversions(slope: Slope, order: Sequence[int]) -> Iterator[Claim]:
    """From the best value to the worst the level may only fall; where it rises and was not better before, that is told once."""
    best: d.Diagram | None = None
    for place, n in enumerate(order):
        if best is not None:
            where = above(slope.steps[n], best)
            if ever(where):
                yield _inversion(slope, order[:place], n, where)
                return
        best = slope.steps[n] if best is None else better(best, slope.steps[n])


def _inversion(slope: Slope, before: Sequence[int], n: int, where: d.Diagram) -> Claim:
    rest = next(points(slope.look, where, slope.ladder.step, slope.axis))
    step, near = _step(slope, n, rest), before[-1]
    values = {
        "name": name_of(slope.look, slope.axis),
        "range": cell_text(slope.look.plan, slope.quantity, slope.cells[n]),
        "level": level_name(slope.look, step),
        "better": cell_text(slope.look.plan, slope.quantity, slope.cells[near]),
        "less": level_name(slope.look, _step(slope, near, rest)),
    }

    def shown() -> Witness | None:
        for rest in points(slope.look, where, slope.ladder.step, slope.axis):
            if _shows(slope, n, rest, _step(slope, n, rest)):
                found = _shows(slope, near, rest, _step(slope, near, rest))
                if found:
                    return found
        return None

    told = place_of(_rung(slope, step) or slope.ladder.rungs[0], slope.quantity)
    return Claim("inversion", (slope.axis,), told, slope.number, values, shown)


def _from_best(slope: Slope) -> tuple[int, ...]:
    """The cells from the best value to the worst; none where the plan does not say which way is better. A day is better the earlier, but
    for what should rather not happen, and where the best level asks for a window that has to be waited for."""
    cells, top = slope.valued, slope.ladder.rungs[0].holds
    if slope.axis not in d.used(top):
        return cells if slope.quantity.kind is Kind.DAYS else _as_lower_levels(slope)
    holds = d.held(top, slope.axis)
    first, last = holds[cells[0]], holds[cells[-1]]
    if slope.quantity.kind is Kind.DAYS:
        never = slope.cells.index(NEVER) if NEVER in slope.cells else None
        if never is not None and _more(holds[never], holds[cells[0]]):
            return ()
        waited = not ever(first) and not ever(last)
        return tuple(n for n in cells if ever(holds[n]) or n > _first(holds, cells)) if waited else cells
    if _more(first, last):
        return cells
    return cells[::-1] if _more(last, first) else ()


def _first(holds: Sequence[d.Diagram], cells: Sequence[int]) -> int:
    return next((n for n in cells if ever(holds[n])), cells[-1])


def _more(one: d.Diagram, other: d.Diagram) -> bool:
    """Whether the one holds wherever the other does, and elsewhere too."""
    return one != other and not only(other, one)


def _as_lower_levels(slope: Slope) -> tuple[int, ...]:
    """The direction of a number that the best level does not ask about."""
    first, last = slope.steps[slope.valued[0]], slope.steps[slope.valued[-1]]
    down, up = (d.somewhere(_rise, *pair) for pair in ((last, first), (first, last)))
    return () if down == up else slope.valued if down else slope.valued[::-1]


# ---- ends that are not there ------------------------------------------------------------------------------------------


def _open_end(slope: Slope) -> Iterator[Claim]:
    """Any later day still counts, and never does not."""
    if slope.quantity.kind is not Kind.DAYS or NEVER not in slope.cells:
        return
    last, never = slope.valued[-1], slope.cells.index(NEVER)
    lowest = slope.look.goal.scale.lowest
    if not d.somewhere(lambda step: worth(step) > worth(lowest), slope.steps[last]):
        return
    counts = d.combined(lambda step, without: worth(step) > worth(lowest) and worth(step) > worth(without),
                        slope.steps[last], slope.steps[never])  # fmt: skip
    late = _late(slope, last)
    if not ever(counts) or late is None:
        return
    rest = next(points(slope.look, counts, slope.ladder.step, slope.axis))
    step = _step(slope, last, rest)
    rung = _rung(slope, step)
    if rung is None:
        return
    cell = slope.cells[last]
    values = {
        "name": name_of(slope.look, slope.axis),
        "range": cell_text(slope.look.plan, slope.quantity, cell),
        "day": date.fromordinal(late.first).isoformat(),
        "level": level_name(slope.look, step),
    }

    def shown() -> Witness | None:
        for rest in points(slope.look, counts, slope.ladder.step, slope.axis):
            found = showing(slope.look, slope.number, ((slope.quantity, late), *rest), _step(slope, last, rest))
            if found:
                return found
        return None

    yield Claim("open-end", (slope.axis, step), place_of(rung, slope.quantity), slope.number, values, shown)


def _late(slope: Slope, last: int) -> Days | None:
    """A day of the last cell that lies well after the plan's period."""
    cell = slope.cells[last]
    assert isinstance(cell, Days)
    end = slope.look.plan.period[1] if slope.look.plan.period else date.fromordinal(max(cell.first, 1))
    day = max(cell.first, min(end.replace(day=1, year=end.year + YEARS_BEYOND).toordinal(), LATEST))
    return Days(((day, day),)) if day <= cell.last else None
