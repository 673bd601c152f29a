"""What an evaluation says. Built by ``reference``, read by ``report`` and by the face; no text of a language in it but the plan's own.

Levels are the ids of steps (``model/scale.py``), the same in every language, best first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import Enum
from fractions import Fraction

from criteria.diagnostics import Diagnostic
from criteria.evaluate.total_verdict import Counted, SectionVerdict, TotalVerdict
from criteria.facts.record import Decision
from criteria.frozen import field, frozen
from criteria.model.plan import Judged
from criteria.model.scale import USUAL, Scale
from criteria.model.standing import Standing
from criteria.model.totals import Weight
from criteria.model.types import Unit
from criteria.source import Place


class Truth(Enum):
    """In all worlds, in none, in some."""

    TRUE = "true"
    FALSE = "false"
    UNKNOWN = "unknown"


@frozen
class UsedFact:
    """A fact that a test looked at: its path (or ``events: area, held``), its value as text, and where it stands."""

    path: str
    value: str
    source: str  # "facts.yaml:7", "Ark1!B7"; "" when not given


@frozen
class Margin:
    """How far the fact lies from the threshold, in the fact's own unit, as ranges: positive is on the passing side.
    ``low`` == ``high`` when decided; ``days`` for dates (unit DAYS), numbers already scaled to their unit (60 for 60 %)."""

    low: Fraction | None
    high: Fraction | None
    unit: Unit


@frozen
class Reason:
    """A condition in the explanation tree."""

    text: str
    truth: Truth
    place: Place
    quote: str = ""
    facts: tuple[UsedFact, ...] = ()
    resolved: tuple[
        str, ...
    ] = ()  # what the condition's dates mean here: "medio november 2020 = 2020-11-11..2020-11-20"
    measured: str = ""  # how a share was counted: "8/12"
    kept: str = ""  # how many rows an aggregate counted of those there are: "18/20"
    amount: Margin | None = None  # the tested quantity's value or range, scaled to its unit
    margin: Margin | None = None
    decides: bool = False  # this condition settles its parent's truth
    children: tuple[Reason, ...] = ()


@frozen
class Missing:
    """A fact that is unknown and tested."""

    path: str
    place: Place | None = None


@frozen
class Assumed:
    """A fact read as never because the record is closed; ``helps`` when that closure helps the verdict."""

    path: str
    helps: bool = False


@frozen
class Fault:
    """An evaluation fault: ``empty-group`` or ``zero-divisor``, with its place in the plan and what it is about."""

    kind: str
    place: Place
    about: str


@frozen
class ReadingResult:
    """The levels under one combination of the open readings."""

    reading: Mapping[str, str]
    levels: tuple[str, ...]


@frozen
class Version:
    """A version of the plan: from which day (None: as first made) and what it is called."""

    start: date | None
    title: str


@frozen
class Otherwise:
    """The levels that another version of the goal gives for the same facts."""

    version: Version
    levels: tuple[str, ...]


@frozen
class RemovedGoal:
    """A goal that an amendment has taken out; ``levels`` are those that its last words would give."""

    id: str
    title: str
    reason: str
    version: Version
    levels: tuple[str, ...]
    scale: Scale = USUAL
    weight: Weight | None = None


@frozen
class Measured:
    """A measure beside a goal: its value or range, how a share was counted, its facts; ``amount`` None has no value, and ``why``."""

    text: str
    amount: Margin | None
    counted: str
    facts: tuple[UsedFact, ...]
    why: str = ""  # "no-value", "empty-group", "zero-divisor"
    place: Place = field(eq=False, kw_only=True)


@frozen
class GoalVerdict:
    id: str
    title: str
    levels: tuple[str, ...]
    score: tuple[Fraction, Fraction]
    readings: tuple[ReadingResult, ...]
    depends_on: tuple[str, ...]
    missing: tuple[Missing, ...]
    assumed: tuple[Assumed, ...]
    faults: tuple[Fault, ...]
    widened: bool
    because: Reason | None
    levels_because: tuple[
        tuple[str, Reason], ...
    ] = ()  # every level's condition tree, best first; ``because`` is the deciding one
    readings_cut: bool = False  # more than 64 combinations: varied one at a time
    place: Place = field(eq=False, kw_only=True)
    quote: str = ""
    scale: Scale = USUAL
    each: bool = False  # asked of subjects or in periods, one by one: the verdicts on them are ``subjects``
    subject: str = ""  # of one such verdict: its subject; where only periods are asked, the period
    period: str = ""
    subjects: tuple[GoalVerdict, ...] = ()
    measures: tuple[Measured, ...] = ()  # shown beside the goal, never scored
    measured: bool = False  # a score along a line, not a level
    judged: Judged | None = None  # who has to judge the goal
    judgement: Decision | None = None
    override: Decision | None = None  # counts in place of what was computed, and takes nothing of it away
    standing: Standing | None = None  # None where the goal is in force; else it leaves the denominator of every total
    version: Version | None = None  # which version of the plan judged it, where an amendment has changed the goal
    otherwise: tuple[Otherwise, ...] = ()

    @property
    def decided(self) -> bool:
        return len(self.levels) == 1 and self.score[0] == self.score[1]

    @property
    def called(self) -> str:
        """The subject and the period of one such verdict."""
        return ", ".join(dict.fromkeys(filter(None, (self.subject, self.period))))

    @property
    def counted(self) -> tuple[Fraction, Fraction]:
        """The score that a total adds up: the override's, where there is one."""
        step = self.override.step if self.override else None
        return (step.low, step.high) if step else self.score

    @property
    def counted_levels(self) -> tuple[str, ...]:
        """The levels that go with it."""
        return (self.override.step.id,) if self.override and self.override.step else self.levels

    @property
    def depends_on_reading(self) -> bool:
        return bool(self.depends_on)


@frozen
class Verdict:
    """All goals of a plan as of a day, and what else the reader should know (notices, corrections)."""

    goals: tuple[GoalVerdict, ...]
    as_of: date | None
    readings: Mapping[str, str]  # the defaults in force: settled by the plan, moved by the caller
    notices: tuple[Diagnostic, ...] = ()
    total: TotalVerdict | None = None  # as far as the plan declares them
    sections: tuple[SectionVerdict, ...] = ()
    counts: Counted | None = None
    removed: tuple[RemovedGoal, ...] = ()

    def __getitem__(self, goal: str) -> GoalVerdict:
        for verdict in self.goals:
            if verdict.id == goal:
                return verdict
        raise KeyError(goal)
