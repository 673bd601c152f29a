"""What a query gives, and what it leaves to the reference.

In: made by ``query``. Out: read by whoever runs it. Holds: for each row of the relation of subjects one row: ``k``, its key, and for the
goal with number n ``g<n>_best`` and ``g<n>_worst``, the places of levels in ``outcomes`` (0 is the best), ``g<n>_depends``, whether another
combination of readings comes to other levels, and ``g<n>_rest``, whether this subject is left to the reference, which makes the
other three say nothing. With readings asked for also ``g<n>_<r>_best`` and ``g<n>_<r>_worst`` for each combination r.
None of them is ever NULL.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.frozen import frozen
from criteria.source import Place


@frozen
class AskedGoal:
    """A goal that the query answers: its levels, best first, and the combinations of readings, the default first."""

    id: str
    number: int
    outcomes: tuple[str, ...]
    readings: tuple[Mapping[str, str], ...]
    rests: bool  # whether any subject can be left to the reference
    decided: bool  # whether the best level is the worst in every row


@frozen
class LeftGoal:
    """A goal that stays with the reference for every subject, and the construct that it uses."""

    id: str
    construct: str
    place: Place


@frozen
class Rows:
    """What the rows of a record come to, by subject: a SELECT with ``k`` and ``columns``. ``counted``: which column of the query tells how
    many rows a subject has; empty where none does."""

    record: str
    text: str
    columns: tuple[str, ...]
    counted: str = ""


@frozen
class Steps:
    """For whoever brings rows and subjects together himself: ``text`` selects from ``JOINED``, which has the columns of the subjects and,
    NULL where a subject has no rows, those of each of ``rows``."""

    rows: tuple[Rows, ...]
    text: str


JOINED = "joined"


@frozen
class Query:
    """One SELECT; ``goals`` and ``left`` together are the goals of the plan. ``steps``: the same in steps."""

    text: str
    goals: tuple[AskedGoal, ...]
    left: tuple[LeftGoal, ...]
    steps: Steps


def ends(levels: Sequence[str]) -> tuple[str, str]:
    """The best and the worst of levels, best first; a score that may be any from one to another stands as both ends."""
    return levels[0].split("..")[-1], levels[-1].split("..")[0]
