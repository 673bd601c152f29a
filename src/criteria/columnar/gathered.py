"""What the rows of a record come to: counts, sums, shares and means.

In: a term over rows. Out: an ``Amount``: with a least and a most where rows are open, or may still come. Holds: the ends are exact where
each open row belongs or passes by a single open test, else loose. A table of the plan is written out row by row.
"""

from __future__ import annotations

from criteria.columnar import amounts, picked
from criteria.columnar.desk import At, Desk, Uncolumned, named
from criteria.columnar.expressions import Sql, Truth, every, negated, some, truth, written
from criteria.columnar.growing import NONE, Growth, growth
from criteria.columnar.relations import anyone, counted, rows_desk, summed
from criteria.columnar.row_tests import Outcome, all_of, outcome
from criteria.columnar.wholes import Ratio, Whole, compared, constant, light, plus, times
from criteria.frozen import evolve, frozen
from criteria.model import terms as t

NOUGHT = constant(0)


@frozen
class Tally:
    """Settled rows that belong, and that pass; open ones by what they can be: out or failing, out or passing, failing or passing. A loose
    one may stand in two places."""

    members: Whole
    passes: Whole
    out_or_fail: Whole = NOUGHT
    out_or_pass: Whole = NOUGHT
    fail_or_pass: Whole = NOUGHT
    rest: Truth = False
    loose: Truth = False
    growth: Growth = NONE


def amount_of_rows(desk: Desk, term: t.Term) -> amounts.Amount:
    """The value of a term over rows."""
    match term:
        case t.Count(of):
            return _count(desk, tally(desk, of, None))
        case t.Share(of, test):
            return _share(desk, tally(desk, of, test))
        case t.Sum(of, value):
            return _sum(desk, of, value)
        case t.Mean(of, value, None):
            total, members = _sum(desk, of, value), tally(desk, of, None)
            none = compared(desk, t.Comparison.EQUAL, members.members, NOUGHT)
            ratio = Ratio(total.value.top, times(desk, total.value.bottom, members.members))
            return amounts.Amount(ratio, rest=some(total.rest, members.rest, none))
        case t.Median() | t.Percentile() | t.OfOne():
            return picked.amount(desk, term)
        case t.Distinct():
            return picked.different(desk, term)
        case _:
            raise Uncolumned(named(term))


def tally(desk: Desk, of: t.Rows, test: t.Condition | None) -> Tally:
    """The rows by what they can be."""
    if desk.plan.records[of.record].rows is not None:
        return _written_out(desk, of, test)
    inner = rows_desk(desk, of.record)
    member, passing = _outcomes(inner, of, test)
    sure, passes = negated(member.no), negated(passing.no)
    opens = (*member.open, *passing.open)

    def count(*holds: Truth) -> Whole:
        return counted(desk, of.record, inner.let(every(*holds)))

    rest, further = inner.let(some(member.rest, every(member.yes, passing.rest))), growth(desk, of, test)
    if not opens:
        members = count(member.yes)
        passed = members if test is None else count(member.yes, passing.yes)
        return Tally(members, passed, rest=anyone(desk, of.record, rest), loose=further.loose, growth=further)
    unsure, undecided = every(member.yes, member.no), every(passing.yes, passing.no)
    loose = every(some(unsure, every(member.yes, undecided)), some(_several(inner, opens), member.loose, passing.loose))
    return Tally(
        count(sure, negated(undecided)),
        count(sure, passes),
        count(unsure, passing.no),
        count(unsure, passing.yes),
        count(sure, undecided),
        anyone(desk, of.record, rest),
        some(further.loose, anyone(desk, of.record, inner.let(loose))),
        further,
    )


def _outcomes(desk: Desk, of: t.Rows, test: t.Condition | None) -> tuple[Outcome, Outcome]:
    member = all_of(desk, of.where, of.excluded)
    return member, Outcome(True, False) if test is None else outcome(desk, test)


def _several(desk: Desk, opens: tuple[Sql, ...]) -> Truth:
    """Whether more than one test of a row is open; one that stands there twice counts twice."""
    if len(opens) == 1:
        return False
    ones = [Whole(written("CASE WHEN {} THEN 1 ELSE 0 END", each), 0, 1) for each in opens]
    total = ones[0]
    for one in ones[1:]:
        total = plus(desk, total, one)
    return compared(desk, t.Comparison.ABOVE, total, constant(1))


def _written_out(desk: Desk, of: t.Rows, test: t.Condition | None) -> Tally:
    """The rows of a table of the plan, one by one."""
    members, passes, rest = NOUGHT, NOUGHT, list[Truth]()
    for number in range(len(desk.plan.records[of.record].rows or ())):
        with desk.inside(At(of.record, number)):
            member, passing = _outcomes(desk, of, test)
        members = plus(desk, members, _one(desk, member.yes))
        passes = plus(desk, passes, _one(desk, every(member.yes, passing.yes)))
        rest += [member.rest, member.loose, passing.rest, passing.loose, *member.open, *passing.open]
    return Tally(members, passes, rest=some(*rest))


def _one(desk: Desk, holds: Truth) -> Whole:
    """One where it holds."""
    if isinstance(holds, bool):
        return constant(int(holds))
    return Whole(desk.named(written("CASE WHEN {} THEN 1 ELSE 0 END", holds)), 0, 1)


# ---- counts and shares -------------------------------------------------------------------------------------------------


def _count(desk: Desk, found: Tally) -> amounts.Amount:
    """From the fewest to the most, or without an end."""
    optional, endless = plus(desk, found.out_or_fail, found.out_or_pass), found.growth.any
    fewest = Ratio(light(desk, found.members if optional.fixed else plus(desk, found.members, found.fail_or_pass)))
    if optional.fixed and not endless:
        return amounts.Amount(fewest, rest=found.rest)
    settled = desk.let(compared(desk, t.Comparison.EQUAL, optional, NOUGHT))
    most = Ratio(light(desk, plus(desk, fewest.top, optional)))
    ends = amounts.Ends(fewest, most, up=endless, every=True)
    known = False if endless else settled
    return amounts.Amount(
        fewest, known, rest=found.rest, ends=ends, loose=found.loose, growth=found.growth, settled=settled
    )


def _share(desk: Desk, found: Tally) -> amounts.Amount:
    """From all open rows at their worst to all at their best; further rows lead on towards nought or one."""
    certain = light(desk, plus(desk, found.members, found.fail_or_pass))
    optional = plus(desk, found.out_or_fail, found.out_or_pass)
    none = desk.let(compared(desk, t.Comparison.EQUAL, certain, NOUGHT))
    up, down = found.growth.passing, found.growth.failing
    if optional.fixed and found.fail_or_pass.fixed and not found.growth.any:
        return amounts.Amount(Ratio(found.passes, found.members), rest=found.rest, void=none)
    least = Ratio(found.passes, light(desk, plus(desk, certain, found.out_or_fail)))
    best = plus(desk, plus(desk, found.passes, found.fail_or_pass), found.out_or_pass)
    most = Ratio(light(desk, best), light(desk, plus(desk, certain, found.out_or_pass)))
    zero = (compared(desk, t.Comparison.EQUAL, each, NOUGHT) for each in (optional, found.fail_or_pass))
    settled = desk.let(every(*zero))
    ends = amounts.Ends(least, most, up, down, 1, every=up and down)
    told = amounts.Amount(least, settled, rest=found.rest, ends=ends, void=none, loose=found.loose)
    return evolve(told, known=False, growth=found.growth, settled=settled) if found.growth.any else told


# ---- sums ----------------------------------------------------------------------------------------------------------------


def _sum(desk: Desk, of: t.Rows, value: t.Term) -> amounts.Amount:
    """Nought where there are no rows."""
    if desk.plan.records[of.record].rows is not None:
        return _sum_written_out(desk, of, value)
    if growth(desk, of, None).any:
        raise Uncolumned("sum of a log as of a day")
    inner = rows_desk(desk, of.record)
    member, _ = _outcomes(inner, of, None)
    found = amounts.amount(inner, value)
    if not found.value.bottom.fixed or found.never is not False:
        raise Uncolumned("sum of ratios")
    unsure = every(member.yes, member.no) if member.open else False
    hard = every(member.yes, some(unsure, found.rest, found.void, negated(found.known)))
    rest = anyone(desk, of.record, inner.let(some(member.rest, hard)))
    return amounts.Amount(
        Ratio(summed(desk, of.record, inner.let(member.yes), found.value.top), found.value.bottom), rest=rest
    )


def _sum_written_out(desk: Desk, of: t.Rows, value: t.Term) -> amounts.Amount:
    """The rows of a table of the plan, one by one."""
    total, rest = Ratio(NOUGHT), list[Truth]()
    for number in range(len(desk.plan.records[of.record].rows or ())):
        with desk.inside(At(of.record, number)):
            member, _ = _outcomes(desk, of, None)
            if member.yes is False:
                continue
            found = amounts.amount(desk, value)
        if found.never is not False:
            raise Uncolumned("sum of days")
        top = found.value.top
        if member.yes is not True:
            text = written("CASE WHEN {} THEN {} ELSE 0 END", truth(member.yes), top.sql)
            top = Whole(desk.named(text), min(0, top.low), max(0, top.high))
        total = amounts.sum_of(desk, total, Ratio(top, found.value.bottom))
        rest += [
            member.rest,
            member.loose,
            *member.open,
            every(member.yes, some(found.rest, found.void, negated(found.known))),
        ]
    return amounts.Amount(total, rest=some(*rest))
