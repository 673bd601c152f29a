"""What a goal brings to a total: the range of its score under a combination of readings, and whether it counts at all.

In: a goal's verdict. Out: ranges on the scale of scores, and why a goal is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product

from criteria.evaluate.readings import MOST, Combinations
from criteria.evaluate.total_verdict import LeftOut, Range
from criteria.evaluate.verdict import GoalVerdict, ReadingResult
from criteria.model.scale import Scale


def range_of(levels: Iterable[str], scale: Scale) -> Range:
    """The least and the highest score of these levels."""
    ends = [_ends(level, scale) for level in levels]
    return min(low for low, _ in ends), max(high for _, high in ends)


def _ends(level: str, scale: Scale) -> Range:
    """A step of the scale, or the scores that its id stands for."""
    step = scale.step(level)
    if step:
        return step.low, step.high
    low, _, high = level.partition("..")
    return Fraction(low), Fraction(high or low)


def range_under(verdict: GoalVerdict, readings: Mapping[str, str]) -> Range:
    """The score under a combination of readings, which may name more than the goal's words use; an override's under all."""
    return verdict.counted if verdict.override else range_of(result_under(verdict, readings).levels, verdict.scale)


def result_under(verdict: GoalVerdict, readings: Mapping[str, str]) -> ReadingResult:
    """The result under the readings that the goal knows of those named; its default ones otherwise."""
    fitting = (r for r in verdict.readings if all(readings.get(name) == value for name, value in r.reading.items()))
    return next(fitting, verdict.readings[0])


def left_out(verdict: GoalVerdict) -> LeftOut | None:
    """Why a goal leaves the denominator, if it does."""
    standing = verdict.standing
    return LeftOut(verdict.id, standing.kind.value, standing.reason) if standing else None


def varied_together(verdicts: Sequence[GoalVerdict]) -> Combinations:
    """Every combination of the readings of several goals, the default first; the same word is read alike in all of them."""
    values: dict[str, dict[str, None]] = {}
    for verdict in verdicts:
        for result in verdict.readings:
            for name, value in result.reading.items():
                values.setdefault(name, {})[value] = None
    names = tuple(values)
    default = {name: next(iter(each)) for name, each in values.items()}
    number = 1
    for each in values.values():
        number *= len(each)
    if number <= MOST:
        every = tuple(dict(zip(names, chosen, strict=True)) for chosen in product(*values.values()))
        return Combinations(names, every, cut=False)
    singles = [{**default, name: value} for name in names for value in list(values[name])[1:]]
    return Combinations(names, (default, *singles), cut=True)
