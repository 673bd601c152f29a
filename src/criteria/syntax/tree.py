"""The tree of a plan as written: nothing is looked up, no name is known, a date is still its words.

In: built by ``parse``. Out: read by ``check`` (and nothing else). Holds: every node carries its place, equality ignores it;
words side by side are one ``Run`` that the checker splits at the longest declared name.
"""

from __future__ import annotations

from typing import Literal

from criteria.frozen import field, frozen
from criteria.source import Place, Source
from criteria.syntax.runs import Run as Run
from criteria.syntax.runs import Text as Text
from criteria.syntax.runs import Word as Word
from criteria.syntax.runs import WordKind as WordKind
from criteria.syntax.runs import place_field as _place

# ---- expressions ------------------------------------------------------------------------------------------------------


@frozen
class Binary:
    op: Literal["+", "-", "*", "/"]
    left: Expr
    right: Expr
    text: str = field(eq=False)  # the slice as written: "1. oktober - 31. december 2020" is a period, not a difference
    place: Place = _place()


@frozen
class Negative:
    value: Expr
    place: Place = _place()


@frozen
class OfChain:
    """``deviation of income``: a definition applied to words."""

    head: Run
    of: Run
    place: Place = _place()


@frozen
class Function:
    """``the difference of A and B`` (absolute), ``the larger of``, ``the smaller of`` (two or more), ``A, in percent of B``."""

    name: Literal["difference", "larger", "smaller", "percent_of"]
    arguments: tuple[Expr, ...]
    place: Place = _place()


@frozen
class Aggregate:
    """``count of ROWS``, ``sum of VALUE [of ROWS]``, ``share of ROWS where TEST`` (the ``where`` stands in ``rows``)."""

    kind: Literal["count", "sum", "share"]
    value: Expr | None
    rows: Rows | None
    place: Place = _place()


@frozen
class Offset:
    """``4 uger efter X``, ``10 working days before X``. ``text`` is the whole slice: X may be words of a date."""

    amount: Run
    direction: Literal["after", "before"]
    base: Expr
    text: str = field(eq=False)
    place: Place = _place()


@frozen
class DateWords:
    """Words that only a date has in this place: ``end of 2020``, ``fra 1. august til 31. juli``. The slice as written."""

    text: str
    place: Place = _place()


Expr = Run | Text | Binary | Negative | OfChain | Function | Aggregate | Offset | DateWords


@frozen
class Rows:
    """``events per area where … ``, ``events with the same area and kind, held in 2020``."""

    name: Run  # may hold more words than the record's name: "events held", split by the checker
    per: Run | None = None  # may hold more than the column: "area held"
    same: tuple[Run, ...] = ()
    where: Condition | None = None
    also: Condition | None = None  # the part after the comma of ``with the same …, held in 2020``
    place: Place = _place()


# ---- conditions -------------------------------------------------------------------------------------------------------

DateRelation = Literal["by", "before", "inden", "after", "from", "in", "within"]
NumberRelation = Literal["at_least", "at_most", "above", "below", "equal", "not_equal"]


@frozen
class DateTail:
    relation: DateRelation
    operand: Expr
    place: Place = _place()


@frozen
class BetweenTail:
    """Both ends included; a number or a date, as its subject is."""

    low: Expr
    high: Expr
    place: Place = _place()


@frozen
class CompareTail:
    """``at least``, ``at least as many as``, ``≥`` …"""

    relation: NumberRelation
    operand: Expr
    place: Place = _place()


@frozen
class IsTail:
    """``is "x"``, ``is not "x"``, ``is one of "x", "y"``, ``is 3``."""

    options: tuple[Expr, ...]
    negated: bool = False
    place: Place = _place()


Tail = DateTail | BetweenTail | CompareTail | IsTail


@frozen
class Test:
    """``SUBJECT tail and tail`` (one test of one subject), or the subject alone: it has happened, it is so."""

    subject: Expr
    tails: tuple[Tail, ...] = ()
    every: Run | None = None  # "in every area"
    place: Place = _place()


@frozen
class Quantifier:
    """``all``, ``no``, ``some``, ``exactly 3``, ``at least 2``, ``≥60% of`` (``share``)."""

    kind: Literal["all", "no", "some", "count", "share"]
    relation: NumberRelation | None = None
    amount: Run | None = None
    place: Place = _place()


@frozen
class Quantified:
    """``QUANTIFIER ROWS (have|are) TEST``; without a verb the rest of the run is the test's subject.

    Then ``test`` has an empty subject; without a verb and without a tail there is no ``test``.
    """

    quantifier: Quantifier
    rows: Rows
    test: Test | None  # subject Run may be empty (no words): the checker takes the words left over in ``rows``
    every: Run | None = None
    if_any: bool = False
    negated: bool = False  # "all processes are not described": each row fails the test
    place: Place = _place()


@frozen
class Not:
    item: Condition
    place: Place = _place()


@frozen
class Unless:
    """``A unless B`` is A and not B, over the whole line."""

    item: Condition
    exception: Condition
    place: Place = _place()


@frozen
class ProvidedThat:
    """``A provided that B`` is A and B, kept apart for the reader."""

    item: Condition
    condition: Condition
    place: Place = _place()


@frozen
class Group:
    """A list (bullets, or joined by ``and`` / ``or``): how many of its items must hold."""

    kind: Literal["all", "any", "none", "exactly", "at_least"]
    items: tuple[Condition, ...]
    count: int | None = None
    source: str | None = None  # the plan's words for this bullet
    place: Place = _place()


@frozen
class Quoted:
    """A condition with the plan's words beside it (``source "…"`` on a deeper line)."""

    item: Condition
    source: str
    place: Place = _place()


Condition = Test | Quantified | Not | Unless | ProvidedThat | Group | Quoted


# ---- the plan ---------------------------------------------------------------------------------------------------------


@frozen
class TypeWords:
    """``date``, ``kr above 0``, ``one of "a", "b"``, ``percent between 0 and 100``: base words, choices, bounds."""

    base: Literal["date", "number", "percent", "percentage_point", "kr", "days", "text", "yes_no", "choice"]
    choices: tuple[Text, ...] = ()
    bounds: tuple[Tail, ...] = ()
    when: bool = False  # the date column of a log that says when the row happened
    place: Place = _place()


@frozen
class FactLine:
    """``template sent: date "label"``; Danish files may give the key in brackets: ``skabelon sendt (template sent): dato``."""

    name: tuple[Word, ...]
    key: tuple[Word, ...] | None
    type: TypeWords
    label: Text | None = None
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
class RecordBlock:
    """``log events`` or ``table activities``; ``header`` and ``rows`` when the plan fixes the data itself."""

    kind: Literal["log", "table"]
    name: tuple[Word, ...]
    key: tuple[Word, ...] | None
    columns: tuple[FactLine, ...] = ()
    header: tuple[DataCell, ...] = ()
    rows: tuple[tuple[DataCell, ...], ...] = ()
    computed: tuple[ComputedColumn, ...] = ()
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
    place: Place = _place()


@frozen
class LevelBlock:
    """``fulfilled when …``; ``condition`` is a ``Group`` of its bullets or the one condition of its line."""

    name: Literal["fulfilled", "partial", "not_fulfilled"]
    condition: Condition
    source: str | None = None
    place: Place = _place()


@frozen
class GoalBlock:
    id: str
    title: Text | None
    definitions: tuple[Definition, ...] = ()
    levels: tuple[LevelBlock, ...] = ()
    source: str | None = None
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
    """``goal 2 with NAME VALUE, NAME VALUE: fulfilled or partial``."""

    goal: str
    readings: tuple[ReadingLine, ...]
    levels: tuple[str, ...]  # "fulfilled", "partial", "not_fulfilled"
    place: Place = _place()


@frozen
class ExampleBlock:
    title: Text
    given: tuple[GivenValue | GivenRecord, ...] = ()
    as_of: Run | DateWords | None = None
    expect: tuple[Expectation, ...] = ()
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
    readings: tuple[ReadingLine, ...] = ()
    facts: tuple[FactLine | FactGroup, ...] = ()
    records: tuple[RecordBlock, ...] = ()
    definitions: tuple[Definition, ...] = ()
    goals: tuple[GoalBlock, ...] = ()
    examples: tuple[ExampleBlock, ...] = ()
    unread: tuple[str, ...] = field(default=(), eq=False)  # the lines that declare something and were not understood
    place: Place = _place()
