"""Reasons: the tree of conditions behind a level, each with its truth over all worlds, its facts, its dates and its margin.

In: a condition, or its sketch, and the ground of its goal. Out: a ``Reason``; nothing here decides anything that the reference has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import islice

from criteria.evaluate.amounts import amount
from criteria.evaluate.asked import amount_of, rows_of, truth_of
from criteria.evaluate.coverage import day_of, groups_counted, kept, left_out, place_of
from criteria.evaluate.groups import groups_of
from criteria.evaluate.moments import moment
from criteria.evaluate.rows import FAIL, PASS, Tally
from criteria.evaluate.shape import passing_rows
from criteria.evaluate.sketches import GROUPED, Sketch, group_key, sketch_of, titled
from criteria.evaluate.used import facts_of, facts_told, shown
from criteria.evaluate.verdict import Margin, Reason, Truth, UsedFact
from criteria.evaluate.worlds import Choices, Env, Faulty, Ground, NoValue, TooManyWorlds, World
from criteria.frozen import changed, evolve, kept_with
from criteria.ladder.domains import FIRST, LAST, Days, Numbers, number
from criteria.model import terms as t
from criteria.model.plan import FixedRow, Record, fold
from criteria.model.types import Unit

HUNDRED = Fraction(100)
MOST_ROWS = 5  # rows named in a reason
ELSE = {Truth.TRUE: Truth.FALSE, Truth.FALSE: Truth.TRUE, Truth.UNKNOWN: Truth.UNKNOWN}


def reason(ground: Ground, condition: t.Condition) -> Reason:
    """The condition and all below it."""
    return filled(ground, sketch_of(ground.plan, condition, ground.readings), Env(), None)


def filled(ground: Ground, sketch: Sketch, env: Env, wanted: Truth | None) -> Reason:
    """A sketch with what the facts decide; it decides its parent where its truth is the one ``wanted`` there."""
    if sketch.group is not None:
        env = Env(env.rows, (*env.groups, sketch.group))
    truth = truth_of(ground, sketch.condition, env)
    if sketch.parts is None and sketch.grouped is None:
        return test_filled(ground, sketch, env, truth, wanted)
    inside = ELSE[truth] if isinstance(sketch.condition, t.Not) else truth
    if sketch.grouped is None:
        children = tuple([filled(ground, part, env, inside) for part in sketch.parts or ()])
    else:
        children = tuple(_groups(ground, sketch.condition, sketch.grouped, env, inside))
    return compound(sketch, truth, wanted, children)


def compound(sketch: Sketch, truth: Truth, wanted: Truth | None, children: tuple[Reason, ...]) -> Reason:
    """A reason with all below it."""
    told: dict[str, object] = {"truth": truth, "decides": truth is wanted, "children": children}
    if isinstance(sketch.condition, t.SomeGroups):
        told["measured"] = groups_counted(sketch.condition, children)
    return changed(sketch.blank, told)


def _groups(ground: Ground, condition: t.Condition, test: Sketch, env: Env, wanted: Truth) -> Iterator[Reason]:
    """The test in each group that the facts bring, by the group's name."""
    assert isinstance(condition, GROUPED)
    try:
        groups = groups_of(World(ground, Choices()), condition)
    except (Faulty, TooManyWorlds):
        return
    for group in groups:
        inner = filled(ground, test, Env(env.rows, (*env.groups, (group_key(condition), group))), wanted)
        yield titled(inner, condition, _spelt(condition, ground, group))


def _spelt(condition: GROUPED, ground: Ground, group: str) -> str:
    """A group as the plan writes it."""
    record = ground.plan.records[condition.record]
    written = [*(condition.choices or ()), *(str(row.values[condition.column]) for row in record.rows or ())]
    rows = ground.facts.records.get(condition.record)
    written += [
        row.cells[condition.column].text for row in (rows.rows if rows else ()) if condition.column in row.cells
    ]
    return next((text for text in written if fold(text) == group), group.removeprefix("\x00"))


def test_filled(ground: Ground, sketch: Sketch, env: Env, truth: Truth, wanted: Truth | None) -> Reason:
    """A single test, whose truth is known."""
    world, test = World(ground, Choices()), sketch.condition
    base = evolve(sketch.blank, truth=truth, decides=truth is wanted, facts=facts_told(ground, sketch, env))
    try:
        match test:
            case t.DateTest():
                told = {"measured": day_of(world, test.value, env), "kept": kept(world, test.value, env)}
                return evolve(base, margin=_days_left(world, test, sketch.window, env), **told)
            case t.Compare(relation, left, right, unit):
                values, limit = amount_of(world, left, env), amount_of(World(ground, Choices()), right, env)
                rows_told = (kept(world, left, env) or kept(world, right, env)) if sketch.kept else ""
                base = evolve(base, kept=rows_told, measured=place_of(world, left, env))
                shown = None if isinstance(left, t.Rank) and not left.part else range_of(values, unit)
                return evolve(base, amount=shown, margin=distance(relation, values, limit, unit))
            case t.Between(value, low, high, unit):
                values, rows_told = amount_of(world, value, env), kept(world, value, env) if sketch.kept else ""
                base = evolve(base, kept=rows_told)
                ends = (amount_of(world, low, env), amount_of(world, high, env))
                return evolve(base, amount=range_of(values, unit), margin=between(values, ends, unit))
            case t.Quantified():
                return _quantified(world, test, sketch.share, env, base)
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


def _days_left(world: World, test: t.DateTest, passing: tuple[int, int] | None, env: Env) -> Margin | None:
    """Days to the nearer end of the passing days; negative when outside."""
    subject = moment(world, test.value, env)
    if passing is None or subject.leaf is None or not isinstance(subject.leaf.domain, Days):
        return None
    days = subject.leaf.domain
    return None if days.never or not days.spans else days_left(passing, days.first, days.last)


def days_left(passing: tuple[int, int], first: int, last: int) -> Margin | None:
    """The same of a day that lies from ``first`` to ``last``."""
    low, high = passing
    if low <= FIRST:
        return None if high >= LAST else _days(high - last, high - first)
    if high >= LAST:
        return _days(first - low, last - low)
    return _days(min(first - low, high - last), min(last - low, high - first))


@lru_cache(maxsize=4096)
def _days(least: int, most: int) -> Margin:
    """So many days; most reports tell of the same few numbers."""
    return Margin(Fraction(least), Fraction(most), Unit.DAYS)


def range_of(values: Numbers, unit: Unit) -> Margin:
    low, high = values.ends()
    if low is not None and low is high:
        return scaled(low, unit)
    scale = _scale(unit)
    least = None if low is None else low * scale
    return Margin(least, None if high is None else high * scale, unit)


def scaled(value: Fraction, unit: Unit) -> Margin:
    """One known value."""
    (top, bottom), (times, over) = value.as_integer_ratio(), _scale(unit).as_integer_ratio()
    found = Fraction(top * times, bottom * over)
    return Margin(found, found, unit)


def _scale(unit: Unit) -> Fraction:
    return HUNDRED if unit is Unit.RATIO else unit.scale


def distance(relation: t.Comparison, values: Numbers, limit: Numbers, unit: Unit) -> Margin | None:
    """How far the quantity lies on the passing side of the limit."""
    if relation is t.Comparison.NOT_EQUAL or not limit.single:
        return None
    if values.single:
        return gap(relation, values.value, limit.value, unit)
    if relation is t.Comparison.EQUAL:
        return None
    scale = _scale(unit)
    low, high = (None if end is None else (end - limit.value) * scale for end in values.ends())
    if relation in (t.Comparison.AT_MOST, t.Comparison.BELOW):
        low, high = None if high is None else -high, None if low is None else -low
    return Margin(low, high, unit)


def gap(relation: t.Comparison, value: Fraction, limit: Fraction, unit: Unit) -> Margin | None:
    """The same of one known value."""
    if relation is t.Comparison.NOT_EQUAL:
        return None
    (top, bottom), (limit_top, limit_bottom) = value.as_integer_ratio(), limit.as_integer_ratio()
    apart, (times, over) = top * limit_bottom - limit_top * bottom, _scale(unit).as_integer_ratio()
    if relation is t.Comparison.EQUAL:
        apart = -abs(apart)
    elif relation in (t.Comparison.AT_MOST, t.Comparison.BELOW):
        apart = -apart
    found = Fraction(apart * times, bottom * limit_bottom * over)
    return Margin(found, found, unit)


def between(values: Numbers, ends: tuple[Numbers, Numbers], unit: Unit) -> Margin | None:
    """How far the quantity lies from the nearer end."""
    least, most = t.Comparison.AT_LEAST, t.Comparison.AT_MOST
    return nearer(distance(least, values, ends[0], unit), distance(most, values, ends[1], unit))


def nearer(a: Margin | None, b: Margin | None) -> Margin | None:
    """The smaller of two margins."""
    if a is None or b is None:
        return a or b
    lows = None if a.low is None or b.low is None else min(a.low, b.low)
    highs = [h for h in (a.high, b.high) if h is not None]
    return Margin(lows, min(highs, default=None), a.unit)


def _quantified(world: World, test: t.Quantified, part: t.Share | None, env: Env, base: Reason) -> Reason:
    """The count behind a quantifier, its share or number against the limit, and the rows that stand against it."""
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
        margin = distance(test.relation, values, limit, Unit.NUMBER)
        return evolve(base, amount=range_of(values, Unit.NUMBER), margin=margin)
    assert part is not None
    values = amount_of(world, part, env)
    margin = distance(test.relation, values, limit, Unit.PERCENTAGE_POINT)
    return evolve(base, amount=range_of(values, Unit.PERCENT), margin=margin)


def _rows_named(world: World, test: t.Quantified, settled: Mapping[int, int], found: Tally) -> Iterator[UsedFact]:
    """The first rows that stand against the quantifier, or are open."""
    against = PASS if test.quantity is t.Quantity.NO else FAIL
    open_rows = {place for place, _ in found.open_rows}
    standing = (n for n in sorted({*settled, *open_rows}) if n in open_rows or settled[n] == against)
    for place in islice(standing, MOST_ROWS):
        yield row_named(world.ground, test, place)


def row_named(ground: Ground, test: t.Quantified, number: int) -> UsedFact:
    """A row by its first cells and its place."""
    record = ground.plan.records[test.rows.record]
    if record.rows is not None:
        return _fixed_row(record, record.rows[number])
    row = ground.facts.records[record.key].rows[number]
    cells = (row.cells.get(key) for key, column in record.columns.items() if column.computed is None)
    return UsedFact(record.key, ", ".join(text for text in map(shown, cells) if text), row.place.short)


def _fixed_row(record: Record, row: FixedRow) -> UsedFact:
    """A row of the plan, told once."""
    kept = kept_with(row)
    if "named" not in kept:
        said = (str(value) for key, value in row.values.items() if not record.columns[key].aside)
        kept["named"] = UsedFact(record.key, ", ".join(said), row.place.short)
    found: UsedFact = kept["named"]
    return found
