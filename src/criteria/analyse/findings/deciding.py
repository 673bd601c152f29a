"""Words whose reading decides a level.

In: a look at a goal. Out: for each word that its readings differ in, a claim with the cells where the level hangs on it, shown by facts
that come to one level under the one reading and to another under the other.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from fractions import Fraction
from operator import ne

from criteria.analyse.cell_words import cell_text
from criteria.analyse.findings.look import (
    Claim,
    Look,
    Wanted,
    ever,
    level_name,
    name_of,
    place_of,
    points,
    showing,
    step_at,
)
from criteria.analyse.witness import Witness, level_of_facts
from criteria.ladder import diagram as d
from criteria.ladder.ladders import Ladder
from criteria.model.scale import Step
from criteria.source import Place

MOST_PAIRS = 2  # pairs of combinations by which one word is tried


def deciding(look: Look) -> Iterator[Claim]:
    """Each varied word, first with all others at their default."""
    for word in look.varied:
        yield from _word(look, word)


def _word(look: Look, word: str) -> Iterator[Claim]:
    tried = 0
    for one, other in _pairs(look, word):
        first, second = look.made.each[one].step, look.made.each[other].step
        if first != second:
            where, both = d.combined(ne, first, second), d.combined(_pair, first, second)
            yield from (_claim(look, word, one, other, where, wanted) for wanted in points(look, where, both))
            tried += 1
        if tried == MOST_PAIRS:
            return


def _pair(one: Step, other: Step) -> tuple[Step, Step]:
    return one, other


def _pairs(look: Look, word: str) -> Iterator[tuple[int, int]]:
    """Combinations that differ in this word alone, those beside the default first."""
    rest = [{name: value for name, value in each.items() if name != word} for each in look.readings]
    for one in range(len(rest)):
        yield from ((one, other) for other in range(one + 1, len(rest)) if rest[one] == rest[other])


def _claim(look: Look, word: str, one: int, other: int, where: d.Diagram, wanted: Wanted) -> Claim:
    """One point where the levels differ; facts may show it, or that the quantities of two readings never stand so together."""
    first, second = look.made.each[one], look.made.each[other]
    levels = step_at(look, first, wanted), step_at(look, second, wanted)
    axis = _telling(look, where, wanted, d.used(first.step) - d.used(second.step))
    quantity = look.axes[axis].quantity
    cells = dict(wanted)
    values = {
        "word": word,
        "name": name_of(look, axis),
        "range": cell_text(look.plan, quantity, cells[quantity]) if quantity in cells else "",
        "one": look.readings[one][word],
        "other": look.readings[other][word],
        "level": level_name(look, levels[0]),
        "else": level_name(look, levels[1]),
    }

    def shown() -> Witness | None:
        found = showing(look, one, wanted, levels[0])
        agrees = found and level_of_facts(look.plan, look.goal, found.facts, look.readings[other]) == levels[1]
        return found if agrees else None

    told = _place(look, first, second, axis)
    return Claim("reading-decides", (word,), told, one, values, shown, reading={word: look.readings[one][word]})


def _telling(look: Look, where: d.Diagram, wanted: Wanted, own: Collection[int]) -> int:
    """The axis on which, all others being where they are, the fewest cells matter; one that the first reading alone asks, if any."""
    numbers = {axis.quantity: n for n, axis in enumerate(look.axes)}
    cells = {numbers[quantity]: look.axes[numbers[quantity]].cells.index(cell) for quantity, cell in wanted}

    def part(axis: int) -> Fraction:
        there = d.restricted(where, {other: cell for other, cell in cells.items() if other != axis})
        return Fraction(sum(map(ever, d.held(there, axis))), len(look.axes[axis].cells))

    return min([axis for axis in sorted(cells) if axis in own] or sorted(cells), key=part, default=0)


def _place(look: Look, first: Ladder, second: Ladder, axis: int) -> Place:
    """Where the level that differs asks about it."""
    for one, other in zip(first.rungs, second.rungs, strict=True):
        if one.holds != other.holds:
            return place_of(one, look.axes[axis].quantity)
    return look.goal.place
