"""What a sufficient reason keeps, as it is told: single facts, cells of rows, that a record has no other rows, a judgement.

In: groups of pieces and what is kept of them. Out: ``Kept`` things. Rows that differ only in what is not kept are told together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from criteria.analyse.alike import likeness
from criteria.analyse.pieces import Asked, Group, Pattern, State, members
from criteria.facts.record import Decision, Given, Row
from criteria.frozen import frozen

SHOWN = 5  # rows that are told with their cells


@frozen
class KeptFact:
    """``given`` None: nobody gives it, and the record is closed."""

    path: str
    given: Given | None


@frozen
class KeptRows:
    """Cells of some rows: ``rows`` of the ``alike`` ones, by their numbers from 0; any others of those would do as well."""

    record: str
    columns: tuple[str, ...]
    rows: tuple[int, ...]
    alike: int
    first: tuple[Row, ...]


@frozen
class KeptRecord:
    """That a log or table has so many rows and no others."""

    record: str
    rows: int


Kept = KeptFact | KeptRows | KeptRecord | Decision


def kept_rows(of: Asked, every: Sequence[Group], state: State) -> Iterator[KeptRows]:
    """The rows by the columns that are kept of them, in the record's order of columns."""
    found: dict[object, list[int]] = {}
    about: dict[object, tuple[str, Pattern]] = {}
    alike: dict[object, int] = {}
    for group, kept in zip(every, state, strict=True):
        for pattern in dict.fromkeys(pattern for _, pattern in _rows(group, kept) if pattern):
            key = _look(of, group, pattern, alone=sum(1 for p, _ in kept if p) > 1)
            about[key] = group.about, pattern
            found.setdefault(key, []).extend(number for number, its in _rows(group, kept) if its == pattern)
    for group, kept in zip(every, state, strict=True):
        for key, (record, pattern) in about.items():
            mixed = sum(1 for p, _ in kept if p) > 1
            keeps_it = any(p in (pattern, frozenset()) for p, _ in kept)
            if (group.kind, group.about) == ("row", record) and pattern <= group.pieces and keeps_it:
                if key == _look(of, group, pattern, alone=mixed):
                    alike[key] = alike.get(key, 0) + len(group.members)
    for key, numbers in found.items():
        record, pattern = about[key]
        columns = tuple(column for column in of.plan.records[record].columns if column in pattern)
        rows = of.facts.records[record].rows
        yield KeptRows(
            record, columns, tuple(sorted(numbers)), alike[key], tuple(rows[n] for n in sorted(numbers)[:SHOWN])
        )


def _rows(group: Group, kept: Sequence[tuple[Pattern, int]]) -> Iterator[tuple[int, Pattern]]:
    return members(group, kept) if group.kind == "row" else iter(())


def _look(of: Asked, group: Group, pattern: Pattern, *, alone: bool) -> object:
    """What tells rows apart that keep these columns; a group of which several things are kept stands ``alone``."""
    if alone:
        return group, pattern
    row = of.facts.records[group.about].rows[group.members[0]]
    return group.about, pattern, likeness(row, sorted(pattern), of.plan.records[group.about], of.seen, of.clock)
