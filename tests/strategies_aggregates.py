"""Goals over means, medians, percentiles, distinct texts, first and last days, the value of one row.

Themes as in ``strategies.py``, over its vocabulary: rows of a table, of a log, and computed columns.
"""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

import strategies as s
from criteria.dates.phrases import parse
from criteria.model import terms as t
from criteria.model.totals import RoundingWay
from criteria.model.types import NumberType, Unit

F = s.F
NUMBERS = {"items": "size", "visits": "size", "targets": "counted"}
DATES = {"items": "due", "events": "held", "visits": "when"}
SHARES = st.sampled_from([F(0), F(1, 3), F(1, 2), F(9, 10), F(1)])
LIMITS = st.sampled_from([F(0), F(1, 2), F(1), F(3, 2), F(2)])


def waited(record: str) -> t.Term:
    """Days from a fixed day to the row's own, which may be never."""
    return t.DaysBetween(t.DateValue(parse("2020-03-12")), s.cell(record, DATES[record]))


def values(record: str) -> st.SearchStrategy[t.Term]:
    numbers: list[t.Term] = [s.cell(record, NUMBERS[record])] if record in NUMBERS else []
    return st.sampled_from([*numbers, *([waited(record)] if record in DATES else [])])


@cache
def amounts(record: str) -> st.SearchStrategy[t.Term]:
    rows, value = s.row_sets(record), values(record)
    found: list[st.SearchStrategy[t.Term]] = [
        st.builds(t.Mean, rows, value),
        st.builds(t.Median, rows, value),
        st.builds(t.Percentile, rows, value, SHARES),
        st.builds(t.OfOne, rows, value),
    ]
    if record in NUMBERS:
        found.append(st.builds(t.Mean, rows, value, st.just(s.cell(record, NUMBERS[record]))))
    if record != "visits":
        found.append(st.builds(t.Distinct, rows, st.just(s.cell(record, "area"))))
    return st.one_of(found)


@cache
def tests(record: str) -> st.SearchStrategy[t.Condition]:
    limits = LIMITS.map(s.limit)
    found = [s.compares(amounts(record), limits), s.compares(amounts(record), limits), s.row_quantities(record)]
    if record in DATES:
        day = st.one_of(
            st.builds(t.EdgeDay, s.row_sets(record), st.just(s.cell(record, DATES[record])), st.booleans()),
            st.builds(t.OfOne, s.row_sets(record), st.just(s.cell(record, DATES[record]))),
        )
        found += [st.builds(t.DateTest, s.RELATIONS, day, s.PHRASE), st.builds(t.Happened, day)]
    if record != "visits":
        group = t.Matches(s.cell(record, "area"), (t.GroupValue(record, "area", s.AREA),))
        rows = s.row_sets(record).map(lambda r: t.Rows(record, (group, *r.where)))
        of = st.one_of(st.builds(t.Mean, rows, values(record)), st.builds(t.Median, rows, values(record)))
        found.append(
            st.builds(t.EveryGroup, st.just(record), st.just("area"), st.just(("A", "B")), s.compares(of, limits))
        )
    return st.one_of(found)


@cache
def ranks(record: str) -> st.SearchStrategy[t.Condition]:
    """Ranks in a row test and of one row; rounded amounts; so many groups; rows left out."""
    by: list[t.Term] = [s.cell(record, NUMBERS[record])] if record in NUMBERS else []
    by += [s.cell(record, DATES[record])] if record in DATES else []
    ranked = st.sampled_from(by)

    def rank(value: t.Term, subject: t.Term) -> st.SearchStrategy[t.Condition]:
        of = st.builds(t.Rank, s.row_sets(record), st.just(value), st.just(subject), st.booleans(), st.booleans())
        limits = st.sampled_from([F(1, 3), F(1, 2), F(1), F(3, 2), F(2)]).map(s.limit)
        return st.builds(t.Compare, s.ONE_SIDED, of, limits, st.just(Unit.NUMBER))

    def of_one(value: t.Term) -> st.SearchStrategy[t.Condition]:
        return s.row_sets(record).flatmap(lambda rows: rank(value, t.OfOne(rows, value)))

    numbers = [value for value in by if isinstance(value.type, NumberType)]
    step = st.sampled_from([F(1), F(1, 2), F(1, 3), F(2)])
    rounded = st.builds(t.Rounded, amounts(record), st.sampled_from(list(RoundingWay)), step)
    found = [
        ranked.flatmap(lambda value: s.quantified(s.row_sets(record), lambda _: rank(value, value))),
        s.compares(rounded, LIMITS.map(s.limit)),
        s.compares(st.builds(t.Add, st.tuples(rounded, st.just(s.limit(1)))), LIMITS.map(s.limit)),
    ]
    if numbers:
        found.append(st.sampled_from(numbers).flatmap(of_one))
        outside = st.sampled_from([s.limit(0), s.limit(1), s.limit(3)])  # a value that stands in no row
        found.append(st.tuples(st.sampled_from(numbers), outside).flatmap(lambda p: rank(*p)))
    left_out = st.tuples(s.row_sets(record), s.row_tests(record)).map(lambda p: t.Rows(record, p[0].where, (p[1],)))
    found.append(s.quantified(left_out, s.row_tests))
    if record != "visits":
        group = t.Matches(s.cell(record, "area"), (t.GroupValue(record, "area", s.AREA),))
        rows = s.row_sets(record).map(lambda r: t.Rows(record, (group, *r.where)))
        amount = st.sampled_from(
            [s.limit(1), s.limit(2), s.limit(F(1, 2), Unit.PERCENT), s.limit(F(2, 3), Unit.PERCENT)]
        )
        inner = s.quantified(rows, s.row_tests)
        choices = st.sampled_from([("A", "B"), None]) if record != "events" else st.just(("A", "B"))
        found.append(st.builds(t.SomeGroups, st.just(record), st.just("area"), choices, inner, s.COMPARISONS, amount))
    return st.one_of(found)


def goals(record: str) -> st.SearchStrategy[s.Goal]:
    return s.goals(st.one_of(tests(record), ranks(record)), most=2, leaves=2)


@cache
def table_cases() -> st.SearchStrategy[s.Case]:
    return s.cases_of(goals("items"), s.facts_of(records=st.fixed_dictionaries({"items": s.rows("items")})))


@cache
def log_cases() -> st.SearchStrategy[s.Case]:
    def of(record: str) -> st.SearchStrategy[s.Case]:
        brought = st.fixed_dictionaries({record: s.rows(record)})
        return s.cases_of(goals(record), s.facts_of(records=st.one_of(brought, brought, brought, st.just({}))))

    return st.one_of(of("events"), of("visits"))


@cache
def join_cases() -> st.SearchStrategy[s.Case]:
    records = st.fixed_dictionaries({"events": s.rows("events")})
    return s.cases_of(goals("targets"), s.facts_of(records=records))


THEMES = {"tables": table_cases, "logs": log_cases, "joins": join_cases}
