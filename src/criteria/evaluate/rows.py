"""Rows: which of them belong, which pass, and the counts, sums and shares that they can make.

In: a row set (and a test or a value) in a world. Out: a ``Numbers`` set. Rows vary independently of one another, so each open row is
looked at in worlds of its own and only what it can contribute is kept; a log that may still grow contributes any number of further rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from attrs import frozen

from criteria.evaluate import arithmetic as a
from criteria.evaluate.domains import FIRST, Days, Numbers, Texts, finite, number, whole_from
from criteria.evaluate.leaves import look_cell, may_grow, rows_of
from criteria.evaluate.worlds import Env, Extras, Faulty, Key, RowRef, World, explore, watch
from criteria.model import terms as t
from criteria.model.plan import Record, fold
from criteria.source import Place

OUT, FAIL, PASS = 0, 1, 2
MOST_PAIRED = (
    60  # open rows whose every count of members and passes is listed; more are answered by the hull of the share
)
MOST_SPLIT = 24  # open rows asked one by one where another quantity counts over the same record


@frozen
class Tally:
    """Rows by what they can be: settled ones counted, open ones as the sets of outcomes they allow, further ones likewise."""

    members: int
    passes: int
    open_rows: tuple[tuple[int, frozenset[int]], ...]  # (row number, outcomes)
    further: frozenset[int] | None  # None: the record brings no more rows

    @property
    def grows(self) -> bool:
        """Whether a further row can belong."""
        return self.further is not None and bool(self.further - {OUT})


def belongs(world: World, row: RowRef, of: t.Rows, env: Env) -> bool:
    """Whether a row exists as of the day, and all of ``where`` hold of it."""
    inner = env.inside(row)
    return _exists(world, row) and all(world.ground.truth(world, condition, inner) for condition in of.where)


def _exists(world: World, row: RowRef) -> bool:
    """A row of a log dated after the as-of day is not there yet: it is one of the further rows."""
    ground = world.ground
    record = ground.plan.records[row.record]
    if row.further or ground.clock.as_of is None or record.when is None:
        return True
    leaf = look_cell(world, row, record.columns[record.when])
    assert isinstance(leaf.domain, Days)
    return world.split(leaf.key, leaf.rows, *leaf.domain.cut(FIRST, ground.clock.today))


def outcome(world: World, row: RowRef, of: t.Rows, test: t.Condition | None, env: Env) -> int:
    """What a row is in this world."""
    if not belongs(world, row, of, env):
        return OUT
    return PASS if test is None or world.ground.truth(world, test, env.inside(row)) else FAIL


def _outcomes(world: World, row: RowRef, of: t.Rows, test: t.Condition | None, env: Env) -> frozenset[int]:
    """What a row can be, in worlds of its own."""
    found = set()
    for result, inner in explore(world.ground, lambda w: outcome(w, row, of, test, env), world, row):
        world.widened |= inner.widened
        found.add(result)
        if len(found) == 3:
            break
    return frozenset(found)


def each(world: World, of: t.Rows) -> Iterator[RowRef]:
    """The rows that the plan or the facts bring."""
    return (RowRef(of.record, n) for n in range(rows_of(world.ground, world.ground.plan.records[of.record])))


def tally(world: World, of: t.Rows, test: t.Condition | None, env: Env) -> Tally:
    """Every row's possible outcomes; settled ones are remembered for all worlds."""
    ground = world.ground
    counts: Counter[int] = Counter()
    open_rows = []
    settled: dict[int, int] = ground.memo.setdefault(("settled", of, test, env), {})  # type: ignore[assignment]
    for row in each(world, of):
        known = settled.get(row.number)
        if known is None:
            before = ground.uncertain
            outcomes = _outcomes(world, row, of, test, env)
            if len(outcomes) > 1:
                open_rows.append((row.number, outcomes))
                continue
            (known,) = outcomes
            if ground.uncertain == before:
                settled[row.number] = known
        counts[known] += 1
    record = ground.plan.records[of.record]
    further = _further(world, record, of, test, env) if may_grow(ground, record) else None
    return Tally(counts[FAIL] + counts[PASS], counts[PASS], tuple(open_rows), further)


def _further(world: World, record: Record, of: t.Rows, test: t.Condition | None, env: Env) -> frozenset[int]:
    """What a further row can be."""
    row = RowRef(of.record, -1)
    with watch(world.ground) as leaves:
        outcomes = _outcomes(world, row, of, test, env)
    for seen in world.ground.looked:
        seen -= {leaf for leaf in leaves if isinstance(leaf, tuple) and row in leaf}
    if outcomes != {OUT}:
        world.touch(_extras(world, record, of, env))
    return outcomes


def _extras(world: World, record: Record, of: t.Rows, env: Env) -> Extras:
    """Which further rows these are: the columns that ``where`` fixes to one text."""
    fixed = set()
    for condition in of.where:
        if isinstance(condition, t.Matches) and isinstance(condition.value, t.Cell) and condition.value.scope == 0:
            values = [_one_text(world, option, env) for option in condition.options]
            if len(values) == 1 and values[0] is not None:
                fixed.add((condition.value.column, values[0]))
    return Extras(record.key, frozenset(fixed))


def _one_text(world: World, term: t.Term, env: Env) -> str | None:
    """The text that a term outside the row is known to be."""
    match term:
        case t.TextValue(value):
            return fold(value)
        case t.GroupValue(record, column):
            return dict(env.groups)[f"{record}.{column}"]
        case t.Cell(record, column, scope) if scope > 0:
            domain = look_cell(world, env.rows[scope - 1], world.ground.plan.records[record].columns[column]).domain
            return domain.value if isinstance(domain, Texts) and domain.single else None
        case _:
            return None


def one_by_one(world: World, of: t.Rows, test: t.Condition, env: Env) -> bool:
    """Whether the open rows are to be asked about singly: another quantity counts over them, they are few, and no more can come."""
    if not world.ground.split_rows or of.record not in world.ground.crowded:
        return False
    found = tally(world, of, test, env)
    return found.further is None and len(found.open_rows) <= MOST_SPLIT


def count(world: World, of: t.Rows, test: t.Condition | None, env: Env) -> Numbers:
    """How many rows belong (and pass): every whole number between fewest and most can be."""
    found = tally(world, of, test, env)
    fewest = found.passes + sum(outcomes == {PASS} for _, outcomes in found.open_rows)
    most = found.passes + sum(PASS in outcomes for _, outcomes in found.open_rows)
    endless = found.further is not None and PASS in found.further
    return whole_from(fewest, None if endless else most)


def share(world: World, of: t.Rows, test: t.Condition, env: Env, place: Place) -> Numbers:
    """The share of the rows that pass; an empty group is a fault."""
    key: Key = ("empty", of, env)
    found = tally(world, of, test, env)
    least = found.members + sum(OUT not in outcomes for _, outcomes in found.open_rows)
    can_fill = bool(found.open_rows) or found.grows
    if least == 0:
        known = world.cell(key)
        yes = number(1) if can_fill else None
        filled = known == number(1) if known is not None else world.split(key, env.rows, yes, number(0))
        if not filled:
            raise Faulty("empty-group", place, of.record)
    return shares(found)


def shares(found: Tally) -> Numbers:
    """Every share k/n with n > 0 that the rows can make."""
    pairs = _pairs(found)
    grown = found.further or frozenset()
    if {FAIL, PASS} <= grown:
        none, every = all(k > 0 for _, k in pairs), all(k < n for n, k in pairs)
        return Numbers(None, Fraction(0), Fraction(1), low_open=none, high_open=every)
    ratios = [Fraction(k, n) for n, k in pairs if n]
    if not found.grows:
        return finite(ratios) if len(found.open_rows) <= MOST_PAIRED else a.spanning(ratios, hull=True)
    limit = Fraction(int(PASS in grown))
    ends = [*ratios, limit]
    reached = limit in ratios or any(n == 0 for n, _ in pairs)
    low, high = min(ends), max(ends)
    if low == high:
        return Numbers((low,))
    return Numbers(
        None, low, high, low_open=limit == low and not reached, high_open=limit == high and not reached, hull=True
    )


def _pairs(found: Tally) -> set[tuple[int, int]]:
    """Members and passes that go together; only the extreme ones when there are many open rows."""
    start = (found.members, found.passes)
    if len(found.open_rows) > MOST_PAIRED:
        return {_extreme(start, found, best=True), _extreme(start, found, best=False)}
    pairs = {start}
    for _, outcomes in found.open_rows:
        pairs = {(n + (o != OUT), k + (o == PASS)) for n, k in pairs for o in outcomes}
    return pairs


def _extreme(start: tuple[int, int], found: Tally, *, best: bool) -> tuple[int, int]:
    """Each open row at its best (pass, else out) or at its worst (fail, else out)."""
    wanted, other = (PASS, FAIL) if best else (FAIL, PASS)
    n, k = start
    for _, outcomes in found.open_rows:
        taken = wanted if wanted in outcomes else OUT if OUT in outcomes else other
        n, k = n + (taken != OUT), k + (taken == PASS)
    return n, k


def total(world: World, of: t.Rows, value: t.Term, env: Env) -> Numbers:
    """The sum over the rows; 0 when there are none."""
    ground = world.ground
    result = number(0)
    for row in each(world, of):
        result = a.add(result, _contribution(world, row, of, value, env))
    record = ground.plan.records[of.record]
    if may_grow(ground, record):
        more = _contribution(world, RowRef(of.record, -1), of, value, env)
        world.touch(_extras(world, record, of, env))
        low, high = more.ends()
        (sum_low, sum_high) = result.ends()
        endless_low, endless_high = low is None or low < 0, high is None or high > 0
        if endless_low or endless_high:
            return Numbers(None, None if endless_low else sum_low, None if endless_high else sum_high, hull=True)
    return result


def _contribution(world: World, row: RowRef, of: t.Rows, value: t.Term, env: Env) -> Numbers:
    """What one row can add."""
    found: list[Numbers] = []

    def run(inner: World) -> Numbers:
        return world.ground.amount(inner, value, env.inside(row)) if belongs(inner, row, of, env) else number(0)

    for result, inner in explore(world.ground, run, world, row):
        world.widened |= inner.widened
        found.append(result)
    return found[0] if len(found) == 1 else union(found)


def union(sets: list[Numbers]) -> Numbers:
    """All values of several sets: a finite set, or the hull of them."""
    if all(s.points is not None for s in sets):
        return finite(p for s in sets for p in s.points or ())
    lows, highs = zip(*(s.ends() for s in sets), strict=True)
    low = None if None in lows else min(x for x in lows if x is not None)
    high = None if None in highs else max(x for x in highs if x is not None)
    return Numbers(None, low, high, hull=True)


def settled_outcome(world: World, row: RowRef, of: t.Rows, test: t.Condition | None, env: Env) -> int:
    """What a settled row is."""
    (result,) = _outcomes(world, row, of, test, env)
    return result
