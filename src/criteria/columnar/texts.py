"""Texts as codes: of a fact, of a row, of the group in force, of the plan.

In: a term that is a text or yes/no. Out: a ``Text`` and the texts that its codes stand for; a text of ours has the code 0 in a list of
its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.columnar import cells, facts
from criteria.columnar.desk import Desk, Uncolumned, named
from criteria.columnar.expressions import Sql, Truth, literal, written
from criteria.columnar.given import Text
from criteria.model import terms as t
from criteria.model.plan import fold


def text(desk: Desk, term: t.Term) -> tuple[Text, tuple[str, ...]]:
    """A text with its codes."""
    match term:
        case t.TextValue(value):
            return _ours(fold(value))
        case t.GroupValue(record, column):
            group = dict(desk.groups).get(f"{record}.{column}")
            if group is None:
                raise Uncolumned("group that a source brings")
            return _ours(group)
        case t.Fact(path):
            found, codes = facts.text(desk, path)
            return found, codes or cells.YES_NO
        case t.Cell():
            return cells.text(desk, term)
        case t.Chosen(name, alternatives):
            return text(desk, dict(alternatives)[desk.readings[name]])
        case _:
            raise Uncolumned(named(term))


def _ours(value: str) -> tuple[Text, tuple[str, ...]]:
    return Text(literal(0), True, False), (value,)


def one_of(code: Sql, places: Sequence[int]) -> Truth:
    """Whether a code is one of some."""
    if not places:
        return False
    if code.text.isdigit():
        return int(code.text) in places
    if len(places) == 1:
        return written(f"{{}} = {places[0]}", code)
    return written(f"{{}} IN ({', '.join(map(str, places))})", code)
