"""Measures: amounts that a goal reports and that move no level.

In: a goal's measures and how the facts and readings stand. Out: a ``Measured`` each: the value or range over all worlds, how a share was
counted, the facts. Holds: an amount that has no value, or cannot be computed, is told as such and is no fault of the goal.
"""

from __future__ import annotations

from criteria.evaluate.amounts import amount
from criteria.evaluate.reasons import measured_value, range_of
from criteria.evaluate.rows import tally
from criteria.evaluate.shape import trimmed
from criteria.evaluate.verdict import Margin, Measured
from criteria.evaluate.worlds import Choices, Env, Faulty, Ground, NoValue, TooManyWorlds, World, explore
from criteria.model import terms as t
from criteria.model.plan import Measure

NOWHERE = Env()


def measured(ground: Ground, measure: Measure) -> Measured:
    """What the measure comes to."""
    known = t.Known(measure.value, place=measure.place, text=measure.text)
    seen = measured_value(ground, measure.value, measure.unit, known)
    margin, why = _over_worlds(ground, measure)
    return Measured(measure.text, margin, _counted(ground, measure.value), seen.facts, why, place=measure.place)


def _over_worlds(ground: Ground, measure: Measure) -> tuple[Margin | None, str]:
    """From the least to the most; None where no world has a value, and why."""
    ranges: list[Margin] = []
    why: set[str] = set()
    ground.renewed()
    try:
        for found, _ in explore(ground, lambda w: _in(w, measure)):
            ranges += [found] if isinstance(found, Margin) else []
            why |= {found} if isinstance(found, str) else set()
    except TooManyWorlds:
        return Margin(None, None, measure.unit), ""
    if not ranges:
        return None, next(iter(sorted(why)), "")
    low = None if any(r.low is None for r in ranges) else min(r.low for r in ranges if r.low is not None)
    high = None if any(r.high is None for r in ranges) else max(r.high for r in ranges if r.high is not None)
    return Margin(low, high, measure.unit), ""


def _in(world: World, measure: Measure) -> Margin | str:
    try:
        return range_of(amount(world, measure.value, NOWHERE), measure.unit)
    except NoValue:
        return "no-value"
    except Faulty as fault:
        return fault.kind


def _counted(ground: Ground, value: t.Term) -> str:
    """``8/12`` of a share, ``8+/12+`` while rows are open."""
    if not isinstance(value, t.Share):
        return ""
    try:
        found = tally(World(ground, Choices()), value.rows, value.test, trimmed(value, NOWHERE))
    except (NoValue, Faulty, TooManyWorlds):
        return ""
    settled = not found.open_rows and not found.grows
    return f"{found.passes}/{found.members}" if settled else f"{found.passes}+/{found.members}+"
