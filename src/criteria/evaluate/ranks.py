"""Ranks: the places that a value can have among rows, or those places as a part of all rows.

In: a ``Rank`` in a world. Out: a ``Numbers`` set. A row is better when its value is strictly so; the subject's own row is never better than
itself. Exact where the subject's value is settled or one of few; else from its best to its worst place, some of which may not be possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from criteria.evaluate import arithmetic as a
from criteria.evaluate.gathering import Bring, Gathered, filled, gather
from criteria.evaluate.moments import moment
from criteria.evaluate.rows import FAIL, OUT, PASS
from criteria.evaluate.shares import MOST_PAIRED
from criteria.evaluate.worlds import Env, RowRef, World
from criteria.ladder.domains import Days, Numbers, finite, number, whole_from
from criteria.model import terms as t
from criteria.model.types import DateType

FEW = 64  # values of the subject that are tried one by one
Placed = tuple[bool, Numbers]  # whether it is the subject's own row, and its value


def ranked(world: World, term: t.Rank, env: Env) -> Numbers:
    """The places that the subject can have."""
    subject = _value(world, term.subject, env)
    found = filled(world, term, env, _bring(world, term, env))
    if subject.points is not None and len(subject.points) <= FEW:
        return a.union([_at(found, term, value) for value in subject.points])
    ends = a.ends(subject)
    whole = a.union([_at(found, term, ends[0]), _at(found, term, ends[-1])])
    low, high = whole.ends()
    if low == high and low is not None:
        return number(low)
    return Numbers(None, low, high, hull=True)


def placed(world: World, term: t.Rank, env: Env) -> Gathered[Placed]:
    """The rows that are ranked."""
    return gather(world, term, env, _bring(world, term, env))


def _bring(world: World, term: t.Rank, env: Env) -> Bring[Placed]:
    own = _own(world, term, env)
    return lambda inside, row: (row.rows[0] == own, _value(inside, term.value, row))


def _value(world: World, value: t.Term, env: Env) -> Numbers:
    """A number; of a day its ordinal."""
    if not _is_day(world, value):
        return world.ground.amount(world, value, env)
    found = moment(world, value, env)
    if found.leaf is None:
        return number(found.at(0))
    days: Days = found.reached(world)
    if days.size <= FEW:
        return finite(Fraction(found.at(day)) for day in days.each())
    return Numbers(None, Fraction(found.at(days.first)), Fraction(found.at(days.last)), whole=True, hull=True)


def _is_day(world: World, value: t.Term) -> bool:
    match value:
        case t.Fact(_, kind) | t.Cell(_, _, _, kind) | t.Lookup(_, _, _, kind):
            return isinstance(kind, DateType)
        case t.Anchored() | t.EdgeDay() | t.Offset() | t.OffsetBy() | t.DateValue():
            return True
        case t.OfOne(_, inner):
            return _is_day(world, inner)
        case t.Chosen(_, alternatives):
            return _is_day(world, alternatives[0][1])
        case _:
            return False


def _own(world: World, term: t.Rank, env: Env) -> RowRef | None:
    """The subject's own row, when the subject is the ranked column of a row in force."""
    match term.subject, term.value:
        case t.Cell(record, column, scope), t.Cell(ranked_record, ranked_column, 0) if (record, column) == (
            ranked_record, ranked_column,
        ):  # fmt: skip
            return world.ground.row(env, scope)
        case _:
            return None


def _at(found: Gathered[Placed], term: t.Rank, value: Fraction) -> Numbers:
    """The places of a subject with this value."""
    outcomes = [_outcomes(placed, term, value) for placed in found.settled]
    members, better = len(outcomes), sum(each == {PASS} for each in outcomes)
    parts = []
    for part in found.parts:
        can = {outcome for placed in part.options for outcome in _outcomes(placed, term, value)}
        parts.append(can | {OUT} if part.optional else can)
    more = {outcome for placed in found.further for outcome in _outcomes(placed, term, value)}
    if term.part:
        return _ratios(members, better, parts, more)
    fewest = 1 + better + sum(can == {PASS} for can in parts)
    most = 1 + better + sum(PASS in can for can in parts)
    return whole_from(fewest, None if PASS in more else most)


def _outcomes(placed: Placed, term: t.Rank, value: Fraction) -> set[int]:
    """Better, or not; one or both."""
    own, values = placed
    if own:
        return {FAIL}
    better = values.at_least(value, strict=True) if term.highest else values.at_most(value, strict=True)
    other = values.at_most(value) if term.highest else values.at_least(value)
    return ({PASS} if better else set()) | ({FAIL} if other else set())


def _ratios(members: int, better: int, parts: list[set[int]], more: set[int]) -> Numbers:
    """Places over rows, of one row at least. A value that stands in no row and behind all has a place beyond the last: (1 + n) / n, which
    comes nearer to 1 with every row that is better, too."""
    pairs = set(_pairs(members, better, parts))
    first = {outcome for can in parts for outcome in can - {OUT}} | more
    alone = {(1, int(outcome == PASS)) for outcome in first} if (0, 0) in pairs else set()
    ratios = [Fraction(1 + k, n) for n, k in pairs | alone if n]
    if not more:
        return finite(ratios) if len(parts) <= MOST_PAIRED else a.spanning(ratios, hull=True)
    low, high = min(ratios), max(ratios)
    falls, nears = FAIL in more, PASS in more and low > 1
    rises = PASS in more and high < 1
    least = Fraction(0) if falls else Fraction(1) if nears else low
    whole = Numbers(None, least, Fraction(1) if rises else high, falls or nears, rises, hull=True)
    return number(low) if whole.low == whole.high else whole


def _pairs(members: int, better: int, parts: list[set[int]]) -> Iterator[tuple[int, int]]:
    """Rows and better rows that go together; only the extreme ones when there are many open rows: as few better as can be, as many, and as
    few rows that are not."""
    pairs = {(members, better)}
    if len(parts) <= MOST_PAIRED:
        for can in parts:
            pairs = {(n + (o != OUT), k + (o == PASS)) for n, k in pairs for o in can}
        return iter(pairs)
    ends = []
    for wanted, otherwise in ((FAIL, OUT), (PASS, OUT), (OUT, PASS)):
        taken = [wanted if wanted in can else otherwise if otherwise in can else min(can) for can in parts]
        ends.append((members + sum(o != OUT for o in taken), better + sum(o == PASS for o in taken)))
    return iter(ends)
