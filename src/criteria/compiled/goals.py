"""A goal under one combination of readings as a function.

In: a plan, a goal, readings. Out: a ``Program``: bound values in, the one level out; what it reads, and where it cuts open values. Holds:
of a goal asked of many, the worst; ``Uncompiled`` names what stays with the reference.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from criteria.compiled import leaves, rows, running
from criteria.compiled.aggregates import edge
from criteria.compiled.amounts import amount
from criteria.compiled.conditions import truth
from criteria.compiled.expressions import assigned, name
from criteria.compiled.function import Levels, Values, function_of, tree_of
from criteria.compiled.slots import Slots
from criteria.compiled.writer import Around, Constants, LoopRow, Row, Uncompiled, Writer
from criteria.evaluate.reference import condition_of
from criteria.frozen import frozen
from criteria.model.plan import Goal, Level, Plan

NOWHERE = Around()


@frozen(eq=False)
class Program:
    """A goal as code: the slots it reads, where it cuts their open values, those it takes one by one, and its outcomes, best first."""

    body: Sequence[ast.stmt]
    loaded: frozenset[int]  # slots that stand in the code
    constants: Constants
    reads: frozenset[int]
    cuts: Mapping[int, tuple[object, ...]]
    uncut: frozenset[int]
    outcomes: tuple[str, ...]
    tree: ast.Module

    @cached_property
    def run(self) -> Callable[[Values], Levels]:
        """The function, made when it is first wanted."""
        return function_of(self.tree, self.constants)

    @property
    def source(self) -> str:
        """The code, for whoever wants to read it."""
        return ast.unparse(self.tree)


def program(
    plan: Plan,
    goal: Goal,
    readings: Mapping[str, str],
    slots: Slots,
    constants: Constants | None = None,
    *,
    eager: bool = False,
) -> Program:
    """The goal as a function of bound values; ``eager``: one that meets every fault that the reference would note."""
    w = Writer(plan, readings, slots, truth, amount, edge, eager)
    w.constants = constants or w.constants
    if goal.linear:
        raise Uncompiled("linear")
    if goal.judged:
        raise Uncompiled("judged")
    outcomes = tuple(step.id for step in goal.outcomes)
    _asked_of_many(w, goal) if goal.each else _levels(w, goal)
    cuts = {slot: tuple(sorted(places)) for slot, places in w.cuts.items()}  # type: ignore[type-var]
    reads, uncut = frozenset(w.reads), frozenset(w.uncut)
    return Program(w.block.body, frozenset(w.loaded), w.constants, reads, cuts, uncut, outcomes, tree_of(w))


def _levels(w: Writer, goal: Goal) -> None:
    """The first level that holds, else the lowest."""
    for level in goal.levels:
        found = truth(w, condition_of(w.readings, level), NOWHERE)
        if found is True:
            w.add(ast.Return(w.constant((level.step.id,))))
            return
        rows.under(w, found, lambda level=level: w.add(ast.Return(w.constant((level.step.id,)))))  # type: ignore[misc]
    w.add(ast.Return(w.constant((goal.scale.lowest.id,))))


def _asked_of_many(w: Writer, goal: Goal) -> None:
    """The worst of all subjects in all periods."""
    assert goal.each is not None
    if any(step.low != step.high for step in goal.outcomes):
        raise Uncompiled("range of scores of many")
    place = {step.id: number for number, step in enumerate(goal.outcomes)}
    asked = [period.levels for period in goal.each.periods] or [goal.levels]
    worst = w.keep(0)

    def ask(subject: Row | None) -> None:
        w.subject = subject
        for levels in asked:
            found = w.variable()
            _placed(w, levels, found, place, place[goal.scale.lowest.id])
            worse = ast.Compare(name(found), [ast.Gt()], [name(worst.id)])
            w.add(ast.If(worse, [assigned(worst.id, name(found))], []))

    if goal.each.subjects:
        _each_subject(w, goal.each.subjects.record, ask)
    else:
        ask(None)
    every = w.constant(tuple((step.id,) for step in goal.outcomes))
    w.add(ast.Return(ast.Subscript(every, name(worst.id), ast.Load())))


def _placed(w: Writer, levels: tuple[Level, ...], found: str, place: Mapping[str, int], lowest: int) -> None:
    """The place of the first level that holds."""
    if not levels:
        w.add(assigned(found, lowest))
        return
    holds = truth(w, condition_of(w.readings, levels[0]), NOWHERE)
    if isinstance(holds, bool):
        if holds:
            w.add(assigned(found, place[levels[0].step.id]))
        else:
            _placed(w, levels[1:], found, place, lowest)
        return
    with w.nested() as other:
        _placed(w, levels[1:], found, place, lowest)
    w.add(ast.If(holds, [assigned(found, place[levels[0].step.id])], other.body))


def _each_subject(w: Writer, record: str, ask: Callable[[Row], None]) -> None:
    """Every row of the table; none at all is a fault."""
    short = rows.written_out(w, record)
    if short is not None:
        if not short:
            w.add(ast.Raise(w.constant(running.Fault)))
        for one in short:
            ask(one)
        return
    row = LoopRow(record)
    every = leaves.count_of(w, record)
    rows.no_rows(w, every)
    with w.nested(loop=True) as block:
        ask(row)
    w.add(ast.For(rows.variables(row, several=False), rows.every(w, row), block.body, []))
