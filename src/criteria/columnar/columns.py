"""What a source holds, as far as the query needs to know: relations of typed columns under generated names.

In: made by whoever opens a source. Out: ``Columns``, which a query is written for. Holds: no name here is a user's word, so that none
reaches SQL; what is said of a column (no blank, its ends) is true of every row of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from criteria.frozen import field, frozen
from criteria.model.types import DateType, NumberType, Type, YesNoType


class Held(Enum):
    """What a column holds."""

    DAY = "day"  # a DATE
    NUMBER = "number"  # a whole number of any size, or a DECIMAL with ``scale`` digits after the point, in the fact's own unit
    TRUTH = "truth"  # a BOOLEAN: yes/no
    CODE = "code"  # a whole number for a text: its place in ``codes``, -1 for any other text


def held_as(kind: Type) -> Held:
    """What a column of such a fact holds."""
    match kind:
        case DateType():
            return Held.DAY
        case NumberType():
            return Held.NUMBER
        case YesNoType():
            return Held.TRUTH
    return Held.CODE


@frozen
class Column:
    """One column. NULL in ``name`` is a blank cell, unless one of the companions, BOOLEANs that are never NULL, says more.

    Every companion is the name of another column of the relation, or empty where no row needs it."""

    name: str
    held: Held
    blank: bool = True  # whether a row may be NULL; False is a proof
    scale: int = 0
    low: int | None = None  # proven ends of a NUMBER, times 10**scale; None where nothing is proven
    high: int | None = None
    shown: int = 1  # of a NUMBER: how many of it make one of the plan's own: 100 where a source holds percents
    codes: tuple[str, ...] = ()  # of a CODE: folded texts
    last: str = ""  # of a DAY: some day from ``name`` to this one, a DATE, NULL where ``name`` is
    unknown: str = ""  # the source says in so many words that it is not known
    never: str = ""  # of a DAY: the source says in so many words that it did not happen
    odd: str = ""  # what no column can hold, such as one of two days: the row goes to the reference


@frozen
class Relation:
    """A table or view: one row a subject, or the rows of a record, each under its subject's key. Rows stand in no order."""

    name: str
    key: str
    columns: Mapping[
        str, Column
    ]  # by the path of a fact, or the key of a record's column; what is not here is blank in every row
    plain: str = ""  # a BOOLEAN that is never NULL: whether the row is as its columns say; empty where every row is


@frozen
class Columns:
    """All that a source brings. A record that is not here is missing, as it is where no file brings it."""

    subjects: Relation
    records: Mapping[str, Relation] = field(factory=dict)
