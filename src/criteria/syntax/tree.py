"""The tree of a plan as written: nothing is looked up, no name is known, a date is still its words.

In: built by ``parse``. Out: read by ``check`` (and nothing else). Holds: every node carries its place, equality ignores it;
words side by side are one ``Run`` that the checker splits at the longest declared name.
"""

from __future__ import annotations

from typing import Literal

from criteria.frozen import field, frozen
from criteria.source import Place
from criteria.syntax.accept_tree import AcceptLine as AcceptLine
from criteria.syntax.aggregate_tree import NotCounted as NotCounted
from criteria.syntax.aggregate_tree import RankTail as RankTail
from criteria.syntax.aggregate_tree import RoundedValue as RoundedValue
from criteria.syntax.amendment_tree import AmendmentBlock as AmendmentBlock
from criteria.syntax.amendment_tree import RemovedGoal as RemovedGoal
from criteria.syntax.besides_tree import DutyLine as DutyLine
from criteria.syntax.besides_tree import MeasureLine as MeasureLine
from criteria.syntax.plan_tree import Alternatives as Alternatives
from criteria.syntax.plan_tree import ComputedColumn as ComputedColumn
from criteria.syntax.plan_tree import DataCell as DataCell
from criteria.syntax.plan_tree import Definition as Definition
from criteria.syntax.plan_tree import DefinitionReading as DefinitionReading
from criteria.syntax.plan_tree import ExampleBlock as ExampleBlock
from criteria.syntax.plan_tree import Expectation as Expectation
from criteria.syntax.plan_tree import FactGroup as FactGroup
from criteria.syntax.plan_tree import FactLine as FactLine
from criteria.syntax.plan_tree import ForEach as ForEach
from criteria.syntax.plan_tree import GivenRecord as GivenRecord
from criteria.syntax.plan_tree import GivenValue as GivenValue
from criteria.syntax.plan_tree import GoalBlock as GoalBlock
from criteria.syntax.plan_tree import Grid as Grid
from criteria.syntax.plan_tree import LevelBlock as LevelBlock
from criteria.syntax.plan_tree import PeriodKind as PeriodKind
from criteria.syntax.plan_tree import PlanTree as PlanTree
from criteria.syntax.plan_tree import ReadingLine as ReadingLine
from criteria.syntax.plan_tree import RecordBlock as RecordBlock
from criteria.syntax.plan_tree import TypeWords as TypeWords
from criteria.syntax.runs import Run as Run
from criteria.syntax.runs import Text as Text
from criteria.syntax.runs import Word as Word
from criteria.syntax.runs import WordKind as WordKind
from criteria.syntax.runs import place_field as _place
from criteria.syntax.score_tree import LevelWords as LevelWords
from criteria.syntax.score_tree import LinearLine as LinearLine
from criteria.syntax.score_tree import LinearPoint as LinearPoint
from criteria.syntax.score_tree import ScaleLine as ScaleLine
from criteria.syntax.score_tree import ScaleStep as ScaleStep
from criteria.syntax.score_tree import ScoreWords as ScoreWords
from criteria.syntax.standing_tree import JudgedLine as JudgedLine
from criteria.syntax.standing_tree import StandingLine as StandingLine
from criteria.syntax.tail_tree import BetweenTail as BetweenTail
from criteria.syntax.tail_tree import CompareTail as CompareTail
from criteria.syntax.tail_tree import DateRelation as DateRelation
from criteria.syntax.tail_tree import DateTail as DateTail
from criteria.syntax.tail_tree import IsTail as IsTail
from criteria.syntax.tail_tree import NumberRelation as NumberRelation
from criteria.syntax.time_tree import ClosingLine as ClosingLine
from criteria.syntax.time_tree import EachTail as EachTail
from criteria.syntax.time_tree import Elapsed as Elapsed
from criteria.syntax.time_tree import Placed as Placed
from criteria.syntax.total_tree import Cap as Cap
from criteria.syntax.total_tree import CountLine as CountLine
from criteria.syntax.total_tree import NothingBelow as NothingBelow
from criteria.syntax.total_tree import PaidBy as PaidBy
from criteria.syntax.total_tree import PaidLinearly as PaidLinearly
from criteria.syntax.total_tree import Rounded as Rounded
from criteria.syntax.total_tree import Score as Score
from criteria.syntax.total_tree import SectionBlock as SectionBlock
from criteria.syntax.total_tree import Step as Step
from criteria.syntax.total_tree import TotalExpectation as TotalExpectation
from criteria.syntax.total_tree import TotalLine as TotalLine
from criteria.syntax.total_tree import WeightLine as WeightLine
from criteria.syntax.year_tree import AgainstTail as AgainstTail
from criteria.syntax.year_tree import EveryYear as EveryYear
from criteria.syntax.year_tree import Growth as Growth
from criteria.syntax.year_tree import MarginTail as MarginTail
from criteria.syntax.year_tree import Timed as Timed
from criteria.syntax.year_tree import YearlyTail as YearlyTail
from criteria.syntax.year_tree import Years as Years

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
class OutOf:
    """``4 out of 5``: a point on a scale, or the share of rows in ``at least 4 out of 5 schools``."""

    part: Run
    whole: Run
    place: Place = _place()


@frozen
class Function:
    """``the difference of A and B`` (absolute), ``the larger of``, ``the smaller of`` (two or more), ``A, in percent of B``."""

    name: Literal["difference", "larger", "smaller", "percent_of"]
    arguments: tuple[Expr, ...]
    place: Place = _place()


AggregateKind = Literal[
    "count",
    "sum",
    "share",
    "mean",
    "median",
    "percentile",
    "smallest",
    "largest",
    "earliest",
    "latest",
    "one",
    "distinct",
]


@frozen
class Aggregate:
    """``count of ROWS``, ``sum of VALUE [of ROWS]``, ``share of ROWS where TEST`` (the ``where`` stands in ``rows``), ``mean of VALUE
    weighted by WEIGHT of ROWS`` … In ``mean of VALUE for ROWS`` the rows have no name yet: the checker finds it in the last words."""

    kind: AggregateKind
    value: Expr | None
    rows: Rows | None
    weight: Expr | None = None
    share: str = ""  # the digits of ``90th percentile``
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


Expr = (
    RoundedValue | Run | Text | OutOf | Binary | Negative | OfChain | Function | Aggregate | Offset | DateWords | Placed | Elapsed | Timed
    | Growth
)  # fmt: skip


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

Tail = DateTail | BetweenTail | CompareTail | IsTail | EachTail | MarginTail | AgainstTail | YearlyTail | RankTail


@frozen
class Test:
    """``SUBJECT tail and tail`` (one test of one subject), or the subject alone: it has happened, it is so."""

    subject: Expr
    tails: tuple[Tail, ...] = ()
    every: Run | None = None  # "in every area"
    groups: Quantifier | None = None  # "in at least 3 areas": how many of them
    place: Place = _place()


@frozen
class Quantifier:
    """``all``, ``no``, ``some``, ``exactly 3``, ``at least 2``, ``≥60% of`` (``share``)."""

    kind: Literal["all", "no", "some", "count", "share"]
    relation: NumberRelation | None = None
    amount: Run | None = None
    out_of: Run | None = None  # "at least 4 out of 5 schools"
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
    groups: Quantifier | None = None  # "in at least 80% of areas", "in at least 48 weeks of 2020"
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

    kind: Literal["all", "any", "none", "exactly", "at_least", "at_most"]
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


Condition = Test | Quantified | EveryYear | Not | Unless | ProvidedThat | Group | Quoted | Alternatives
