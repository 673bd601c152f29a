"""Rows found by their texts: what a row set asks of its rows' columns, held against the row or group around it.

In: a row set inside a row or a group. Out: the columns that are joined and the key they are joined by; an index or a count of the rows by
these columns, worked out once before the loops. Holds: only what depends on nothing but the row itself is counted beforehand.
"""

from __future__ import annotations

import ast

from criteria.compiled import leaves
from criteria.compiled.expressions import Expr, name
from criteria.compiled.leaves import Leaf, uncut
from criteria.compiled.running import grouped
from criteria.compiled.shapes import alone
from criteria.compiled.writer import Around, LoopRow, Writer
from criteria.evaluate.shape import walk
from criteria.frozen import frozen
from criteria.model import terms as t


@frozen(eq=False)
class Join:
    """Columns that have the texts of ``key``, and what else is asked."""

    columns: tuple[str, ...]
    key: Expr
    rest: tuple[t.Condition, ...]

    @property
    def countable(self) -> bool:
        """Whether the rest can be asked of every row beforehand."""
        return all(alone(condition) for condition in self.rest)


def join_of(w: Writer, of: t.Rows, around: Around) -> Join | None:
    """The join of a row set, if it is one."""
    if w.plan.records[of.record].rows is not None:
        return None
    columns, keys, rest, inside = [], [], [], around.inside(LoopRow(of.record))
    for condition in of.where:
        pair = _pair(w, of.record, condition)
        if pair is None:
            rest.append(condition)
            continue
        columns.append(pair[0].column)
        keys.append(leaves.text(w, pair[1], inside))
    if not columns or (w.eager and not all(faultless(w, each) for each in (*rest, *of.excluded))):
        return None
    for key, column in zip(keys, columns, strict=True):
        uncut(w, key)
        w.uncut.add(w.slots.columns[(of.record, column)])
        w.reads.add(w.slots.columns[(of.record, column)])
    return Join(tuple(columns), key_of(w, keys), tuple(rest))


PLAIN = (
    t.Number | t.TextValue | t.DateValue | t.Fact | t.Cell | t.GroupValue | t.Known | t.Happened | t.DateTest
    | t.Compare | t.Between | t.Matches | t.Holds | t.AllOf | t.AnyOf | t.NumberOf | t.Not
)  # fmt: skip


def faultless(w: Writer, node: t.Condition) -> bool:
    """Whether nothing in it can be at fault, in whatever row it is asked."""
    return all(isinstance(part, PLAIN) for part in walk(node, w.plan))


def _pair(w: Writer, record: str, condition: t.Condition) -> tuple[t.Cell, t.Term] | None:
    """A column of the rows, and what it is held against around them."""
    if not isinstance(condition, t.Matches) or len(condition.options) != 1:
        return None
    for own, other in ((condition.value, condition.options[0]), (condition.options[0], condition.value)):
        if not (isinstance(own, t.Cell) and own.scope == 0 and own.record == record):
            continue
        outside = isinstance(other, t.GroupValue) or (isinstance(other, t.Cell) and other.scope != 0)
        if outside and w.plan.records[record].columns[own.column].computed is None:
            return own, other
    return None


def key_of(w: Writer, keys: list[Leaf]) -> Expr:
    """One text, or several together."""
    known = [key.value for key in keys if isinstance(key.value, str)]
    if len(known) == len(keys):
        return w.constant(known[0] if len(known) == 1 else tuple(known))
    values = [w.text(key.value) for key in keys if isinstance(key.value, str | ast.expr)]
    return values[0] if len(values) == 1 else ast.Tuple(values, ast.Load())


def _keys(w: Writer, record: str, columns: tuple[str, ...]) -> Expr:
    """The joined columns, to go through."""
    found = [w.slot(w.slots.columns[(record, column)]) for column in columns]
    return found[0] if len(found) == 1 else ast.Call(name("zip"), list(found), [])


def index(w: Writer, record: str, join: Join, row: LoopRow) -> Expr:
    """The rows that have the key, as tuples of the columns that the loop reads."""
    read = tuple(row.columns)
    key = ("index", record, join.columns, read)
    with w.before_loops():
        made = w.known(key)
        if made is None:
            every = leaves.count_of(w, record)
            assert isinstance(every, ast.expr)
            columns = [leaves.column(w, row, column) for column in read] or [every]
            rows = ast.Call(name("zip"), columns, [])
            made = w.keep(ast.Call(w.constant(grouped), [_keys(w, record, join.columns), rows], [])).id
            w.learn(key, made)
    assert isinstance(made, str)
    return ast.Call(ast.Attribute(name(made), "get", ast.Load()), [join.key, ast.Tuple([], ast.Load())], [])
