"""A single fact of the subject as SQL: at the desk of the subjects, or beside the rows of a record.

In: the path of a fact. Out: a ``Day``, a ``Number``, a ``Text``. Holds: beside rows it is one value, the same for every row of a subject;
where it is open the rows are no longer open each by itself, so a row that looks at it sends its subject to the reference.
"""

from __future__ import annotations

from criteria.columnar.desk import Desk
from criteria.columnar.expressions import negated, some
from criteria.columnar.given import Day, Number, Text, day_of, number_of, one_day, or_never, text_of


def day(desk: Desk, path: str) -> Day:
    """A date."""
    key = ("day", path)
    if key not in desk.known:
        made = day_of(desk, desk.fact(path), desk.raw)
        desk.known[key] = _one(desk, made) if desk.of_rows else made
    found = desk.known[key]
    assert isinstance(found, Day)
    return found


def _one(desk: Desk, found: Day) -> Day:
    """The one day, with ``NEVER`` for never; of several days any."""
    if found.single:
        return found
    first, never, is_open = one_day(desk, found)
    first = or_never(desk, first, never)
    return Day(first, first, never, True, some(found.rest, is_open), found.ends)


def number(desk: Desk, path: str) -> Number:
    """A number."""
    found = number_of(desk, desk.fact(path), desk.raw)
    return Number(found.value, True, some(found.rest, negated(found.known))) if desk.of_rows else found


def text(desk: Desk, path: str) -> tuple[Text, tuple[str, ...]]:
    """A text or yes/no, with the texts that its codes stand for; none are told of a column that brings none."""
    column = desk.fact(path)
    found = text_of(desk, column, desk.raw)
    codes = column.codes if column is not None else ()
    return (Text(found.code, True, some(found.rest, negated(found.known))) if desk.of_rows else found), codes
