"""Ways tried out: what they ask for is done, and the quantities are looked at.

In: the things of a way. Out: those that are needed, in the numbers that are needed. Holds: rows and cells that are told do bring their
quantities where they must be, else the plan's words are told in their place; a thing that the others bring with them is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from criteria.analyse.needs.amounts import Fill, Further
from criteria.analyse.needs.doing import done
from criteria.analyse.needs.sketches import Sketch, apart, both
from criteria.analyse.needs.standing import Cells, Grounds, Stand
from criteria.analyse.needs.things import Item, OfFact, OfWords
from criteria.analyse.needs.ways import Box, Way, around
from criteria.evaluate.worlds import RowRef
from criteria.facts.record import Facts
from criteria.frozen import evolve, frozen
from criteria.ladder import diagram as d
from criteria.ladder.cells import Axis
from criteria.model.plan import Plan

MOST_LOWERED = 64  # times that a number of rows is tried one lower

Items = tuple[Item, ...]


@frozen
class Trial:
    """Where the level is reached, and how the facts stand at rest."""

    plan: Plan
    closed: Facts
    subject: RowRef | None
    rest: Grounds
    stand: Stand
    reached: d.Diagram


def tried(trial: Trial, axes: Sequence[Axis], box: Box, found: Items, said: Callable[[int], Item]) -> Items:
    """The things of a way, tried; ``said`` tells a quantity in the plan's words."""
    rows = sorted({item.axis for item in found if isinstance(item.what, Further | Fill)})
    after = _after(trial, axes, found, rows)
    if not all(cells <= box[axis] for axis, cells in zip(rows, after, strict=True)):
        return tuple(said(axis) if axis in rows else item for axis, item in _firsts(found, rows))
    if any(isinstance(item.what, OfWords) for item in found):
        return found
    return _fewest(trial, axes, _needed(trial, axes, box, found))


def _firsts(found: Items, rows: Iterable[int]) -> Iterable[tuple[int, Item]]:
    """Each item; of those on the same rows the first."""
    seen: set[int] = set()
    for item in found:
        if item.axis not in seen:
            yield item.axis, item
        if item.axis in rows:
            seen.add(item.axis)


def _after(trial: Trial, axes: Sequence[Axis], found: Iterable[Item], which: Iterable[int]) -> list[Cells]:
    """Where quantities lie once this is done."""
    asked = list(which)
    if not asked:
        return []
    facts = done(trial.plan, trial.closed, found)
    after = Grounds(trial.plan, facts, None, trial.subject, {}, trial.rest.words, trial.rest.default)
    return [after.left(axes[axis], trial.rest.default).cells for axis in asked]


def _needed(trial: Trial, axes: Sequence[Axis], box: Box, found: Items) -> Items:
    """Without what the others bring with them."""
    for item in found:
        without = tuple(other for other in found if other is not item)
        if not _cannot(trial, box, item.axis) and _reached(trial, axes, box, without):
            return _needed(trial, axes, box, without)
    return found


def _cannot(trial: Trial, box: Box, axis: int) -> bool:
    """Whether the level is out of reach without what brings one quantity where it must be: nothing else of the way does, and wherever
    those near the way lie, the level needs it."""
    if trial.stand.near[axis] & box.keys():
        return False
    whole = around(trial.stand, box)
    whole[axis] = trial.stand.possible[axis] - box[axis]
    return True not in d.values(trial.reached, whole)


def _reached(trial: Trial, axes: Sequence[Axis], box: Box, found: Items) -> bool:
    """Whether these things alone reach the level."""
    moved = frozenset(item.axis for item in found)
    looked = sorted(
        d.used(trial.reached) & (moved | box.keys() | frozenset().union(*(trial.stand.near[a] for a in box)))
    )
    whole = list(trial.stand.resting)
    for axis, cells in zip(looked, _after(trial, axes, found, looked), strict=True):
        whole[axis] = cells
    return d.values(trial.reached, whole) == {True}


def _fewest(trial: Trial, axes: Sequence[Axis], found: Items) -> Items:
    """Fewer rows, where rows of one thing count for another."""
    tries = MOST_LOWERED
    box = {item.axis: trial.stand.possible[item.axis] for item in found}
    for number, item in enumerate(found):
        while tries and isinstance(item.what, Further) and item.what.amount > 1 and _shares(item, found):
            tries -= 1
            lower = evolve(item, what=evolve(item.what, amount=item.what.amount - 1))
            fewer = (*found[:number], lower, *found[number + 1 :])
            if not _reached(trial, axes, box, fewer):
                break
            found, item = fewer, lower
    return found


def _shares(item: Item, found: Items) -> bool:
    """Whether a row of another thing may be one of this."""
    mine = _kinds(item)
    return any(not apart(one, other) for thing in found if thing is not item for other in _kinds(thing) for one in mine)


def _kinds(item: Item) -> tuple[Sketch, ...]:
    return tuple(kind for kind, _ in item.what.among) if isinstance(item.what, Further) else ()


# ---- ways that ask for more than another ------------------------------------------------------------------------------


def least(every: Sequence[tuple[Way, Items]]) -> list[tuple[Way, Items]]:
    """Without those that do all of what another asks for."""
    found: list[tuple[Way, Items]] = []
    for number, one in enumerate(every):
        if not any(_covered(other, one) for other in (*found, *every[number + 1 :])):
            found.append(one)
    return found


def _covered(other: tuple[Way, Items], one: tuple[Way, Items]) -> bool:
    """Whether doing a way does all that another asks for."""
    return len(other[0].keeps) <= len(one[0].keeps) and all(_does(one[1], item) for item in other[1])


def _does(musts: Items, wanted: Item) -> bool:
    if isinstance(wanted.what, Further):
        return sum(_counting(item, wanted.what) for item in musts) >= wanted.what.amount
    return any(_within(item, wanted) for item in musts)


def _counting(item: Item, wanted: Further) -> int:
    """How many rows of an item count for another; of rows of several kinds none for certain."""
    if not isinstance(item.what, Further) or len(item.what.among) > 1:
        return 0 if item.what != wanted else wanted.amount
    ((kind, _),) = item.what.among
    caps = [most for other, most in wanted.among if _is_kind(kind, other)]
    return min([item.what.amount, *(cap for cap in caps if cap is not None)]) if caps else 0


def _is_kind(kind: Sketch, other: Sketch) -> bool:
    mine = kind.cell
    return kind.record == other.record and all(
        column in mine and both(mine[column], domain) == mine[column] for column, domain in other.cells
    )


def _within(item: Item, wanted: Item) -> bool:
    match item.what, wanted.what:
        case OfFact(path, domain), OfFact(other, wide) if path == other:
            return both(domain, wide) == domain
        case Fill(row, column, domain), Fill(other_row, other_column, wide) if (row, column) == (
            other_row,
            other_column,
        ):
            return both(domain, wide) == domain
        case mine, theirs:
            return mine == theirs
