"""What the facts say: for each fact and cell a set of possible values, with the place it came from.

In: built by the loaders (or from a plain dict). Out: read by evaluators. Holds: values fit the plan's declared types;
nothing here knows an as-of date or a reading, which decide only at evaluation what "nothing given" or "medio oktober"
mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

from criteria.dates.durations import Duration
from criteria.dates.phrases import Phrase
from criteria.frozen import field, frozen
from criteria.model.scale import Step
from criteria.model.standing import Stand
from criteria.source import Place

Value = date | Fraction | str | bool | Duration  # percents as ratios; texts as written (they compare folded)


@frozen
class Exactly:
    value: Value


@frozen
class SomeDayOf:
    """An imprecise date: some day of the phrase's period, under the reading in force."""

    phrase: Phrase


@frozen
class DayBetween:
    """Some day from ``first`` to ``last``, both included."""

    first: date
    last: date


@frozen
class NumberBetween:
    """Some number from ``low`` to ``high``, both included."""

    low: Fraction
    high: Fraction


@frozen
class OneOf:
    """One of these values."""

    values: tuple[Value, ...]


@frozen
class Unknown:
    """``unknown`` / ``ukendt``: every value of the type; for a date also never."""


@frozen
class Never:
    """``never`` / ``aldrig``: it did not and will not happen."""


@frozen
class Nothing:
    """No key, null, an empty cell: what it means follows from the type and the as-of date."""


Possible = Exactly | SomeDayOf | DayBetween | NumberBetween | OneOf | Unknown | Never | Nothing


@frozen
class Given:
    """What one fact or cell says. ``known_from``: the value counts as unknown in evaluations as of an earlier day."""

    possible: Possible
    text: str = field(default="", eq=False)  # as written
    place: Place = field(eq=False, kw_only=True)
    known_from: date | None = None


@frozen
class Row:
    """A row of a record: cells by column key; a column not there is ``Nothing``."""

    cells: Mapping[str, Given]
    place: Place = field(eq=False, kw_only=True)


@frozen
class RecordRows:
    """The rows the facts bring for a log or table; an empty list is an empty record, not a missing one. ``others``: there may be any
    other rows beside them, of any day; no file says so, but whoever asks what follows from some of the rows does."""

    rows: tuple[Row, ...]
    others: bool = False
    place: Place = field(eq=False, kw_only=True)


@frozen
class Decision:
    """A ``judgement`` of a judged goal, or an ``override`` of any: the ``step``, or for an override the ``standing``, who, when, why."""

    kind: str
    goal: str
    by: str
    day: date
    reason: str
    step: Step | None = None
    standing: Stand | None = None
    since: date | None = None
    successor: str = ""
    text: str = field(default="", eq=False)  # the level as written
    place: Place = field(eq=False, kw_only=True)


@frozen
class Facts:
    """All facts of a run. A path or record not there was not given. ``closed`` False: what is not given is open, as if
    unknown (no facts at all; the examples inside a plan)."""

    values: Mapping[str, Given]
    records: Mapping[str, RecordRows]
    closed: bool = True
    decisions: tuple[Decision, ...] = ()  # by day


NO_FACTS = Facts({}, {}, closed=False)
