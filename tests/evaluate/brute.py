"""An exhaustive brute force: every complete world over small domains, each evaluated as a textbook would.

In: plan, goal, facts, as-of, readings, and a ``Scale`` that says which days, numbers and texts there are. Out: the set of levels.
Written from the language page (section 1), and from nothing of the evaluator: no cells, no intervals, no sharing of work. Where the
facts leave a continuous quantity open, a ``Scale`` samples it; the levels found are then some of the true ones.
"""

from __future__ import annotations

import operator
from calendar import month_name, monthrange
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, product
from math import floor, prod
from random import Random
from typing import Any

from criteria.dates.anchored import Anchor
from criteria.dates.calendar import is_bank_day, is_working_day
from criteria.dates.durations import Duration, add
from criteria.dates.durations import Unit as In
from criteria.dates.period import Period
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation, passing_days
from criteria.facts import record as f
from criteria.frozen import frozen, names_of
from criteria.model import terms as t
from criteria.model.nodes import is_node
from criteria.model.plan import Goal, Level, Plan, fold
from criteria.model.scale import Step
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType

NEVER = None
Value = date | Fraction | str | bool | Duration | None  # None: never
Row = Mapping[str, Value]


@frozen
class Scale:
    """The small domains: the days there are, the numbers an open number may be, texts besides the plan's, how many further rows."""

    days: tuple[date, ...]
    numbers: tuple[Fraction, ...]
    texts: tuple[str, ...] = ("x1", "x2")
    one_kind: int = 6  # further rows of one kind: at most so many
    two_kinds: int = 3  # further rows of two kinds: at most so many of each


@frozen
class World:
    """A complete world: every fact has its value, every record its rows; tests over a fault have an answer."""

    plan: Plan
    readings: Mapping[str, str]
    facts: Mapping[str, Value]
    rows: Mapping[str, tuple[Row, ...]]
    free: Mapping[object, bool]


FEW = 300  # of more worlds than can be looked at; they say something only where they come to every level


class TooMany(Exception):
    """More worlds than the test wants to look at."""


class NoValue(Exception):
    """A date is never."""


class Fault(Exception):
    """An empty group, a zero divisor, nothing to look up."""


class Free(Exception):
    """A test with a fault whose answer this world does not say yet."""

    def __init__(self, key: object) -> None:
        super().__init__()
        self.key = key


Env = tuple[tuple[tuple[str, Row], ...], tuple[tuple[str, str], ...]]  # rows from the innermost out; groups


def level_set(
    plan: Plan,
    goal: Goal,
    facts: f.Facts,
    as_of: date | None,
    readings: Mapping[str, str],
    scale: Scale,
    most: int = 4_000,
) -> set[Step]:
    """The levels over all complete worlds, in no order, so that those that are open come to every level soon."""
    found: set[Step] = set()
    looked = 0
    paths, records, spaces = every_space(plan, goal, facts, as_of, readings, scale)
    few = prod(map(len, spaces)) <= most
    for chosen in mixed(spaces) if few else some_of(spaces, FEW):
        values, rows = world_of(paths, records, chosen)
        left: list[dict[object, bool]] = [{}]
        while left:
            free = left.pop()
            looked += 1
            if looked > most:
                raise TooMany
            try:
                found.add(level(World(plan, readings, values, rows, free), goal))
            except Free as open_test:
                left += [{**free, open_test.key: answer} for answer in (True, False)]
        if len(found) == len(goal.levels) + 1:
            return found
    if not few:
        raise TooMany
    return found


def mixed(spaces: list[list[Any]]) -> list[tuple[Any, ...]]:
    """Every choice of one of each, in no order but always the same."""
    every = list(product(*spaces))
    Random(0).shuffle(every)
    return every


def some_of(spaces: list[list[Any]], number: int) -> Iterator[tuple[Any, ...]]:
    draw = Random(0)
    return (tuple(draw.choice(space) for space in spaces) for _ in range(number))


# ---- which worlds there are -------------------------------------------------------------------------------------------


def complete_worlds(
    plan: Plan, goal: Goal, facts: f.Facts, as_of: date | None, readings: Mapping[str, str], scale: Scale
) -> Iterator[tuple[dict[str, Value], dict[str, tuple[Row, ...]]]]:
    paths, records, spaces = every_space(plan, goal, facts, as_of, readings, scale)
    return (world_of(paths, records, chosen) for chosen in product(*spaces))


def world_of(
    paths: list[str], records: list[str], chosen: tuple[Any, ...]
) -> tuple[dict[str, Value], dict[str, tuple[Row, ...]]]:
    """A choice of one of each, by path and by record."""
    return (
        dict(zip(paths, chosen[: len(paths)], strict=True)),
        dict(zip(records, chosen[len(paths) :], strict=True)),
    )


def every_space(
    plan: Plan, goal: Goal, facts: f.Facts, as_of: date | None, readings: Mapping[str, str], scale: Scale
) -> tuple[list[str], list[str], list[list[Any]]]:
    """The facts and records that the goal leads to, and what each of them can be."""
    closed = facts.closed and (as_of is None or (plan.record_closes is not None and as_of >= plan.record_closes))
    paths, records = used(plan, goal)
    clock = (as_of, closed, not facts.closed)
    values = [possible(facts.values.get(path), kind, clock, readings, scale) for path, kind in paths.items()]
    tables = [possible_rows(plan, facts, record, clock, readings, scale) for record in records]
    return list(paths), records, [*values, *tables]


def some_complete(
    plan: Plan, goal: Goal, facts: f.Facts, as_of: date | None, readings: Mapping[str, str], scale: Scale, number: int
) -> Iterator[f.Facts]:
    """Some of the complete worlds, as facts that leave nothing open."""
    paths, records, spaces = every_space(plan, goal, facts, as_of, readings, scale)
    draw = Random(0)
    for _ in range(number):
        chosen = [draw.choice(space) for space in spaces]
        rows = {key: chosen[len(paths) + n] for n, key in enumerate(records) if plan.records[key].rows is None}
        yield f.Facts(
            {path: exactly(value) for path, value in zip(paths, chosen, strict=False)},
            {
                key: f.RecordRows(
                    tuple(f.Row({c: exactly(v) for c, v in row.items()}, place=t.NOWHERE) for row in found),
                    place=t.NOWHERE,
                )
                for key, found in rows.items()
            },
        )


def exactly(value: Value) -> f.Given:
    return f.Given(f.Never() if value is NEVER else f.Exactly(value), place=t.NOWHERE)


def used(plan: Plan, goal: Goal) -> tuple[dict[str, Type], list[str]]:
    """Every fact with its type, and every record, that the goal's words lead to."""
    paths: dict[str, Type] = {}
    records: dict[str, None] = {}
    levels = [*goal.levels, *(level for each in (goal.each.periods if goal.each else ()) for level in each.levels)]
    left: list[object] = [c for level in levels for c in (level.literal, level.relaxed)]
    if goal.each and goal.each.subjects:
        records[goal.each.subjects.record] = None
    seen: set[tuple[str, str]] = set()
    while left:
        node = left.pop()
        if isinstance(node, t.Fact):
            paths[node.path] = node.type
        if isinstance(node, t.Rows | t.EveryGroup | t.SomeGroups):
            records[node.record] = None
        if isinstance(node, t.Cell) and (node.record, node.column) not in seen:
            seen.add((node.record, node.column))
            left.append(plan.records[node.record].columns[node.column].computed)
        if isinstance(node, tuple):
            left += node
        elif is_node(node):
            left += [getattr(node, name) for name in names_of(type(node))]
    return paths, list(records)


Clock = tuple[date | None, bool, bool]  # as of, closed, nothing is closed


def possible(given: f.Given | None, kind: Type, clock: Clock, readings: Mapping[str, str], scale: Scale) -> list[Value]:
    """The table of worlds, line by line."""
    as_of, _, _ = clock
    what = f.Nothing() if given is None else given.possible
    if given is not None and given.known_from is not None and as_of is not None and as_of < given.known_from:
        what = f.Unknown()
    if isinstance(kind, DateType):
        return possible_days(what, clock, readings, scale)
    match what:
        case f.Exactly(value):
            return [value]
        case f.OneOf(some):
            return list(some)
        case f.NumberBetween(low, high):
            ends = {low, high, (low + high) / 2, *(n for n in scale.numbers if low <= n <= high)}
            assert isinstance(kind, NumberType)
            return [n for n in sorted(ends) if not kind.whole or n.denominator == 1]
    match kind:
        case NumberType(_, bounds, whole):
            ends = {n for n in (bounds.low, bounds.high) if n is not None}
            return [n for n in sorted({*scale.numbers, *ends}) if bounds.holds(n) and (not whole or n.denominator == 1)]
        case ChoiceType(options):
            return list(options)
        case YesNoType():
            return [True, False]
        case TextType():
            return list(scale.texts)
        case DurationType():
            return [Duration(n, In.DAYS) for n in (*range(9), 30, 600)]
    raise AssertionError(kind)


def days_of(what: f.Possible, readings: Mapping[str, str]) -> list[date]:
    match what:
        case f.Exactly(day):
            assert isinstance(day, date)
            return [day]
        case f.DayBetween(first, last):
            return between(first, last)
        case f.SomeDayOf(phrase):
            period = phrase.period(readings)
            return between(period.earliest, period.latest)
        case f.OneOf(values):
            return [v for v in values if isinstance(v, date)]
    raise AssertionError(what)


def between(first: date, last: date) -> list[date]:
    return [first + timedelta(n) for n in range((last - first).days + 1)]


def possible_days(what: f.Possible, clock: Clock, readings: Mapping[str, str], scale: Scale) -> list[Value]:
    as_of, closed, nothing_closed = clock
    match what:
        case f.Never():
            return [NEVER]
        case f.Unknown():
            return [*scale.days, NEVER]
        case f.Nothing():
            if nothing_closed:
                return [*scale.days, NEVER]
            return [NEVER] if closed or as_of is None else [*(d for d in scale.days if d > as_of), NEVER]
    days = days_of(what, readings)
    if as_of is None or all(d <= as_of for d in days):
        return list(days)
    later = [] if closed else [d for d in scale.days if d > as_of]
    return [*(d for d in days if d <= as_of), *later, NEVER]


def possible_rows(
    plan: Plan, facts: f.Facts, key: str, clock: Clock, readings: Mapping[str, str], scale: Scale
) -> list[tuple[Row, ...]]:
    """Every set of rows that a record can have."""
    record = plan.records[key]
    columns = {c.key: c for c in record.columns.values() if c.computed is None}
    if record.rows is not None:
        return [tuple(dict(row.values) for row in record.rows)]
    as_of, closed, _ = clock
    brought = facts.records.get(key)
    choices: list[list[Row | None]] = []
    for row in brought.rows if brought else ():
        cells: list[list[Value]] = []
        dropped = False
        for column in columns.values():
            given = row.cells.get(column.key)
            if record.is_log and column.key == (record.recorded or record.when):
                what = given.possible if given else f.Nothing()
                days = list(scale.days) if isinstance(what, f.Nothing | f.Unknown) else days_of(what, readings)
                dropped = as_of is not None and any(d > as_of for d in days)
                cells.append([d for d in days if as_of is None or d <= as_of])
            else:
                cells.append(possible(given, column.type, clock, readings, scale))
        here: list[Row | None] = [dict(zip(columns, values, strict=True)) for values in product(*cells)]
        choices.append([*here, None] if dropped else here)
    known = [tuple(row for row in rows if row is not None) for rows in product(*choices)]
    anything = brought is None or brought.others
    if not anything and (not record.is_log or as_of is None or closed):
        return known
    kinds = further_kinds(plan, key, None if anything else as_of, readings, scale)
    return [(*rows, *more) for rows in known for more in further(kinds, scale)]


def further_kinds(plan: Plan, key: str, after: date | None, readings: Mapping[str, str], scale: Scale) -> list[Row]:
    """Every row that may still come."""
    record = plan.records[key]
    cells: dict[str, list[Value]] = {}
    for column in record.columns.values():
        if column.key == record.when and after and (record.recorded or plan.closing):
            cells[column.key] = [d for d in scale.days if not has_closed(plan, d, after)]
        elif column.key in (record.when, record.recorded):
            cells[column.key] = [d for d in scale.days if after is None or d > after]
        elif column.computed is None:
            cells[column.key] = possible(
                f.Given(f.Unknown(), place=t.NOWHERE), column.type, (None, True, False), readings, scale
            )
    return [dict(zip(cells, values, strict=True)) for values in product(*cells.values())]


def has_closed(plan: Plan, day: date, as_of: date) -> bool:
    """Whether the month of ``day`` (the only stretch that cases close) is complete."""
    if plan.closing is None:
        return False
    last = date(day.year, day.month, monthrange(day.year, day.month)[1])
    return add(last, plan.closing.after) <= as_of


def further(kinds: list[Row], scale: Scale) -> Iterator[tuple[Row, ...]]:
    """No row, some of one kind, or some of two kinds."""
    yield ()
    for row in kinds:
        yield from ((row,) * number for number in range(1, scale.one_kind + 1))
    for one, other in combinations(kinds, 2):
        for n, m in product(range(1, scale.two_kinds + 1), repeat=2):
            yield (one,) * n + (other,) * m


# ---- what holds in a world --------------------------------------------------------------------------------------------


def level(world: World, goal: Goal) -> Step:
    """Of a goal for each subject or period: that of the worst."""
    if goal.each is None:
        return level_there(world, goal.levels, goal, ())
    asked = goal.each.subjects
    subjects = [((asked.record, row),) for row in world.rows[asked.record]] if asked else [()]
    periods = [period.levels for period in goal.each.periods] or [goal.levels]
    every = [level_there(world, levels, goal, subject) for subject in subjects for levels in periods]
    return min(every, key=lambda step: step.score)


def level_there(world: World, levels: tuple[Level, ...], goal: Goal, subject: tuple[tuple[str, Row], ...]) -> Step:
    for one in levels:
        if holds(world, one.literal if world.readings["lower-levels"] == "literal" else one.relaxed, (subject, ())):
            return one.step
    return goal.scale.lowest


def holds(world: World, c: t.Condition, env: Env) -> bool:
    match c:
        case t.AllOf(items):
            return all(holds(world, item, env) for item in items)
        case t.AnyOf(items):
            return any(holds(world, item, env) for item in items)
        case t.NumberOf(relation, number, items):
            return compared(relation, Fraction(sum([holds(world, i, env) for i in items])), Fraction(number))
        case t.Not(item):
            return not holds(world, item, env)
        case t.ChosenCondition(name, alternatives):
            return holds(world, dict(alternatives)[world.readings[name]], env)
        case t.EveryGroup(record, column, choices, test):
            found = choices or [row[column] for row in world.rows[record]]
            groups = {fold(str(group)): None for group in found}
            if groups:
                return all(holds(world, test, (env[0], (*env[1], (f"{record}.{column}", g)))) for g in groups)
            return free(world, c, env)
        case t.SomeGroups():
            answer = aggregates.some_groups(world, c, env)
            return free(world, c, env) if answer is None else answer
    try:
        return test_holds(world, c, env)
    except NoValue:
        return False
    except Fault:
        return free(world, c, env)


def free(world: World, c: t.Condition, env: Env) -> bool:
    """A test with a fault: true in some worlds, false in others; the same test has one answer in a world."""
    deep, subject, groups = around(c)
    rows = (*env[0][:deep], *(env[0][-1:] if subject else ()))
    key = (c, tuple((record, id(row)) for record, row in rows), env[1] if groups else ())
    if key not in world.free:
        raise Free(key)
    return world.free[key]


@lru_cache
def around(c: t.Condition) -> tuple[int, bool, bool]:
    """How many rows around it a test depends on, and whether on the subject and on groups."""
    return depth(c, 0), of_subject(c), grouped(c)


def depth(node: object, inside: int) -> int:
    """How many rows around it a node depends on."""
    if isinstance(node, tuple):
        return max((depth(n, inside) for n in node), default=0)
    if isinstance(node, t.Cell):
        return max(0, node.scope + 1 - inside)
    if not is_node(node):
        return 0
    if isinstance(node, t.Rows):
        return max(depth(node.where, inside + 1), depth(node.excluded, inside + 1))
    deeper = isinstance(node, (t.Sum, t.Share, t.Quantified, *aggregates.OVER_ROWS))
    return max(
        (
            depth(v := getattr(node, name), inside + (deeper and not isinstance(v, t.Rows) and name != "subject"))
            for name in names_of(type(node))
        ),
        default=0,
    )


def of_subject(node: object) -> bool:
    if isinstance(node, tuple):
        return any(of_subject(n) for n in node)
    if isinstance(node, t.Cell):
        return node.scope == t.SUBJECT
    return is_node(node) and any(of_subject(getattr(node, name)) for name in names_of(type(node)))


def grouped(node: object) -> bool:
    if isinstance(node, tuple):
        return any(grouped(n) for n in node)
    if isinstance(node, t.GroupValue):
        return True
    if not is_node(node):
        return False
    return any(grouped(getattr(node, name)) for name in names_of(type(node)))


def test_holds(world: World, c: t.Condition, env: Env) -> bool:
    match c:
        case t.Known():
            return True
        case t.Happened(value):
            day(world, value, env)
            return True
        case t.DateTest(relation, value, first, last):
            return date_holds(world, relation, day(world, value, env), first, last, env)
        case t.Compare(relation, left, right):
            return compared(relation, number(world, left, env), number(world, right, env))
        case t.Between(value, low, high):
            return number(world, low, env) <= number(world, value, env) <= number(world, high, env)
        case t.Matches(value, options):
            return text(world, value, env) in [text(world, option, env) for option in options]
        case t.Holds(value):
            return text(world, value, env) == "yes"
        case t.Quantified():
            return quantified(world, c, env)
    raise AssertionError(c)


def quantified(world: World, c: t.Quantified, env: Env) -> bool:
    members = rows_of(world, c.rows, env)
    passing = [r for r in members if c.test is None or holds(world, c.test, (((c.rows.record, r), *env[0]), env[1]))]
    n, k = len(members), len(passing)
    if c.quantity is t.Quantity.COUNT:
        assert c.amount
        return compared(c.relation, Fraction(k), c.amount.value)
    if n == 0 and c.if_any:
        return True
    if n == 0:
        raise Fault
    match c.quantity:
        case t.Quantity.ALL:
            return k == n
        case t.Quantity.NO:
            return k == 0
        case t.Quantity.SOME:
            return k > 0
    assert c.amount
    return compared(c.relation, Fraction(k, n), c.amount.value)


COMPARED: dict[t.Comparison, Callable[[Fraction, Fraction], bool]] = {
    t.Comparison.AT_LEAST: operator.ge,
    t.Comparison.AT_MOST: operator.le,
    t.Comparison.ABOVE: operator.gt,
    t.Comparison.BELOW: operator.lt,
    t.Comparison.EQUAL: operator.eq,
    t.Comparison.NOT_EQUAL: operator.ne,
}


def compared(relation: t.Comparison, a: Fraction, b: Fraction) -> bool:
    return COMPARED[relation](a, b)


def rows_of(world: World, rows: t.Rows, env: Env) -> list[Row]:
    return [
        row
        for row in world.rows[rows.record]
        if all(holds(world, c, (((rows.record, row), *env[0]), env[1])) for c in rows.where)
        and not any(holds(world, c, (((rows.record, row), *env[0]), env[1])) for c in rows.excluded)
    ]


def cell(world: World, term: t.Cell, env: Env) -> tuple[t.Term | None, Env, Value]:
    record, row = env[0][term.scope]
    assert record == term.record
    computed = world.plan.records[record].columns[term.column].computed
    return computed, (((record, row),), ()), row.get(term.column)


def looked_up(world: World, term: t.Lookup, env: Env) -> t.Term:
    """The case with the keys' texts; a number counts as its digits."""
    texts = tuple(text(world, key, env) for key in term.keys)
    for known, case in term.cases:
        if known == texts:
            return case
    raise Fault


def number(world: World, term: t.Term, env: Env) -> Fraction:
    def of(inner: t.Term) -> Fraction:
        return number(world, inner, env)

    match term:
        case t.Number(value):
            return value
        case t.Fact(path):
            value = world.facts[path]
            assert isinstance(value, Fraction)
            return value
        case t.Cell():
            computed, inside, value = cell(world, term, env)
            if computed is not None:
                return number(world, computed, inside)
            assert isinstance(value, Fraction)
            return value
        case t.Chosen(name, alternatives):
            return of(dict(alternatives)[world.readings[name]])
        case t.Lookup():
            return of(looked_up(world, term, env))
        case t.Count(rows):
            return Fraction(len(rows_of(world, rows, env)))
        case t.Sum(rows, value):
            inner = [(((rows.record, row), *env[0]), env[1]) for row in rows_of(world, rows, env)]
            return sum((number(world, value, e) for e in inner), Fraction(0))
        case t.Share(rows, test):
            members = rows_of(world, rows, env)
            if not members:
                raise Fault
            return Fraction(
                sum([holds(world, test, (((rows.record, r), *env[0]), env[1])) for r in members]), len(members)
            )
        case t.Add(terms):
            return sum((of(x) for x in terms), Fraction(0))
        case t.Subtract(a, b):
            return of(a) - of(b)
        case t.Multiply(a, b):
            return of(a) * of(b)
        case t.Difference(a, b):
            return abs(of(a) - of(b))
        case t.Larger(terms):
            return max([of(x) for x in terms])
        case t.Smaller(terms):
            return min([of(x) for x in terms])
        case t.Divide(a, b) | t.PercentOf(a, b):
            over, under = of(a), of(b)
            if under == 0:
                raise Fault
            return over / (abs(under) if isinstance(term, t.PercentOf) else under)
        case t.DaysBetween(start, end):
            return Fraction((day(world, end, env) - day(world, start, env)).days)
        case t.Elapsed(start, end, unit):
            return time_between(day(world, start, env), day(world, end, env), unit)
    if isinstance(term, (*aggregates.OVER_ROWS, t.Rounded)):
        return aggregates.number(world, term, env)
    raise AssertionError(term)


@lru_cache
def time_between(first: date, last: date, unit: Unit) -> Fraction:
    """Counted day by day; of a month that is begun, the days gone of those it has."""
    if unit is Unit.MONTHS:
        months = next(n for n in range(1200, -1200, -1) if month_on(first, n) <= last)
        start, end = month_on(first, months), month_on(first, months + 1)
        return months + Fraction((last - start).days, (end - start).days)
    counts = is_bank_day if unit is Unit.BANK_DAYS else is_working_day
    low, high = sorted((first, last))
    counted = sum(counts(low + timedelta(n)) for n in range(1, (high - low).days + 1))
    return Fraction(counted if low == first else -counted)


def month_on(start: date, months: int) -> date:
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def day(world: World, term: t.Term, env: Env) -> date:
    match term:
        case t.DateValue(phrase):
            return phrase.period(world.readings).earliest
        case t.Fact(path):
            value = world.facts[path]
        case t.Cell():
            computed, inside, value = cell(world, term, env)
            if computed is not None:
                return day(world, computed, inside)
        case t.Chosen(name, alternatives):
            return day(world, dict(alternatives)[world.readings[name]], env)
        case t.EdgeDay() | t.OfOne():
            return aggregates.day(world, term, env)
        case t.Lookup():
            return day(world, looked_up(world, term, env), env)
        case t.Offset(base, duration, forward):
            return add(day(world, base, env), duration, forward=forward, month_end=world.readings["month-end"])
        case t.Anchored(base, anchor):
            return seen_from(day(world, base, env), anchor, world.readings).latest
        case t.OffsetBy(base, limit, forward, unit):
            return counted(day(world, base, env), length(world, limit, unit, env), forward)
        case _:
            raise AssertionError(term)
    if value is NEVER:
        raise NoValue
    assert isinstance(value, date)
    return value


def seen_from(here: date, anchor: Anchor, readings: Mapping[str, str]) -> Period:
    """A day of the year, quarter or month of ``here``, or of the one so many steps on: put together as a phrase."""
    year, month = here.year, here.month - 1
    if anchor.kind == "year":
        return parse(f"{anchor.words} {year + anchor.steps}").period(readings)
    if anchor.kind == "quarter":
        ahead = year * 4 + month // 3 + anchor.steps
        return parse(f"{anchor.words} Q{ahead % 4 + 1} {ahead // 4}").period(readings)
    ahead = year * 12 + month + anchor.steps
    return parse(f"{anchor.words} {month_name[ahead % 12 + 1]} {ahead // 12}").period(readings)


def length(world: World, limit: t.Term, unit: Unit | None, env: Env) -> Duration:
    """A limit of the facts; a part of a day counts for nothing."""
    if unit is not None:
        return Duration(floor(number(world, limit, env)), In.DAYS)
    assert isinstance(limit, t.Fact | t.Cell)
    value = world.facts[limit.path] if isinstance(limit, t.Fact) else cell(world, limit, env)[2]
    assert isinstance(value, Duration)
    return value


def counted(base: date, limit: Duration, forward: bool) -> date:
    """So far on, or back; a number below nought turns the way round."""
    return add(base, Duration(abs(limit.amount), limit.unit), forward=forward == (limit.amount >= 0))


def date_holds(world: World, relation: Relation, d: date, first: t.Term, last: t.Term | None, env: Env) -> bool:
    def period(term: t.Term) -> Period:
        if isinstance(term, t.DateValue):
            return term.phrase.period(world.readings)
        if isinstance(term, t.Anchored):
            return seen_from(day(world, term.base, env), term.anchor, world.readings)
        that = day(world, term, env)
        return Period(that, that)

    if last is None:
        low, high = passing_days(relation, period(first), None, world.readings)
        return (low is None or low <= d) and (high is None or d <= high)
    # a reading may turn the two ends round: then no day is between them
    start, _ = passing_days(Relation.FROM, period(first), None, world.readings)
    _, end = passing_days(Relation.BY, period(last), None, {**world.readings, "weekend": "stay"})
    assert start
    assert end
    return start <= d <= end


def text(world: World, term: t.Term, env: Env) -> str:
    match term:
        case t.TextValue(value):
            return fold(value)
        case t.GroupValue(record, column):
            return dict(env[1])[f"{record}.{column}"]
        case t.Fact(path):
            found = world.facts[path]
        case t.Cell():
            _, _, found = cell(world, term, env)
        case t.Chosen(name, alternatives):
            return text(world, dict(alternatives)[world.readings[name]], env)
        case t.Lookup():
            return text(world, looked_up(world, term, env), env)
        case _:
            raise AssertionError(term)
    return ("yes" if found else "no") if isinstance(found, bool) else fold(str(found))


from evaluate import brute_aggregates as aggregates  # noqa: E402 - the two need each other
