"""Two levels side by side: overlaps, conditions missing below, lower levels that the higher does not imply.

In: a look at a goal. Out: claims. An *overlap* is a value at the seam of two bands that lies in both; *missing-below* is what a level asks
and the next lower one does not; *not-implied* is a world that reaches a level and would fail the next lower one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from criteria.analyse.cell_words import cell_text
from criteria.analyse.findings.look import (
    Claim,
    Look,
    Wanted,
    both,
    ever,
    level_name,
    name_of,
    only,
    place_of,
    points,
    showing,
    step_at,
    without,
)
from criteria.analyse.witness import Witness
from criteria.evaluate.levels import ground_of, truths
from criteria.evaluate.verdict import Truth
from criteria.ladder import diagram as d
from criteria.ladder.domains import NEVER
from criteria.ladder.ladders import Rung, literal
from criteria.ladder.quantities import Kind

FEW_TRIES = 2  # what a lower level asks is mostly implied by what a higher one does, though the diagrams cannot see it


def bands(look: Look) -> Iterator[Claim]:
    """What is told of each level and the next lower one."""
    for number, ladder in enumerate(look.made.each):
        for upper, lower in pairwise(ladder.rungs):
            if literal(ladder.readings) or lower.level.literal == lower.level.relaxed:
                yield from _overlaps(look, number, upper, lower)
            if not literal(ladder.readings):
                yield from _not_implied(look, number, upper, lower)
            yield from _missing_below(look, number, upper, lower)


def _claim_values(look: Look, upper: Rung, lower: Rung) -> dict[str, str]:
    return {"upper": level_name(look, upper.step), "lower": level_name(look, lower.step)}


# ---- overlaps ---------------------------------------------------------------------------------------------------------


def _overlaps(look: Look, number: int, upper: Rung, lower: Rung) -> Iterator[Claim]:
    """A cell in both, where values on the one side are in the upper level alone and on the other in the lower alone."""
    for axis in sorted(d.used(upper.holds) & d.used(lower.holds)):
        if look.axes[axis].quantity.kind in (Kind.DAYS, Kind.NUMBERS):
            cells = [n for n, cell in enumerate(look.axes[axis].cells) if cell != NEVER]
            over, under = d.held(upper.holds, axis), d.held(lower.holds, axis)
            pairs = dict.fromkeys((over[n], under[n]) for n in cells)  # many cells are alike
            more = {pair for pair in pairs if only(*pair)}
            less = {pair for pair in pairs if more and only(*reversed(pair))}
            alone = [n for n in cells if (over[n], under[n]) in more]
            below = [n for n in cells if (over[n], under[n]) in less]
            for n in cells if alone and below else ():
                where = _seam(n, alone, below, over, under)
                if where is not None and ever(where):
                    yield _overlap(look, number, upper, lower, axis, n, where)


def _seam(
    n: int, alone: list[int], below: list[int], over: Sequence[d.Diagram], under: Sequence[d.Diagram]
) -> d.Diagram | None:
    """Where a cell is in both levels, between cells of the one alone and of the other alone."""
    shared = both(over[n], under[n])
    sides = (
        ([m for m in alone if m < n], [m for m in below if m > n]),
        ([m for m in alone if m > n], [m for m in below if m < n]),
    )
    for one, other in sides:
        if one and other and ever(shared):
            alone_there = _any([without(over[m], under[m]) for m in one])
            return both(both(shared, alone_there), _any([without(under[m], over[m]) for m in other]))
    return None


def _any(conditions: list[d.Diagram]) -> d.Diagram:
    return d.combined(_either, *dict.fromkeys(conditions))


def _either(*holding: bool) -> bool:
    return any(holding)


def _overlap(look: Look, number: int, upper: Rung, lower: Rung, axis: int, n: int, where: d.Diagram) -> Claim:
    quantity, cell = look.axes[axis].quantity, look.axes[axis].cells[n]
    values = {"name": name_of(look, axis), "range": cell_text(look.plan, quantity, cell)}

    def shown() -> Witness | None:
        for rest in points(look, where, look.made.each[number].step, axis):
            found = showing(look, number, ((quantity, cell), *rest), upper.step)
            if found:
                return found
        return None

    told = {**values, **_claim_values(look, upper, lower)}
    return Claim("overlap", (values["range"], upper.step, lower.step), place_of(lower, quantity), number, told, shown)


# ---- what the lower level does not ask --------------------------------------------------------------------------------


def _missing_below(look: Look, number: int, upper: Rung, lower: Rung) -> Iterator[Claim]:
    """Asked above, and nothing like it below."""
    below = {root for axis in d.used(lower.holds) for root in look.roots[axis]}
    missing = [n for n in sorted(d.used(upper.holds)) if not look.roots[n] & below]
    if not below or len(missing) == len(d.used(upper.holds)):
        return  # another goal altogether, as one level that is counted and one that is dated
    for axis in missing:
        place = place_of(upper, look.axes[axis].quantity)
        yield Claim(
            "missing-below",
            (place, upper.step, lower.step),
            place,
            number,
            {"name": name_of(look, axis, grouped=False), **_claim_values(look, upper, lower)},
            lambda: _first_shown(look, number, without(lower.holds, upper.holds), lower),
            certain=True,
        )


def _first_shown(look: Look, number: int, where: d.Diagram, rung: Rung) -> Witness | None:
    """Facts that reach the lower level without what the upper one asks."""
    ladder = look.made.each[number]
    for wanted in points(look, where, ladder.step):
        found = showing(look, number, wanted, rung.step) if step_at(look, ladder, wanted) == rung.step else None
        if found:
            return found
    return None


def _not_implied(look: Look, number: int, upper: Rung, lower: Rung) -> Iterator[Claim]:
    """The upper level is reached, and the lower one would not be."""
    if not ever(lower.holds) or not only(upper.holds, lower.holds):
        return
    where = without(upper.holds, lower.holds)
    axis = _told_by(where, upper, lower)
    quantity = look.axes[axis].quantity

    def shown() -> Witness | None:
        for wanted in islice(points(look, where, look.made.each[number].step), FEW_TRIES):
            found = _fails_below(look, number, wanted, upper, lower)
            if found:
                return found
        return None

    values = {"name": name_of(look, axis), **_claim_values(look, upper, lower)}
    yield Claim("not-implied", (axis, upper.step, lower.step), place_of(lower, quantity), number, values, shown)


def _told_by(where: d.Diagram, upper: Rung, lower: Rung) -> int:
    """The axis that the lower level fails by: one that the upper does not ask about, else one that matters."""
    alone = sorted(d.used(lower.holds) - d.used(upper.holds))
    return alone[0] if alone else min(d.used(lower.holds) & d.used(where), default=min(d.used(lower.holds)))


def _fails_below(look: Look, number: int, wanted: Wanted, upper: Rung, lower: Rung) -> Witness | None:
    """Facts that reach the upper level, for which the lower condition by itself is false."""
    found, readings = showing(look, number, wanted, upper.step, likely=False), look.readings[number]
    if found is None:
        return None
    ground = ground_of(look.plan, found.facts, None, readings)
    condition = lower.level.literal if literal(readings) else lower.level.relaxed
    return found if truths(ground, condition) is Truth.FALSE else None
