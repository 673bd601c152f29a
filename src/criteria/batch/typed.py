"""What a column of a source comes to once it has the type that the plan declares.

In: made by ``native`` and ``texts``. Out: read by ``relations``, which makes the typed table, and by ``one_by_one``, which reads values
back.
"""

from __future__ import annotations

from criteria.columnar.columns import Column
from criteria.facts.values import Setting
from criteria.frozen import field, frozen
from criteria.model.types import Type


@frozen
class Asked:
    """One column that the goals look at: the fact or column, and where it stands."""

    path: str  # of the fact, or key of the column
    name: str  # in messages
    type: Type
    place: int  # of the column in its table
    heading: str
    tested: tuple[str, ...] = ()  # the folded texts that the plan tests


@frozen
class Typed:
    """A typed column: what it holds, its cells in SQL by name, and how its values are read back one by one."""

    asked: Asked
    column: Column
    cells: tuple[tuple[str, str], ...]  # (SQL over ``t``, the column's new name)
    back: str  # SQL over ``t``: a date, a number, a truth, or a text that is read as a file's
    where: Setting
    exact: bool = False  # texts in ``back`` were no texts in the source
    join: str = field(default="", repr=False)  # the table of texts, by name; joined on ``back``
