"""The brute force for aggregates, as a textbook has them: a complete world, its rows, the rows that have a value.

In: a world of ``brute.py``. Out: one number or day. Nothing of the evaluator is used.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeVar

from criteria.model import terms as t
from criteria.model.plan import fold
from criteria.model.totals import RoundingWay
from criteria.model.types import DateType, Unit
from evaluate import brute as b

OVER_ROWS = (t.Mean, t.Median, t.Percentile, t.Distinct, t.EdgeDay, t.OfOne, t.Rank)
V = TypeVar("V")


def number(world: b.World, term: t.Term, env: b.Env) -> Fraction:
    match term:
        case t.Mean(rows, value, weight):
            pairs = [
                (b.number(world, value, e), b.number(world, weight, e) if weight else Fraction(1))
                for e in valued(world, rows, value, env)
            ]
            if not pairs or sum(w for _, w in pairs) == 0:
                raise b.Fault
            return sum((x * w for x, w in pairs), Fraction(0)) / sum(w for _, w in pairs)
        case t.Median(rows, value):
            values = ordered(world, rows, value, env)
            size = len(values)
            return values[size // 2] if size % 2 else (values[size // 2 - 1] + values[size // 2]) / 2
        case t.Percentile(rows, value, share):
            values = ordered(world, rows, value, env)
            return next(v for v in values if Fraction(sum(w <= v for w in values), len(values)) >= share)
        case t.Distinct(rows, value):
            return Fraction(len({b.text(world, value, e) for e in inside(world, rows, env)}))
        case t.OfOne(rows, value):
            (one,) = exactly_one(world, rows, env)
            return b.number(world, value, one)
        case t.Rank(rows, value, subject, highest, part):
            mine = comparable(world, subject, env)
            every = []
            for e in inside(world, rows, env):
                try:
                    every.append(comparable(world, value, e))
                except b.NoValue:
                    continue
            if not every:
                raise b.Fault
            position = 1 + sum(other > mine if highest else other < mine for other in every)
            return Fraction(position, len(every) if part else 1)
        case t.Rounded(value, way, step):
            return rounded(b.number(world, value, env), way, step)
    raise AssertionError(term)


def day(world: b.World, term: t.EdgeDay | t.OfOne, env: b.Env) -> date:
    if isinstance(term, t.OfOne):
        (one,) = exactly_one(world, term.rows, env)
        return b.day(world, term.value, one)
    days = []
    for e in inside(world, term.rows, env):
        try:
            days.append(b.day(world, term.value, e))
        except b.NoValue:
            continue
    if not days:
        raise b.Fault
    return max(days) if term.latest else min(days)


def comparable(world: b.World, term: t.Term, env: b.Env) -> Fraction:
    """A number, or a day as a number."""
    if isinstance(term, t.Cell) and isinstance(term.type, DateType):
        return Fraction(b.day(world, term, env).toordinal())
    return b.number(world, term, env)


def rounded(value: Fraction, way: RoundingWay, step: Fraction) -> Fraction:
    """To the multiples on either side, the nearer one; half away from zero."""
    below = value // step * step
    above = below if below == value else below + step
    if way is RoundingWay.DOWN:
        return below
    if way is RoundingWay.UP:
        return above
    if value - below == above - value:
        return above if value >= 0 else below
    return below if value - below < above - value else above


def some_groups(world: b.World, c: t.SomeGroups, env: b.Env) -> bool | None:
    """None where there are no groups."""
    found = c.choices or [row[c.column] for row in world.rows[c.record]]
    groups = {fold(str(group)): None for group in found}
    if not groups:
        return None
    holding = sum([b.holds(world, c.test, (env[0], (*env[1], (f"{c.record}.{c.column}", g)))) for g in groups])
    whole = len(groups) if c.amount.unit is Unit.PERCENT else 1
    return b.compared(c.relation, Fraction(holding, whole), c.amount.value)


def inside(world: b.World, rows: t.Rows, env: b.Env) -> list[b.Env]:
    """The rows in force, one after the other."""
    return [(((rows.record, row), *env[0]), env[1]) for row in b.rows_of(world, rows, env)]


def exactly_one(world: b.World, rows: t.Rows, env: b.Env) -> list[b.Env]:
    every = inside(world, rows, env)
    if len(every) != 1:
        raise b.Fault
    return every


def valued(world: b.World, rows: t.Rows, value: t.Term, env: b.Env) -> list[b.Env]:
    """The rows whose value is not computed from a day that is never."""
    found = []
    for e in inside(world, rows, env):
        try:
            b.number(world, value, e)
        except b.NoValue:
            continue
        found.append(e)
    return found


def ordered(world: b.World, rows: t.Rows, value: t.Term, env: b.Env) -> list[Fraction]:
    values = sorted(b.number(world, value, e) for e in valued(world, rows, value, env))
    if not values:
        raise b.Fault
    return values
