"""A single fact of the subject as SQL: at the desk of the subjects, or beside the rows of a record.

In: the path of a fact. Out: a ``Day``, a ``Number``, a ``Text``. Holds: beside rows it is one value, the same for every row of a subject;
where it is open the rows are no longer open each by itself, which whoever counts them minds.
"""

from __future__ import annotations

from criteria.columnar.desk import Desk
from criteria.columnar.given import Day, Number, Text, day_of, number_of, text_of


def day(desk: Desk, path: str) -> Day:
    """A date."""
    key = ("day", path)
    if key not in desk.known:
        desk.known[key] = day_of(desk, desk.fact(path), desk.raw)
    found = desk.known[key]
    assert isinstance(found, Day)
    return found


def number(desk: Desk, path: str) -> Number:
    """A number."""
    return number_of(desk, desk.fact(path), desk.raw)


def text(desk: Desk, path: str) -> tuple[Text, tuple[str, ...]]:
    """A text or yes/no, with the texts that its codes stand for; none are told of a column that brings none."""
    column = desk.fact(path)
    return text_of(desk, column, desk.raw), column.codes if column is not None else ()
