"""The light of a goal: what can still be reached, in one sign.

In: the levels that are possible, and the goal's ladder, best first. Out: a ``Light``. Holds: a light is read off the verdict alone; it
is no judgement, and no forecast of what people will do.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum


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


def light(levels: Sequence[str], ladder: Sequence[str]) -> Light:
    """What the levels amount to."""
    if list(levels) == list(ladder[:1]):
        return Light.MET
    if levels[0] == ladder[0]:
        return Light.ON_COURSE
    return Light.LOST if list(levels) == list(ladder[-1:]) else Light.REDUCED
