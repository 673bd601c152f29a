"""Terms that look a value up: of the group or row in force, in a table that the plan fixes or among the facts of a series.

In: built by ``check``. Out: members of the closed union ``terms.Term``, where everyone finds them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.frozen import field, frozen
from criteria.model.nodes import place_field
from criteria.model.types import Type
from criteria.source import Place

if TYPE_CHECKING:
    from criteria.model.terms import Term


@frozen
class Lookup:
    """The value of the case whose texts are those of ``keys`` (cells of the row, the group in force, whole numbers as digits);
    a fault when no case has them. ``source`` is the table or series it is looked up in."""

    keys: tuple[Term, ...]
    cases: tuple[tuple[tuple[str, ...], Term], ...]  # folded texts, one for each key
    source: str
    type: Type = field(eq=False)
    place: Place = place_field()
