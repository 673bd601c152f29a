"""Values in their years: ``rate in 2020``, ``mean of rate from 2017 to 2019``, ``growth of rate from 2019 to 2020``, ``each year``.

In: nodes of ``year_tree`` and their scope. Out: values and conditions of the model, made of the values of single years. Holds: while a
year's value is read the year is the period in force, so that definitions and date phrases without a year are of it, too.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise

from criteria.check import arithmetic, infer
from criteria.check.context import Context
from criteria.check.infer import Value
from criteria.check.quantities import same_unit
from criteria.check.scopes import FactName, Scope, SeriesName
from criteria.check.subject import Subject
from criteria.frozen import evolve
from criteria.model import terms
from criteria.model.indexes import year_of
from criteria.model.plan import fold
from criteria.model.series import YEAR_WORDS
from criteria.model.types import DateType, Unit
from criteria.source import Place
from criteria.syntax import tree

_SPAN = re.compile(r"\D*(\d{4})\D+(\d{4})\D*", re.ASCII)
MOST_YEARS = 100


def years_of(ctx: Context, years: tree.Years) -> list[int] | None:
    """Every year from the first to the last; a finding when the words are no years."""
    first, last = years.first.text, years.last.text if years.last else ""
    span = _SPAN.fullmatch(first) if not last else None
    first, last = (span[1], span[2]) if span else (first, last or first)
    start, end = year_of(first.strip()), year_of(last.strip())
    if start is None or end is None:
        ctx.faults.error("year-expected", years.place, found=ctx.words(years))
        return None
    if end < start or end - start >= MOST_YEARS:
        ctx.faults.error("years-backwards", years.place, found=ctx.words(years), suggestion=f"{last} – {first}")
        return None
    return list(range(start, end + 1))


def is_year(run: tree.Run) -> bool:
    """``in every year``."""
    return fold(run.text) in YEAR_WORDS


def in_force(ctx: Context, years: tree.Years | None, place: Place, least: int) -> list[int] | None:
    """The years said, or those of the plan's period; ``least`` is how many it takes."""
    found = years_of(ctx, years) if years else _of_period(ctx)
    if found is not None and len(found) < least:
        ctx.faults.error("years-expected", place, found=", ".join(map(str, found)))
        return None
    return found


def _of_period(ctx: Context) -> list[int]:
    return list(range(ctx.period[0].year, ctx.period[1].year + 1)) if ctx.period else []


# ---- values -----------------------------------------------------------------------------------------------------------


def timed(ctx: Context, expr: tree.Timed, scope: Scope) -> Value | None:
    """The value of one year, or the mean or sum over several."""
    years = years_of(ctx, expr.years)
    if years is None or not _has_years(ctx, expr.value, scope):
        return None
    if len(years) == 1:
        return of_year(ctx, expr.value, years[0], scope)
    inner = expr.value
    if isinstance(inner, tree.Aggregate) and inner.kind in ("sum", "mean") and inner.rows is None and inner.value:
        return _over(ctx, inner.kind, inner.value, years, scope)
    ctx.faults.error("one-year-expected", expr.years.place, found=ctx.words(expr.years))
    return None


def _has_years(ctx: Context, expr: tree.Expr, scope: Scope) -> bool:
    """A fact with one value has none for a year."""
    named = ctx.names.look_up(scope.spelled(expr.words), scope) if isinstance(expr, tree.Run) else None
    if isinstance(named, FactName):
        suggestion = f"{named.declaration.name} {'pr. år' if ctx.language == 'da' else 'per year'}"
        ctx.faults.error(
            "not-a-series",
            expr.place,
            related=(named.declaration.place,),
            suggestion=suggestion,
            name=named.declaration.name,
        )
        return False
    return True


def of_year(ctx: Context, expr: tree.Expr, year: int, scope: Scope) -> Value | None:
    """The value of one year."""
    with ctx.in_year(year):
        return ctx.value(expr, scope)


def _over(ctx: Context, kind: str, expr: tree.Expr, years: list[int], scope: Scope) -> Value | None:
    """The sum of the years' values; a mean is divided by how many they are."""
    found = [of_year(ctx, expr, year, scope) for year in years]
    values = [value for value in found if value is not None]
    if len(values) < len(found) or not _numbers(ctx, values, expr.place):
        return None
    total = terms.Add(tuple(value.term for value in values), place=expr.place)
    if kind == "sum":
        return Value(total, infer.number(values[0].unit or Unit.NUMBER))
    number = terms.Number(Fraction(len(years)), Unit.NUMBER, place=expr.place)
    return Value(terms.Divide(total, number, place=expr.place), infer.number(values[0].unit or Unit.NUMBER))


def _numbers(ctx: Context, values: list[Value], place: Place) -> bool:
    """Whether all are numbers; each that is none is a finding."""
    return sum(not arithmetic.is_number(ctx, value, place) for value in values) == 0


def growth(ctx: Context, expr: tree.Growth, scope: Scope) -> Value | None:
    """In percent of the absolute value of the first year."""
    years = years_of(ctx, expr.years)
    if years is None or not _has_years(ctx, expr.value, scope):
        return None
    first, last = (of_year(ctx, expr.value, year, scope) for year in (years[0], years[-1]))
    if not first or not last or not _numbers(ctx, [first, last], expr.place):
        return None
    return Value(grown(first.term, last.term, expr.place), infer.number(Unit.PERCENT))


def grown(base: terms.Term, value: terms.Term, place: Place) -> terms.Term:
    """How much more than the base, in percent of its absolute value."""
    return terms.PercentOf(terms.Subtract(value, base, place=place), base, place=place)


def named_in_years(ctx: Context, body: tree.Condition, scope: Scope) -> tree.Timed | None:
    """``define first = rate in 2019`` is a value, where ``define timely = sent in 2019`` is a condition."""
    match body:
        case tree.Test(
            subject=subject, tails=(tree.DateTail(relation="in", operand=operand, place=place),), every=None
        ):
            if isinstance(operand, tree.Run | tree.DateWords) and _is_number(ctx, subject, scope):
                return tree.Timed(subject, tree.Years(operand, place=place), place=body.place)
    return None


def _is_number(ctx: Context, subject: tree.Expr, scope: Scope) -> bool:
    """Whether the subject has years, and is no date."""
    if isinstance(subject, tree.Aggregate):
        return subject.rows is None
    named = _named(ctx, subject, scope)
    return named is not None and not isinstance(named.series.type, DateType)


def _named(ctx: Context, subject: tree.Expr, scope: Scope) -> SeriesName | None:
    """The series that the subject names."""
    run = subject.head if isinstance(subject, tree.OfChain) else subject
    named = ctx.names.look_up(scope.spelled(run.words), scope) if isinstance(run, tree.Run) else None
    return named if isinstance(named, SeriesName) else None


def with_base(ctx: Context, item: tree.Test, scope: Scope) -> tree.Test:
    """``halved against 2019`` is against the subject in 2019."""
    core = item.subject.value if isinstance(item.subject, tree.Timed) else item.subject
    return evolve(item, tails=tuple(_based(ctx, tail, core, scope) for tail in item.tails))


def _based(ctx: Context, tail: tree.Tail, core: tree.Expr, scope: Scope) -> tree.Tail:
    if not isinstance(tail, tree.MarginTail | tree.AgainstTail) or not isinstance(tail.base, tree.Run):
        return tail
    bare = len(tail.base.words) == 1 and year_of(tail.base.text)
    if not bare or _named(ctx, core, scope) is None:
        return tail
    return evolve(tail, base=tree.Timed(core, tree.Years(tail.base, place=tail.base.place), place=tail.base.place))


# ---- conditions -------------------------------------------------------------------------------------------------------


def each_higher(ctx: Context, item: tree.Test, tail: tree.YearlyTail, scope: Scope) -> terms.Condition | None:
    """``each year higher than the last``: every year but the first against the year before it."""
    years = in_force(ctx, tail.years, tail.place, 2)
    if years is None or not _has_years(ctx, item.subject, scope):
        return None
    found = [of_year(ctx, item.subject, year, scope) for year in years]
    values = [(year, value) for year, value in zip(years, found, strict=True) if value is not None]
    place, said = item.subject.place, ctx.words(item)
    if len(values) < len(found) or not _numbers(ctx, [value for _, value in values], place):
        return None
    tests = []
    for (_, before), (year, now) in pairwise(values):
        text = f"{year}: {said}"
        unit = same_unit(Subject(ctx, now, scope, text, place), before, tail.place)
        if unit is None:
            return None
        relation = terms.Comparison(tail.relation)
        tests.append(terms.Compare(relation, now.term, before.term, unit, place=item.place, text=text))
    return tests[0] if len(tests) == 1 else terms.AllOf(tuple(tests), place=item.place, text=said)


def every_year(ctx: Context, item: tree.EveryYear, scope: Scope) -> terms.Condition | None:
    """The test in each year of those said, or of the plan's period."""
    years = in_force(ctx, item.years, item.place, 1)
    if years is None:
        return None
    said, tests = ctx.words(item), []
    for year in years:
        with ctx.in_year(year):
            test = ctx.condition(item.test, scope)
        if test is None:
            return None
        text = f"{year}: {said}"
        tests.append(
            terms.Not(test, place=item.place, text=text) if item.negated else evolve(test, place=item.place, text=text)
        )
    if len(tests) > 1 and tests[0] == tests[1]:
        ctx.faults.error("year-without-effect", item.place, found=said)
        return None
    return tests[0] if len(tests) == 1 else terms.AllOf(tuple(tests), place=item.place, text=said)
