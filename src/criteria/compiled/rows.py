"""Rows: counted, added up, gathered.

In: a row set (and a test or a value) and what is around it. Out: code that goes through the columns once; the rows of a short table of the
plan are written out one by one. Rows that the day of the evaluation does not know yet are left out when facts are bound.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from functools import partial
from math import lcm

from criteria.compiled import leaves, running
from criteria.compiled.expressions import (
    Expr,
    Truth,
    Whole,
    assigned,
    call,
    increased,
    name,
    negated,
    plus,
    times,
    tree,
)
from criteria.compiled.joining import lazily
from criteria.compiled.joins import Join, index, join_of, key_of
from criteria.compiled.shapes import Amount, alone
from criteria.compiled.writer import Around, FixedRow, LoopRow, Writer
from criteria.model import terms as t
from criteria.model.types import TextType

SHORT, MOST_WRITTEN = 100, 1000  # rows of a table of the plan that are written out; of all tables together
Body = Callable[[Around], None]
NOUGHT: Whole = 0


def written_out(w: Writer, record: str) -> list[FixedRow] | None:
    """The rows of a short table of the plan."""
    rows = w.plan.records[record].rows
    if rows is None or len(rows) > SHORT or w.size + len(rows) > MOST_WRITTEN:
        return None
    w.size += len(rows)
    return [FixedRow(record, number) for number in range(len(rows))]


def belongs(w: Writer, of: t.Rows, inside: Around, test: t.Condition | None = None) -> Truth:
    """Whether a row is one of the set, and passes."""
    parts = [partial(w.test, w, condition, inside) for condition in of.where]
    parts += [lambda each=each: negated(w.test(w, each, inside)) for each in of.excluded]  # type: ignore[misc]
    parts += [partial(w.test, w, test, inside)] if test is not None else []
    return lazily(w, parts, every=True)


def each(w: Writer, of: t.Rows, test: t.Condition | None, around: Around, body: Body) -> None:
    """The body for every row of the set that passes."""
    short = written_out(w, of.record)
    if short is None:
        loop(w, of, test, around, body)
        return
    for row in short:
        inside = around.inside(row)
        with w.nested() as block:
            truth = belongs(w, of, inside, test)
            under(w, truth, partial(body, inside))
        w.block.body += block.body


def under(w: Writer, truth: Truth, body: Callable[[], None]) -> None:
    """The body where the truth holds."""
    if isinstance(truth, bool):
        if truth:
            body()
        return
    with w.nested() as block:
        body()
    if block.body:
        w.add(ast.If(truth, block.body, []))


def loop(w: Writer, of: t.Rows, test: t.Condition | None, around: Around, body: Body) -> None:
    """A loop through the columns that its body reads; where rows are found by their texts, through those alone."""
    join = join_of(w, of, around) if around.rows or around.groups or w.subject else None
    row = LoopRow(of.record)
    inside = around.inside(row)
    rest = t.Rows(of.record, join.rest, of.excluded) if join else of
    with w.nested(loop=True) as block:
        under(w, belongs(w, rest, inside, test), partial(body, inside))
    w.reads.update(slots_of(w, of.record))
    source = index(w, of.record, join, row) if join else every(w, row)
    w.add(ast.For(variables(row, several=join is not None), source, block.body or [ast.Pass()], []))


def slots_of(w: Writer, record: str) -> Iterator[int]:
    """The rows themselves are read."""
    if record in w.slots.records:
        yield w.slots.records[record]


def variables(row: LoopRow, *, several: bool) -> Expr:
    """What a loop assigns: the columns read, or nothing of interest."""
    stores: list[Expr] = [ast.Name(variable, ast.Store()) for variable in row.columns.values()]
    if not stores:
        return ast.Name("x0", ast.Store())
    return stores[0] if len(stores) == 1 and not several else ast.Tuple(stores, ast.Store())


def every(w: Writer, row: LoopRow) -> Expr:
    """All rows, as tuples of the columns read."""
    columns = [leaves.column(w, row, key) for key in row.columns]
    if not columns:
        found = leaves.count_of(w, row.record)
        return call("range", found) if isinstance(found, int) else found
    return columns[0] if len(columns) == 1 else ast.Call(name("zip"), columns, [])


# ---- what rows come to ---------------------------------------------------------------------------------------------------


def count(w: Writer, of: t.Rows, test: t.Condition | None, around: Around) -> Whole:
    """How many rows belong and pass."""
    short = written_out(w, of.record)
    if short is not None:
        total: Whole = 0
        for row in short:
            truth = belongs(w, of, around.inside(row), test)
            total = plus(total, int(truth) if isinstance(truth, bool) else truth)
        return total
    join = join_of(w, of, around)
    if join and join.countable and all(alone(one) for one in (*of.excluded, *([test] if test else []))):
        return counted(w, of, test, join)
    if not (of.where or of.excluded or test):
        w.reads.update(slots_of(w, of.record))
        every_row = leaves.count_of(w, of.record)
        return every_row if isinstance(every_row, int) else call("len", every_row)
    number = w.keep(0)
    loop(w, of, test, around, lambda _: w.add(increased(number.id, 1)))
    return name(number.id)


def counted(w: Writer, of: t.Rows, test: t.Condition | None, join: Join) -> Expr:
    """How many rows have the key and pass: counted for every key before the loops."""
    asked = (*join.rest, *of.excluded, *([test] if test else []))
    key = ("counted", of.record, join.columns, join.rest, of.excluded, test, w.said(*asked))
    with w.before_loops():
        made = w.known(key)
        if made is None:
            made = w.variable()
            w.add(assigned(made, ast.Dict([], [])))
            rest = t.Rows(of.record, join.rest, of.excluded)

            def count(inside: Around) -> None:
                cells = [t.Cell(of.record, column, 0, TextType()) for column in join.columns]
                own = key_of(w, [leaves.text(w, cell, inside) for cell in cells])
                kept = own if isinstance(own, ast.Name) else w.keep(own)
                found = ast.Call(ast.Attribute(name(made), "get", ast.Load()), [kept, ast.Constant(0)], [])
                target = ast.Subscript(name(made), kept, ast.Store())
                w.add(ast.Assign([target], ast.BinOp(found, ast.Add(), ast.Constant(1))))

            loop(w, rest, test, Around(), count)
            w.learn(key, made)
    assert isinstance(made, str)
    return ast.Call(ast.Attribute(name(made), "get", ast.Load()), [join.key, ast.Constant(0)], [])


def total(w: Writer, term: t.Sum, around: Around) -> Amount:
    """The sum of what rows bring."""
    written = settled(w, term.rows, around)
    if written is not None:
        return _added(w, [brought(w, term.value, inside) for inside in written])
    sum_ = w.keep(0)
    increases: list[tuple[ast.AugAssign, Whole, int]] = []

    def body(inside: Around) -> None:
        value = brought(w, term.value, inside)
        assert isinstance(value.bottom, int)
        statement = ast.AugAssign(ast.Name(sum_.id, ast.Store()), ast.Add(), tree(value.top))
        increases.append((statement, value.top, value.bottom))
        w.add(statement)

    each(w, term.rows, None, around, body)
    scale = lcm(1, *(bottom for _, _, bottom in increases))
    for statement, top, bottom in increases:
        statement.value = tree(times(top, scale // bottom))
    return Amount(name(sum_.id), scale)


def brought(w: Writer, value: t.Term, inside: Around) -> Amount:
    """What a row brings, over a known bottom."""
    found = w.amount(w, value, inside)
    assert isinstance(found, Amount)
    if found.leaf is not None:
        leaves.uncut(w, found.leaf)
    if isinstance(found.bottom, int):
        return found
    return Amount(w.keep(w.call(running.whole_ratio, found.top, found.bottom)), 1, positive=found.positive)


def _added(w: Writer, values: list[Amount]) -> Amount:
    """Several amounts over known bottoms, together."""
    bottoms = [value.bottom for value in values if isinstance(value.bottom, int)]
    scale, top = lcm(1, *bottoms), NOUGHT
    for value, bottom in zip(values, bottoms, strict=True):
        top = plus(top, times(value.top, scale // bottom))
    return Amount(top, scale, positive=all(value.positive for value in values))


def share(w: Writer, of: t.Rows, test: t.Condition, around: Around) -> Amount:
    """The part of the rows that passes; a fault where there are none."""
    passing, members = passes(w, of, test, around)
    no_rows(w, members)
    return Amount(w.light(passing), w.light(members), positive=True)


def no_rows(w: Writer, members: Whole) -> None:
    """A fault where there are no rows."""
    if isinstance(members, int):
        if members == 0:
            w.add(ast.Raise(w.constant(running.Fault)))
        return
    w.add(ast.If(tree(negated(members)), [ast.Raise(w.constant(running.Fault))], []))


def passes(w: Writer, of: t.Rows, test: t.Condition, around: Around) -> tuple[Whole, Whole]:
    """How many rows pass, and how many there are."""
    rows = settled(w, of, around)
    if rows is not None:
        truths = [w.test(w, test, inside) for inside in rows]
        number: Whole = 0
        for truth in truths:
            number = plus(number, int(truth) if isinstance(truth, bool) else truth)
        return (number if isinstance(number, int) else w.keep(number)), len(rows)
    passing, members = w.keep(0), w.keep(0)

    def body(inside: Around) -> None:
        w.add(increased(members.id, 1))
        under(w, w.test(w, test, inside), lambda: w.add(increased(passing.id, 1)))

    each(w, of, None, around, body)
    return name(passing.id), name(members.id)


def settled(w: Writer, of: t.Rows, around: Around) -> list[Around] | None:
    """The rows of a short table of the plan, where nothing but the plan decides which belong."""
    short = written_out(w, of.record)
    if short is None:
        return None
    with w.nested():
        truths = [belongs(w, of, around.inside(row)) for row in short]
    if not all(isinstance(truth, bool) for truth in truths):
        return None
    return [around.inside(row) for row, truth in zip(short, truths, strict=True) if truth]
