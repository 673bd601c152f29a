"""The light of a goal: what can still be reached, in one sign.

In: a goal's verdict. Out: a ``Light``, by the score that counts: an override's, where there is one. Holds: a light is read off the verdict
alone; it is no judgement, and no forecast of what people will do.
"""

from __future__ import annotations

from enum import Enum

from criteria.evaluate.verdict import GoalVerdict


class Light(Enum):
    """``MET``: the best level is secured. ``ON_COURSE``: it can still be reached. ``REDUCED``: only a lower one can. ``LOST``: only
    the lowest is left. The first two are green, then yellow and red."""

    MET = "met"
    ON_COURSE = "on_course"
    REDUCED = "reduced"
    LOST = "lost"

    @property
    def colour(self) -> str:
        """As people say it."""
        return {"reduced": "yellow", "lost": "red"}.get(self.value, "green")


def light(verdict: GoalVerdict) -> Light:
    """What the scores that are possible amount to, against the best and the lowest that the goal has."""
    steps = [verdict.scale.step(name) for name, _ in verdict.levels_because]
    best = max((step.high for step in steps if step), default=verdict.scale.steps[0].high)
    low, high = verdict.counted
    if high >= best:
        return Light.MET if low >= best else Light.ON_COURSE
    return Light.LOST if high <= verdict.scale.lowest.low else Light.REDUCED
