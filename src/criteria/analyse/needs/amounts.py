"""How many more rows, or which cells of rows, bring a quantity to a limit.

In: a quantity, the rows and groups in force, the facts at rest, the least value wanted. Out: ``Need``s, or None where the quantity is not
made of rows in a way that can be told as a number of them. Holds: numbers are the fewest as far as the quantity goes by itself; whether
they do is tried by whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from math import ceil

from criteria.analyse.needs.sketches import Sketch, asked, sketch
from criteria.evaluate import rows as r
from criteria.evaluate.amounts import amount
from criteria.evaluate.leaves import may_grow
from criteria.evaluate.shape import passing_rows
from criteria.evaluate.worlds import Choices, Env, Faulty, Ground, NoValue, RowRef, TooManyWorlds, World
from criteria.frozen import evolve, frozen
from criteria.ladder.comparing import FLIPPED
from criteria.ladder.domains import Domain
from criteria.model import terms as t

ONE = Fraction(1)
UPWARD = {t.Comparison.AT_LEAST: False, t.Comparison.ABOVE: True}  # relation → whether the limit itself is too little


@frozen
class Further:
    """So many more rows of these kinds, of each at most so many (None: any number)."""

    amount: int
    among: tuple[tuple[Sketch, int | None], ...]


@frozen
class Fill:
    """A cell of a row that is there, and what it must come to hold."""

    row: RowRef
    column: str
    domain: Domain


Need = Further | Fill
Limit = tuple[Fraction, bool]  # the least value wanted; whether it must be more than that


@frozen
class Asked:
    """The facts at rest and as they may still grow, and the day."""

    rest: Ground
    now: Ground
    today: date


def needs_of(about: Asked, node: t.Term | t.Condition, env: Env, least: Limit) -> tuple[Need, ...] | None:
    """What brings the quantity to its limit."""
    try:
        match node:
            case t.Count(rows):
                return _more(about, rows, env, _short(about, node, env, least))
            case t.Share(rows, test):
                return _share(about, rows, test, env, least)
            case t.Sum(rows, value):
                return _sum(about, rows, value, env, least)
            case t.Divide(top, base) | t.PercentOf(top, base):
                by = _value(about, base, env)
                return None if by is None or by <= 0 else needs_of(about, top, env, (least[0] * by, least[1]))
            case t.Cell(record, column, scope):
                computed = about.rest.plan.records[record].columns[column].computed
                row = about.rest.row(env, scope)
                return needs_of(about, computed, Env((row,)), least) if computed is not None else None
            case t.Smaller(terms):
                return _all(
                    needs_of(about, term, env, least) for term in terms if not _reaches(about, term, env, least)
                )
            case _:
                return None
    except (NoValue, Faulty, TooManyWorlds):
        return None


def _all(every: Iterator[tuple[Need, ...] | None]) -> tuple[Need, ...] | None:
    found: tuple[Need, ...] = ()
    for one in every:
        if one is None:
            return None
        found += one
    return found


def _value(about: Asked, term: t.Term, env: Env) -> Fraction | None:
    """Where it lies at rest, if that is one number."""
    found = amount(World(about.rest, Choices()), term, env)
    return found.value if found.single else None


def _reaches(about: Asked, term: t.Term, env: Env, least: Limit) -> bool:
    value = _value(about, term, env)
    return value is not None and (value > least[0] or (value == least[0] and not least[1]))


def _short(about: Asked, term: t.Term, env: Env, least: Limit) -> int | None:
    """How many whole steps it lacks; None where it is not known."""
    value = _value(about, term, env)
    return None if value is None else _steps(least[0] - value, strict=least[1])


def _steps(gap: Fraction, *, strict: bool) -> int:
    return max(ceil(gap) + (strict and gap.denominator == 1), 0)


def _more(about: Asked, rows: t.Rows, env: Env, lacking: int | None) -> tuple[Need, ...] | None:
    """So many more rows."""
    if lacking == 0:
        return ()
    row = _further(about, rows, env) if lacking else None
    return None if row is None or lacking is None else (Further(lacking, ((row, None),)),)


def _further(about: Asked, rows: t.Rows, env: Env) -> Sketch | None:
    record = about.now.plan.records[rows.record]
    return sketch(about.rest, rows, env, about.today) if may_grow(about.now, record) else None


# ---- shares -----------------------------------------------------------------------------------------------------------


def _share(about: Asked, rows: t.Rows, test: t.Condition, env: Env, least: Limit) -> tuple[Need, ...] | None:
    """Of rows that are all there, those that lack least; of rows that may come, the fewest further ones that pass."""
    outcomes = list(_outcomes(about, rows, test, env))
    members = sum(outcome != r.OUT for _, outcome in outcomes)
    passes = sum(outcome == r.PASS for _, outcome in outcomes)
    if may_grow(about.now, about.now.plan.records[rows.record]):
        lacking = _passing_rows(passes, members, least)
        of = evolve(rows, where=(*rows.where, test))
        grown = _more(about, of, env, lacking)
        if grown is not None:
            return grown
    lacking = _steps(least[0] * members - passes, strict=least[1])
    ways = [_passing(about, test, env.inside(row)) for row, outcome in outcomes if outcome == r.FAIL]
    known = [(_size(one), number, one) for number, one in enumerate(ways) if one is not None]
    chosen = sorted(known, key=lambda each: each[:2])[:lacking]
    return _all(one for _, _, one in sorted(chosen, key=lambda each: each[1])) if len(chosen) == lacking else None


def _outcomes(about: Asked, rows: t.Rows, test: t.Condition, env: Env) -> Iterator[tuple[RowRef, int]]:
    for row in r.each(World(about.rest, Choices()), rows):
        yield row, r.outcome(World(about.rest, Choices()), row, rows, test, env)


def _passing_rows(passes: int, members: int, least: Limit) -> int | None:
    """The fewest further rows that all pass: (passes + n) / (members + n) reaches the share."""
    share, strict = least
    if members == 0:
        return 1
    if share >= ONE:
        return 0 if passes == members and share == ONE and not strict else None
    gap = (share * members - passes) / (ONE - share)
    return _steps(gap, strict=strict)


def _size(needs: tuple[Need, ...]) -> int:
    return sum(need.amount if isinstance(need, Further) else 1 for need in needs)


def _passing(about: Asked, test: t.Condition, env: Env) -> tuple[Need, ...] | None:
    """What makes one row pass."""
    match test:
        case t.AllOf(items):
            failing = (item for item in items if not about.rest.truth(World(about.rest, Choices()), item, env))
            return _all(_passing(about, item, env) for item in failing)
        case t.ChosenCondition(name, alternatives):
            return _passing(about, dict(alternatives)[about.rest.readings[name]], env)
        case t.Compare(relation, left, right):
            return _compared(about, relation, left, right, env)
        case t.Quantified(t.Quantity.COUNT, _, _, relation, limit) if relation in UPWARD and limit is not None:
            return needs_of(about, t.Count(passing_rows(test)), env, (limit.value, UPWARD[relation]))
        case _:
            return _cells(about, test, env)


def _compared(about: Asked, relation: t.Comparison, left: t.Term, right: t.Term, env: Env) -> tuple[Need, ...] | None:
    """The larger side up to the smaller one, which stays."""
    if relation not in UPWARD:
        left, right, relation = right, left, FLIPPED.get(relation, relation)
    limit = _value(about, right, env) if relation in UPWARD else None
    return None if limit is None else needs_of(about, left, env, (limit, UPWARD[relation]))


def _cells(about: Asked, test: t.Condition, env: Env) -> tuple[Need, ...] | None:
    """The cells of the row itself that a test speaks of."""
    row = env.rows[0]
    record = about.rest.plan.records[row.record]
    if record.rows is not None or record.is_log:
        return None
    found = tuple(Fill(row, column, domain) for column, domain in asked(about.rest, test))
    return found or None


# ---- sums -------------------------------------------------------------------------------------------------------------


def _sum(about: Asked, rows: t.Rows, value: t.Term, env: Env, least: Limit) -> tuple[Need, ...] | None:
    """Rows that each add one, as far as the value of each row of the table has room."""
    lacking = _short(about, t.Sum(rows, value), env, least)
    if not lacking:
        return None if lacking is None else ()
    among: list[tuple[Sketch, int | None]] = []
    for row, outcome in _outcomes(about, rows, t.AllOf(()), env):
        room = _room(about, value, env.inside(row)) if outcome == r.PASS else None
        if room is not None and room[1] != 0:
            among.append(room)
    most = [lacking if room is None else room for _, room in among]
    return (Further(lacking, tuple(among)),) if among and sum(most) >= lacking else None


def _room(about: Asked, value: t.Term, env: Env) -> tuple[Sketch, int | None] | None:
    """The rows that raise a value by one each, and how many of them count."""
    match value:
        case t.Count(rows):
            row = _further(about, rows, env)
            return None if row is None else (row, None)
        case t.Cell(record, column, scope):
            computed = about.rest.plan.records[record].columns[column].computed
            inner = Env((about.rest.row(env, scope),))
            return _room(about, computed, inner) if computed is not None else None
        case t.Smaller(terms):
            return _capped(about, terms, env)
        case _:
            return None


def _capped(about: Asked, terms: tuple[t.Term, ...], env: Env) -> tuple[Sketch, int | None] | None:
    """One of the terms grows; the others are its cap."""
    growing = [(term, room) for term in terms if (room := _room(about, term, env)) is not None]
    if len(growing) != 1:
        return None
    ((grows, (row, most)),) = growing
    now = _value(about, grows, env)
    caps = [_value(about, term, env) for term in terms if term is not grows]
    known = [cap for cap in caps if cap is not None]
    if now is None or most is not None or len(known) < len(caps):
        return None
    return row, max(min(known).__floor__() - int(now), 0)
