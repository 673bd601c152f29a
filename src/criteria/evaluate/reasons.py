"""Reasons: the tree of conditions behind a level, each with its truth over all worlds, its facts, its dates and its margin.

In: a condition and the ground of its goal. Out: a ``Reason``; nothing here decides anything that the reference has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import islice

from criteria.evaluate.amounts import amount
from criteria.evaluate.asked import amount_of, rows_of, truth_of
from criteria.evaluate.coverage import day_of, groups_counted, kept, left_out, place_of
from criteria.evaluate.groups import groups_of
from criteria.evaluate.moments import moment
from criteria.evaluate.rows import FAIL, PASS, Tally
from criteria.evaluate.shape import passing_rows
from criteria.evaluate.used import facts_of, resolved, shown
from criteria.evaluate.verdict import Margin, Reason, Truth, UsedFact
from criteria.evaluate.worlds import Choices, Env, Faulty, Ground, NoValue, TooManyWorlds, World
from criteria.frozen import evolve
from criteria.ladder.domains import FIRST, LAST, Days, Numbers, number
from criteria.ladder.windows import window
from criteria.model import terms as t
from criteria.model.plan import fold
from criteria.model.types import Unit

MOST_ROWS = 5  # rows named in a reason
COMPOUND = t.AllOf | t.AnyOf | t.NumberOf | t.Not | t.ChosenCondition | t.EveryGroup | t.SomeGroups


def reason(ground: Ground, condition: t.Condition, env: Env = Env()) -> Reason:  # noqa: B008 - Env is frozen
    """The condition and all below it."""
    if isinstance(condition, t.ChosenCondition):
        inner = reason(ground, dict(condition.alternatives)[ground.readings[condition.name]], env)
        return evolve(inner, text=condition.text or inner.text, quote=condition.quote or inner.quote)
    truth = truth_of(ground, condition, env)
    if isinstance(condition, COMPOUND):
        children = tuple(_decide(truth, child, condition) for child in _children(ground, condition, env))
        measured = groups_counted(condition, children)
        return Reason(condition.text, truth, condition.place, condition.quote, measured=measured, children=children)
    return _test(ground, condition, env, truth)


def _children(ground: Ground, condition: t.Condition, env: Env) -> Iterator[Reason]:
    match condition:
        case t.AllOf(items) | t.AnyOf(items) | t.NumberOf(_, _, items):
            yield from (reason(ground, item, env) for item in items)
        case t.Not(item):
            yield reason(ground, item, env)
        case _:
            assert isinstance(condition, t.EveryGroup | t.SomeGroups)
            yield from _groups(ground, condition, env)


def _groups(ground: Ground, condition: t.EveryGroup | t.SomeGroups, env: Env) -> Iterator[Reason]:
    """The test in each group, by the group's name."""
    try:
        groups = groups_of(World(ground, Choices()), condition)
    except (Faulty, TooManyWorlds):
        return
    key = f"{condition.record}.{condition.column}"
    for group in groups:
        inner = reason(ground, condition.test, Env(env.rows, (*env.groups, (key, group))))
        yield evolve(inner, text=f"{_spelt(condition, ground, group)}: {inner.text or condition.text}")


def _spelt(condition: t.EveryGroup | t.SomeGroups, ground: Ground, group: str) -> str:
    """A group as the plan writes it."""
    record = ground.plan.records[condition.record]
    written = [*(condition.choices or ()), *(str(row.values[condition.column]) for row in record.rows or ())]
    rows = ground.facts.records.get(condition.record)
    written += [
        row.cells[condition.column].text for row in (rows.rows if rows else ()) if condition.column in row.cells
    ]
    return next((text for text in written if fold(text) == group), group.removeprefix("\x00"))


def _decide(truth: Truth, child: Reason, parent: t.Condition) -> Reason:
    """Mark the children whose truth is the parent's."""
    wanted = (
        {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE}.get(truth, truth) if isinstance(parent, t.Not) else truth
    )
    return evolve(child, decides=child.truth is wanted)


def _test(ground: Ground, test: t.Condition, env: Env, truth: Truth) -> Reason:
    world = World(ground, Choices())
    base = Reason(test.text, truth, test.place, test.quote, tuple(facts_of(ground, test, env)), resolved(ground, test))
    try:
        match test:
            case t.DateTest():
                told = {"measured": day_of(world, test.value, env), "kept": kept(world, test.value, env)}
                return evolve(base, margin=_days_left(world, test, env), **told)
            case t.Compare(relation, left, right, unit):
                values, limit = amount_of(world, left, env), amount_of(World(ground, Choices()), right, env)
                rows_told = kept(world, left, env) or kept(world, right, env)
                base = evolve(base, kept=rows_told, measured=place_of(world, left, env))
                shown = None if isinstance(left, t.Rank) and not left.part else range_of(values, unit)
                return evolve(base, amount=shown, margin=_distance(relation, values, limit, unit))
            case t.Between(value, low, high, unit):
                values, base = amount_of(world, value, env), evolve(base, kept=kept(world, value, env))
                ends = (amount_of(world, low, env), amount_of(world, high, env))
                both = (
                    _distance(t.Comparison.AT_LEAST, values, ends[0], unit),
                    _distance(t.Comparison.AT_MOST, values, ends[1], unit),
                )
                return evolve(base, amount=range_of(values, unit), margin=_nearest(*both))
            case t.Quantified():
                return _quantified(world, test, env, base)
            case _:
                return base
    except (NoValue, Faulty, TooManyWorlds):
        return base


def measured_value(ground: Ground, value: t.Term, unit: Unit, about: t.Condition) -> Reason:
    """A quantity that is not compared with anything: its facts, and its value or range."""
    base = Reason(about.text, Truth.UNKNOWN, about.place, "", tuple(facts_of(ground, about, Env())))
    try:
        return evolve(base, amount=range_of(amount(World(ground, Choices()), value, Env()), unit))
    except (NoValue, Faulty, TooManyWorlds):
        return base


def _days_left(world: World, test: t.DateTest, env: Env) -> Margin | None:
    """Days to the nearer end of the passing days; negative when outside."""
    phrases = [end.phrase for end in (test.first, test.last) if isinstance(end, t.DateValue)]
    subject = moment(world, test.value, env)
    if len(phrases) != 1 + (test.last is not None) or subject.leaf is None or not isinstance(subject.leaf.domain, Days):
        return None
    periods = [phrase.period(world.ground.readings) for phrase in phrases]
    low, high = window(world.ground.readings, test.relation, *periods)
    days = subject.leaf.domain
    if days.never or not days.spans:
        return None
    sides = [[d - low for d in (days.first, days.last)]] if low > FIRST else []
    sides += [[high - d for d in (days.first, days.last)]] if high < LAST else []
    ranges = [(Fraction(min(s)), Fraction(max(s))) for s in sides]
    return Margin(min(r[0] for r in ranges), min(r[1] for r in ranges), Unit.DAYS) if ranges else None


def range_of(values: Numbers, unit: Unit) -> Margin:
    low, high = values.ends()
    scale = _scale(unit)
    return Margin(None if low is None else low * scale, None if high is None else high * scale, unit)


def _scale(unit: Unit) -> Fraction:
    return Fraction(100) if unit is Unit.RATIO else unit.scale


def _distance(relation: t.Comparison, values: Numbers, limit: Numbers, unit: Unit) -> Margin | None:
    """How far the quantity lies on the passing side of the limit."""
    if relation is t.Comparison.NOT_EQUAL or not limit.single:
        return None
    scale = _scale(unit)
    low, high = (None if end is None else (end - limit.value) * scale for end in values.ends())
    if relation is t.Comparison.EQUAL:
        return Margin(-abs(low), -abs(low), unit) if values.single and low is not None else None
    if relation in (t.Comparison.AT_MOST, t.Comparison.BELOW):
        low, high = None if high is None else -high, None if low is None else -low
    return Margin(low, high, unit)


def _nearest(a: Margin | None, b: Margin | None) -> Margin | None:
    """The smaller of two margins."""
    if a is None or b is None:
        return a or b
    lows = None if a.low is None or b.low is None else min(a.low, b.low)
    highs = [h for h in (a.high, b.high) if h is not None]
    return Margin(lows, min(highs, default=None), a.unit)


def _quantified(world: World, test: t.Quantified, env: Env, base: Reason) -> Reason:
    """The count behind a quantifier, its share or number against the limit, and the rows that stand against it."""
    part = t.Share(test.rows, test.test, place=test.place) if test.test is not None else None
    found, outcomes = rows_of(world, test, part, env)
    settled = not found.open_rows and not found.grows
    counted = f"{found.passes}/{found.members}" if settled else f"{found.passes}+/{found.members}+"
    rows = tuple(_rows_named(world, test, outcomes, found)) if part is not None else ()
    base = evolve(base, facts=(*base.facts, *rows), measured=counted, kept=left_out(world, test.rows, env))
    if test.amount is None or (part is None and test.quantity is t.Quantity.SHARE):
        return base
    limit = number(test.amount.value)
    if test.quantity is t.Quantity.COUNT:
        values = amount_of(world, t.Count(passing_rows(test)), env)
        margin = _distance(test.relation, values, limit, Unit.NUMBER)
        return evolve(base, amount=range_of(values, Unit.NUMBER), margin=margin)
    assert part is not None
    values = amount_of(world, part, env)
    margin = _distance(test.relation, values, limit, Unit.PERCENTAGE_POINT)
    return evolve(base, amount=range_of(values, Unit.PERCENT), margin=margin)


def _rows_named(world: World, test: t.Quantified, settled: Mapping[int, int], found: Tally) -> Iterator[UsedFact]:
    """The first rows that stand against the quantifier, or are open."""
    against = PASS if test.quantity is t.Quantity.NO else FAIL
    open_rows = {place for place, _ in found.open_rows}
    standing = (n for n in sorted({*settled, *open_rows}) if n in open_rows or settled[n] == against)
    for place in islice(standing, MOST_ROWS):
        yield _row(world, test, place)


def _row(world: World, test: t.Quantified, number: int) -> UsedFact:
    """A row by its first cells and its place."""
    ground = world.ground
    record = ground.plan.records[test.rows.record]
    if record.rows is not None:
        fixed = record.rows[number]
        said = (str(value) for key, value in fixed.values.items() if not record.columns[key].aside)
        return UsedFact(record.key, ", ".join(said), fixed.place.short)
    row = ground.facts.records[record.key].rows[number]
    cells = (row.cells.get(key) for key, column in record.columns.items() if column.computed is None)
    return UsedFact(record.key, ", ".join(text for text in map(shown, cells) if text), row.place.short)
