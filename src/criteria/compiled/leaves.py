"""What a function reads: facts, cells and groups, as variables or as known values.

In: a ``Fact``, a ``Cell`` or a ``GroupValue`` and the rows around it. Out: a ``Leaf``: a tree or a known value, and the slot that it is
read from; of a computed column the term behind it. Holds: whoever does more with a leaf than to hold it against known values says so
(``uncut``), for there an open value counts one by one.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.compiled.expressions import Expr, name
from criteria.compiled.slots import NEVER, Bare, bare, scale_of
from criteria.compiled.writer import Around, FixedRow, LoopRow, Row, Uncompiled, Writer
from criteria.frozen import frozen
from criteria.model import terms as t


@frozen
class Leaf:
    """A value: known, or read from a slot."""

    value: Bare | Expr
    slot: int | None = None
    scale: int = 1


def fact(w: Writer, term: t.Fact) -> Leaf:
    """A single fact."""
    place = w.slots.facts[term.path]
    return Leaf(w.slot(place), place, scale_of(term.type))


def row_of(w: Writer, around: Around, scope: int) -> Row:
    """The row that a cell's scope means."""
    if scope >= 0:
        return around.rows[scope]
    assert w.subject is not None
    return w.subject


def cell(w: Writer, term: t.Cell, around: Around) -> Leaf | tuple[t.Term, Around]:
    """A cell that is given, or the term of its column and what is around it there."""
    row = row_of(w, around, term.scope)
    column = w.plan.records[row.record].columns[term.column]
    if column.computed is not None:
        return column.computed, Around((row,))
    scale = scale_of(column.type)
    if isinstance(row, FixedRow):
        return Leaf(fixed(w, row, column.key), None, scale)
    place = w.slots.columns.get((row.record, column.key))
    if place is not None:
        w.reads.add(place)
    if column.key not in row.columns:
        row.columns[column.key] = w.variable()
    return Leaf(name(row.columns[column.key]), place, scale)


def fixed(w: Writer, row: FixedRow, column: str) -> Bare:
    """A cell that the plan gives; of a schedule without a day, never."""
    record = w.plan.records[row.record]
    assert record.rows is not None
    value = record.rows[row.number].values.get(column)
    return NEVER if value is None else bare(value, scale_of(record.columns[column].type))


def column(w: Writer, row: LoopRow, key: str) -> Expr:
    """A whole column, as a loop goes through it."""
    record = w.plan.records[row.record]
    if record.rows is None:
        return w.slot(w.slots.columns[(row.record, key)])
    return w.constant(tuple(fixed(w, FixedRow(row.record, number), key) for number in range(len(record.rows))))


def count_of(w: Writer, record: str) -> Expr | int:
    """Every row of a record: something with a length, to go through; or how many the plan gives."""
    rows = w.plan.records[record].rows
    return len(rows) if rows is not None else w.slot(w.slots.records[record])


def cut(w: Writer, leaf: Leaf, places: Iterable[object]) -> None:
    """The leaf is held against known values: open values between two of them are alike."""
    if leaf.slot is not None:
        w.cuts.setdefault(leaf.slot, set()).update(places)


def uncut(w: Writer, leaf: Leaf) -> Bare | Expr:
    """The value itself: every open value of it is one of its own."""
    if leaf.slot is not None:
        w.uncut.add(leaf.slot)
    return leaf.value


def text(w: Writer, term: t.Term, around: Around) -> Leaf:
    """A text: a fact, a cell, a group or a known one."""
    match term:
        case t.TextValue(value):
            return Leaf(bare(value))
        case t.GroupValue(record, key):
            return Leaf(dict(around.groups)[f"{record}.{key}"], w.slots.columns.get((record, key)))
        case t.Fact():
            return fact(w, term)
        case t.Cell():
            found = cell(w, term, around)
            return found if isinstance(found, Leaf) else text(w, *found)
        case t.Chosen(chosen, alternatives):
            return text(w, dict(alternatives)[w.readings[chosen]], around)
        case _:
            raise Uncompiled(construct(term))


def construct(node: object) -> str:
    """What a term or condition is called where it is told that it is not compiled."""
    words = "".join(f" {char.lower()}" if char.isupper() else char for char in type(node).__name__)
    return words.strip()
