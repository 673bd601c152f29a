"""What single rows bring among many: the first or last day, the number in the middle or at a share, the one row there is; different texts.

In: a term over rows. Out: an ``Amount`` or a ``Day``. Holds: it is told where every row is known and some row brings a value; else the
subject is left. Raises ``Uncolumned``: for a table of the plan, a log that may grow, an engine that does not order rows.
"""

from __future__ import annotations

from fractions import Fraction

from criteria.columnar import amounts
from criteria.columnar.desk import Desk, Uncolumned, named
from criteria.columnar.expressions import Sql, Truth, day, every, negated, some, written
from criteria.columnar.expressions import truth as as_sql
from criteria.columnar.given import NEVER, Day, one_day
from criteria.columnar.growing import growth
from criteria.columnar.moments import moment
from criteria.columnar.relations import anyone, beside, counted, largest, rows_desk
from criteria.columnar.row_tests import all_of
from criteria.columnar.texts import one_of, text
from criteria.columnar.wholes import Ratio, Whole, compared, constant, light, plus, times
from criteria.frozen import frozen
from criteria.ladder.cells import texts_of
from criteria.model import terms as t


@frozen
class Rows:
    """The desk of the rows, those that belong, and those of which columns cannot tell."""

    desk: Desk
    belongs: Truth
    rest: Truth


def _rows(desk: Desk, of: t.Rows, construct: str) -> Rows:
    if not desk.dialect.orders or desk.plan.records[of.record].rows is not None or growth(desk, of, None).any:
        raise Uncolumned(construct)
    inner = rows_desk(desk, of.record)
    member = all_of(inner, of.where, of.excluded)
    unsure = every(member.yes, member.no) if member.open else False
    return Rows(inner, member.yes, some(member.rest, unsure))


def amount(desk: Desk, term: t.Median | t.Percentile | t.OfOne) -> amounts.Amount:
    """The number in its place among those of the rows that have one, or that of the one row."""
    rows = _rows(desk, term.rows, named(term))
    found = amounts.amount(rows.desk, term.value)
    if not found.value.bottom.fixed:
        raise Uncolumned(named(term))
    value, record = found.value.top, term.rows.record
    has = rows.desk.let(every(rows.belongs, negated(found.never)))
    unknown = every(rows.belongs, some(found.rest, found.void, every(negated(found.known), negated(found.never))))
    rest = anyone(desk, record, rows.desk.let(some(rows.rest, unknown)))
    if isinstance(term, t.OfOne):
        if found.never is not False:
            raise Uncolumned(named(term))
        one = compared(desk, t.Comparison.EQUAL, counted(desk, record, rows.belongs), constant(1))
        picked = largest(desk, record, has, value)
        return amounts.Amount(Ratio(picked, found.value.bottom), rest=some(rest, negated(one)))
    none = compared(desk, t.Comparison.EQUAL, counted(desk, record, has), constant(0))
    ratio = Ratio(_placed(desk, rows, term, has, value), times(desk, found.value.bottom, constant(_parts(term))))
    return amounts.Amount(ratio, rest=some(rest, none))


def _parts(term: t.Median | t.Percentile) -> int:
    return 2 if isinstance(term, t.Median) else 1


def _placed(desk: Desk, rows: Rows, term: t.Median | t.Percentile, has: Truth, value: Whole) -> Whole:
    """The value in the place, or the two in the middle together."""
    inner, record = rows.desk, term.rows.record
    order = f"CASE WHEN {as_sql(has).text} THEN 0 ELSE 1 END, {value.sql.text}"
    stage = max(as_sql(has).stage, value.sql.stage)
    place = inner.named(Sql(f"row_number() OVER (PARTITION BY k ORDER BY {order})", stage))
    count = inner.named(Sql(f"count(CASE WHEN {as_sql(has).text} THEN 1 END) OVER (PARTITION BY k)", stage))
    if isinstance(term, t.Percentile):
        return largest(desk, record, inner.let(every(has, _at(place, count, term.share))), value)
    middle = (
        inner.let(every(has, written(f"2 * {{}} IN ({{}} + {n}, {{}} + {n + 1})", place, count, count))) for n in (0, 1)
    )
    low, high = (largest(desk, record, each, value) for each in middle)
    return light(desk, plus(desk, low, high))


def _at(place: Sql, count: Sql, share: Fraction) -> Truth:
    """The first place that so large a share of all does not lie beyond."""
    reached = written(f"{{}} * {share.denominator} >= {{}} * {share.numerator}", place, count)
    before = written(f"({{}} - 1) * {share.denominator} < {{}} * {share.numerator}", place, count)
    return every(reached, some(written("{} = 1", place), before))


def picked_day(desk: Desk, term: t.EdgeDay | t.OfOne) -> Day:
    """The first or last of the days that rows have, or that of the one row, perhaps never."""
    rows, record = _rows(desk, term.rows, named(term)), term.rows.record
    found = moment(rows.desk, term.value)
    if found.moved != 0:
        raise Uncolumned(named(term))
    value, never, is_open = one_day(rows.desk, found.base)
    unknown = every(rows.belongs, some(found.base.rest, is_open))
    rest = anyone(desk, record, rows.desk.let(some(rows.rest, unknown)))
    if isinstance(term, t.OfOne):
        has, tell = rows.belongs, t.Comparison.NOT_EQUAL
        value = Sql(f"CASE WHEN {as_sql(never).text} THEN {day(NEVER).text} ELSE {value.text} END", value.stage)
    else:
        has, tell = rows.desk.let(every(rows.belongs, negated(never))), t.Comparison.BELOW
    of_rows = counted(desk, record, has)
    picked = _edge(desk, record, has, value, latest=not isinstance(term, t.EdgeDay) or term.latest)
    none = compared(desk, tell, of_rows, constant(1))
    may_never = (
        written("{} = " + day(NEVER).text, picked) if isinstance(term, t.OfOne) and never is not False else False
    )
    return Day(picked, picked, may_never, True, some(rest, none), found.base.ends)


def _edge(desk: Desk, record: str, has: Truth, value: Sql, *, latest: bool) -> Sql:
    text = f"{'max' if latest else 'min'}(CASE WHEN {as_sql(has).text} THEN {value.text} END)"
    return beside(desk, record, text, day(NEVER).text)


def different(desk: Desk, term: t.Distinct) -> amounts.Amount:
    """How many of the texts that a column can have stand in some row."""
    rows, record = _rows(desk, term.rows, named(term)), term.rows.record
    if texts_of(term.value).others:
        raise Uncolumned(named(term))
    found, codes = text(rows.desk, term.value)
    unknown = every(rows.belongs, some(found.rest, negated(found.known)))
    total = constant(0)
    for place in range(len(codes)):
        here = rows.desk.let(every(rows.belongs, one_of(found.code, [place])))
        some_row = compared(desk, t.Comparison.ABOVE, counted(desk, record, here), constant(0))
        one = Whole(desk.named(written("CASE WHEN {} THEN 1 ELSE 0 END", as_sql(some_row))), 0, 1)
        total = plus(desk, total, one)
    rest = anyone(desk, record, rows.desk.let(some(rows.rest, unknown)))
    return amounts.Amount(Ratio(light(desk, total)), rest=rest)
