"""The plan after checking: declarations, goals with their levels, examples.

Names: a fact's ``path`` is its key, the words joined by spaces; ``names`` maps every spelling a facts file may use (folded) to the key.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from criteria.dates.durations import Duration
from criteria.frozen import field, frozen, kept_with
from criteria.model.amendments import Amendment
from criteria.model.besides import Duty as Duty
from criteria.model.besides import Measure as Measure
from criteria.model.each import Each
from criteria.model.findings import Acceptance, Checksum
from criteria.model.grading import Judged as Judged
from criteria.model.grading import Linear as Linear
from criteria.model.scale import USUAL, Scale, Step, best_first, between
from criteria.model.series import Series
from criteria.model.standing import Standing
from criteria.model.terms import Condition, Term
from criteria.model.totals import Section, Total, TotalExpectation, Weight
from criteria.model.types import Type
from criteria.source import Place, Source


def fold(text: str) -> str:
    """How names and texts compare: NFC, blanks trimmed and collapsed, case-folded."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def fold_reading(name: str) -> str:
    """How names of readings compare: one that a goal has no word for is called after the goal, in either language."""
    folded = fold(name)
    return f"goal {folded.removeprefix('mål ')}" if folded.startswith("mål ") else folded


@frozen
class FactDeclaration:
    path: str
    name: str  # as the plan's language calls it
    type: Type
    label: str = ""
    year: int | None = None  # of a series: before this year has begun nothing is known of it
    place: Place = field(eq=False, kw_only=True)


@frozen
class Column:
    """A column of a record; ``computed`` (scope 0 is the row) when the plan computes it. ``key`` is what facts files call it."""

    key: str
    name: str
    type: Type
    computed: Term | None = None
    label: str = ""
    aside: bool = False  # says what another column says already; a reason that names a row leaves it out
    place: Place = field(eq=False, kw_only=True)


@frozen
class FixedRow:
    """A row that the plan itself gives: values by column key (``date`` cells as a ``dates`` phrase's day, else Fraction, str, bool)."""

    values: Mapping[str, date | Fraction | str | bool | Duration]
    place: Place = field(eq=False, kw_only=True)


@frozen
class Record:
    """A ``log`` (things that happen, dated by ``when``) or a ``table`` (a fixed list). ``rows`` when the plan fixes them."""

    key: str
    name: str
    is_log: bool
    columns: Mapping[str, Column]
    when: str | None = None
    rows: tuple[FixedRow, ...] | None = None
    place: Place = field(eq=False, kw_only=True)
    one: str = ""  # what a row is called: "municipality"
    recorded: str | None = None  # the date column that says when a row of a log was put down


@frozen
class Closing:
    """From which day on the rows of a past stretch (``quarter``, ``month`` …) are complete: so long after its end."""

    kind: str
    after: Duration


@frozen
class Level:
    """A level and its condition, as written and as relaxed by the reading *at-least-as-good*; equal when relaxing changes nothing."""

    step: Step
    literal: Condition
    relaxed: Condition
    quote: str = ""
    place: Place = field(eq=False, kw_only=True)


@frozen
class Goal:
    """Levels in the order they are tested; the first that holds wins, else the lowest step of the scale."""

    id: str
    title: str
    levels: tuple[Level, ...]
    scale: Scale = USUAL
    quote: str = ""
    weight: Weight | None = None
    judged: Judged | None = None
    linear: Linear | None = None
    measures: tuple[Measure, ...] = ()
    duties: tuple[Duty, ...] = ()
    standing: Standing | None = None  # what the plan itself says; None where the goal is in force
    place: Place = field(eq=False, kw_only=True)
    each: Each | None = (
        None  # asked of subjects or in periods, one by one; ``levels`` are then those of the first period
    )

    @property
    def any_score(self) -> bool:
        """Whether every score from the lowest to the best may come out, not the steps alone."""
        return self.linear is not None or (self.judged is not None and self.judged.in_percent)

    @property
    def outcomes(self) -> tuple[Step, ...]:
        """All that it can come to, best first."""
        if self.any_score:
            return (between(self.scale.lowest.low, self.scale.steps[0].high),)
        if self.judged:
            return self.scale.steps
        kept = kept_with(self)
        if "outcomes" not in kept:
            kept["outcomes"] = best_first({self.scale.lowest, *(level.step for level in self.levels)})
        found: tuple[Step, ...] = kept["outcomes"]
        return found

    @property
    def conditions(self) -> tuple[Condition, ...]:
        """Everything that its levels or its line ask, as written and as relaxed."""
        asked = tuple(condition for level in self.levels for condition in (level.literal, level.relaxed))
        return (*asked, self.linear.tested) if self.linear else asked


@frozen
class GivenText:
    """A fact of an example, as written; read by the facts layer with the plan's types."""

    path: str
    text: str
    place: Place = field(eq=False, kw_only=True)


@frozen
class GivenRows:
    """A record of an example: rows of (column key, text, place)."""

    record: str
    rows: tuple[tuple[tuple[str, str, Place], ...], ...]
    place: Place = field(eq=False, kw_only=True)


@frozen
class Expectation:
    goal: str
    readings: Mapping[str, str]
    levels: tuple[str, ...]  # the ids of steps
    subject: str = ""  # of whom, where the goal is asked of many
    place: Place = field(eq=False, kw_only=True)


@frozen
class Example:
    title: str
    given: tuple[GivenText | GivenRows, ...]
    as_of: date | None
    expect: tuple[Expectation, ...]
    totals: tuple[TotalExpectation, ...] = ()
    place: Place = field(eq=False, kw_only=True)


@frozen
class Plan:
    title: str
    language: str  # "en" or "da": the surface, and how its numbers are written
    period: tuple[date, date] | None
    record_closes: date | None
    settled: Mapping[str, str]  # readings the plan declares
    definitions: Mapping[str, tuple[str, ...]]  # definitions with readings: their values, default first
    facts: Mapping[str, FactDeclaration]
    records: Mapping[str, Record]
    goals: tuple[Goal, ...]
    examples: tuple[Example, ...]
    names: Mapping[str, str]  # folded spelling of a fact -> path
    source: Source = field(eq=False, repr=False)
    sections: tuple[Section, ...] = ()
    total: Total | None = None
    counts: bool = False  # the plan counts its goals per level
    series: tuple[Series, ...] = ()
    amendments: tuple[Amendment, ...] = ()  # its later versions; ``goals`` are those of the first
    closing: Closing | None = None
    quoted_source: str = ""  # the file the plan was taken from, as its header names it
    checksum: Checksum | None = None  # of that file
    accepted: tuple[Acceptance, ...] = ()  # findings that are not told, with reasons
