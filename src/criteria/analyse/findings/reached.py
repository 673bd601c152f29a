"""What can be reached at all: levels that no facts reach, levels that all do, conditions that contradict or repeat one another.

In: a look at a goal. Out: claims, certain from the diagrams, which know every world: what they do not reach, nothing reaches.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.findings.look import Claim, Look, ever, level_name
from criteria.analyse.witness import Witness
from criteria.ladder import diagram as d
from criteria.ladder.formula import HowMany
from criteria.ladder.ladders import Ladder, Rung
from criteria.ladder.quantities import Test
from criteria.model import terms as t


def reached(look: Look) -> Iterator[Claim]:
    """Under each combination of readings."""
    for number, ladder in enumerate(look.made.each):
        if look.goal.each is None or not look.goal.each.periods:
            yield from _levels(look, number, ladder)
        for rung in ladder.rungs:
            yield from _repeated(look, number, rung)


def _nothing() -> Witness | None:
    return None


def _levels(look: Look, number: int, ladder: Ladder) -> Iterator[Claim]:
    every = d.values(ladder.step)
    for rung in ladder.rungs:
        values = {"level": level_name(look, rung.step)}
        place, key = rung.level.place, (rung.step,)
        if not ever(rung.holds):
            yield Claim("contradiction", key, place, number, values, _nothing, certain=True)
        elif False not in d.values(rung.holds):
            yield Claim("always-level", key, place, number, values, _nothing, certain=True)
        elif rung.step not in every:
            yield Claim("unreachable-level", key, place, number, values, _nothing, certain=True)


def _repeated(look: Look, number: int, rung: Rung) -> Iterator[Claim]:
    """A condition of a list that the others say already."""
    asked = rung.formula
    if (
        not isinstance(asked, HowMany)
        or asked.amount != len(asked.items)
        or asked.relation is not t.Comparison.AT_LEAST
    ):
        return
    tests = [item for item in asked.items if isinstance(item, Test)]
    for place, item in enumerate(tests):
        other = next(
            (one for n, one in enumerate(tests) if n != place and _says(look, one, item, first=n < place)), None
        )
        if other is not None:
            values = {"name": item.said.text, "other": other.said.text, "level": level_name(look, rung.step)}
            key = (item.said.place, rung.step)
            yield Claim("duplicate-condition", key, item.said.place, number, values, _nothing, certain=True)


def _says(look: Look, one: Test, other: Test, *, first: bool) -> bool:
    """Whether the one holds only where the other does; of two that say the same the later one is the repetition."""
    if one.quantity != other.quantity:
        return False
    axis = next(axis for axis in look.axes if axis.quantity == one.quantity)
    narrow, wide = axis.passed[one.passing], axis.passed[other.passing]
    return narrow < wide or (narrow == wide and first)
