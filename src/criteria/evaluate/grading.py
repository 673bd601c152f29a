"""The score of a goal that is measured along a line, as a set of points and closed ranges.

In: a ``Linear`` and a world, or the ground of its worlds. Out: ``Step``s: the scores of a world, and of all worlds together, joined where
they touch. Holds: exact; where the line's condition fails, or its quantity has no value, the score is the lowest; what cannot be computed
is free over the whole line. Beyond a few scores a range stands for them; beyond the limit of worlds the whole line does.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import ceil, floor

from criteria.evaluate.amounts import amount
from criteria.evaluate.reference import truth
from criteria.evaluate.worlds import MOST_WORLDS, Env, Faulty, Ground, NoValue, TooManyWorlds, World, explore
from criteria.ladder.domains import Numbers
from criteria.model.plan import Linear
from criteria.model.scale import Step, best_first, between, scored

FEW = 16  # scores that are told one by one
ATTEMPTS = ((False, 64), (True, 64), (False, MOST_WORLDS), (True, MOST_WORLDS))


def graded(ground: Ground, linear: Linear) -> tuple[tuple[Step, ...], bool]:
    """The scores in all worlds, and whether there may be more than there are."""
    best: tuple[Step, ...] | None = None
    for split_rows, most in ATTEMPTS:
        if split_rows and not ground.splittable:
            continue
        ground.split_rows = split_rows
        try:
            found, widened = _in_all(ground, linear, most)
        except TooManyWorlds:
            continue
        if not widened:
            return found, False
        best = best or found
    return best or (between(linear.lowest, linear.highest),), True


def _in_all(ground: Ground, linear: Linear, most: int) -> tuple[tuple[Step, ...], bool]:
    steps: set[Step] = set()
    widened = False
    ground.renewed()
    for found, world in explore(ground, lambda w: scores_in(w, linear), most=most):
        steps |= set(found)
        widened |= world.widened
    return joined(steps), widened and any(step.low != step.high for step in steps)


def scores_in(world: World, linear: Linear) -> tuple[Step, ...]:
    """The scores that this world leaves."""
    if linear.provided is not None and not truth(world, linear.provided, Env()):
        return (scored(linear.lowest),)
    try:
        return along(linear, amount(world, linear.value, Env()))
    except NoValue:
        return (scored(linear.lowest),)
    except Faulty as fault:
        world.ground.faults[(fault.kind, fault.place, fault.about)] = None
        return (between(linear.lowest, linear.highest),)


def range_in(world: World, linear: Linear) -> Step:
    """The same as one range."""
    steps = scores_in(world, linear)
    return between(min(step.low for step in steps), max(step.high for step in steps))


def along(linear: Linear, values: Numbers) -> tuple[Step, ...]:
    """The scores of a set of values."""
    points = _few(values, linear)
    if points is not None:
        return joined({scored(linear.at(point)) for point in points})
    low, high = values.ends()
    ends = [linear.at(low), linear.at(high, upper=True)]
    ends += [score for at, score in linear.points if (low is None or low < at) and (high is None or at < high)]
    return (between(min(ends), max(ends)),)


def _few(values: Numbers, linear: Linear) -> tuple[Fraction, ...] | None:
    """The values one by one, where there are few; of whole numbers beyond an end of the line one stands for all."""
    if values.points is not None:
        return values.points if len(values.points) <= FEW else None
    if not values.whole:
        return None
    first, last = Fraction(floor(linear.points[0][0])), Fraction(ceil(linear.points[-1][0]))
    low = first if values.low is None else min(max(values.low, first), last)
    high = last if values.high is None else max(min(values.high, last), first)
    return tuple(low + n for n in range(int(high - low) + 1)) if high - low < FEW else None


def joined(steps: Iterable[Step]) -> tuple[Step, ...]:
    """Ranges that overlap or touch as one, with the points inside them; best first."""
    whole: list[Step] = []
    for step in sorted(steps, key=lambda step: (step.low, -step.high)):
        if whole and step.low <= whole[-1].high:
            whole[-1] = between(whole[-1].low, max(whole[-1].high, step.high))
        else:
            whole.append(step)
    if len(whole) > FEW:
        return (between(whole[0].low, whole[-1].high),)
    return best_first(whole)
