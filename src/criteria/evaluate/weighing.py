"""What scores come to when they are weighed and added: exactly, also where goals rest on the same open facts.

In: a form (how much one point of each goal's score adds), and the goals' scores under one combination of readings. Out: the least and
the most, and whether that is exact. Holds: the range contains every completion of the facts.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from criteria.evaluate.jointly import Clusters, Together
from criteria.evaluate.total_verdict import Range
from criteria.frozen import frozen

Form = Mapping[str, Fraction]
NOTHING = Fraction(0)


@frozen
class Reach:
    """From the least to the most; not exact where it may be wider than the truth."""

    range: Range
    exact: bool = True


@frozen
class Under:
    """The goals under one combination of readings: their scores, and those of them whose own answer may be too wide."""

    scores: Mapping[str, Range]
    wide: frozenset[str]
    readings: Mapping[str, str]
    clusters: Clusters


def weighed(form: Form, under: Under) -> Reach:
    """The sum of the form over the scores."""
    reaches, seen = [], set[str]()
    for goal in form:
        if goal in seen:
            continue
        cluster = [each for each in under.clusters.of_goal.get(goal, (goal,)) if each in form]
        seen |= {*cluster}
        open_ones = [each for each in cluster if under.scores[each][0] != under.scores[each][1]]
        if len(open_ones) < 2:
            reaches += [_alone(form, each, under) for each in cluster]
        else:
            reaches.append(_together(form, cluster, under))
    return added(reaches)


def added(reaches: list[Reach]) -> Reach:
    """Sums of what has nothing in common."""
    low = sum((each.range[0] for each in reaches), NOTHING)
    high = sum((each.range[1] for each in reaches), NOTHING)
    return Reach((low, high), all(each.exact for each in reaches))


def _alone(form: Form, goal: str, under: Under) -> Reach:
    low, high = under.scores[goal]
    return Reach((form[goal] * low, form[goal] * high), goal not in under.wide)


def _together(form: Form, cluster: list[str], under: Under) -> Reach:
    """The extremes over the scores that the goals can have at the same time."""
    apart = added([_alone(form, goal, under) for goal in cluster])
    whole = under.clusters.of_goal[cluster[0]]
    if under.clusters.meets(whole, under.readings, under.scores):
        return Reach(apart.range)
    found = under.clusters.together(whole, under.readings)
    if found is None:
        return Reach(apart.range, exact=False)
    possible, certain = _values(found, form, under, certain=False), _values(found, form, under, certain=True)
    if not possible:
        return Reach(apart.range, exact=False)
    low, high = max(min(possible), apart.range[0]), min(max(possible), apart.range[1])
    return Reach((low, high), bool(certain) and (low, high) == (min(certain), max(certain)))


def _values(found: Together, form: Form, under: Under, *, certain: bool) -> list[Fraction]:
    """What the form gives for each of the scores that agree with the verdicts of the single goals."""
    coefficients = [form.get(goal, NOTHING) for goal in found.goals]
    values = []
    for scores in found.certain if certain else found.possible:
        # Two ranges at once may go against each other: then their ends are not certain together.
        if certain and sum(low != high for low, high in scores) > 1:
            continue
        ends = list(zip(found.goals, scores, coefficients, strict=True))
        if all(_within(score, under.scores[goal]) for goal, score, _ in ends):
            values.append(sum((each * low for _, (low, _), each in ends), NOTHING))
            values.append(sum((each * high for _, (_, high), each in ends), NOTHING))
    return values


def _within(score: Range, outer: Range) -> bool:
    return outer[0] <= score[0] and score[1] <= outer[1]
