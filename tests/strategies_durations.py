"""Strategies for plans about time: days, working days and months between two dates, net of a number; deadlines by limits."""

from __future__ import annotations

from functools import cache

from hypothesis import strategies as st

import strategies as s
from criteria.dates.anchored import Anchor
from criteria.dates.durations import Duration
from criteria.dates.durations import Unit as In
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation
from criteria.frozen import evolve
from criteria.model import terms as t
from criteria.model.plan import Closing
from criteria.model.types import Unit

UNITS = st.sampled_from([Unit.WORKING_DAYS, Unit.BANK_DAYS, Unit.MONTHS])
LIMITS = st.sampled_from([s.F(-2), s.F(0), s.F(1, 31), s.F(1), s.F(3)]).map(s.limit)


@cache
def elapsed() -> st.SearchStrategy[t.Term]:
    """The time from one date fact to another, or to a day counted from one."""
    days = s.offset(st.sampled_from(s.FACT_DATES).map(s.fact))
    return st.builds(t.Elapsed, days, days, UNITS)


@cache
def elapsed_cases() -> st.SearchStrategy[s.Case]:
    """Time between two dates against limits, and net of a number."""
    net = st.builds(t.Subtract, elapsed(), st.just(s.fact("w1")))
    tests = s.compares(st.one_of(elapsed(), elapsed(), net), LIMITS)
    return s.cases_of(s.goals(tests, most=2, leaves=2), s.facts_of((*s.FACT_DATES, "w1")))


@cache
def limited(base: t.Term) -> st.SearchStrategy[t.Term]:
    """A day counted by a limit of the facts: a duration, or a number of days."""
    duration = st.builds(t.OffsetBy, st.just(base), st.sampled_from(("l1", "l2")).map(s.fact), st.booleans())
    number = st.builds(t.OffsetBy, st.just(base), st.just(s.fact("n1")), st.booleans(), st.just(Unit.DAYS))
    return st.one_of(duration, duration, number)


@cache
def limit_cases() -> st.SearchStrategy[s.Case]:
    """A date against a deadline that lies a limit of the facts after another date."""
    tests = s.date_tests(st.just(s.fact("d1")), st.one_of(limited(s.fact("d2")), s.PHRASE))
    return s.cases_of(s.goals(tests, most=2, leaves=2), s.facts_of((*s.FACT_DATES, "l1", "l2", "n1")))


def _in_time(relation: Relation) -> t.Condition:
    opened, limit, shut = (s.cell("cases", column) for column in ("opened", "limit", "shut"))
    return t.DateTest(relation, shut, t.OffsetBy(opened, limit, forward=True))


@cache
def row_limit_cases() -> st.SearchStrategy[s.Case]:
    """Rows with limits of their own."""
    tests = s.quantified(
        st.just(t.Rows("cases")), lambda _: st.sampled_from([Relation.BY, Relation.AFTER, Relation.INDEN]).map(_in_time)
    )
    records = st.fixed_dictionaries({"cases": s.rows("cases", most=2)})
    return s.cases_of(s.goals(tests, most=2, leaves=2), s.facts_of((), records))


ANCHORS = st.sampled_from(
    [
        Anchor("12 March", "year"),
        Anchor("1 March", "year", 1),
        Anchor("end of", "month"),
        Anchor("10.", "month", 1),
        Anchor("10.", "month"),
        Anchor("last working day of", "quarter", -1),
        Anchor("medio", "month"),
        Anchor("first Monday in", "month", 1),
    ]
)


@cache
def anchored_cases() -> st.SearchStrategy[s.Case]:
    """A date against a day of the year, quarter or month of another, or of itself."""
    base = s.offset(st.sampled_from(s.FACT_DATES).map(s.fact))
    there = st.builds(t.Anchored, base, ANCHORS)
    later = st.builds(t.Offset, there, s.DURATIONS, st.booleans())
    tests = s.date_tests(st.just(s.fact("d1")), st.one_of(there, there, later))
    return s.cases_of(s.goals(tests, most=2, leaves=2), s.facts_of(s.FACT_DATES))


@cache
def lock_cases() -> st.SearchStrategy[s.Case]:
    """A log whose rows are put down on a day of their own, or grow until their month has closed."""

    def of(record: str) -> st.SearchStrategy[s.Case]:
        held = s.cell(record, "held")
        days = st.builds(t.DateTest, s.RELATIONS, st.just(held), s.ROW_PHRASE)
        early = st.just(t.DateTest(Relation.BY, held, t.DateValue(parse("2020-02-29"))))
        tests = s.quantified(st.just(t.Rows(record)), lambda _: st.one_of(days, early))
        facts = s.facts_of((), st.fixed_dictionaries({record: s.rows(record, most=2)}))
        closing = st.sampled_from(
            [None, Closing("month", Duration(11, In.DAYS)), Closing("month", Duration(1, In.MONTHS))]
        )
        case = s.cases_of(s.goals(tests, most=2, leaves=2), facts)
        return st.builds(lambda found, lock: evolve(found, closing=lock), case, closing)

    return st.one_of(of("entries"), of("events"))


THEMES = {
    "locks": lock_cases,
    "anchored": anchored_cases,
    "elapsed": elapsed_cases,
    "limits": limit_cases,
    "row limits": row_limit_cases,
}
