"""What an evaluation says of totals: ranges, what they are made of, what is left out, and what each reading gives.

In: built by ``totals.py``. Out: found by everyone in ``verdict.py``. Holds: exact numbers on the scale of scores (100 for 100 %); a total
that cannot be computed has no range and at least one fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from criteria.frozen import frozen
from criteria.model.scale import Scale
from criteria.model.totals import Total, TotalUnit, Weight

Range = tuple[Fraction, Fraction]


@frozen
class TotalPart:
    """A goal or section as the total counts it: its weight as written, its share of the whole, what it comes to."""

    name: str  # a goal's id or a section's title
    weight: Weight | None
    share: Fraction  # of 1; of a sum of points the points it can give; of a sum of sections 1
    range: Range | None


@frozen
class LeftOut:
    """A goal or section that leaves the denominator, and why."""

    name: str
    because: str  # a goal's standing, or ``nothing-in-force`` of a section
    reason: str = ""  # in the words of whoever decided it


@frozen
class TotalFault:
    """Why there is no number: ``total-of-nothing``, ``weights-do-not-add-up``, ``section-without-number``."""

    kind: str
    about: str = ""


@frozen
class Stage:
    """The total before its first step (0) and after each step."""

    step: int
    range: Range
    unit: TotalUnit


@frozen
class TotalReading:
    """The total under one combination of the open readings of all its goals."""

    reading: Mapping[str, str]
    range: Range | None


@frozen
class TotalVerdict:
    """The total of a plan or a section, under the default readings unless said otherwise."""

    total: Total
    range: Range | None
    stages: tuple[Stage, ...]
    parts: tuple[TotalPart, ...]
    left_out: tuple[LeftOut, ...]
    faults: tuple[TotalFault, ...]
    widened: bool
    readings: tuple[TotalReading, ...]
    depends_on: tuple[str, ...]
    readings_cut: bool = False  # more than 64 combinations: varied one at a time
    decided_by_people: tuple[str, ...] = ()  # goals that count with a score that someone set over the computed one

    @property
    def decided(self) -> bool:
        return self.range is not None and self.range[0] == self.range[1]

    @property
    def over_readings(self) -> Range | None:
        """The least and the most under any of the readings."""
        found = [each.range for each in self.readings if each.range]
        return (min(low for low, _ in found), max(high for _, high in found)) if found else None


@frozen
class LevelCount:
    """How many goals certainly have a level, and how many possibly."""

    level: str
    scale: Scale
    least: int
    most: int


@frozen
class Counted:
    """Goals per level, best first; ``undecided`` of ``goals`` in force have more than one."""

    levels: tuple[LevelCount, ...]
    goals: int
    undecided: int


@frozen
class SectionVerdict:
    title: str
    goals: tuple[str, ...]
    total: TotalVerdict | None
    counts: Counted | None
    quote: str = ""
