"""The lines and blocks of a plan as written: nodes of the tree above expressions and conditions.

In: built by ``blocks.py``, ``goals.py``, ``statements.py`` and ``examples.py``. Out: found by everyone in ``tree.py``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from criteria.frozen import field, frozen
from criteria.source import Place, Source
from criteria.syntax.accept_tree import AcceptLine
from criteria.syntax.aggregate_tree import NotCounted
from criteria.syntax.besides_tree import DutyLine, MeasureLine
from criteria.syntax.runs import Run, Text, Word
from criteria.syntax.runs import place_field as _place
from criteria.syntax.score_tree import LevelWords, LinearLine, ScaleLine
from criteria.syntax.standing_tree import JudgedLine, StandingLine
from criteria.syntax.time_tree import ClosingLine
from criteria.syntax.total_tree import CountLine, SectionBlock, TotalExpectation, TotalLine, WeightLine

if TYPE_CHECKING:
    from criteria.syntax.amendment_tree import AmendmentBlock
    from criteria.syntax.tree import Condition, DateWords, Expr, Tail


@frozen
class TypeWords:
    """``date``, ``kr above 0``, ``one of "a", "b"``, ``percent between 0 and 100``: base words, choices, bounds."""

    base: str  # "date", "number", "percent", "percentage_point", "kr", "text", "yes_no", "choice", or a unit of time
    choices: tuple[Text, ...] = ()
    bounds: tuple[Tail, ...] = ()
    when: bool = False  # the date column of a log that says when the row happened
    recorded: bool = False  # … and the one that says when it was put down
    place: Place = _place()


@frozen
class FactLine:
    """``template sent: date "label"``; Danish files may give the key in brackets: ``skabelon sendt (template sent): dato``."""

    name: tuple[Word, ...]
    key: tuple[Word, ...] | None
    type: TypeWords
    label: Text | None = None
    per: tuple[Run, ...] = ()  # "rate per area and year": one value for each
    place: Place = _place()


@frozen
class FactGroup:
    """A heading without a type: its words stand before those of the deeper lines."""

    name: tuple[Word, ...]
    key: tuple[Word, ...] | None
    lines: tuple[FactLine | FactGroup, ...]
    place: Place = _place()


@frozen
class ComputedColumn:
    name: tuple[Word, ...]
    key: tuple[Word, ...] | None
    value: Expr
    place: Place = _place()


@frozen
class DataCell:
    text: str
    place: Place = _place()


@frozen
class Grid:
    """``by quarter until 21 November 2019``: the columns after the names are periods of this many months."""

    months: int
    until: Run | DateWords | None = None
    place: Place = _place()


@frozen
class RecordBlock:
    """``log events`` or ``table activities``; ``header`` and ``rows`` when the plan fixes the data itself."""

    kind: Literal["log", "table"]
    name: tuple[Word, ...]
    key: tuple[Word, ...] | None
    columns: tuple[FactLine, ...] = ()
    header: tuple[DataCell, ...] = ()
    rows: tuple[tuple[DataCell, ...], ...] = ()
    computed: tuple[ComputedColumn, ...] = ()
    each: tuple[Word, ...] = ()  # ``, each a municipality``: what one row is called
    each_key: tuple[Word, ...] | None = None
    grid: Grid | None = None  # a schedule
    place: Place = _place()


@frozen
class DefinitionReading:
    name: Text
    value: Expr | Condition
    place: Place = _place()


@frozen
class Definition:
    """``define NAME [of X] [per COLUMN] = VALUE`` or with ``reading "…" = VALUE`` lines, the first the default."""

    name: Run
    parameter: Word | None = None  # the X of "deviation of X"
    per: Run | None = None
    value: Expr | Condition | None = None
    readings: tuple[DefinitionReading, ...] = ()
    source: str | None = None
    about: Run | None = None  # the record of "a trip is timely when …", the rows of "counted trips are trips where …"
    is_subset: bool = False
    place: Place = _place()


@frozen
class Alternatives:
    """One condition that can be read in several ways: ``reading "each" TEST`` and the readings after it."""

    name: Run | None
    readings: tuple[DefinitionReading, ...]
    place: Place = _place()


@frozen
class LevelBlock:
    """``fulfilled when …``; ``condition`` is a ``Group`` of its bullets or the one condition of its line."""

    name: LevelWords
    condition: Condition
    source: str | None = None
    place: Place = _place()


PeriodKind = Literal["year", "half_year", "quarter", "month", "school_year"]


@frozen
class ForEach:
    """``for each municipality``, ``for each year from 2019``, ``for each municipality and year``."""

    subject: Run | None
    period: PeriodKind | None = None
    since: Run | None = None
    place: Place = _place()


@frozen
class GoalBlock:
    id: str
    title: Text | None
    definitions: tuple[Definition, ...] = ()
    levels: tuple[LevelBlock, ...] = ()
    source: str | None = None
    scale: ScaleLine | None = None
    each: ForEach | None = None
    weights: tuple[WeightLine, ...] = ()
    judged: JudgedLine | None = None
    linear: LinearLine | None = None
    standing: StandingLine | None = None
    measures: tuple[MeasureLine, ...] = ()
    duties: tuple[DutyLine, ...] = ()
    not_counted: tuple[NotCounted, ...] = ()
    accepted: tuple[AcceptLine, ...] = ()
    place: Place = _place()


@frozen
class ReadingLine:
    """``primo-medio-ultimo point`` in the ``readings`` block or in ``with …`` of an example."""

    name: str
    value: str
    place: Place = _place()


@frozen
class GivenValue:
    path: tuple[Word, ...]
    text: str  # as written after the colon
    value_place: Place = field(eq=False)
    place: Place = _place()


@frozen
class GivenRecord:
    name: tuple[Word, ...]
    header: tuple[DataCell, ...] = ()
    rows: tuple[tuple[DataCell, ...], ...] = ()
    place: Place = _place()


@frozen
class Expectation:
    """``goal 2 for "Aarhus" with NAME VALUE, NAME VALUE: fulfilled or partial``."""

    goal: str
    readings: tuple[ReadingLine, ...]
    levels: tuple[LevelWords, ...]
    subject: Text | None = None
    place: Place = _place()


@frozen
class ExampleBlock:
    title: Text
    given: tuple[GivenValue | GivenRecord, ...] = ()
    as_of: Run | DateWords | None = None
    expect: tuple[Expectation | TotalExpectation, ...] = ()
    place: Place = _place()


@frozen
class PlanTree:
    """A whole file. ``language`` is the surface its numbers are written in ("en" or "da")."""

    source_file: Source = field(eq=False, repr=False)
    language: Literal["en", "da"] = "en"
    title: Text | None = None
    period: Run | DateWords | None = None  # "year 2020" or "period fra … til …": the words
    record_closes: Run | DateWords | None = None
    source: Text | None = None
    scale: ScaleLine | None = None
    readings: tuple[ReadingLine, ...] = ()
    facts: tuple[FactLine | FactGroup, ...] = ()
    records: tuple[RecordBlock, ...] = ()
    definitions: tuple[Definition, ...] = ()
    goals: tuple[GoalBlock, ...] = ()
    examples: tuple[ExampleBlock, ...] = ()
    sections: tuple[SectionBlock, ...] = ()
    totals: tuple[TotalLine, ...] = ()
    counts: tuple[CountLine, ...] = ()
    unread: tuple[str, ...] = field(default=(), eq=False)  # the lines that declare something and were not understood
    amendments: tuple[AmendmentBlock, ...] = ()
    closing: ClosingLine | None = None  # "each quarter closes 5 bank days after its end"
    accepted: tuple[AcceptLine, ...] = ()  # those of the header; a goal has its own
    checksum: Text | None = None  # of the file that ``source`` names
    place: Place = _place()
