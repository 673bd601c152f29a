"""Strategies for goals asked of each row of a table, in each of two periods, or both."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import strategies as st

import strategies as s
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation
from criteria.facts import record as f
from criteria.frozen import evolve
from criteria.model import terms as t
from criteria.model.each import AskedPeriod, Each, Subjects
from criteria.model.plan import Goal, Level

ITEMS = Subjects("items", "area")
AS_OF = date(2020, 3, 12)
# one day for every stretch between the days that these plans name
DAYS = (s.EARLY[-1], *s.DAYS[1:5], s.DAYS[6], date(2020, 3, 21))
HALVES = ("2020-03-09..2020-03-12", "2020-03-13..2020-03-16")


def own(column: str) -> t.Cell:
    """A cell of the subject's row."""
    return s.cell("items", column, t.SUBJECT)


OWN_EVENTS = t.Matches(s.cell("events", "area"), (own("area"),))


@cache
def tests_of_subject() -> st.SearchStrategy[t.Condition]:
    """Of the subject's cells, against limits and a fact; of its rows in a log; of all subjects."""
    limits = st.one_of(st.integers(0, 2).map(s.limit), st.just(s.fact("w1")))
    mine = s.row_sets("events").map(lambda of: t.Rows("events", (OWN_EVENTS, *of.where)))
    bigger = t.Compare(t.Comparison.AT_LEAST, s.cell("items", "size"), own("size"), s.Unit.NUMBER)
    return st.one_of(
        s.compares(st.just(own("size")), limits, s.ONE_SIDED),
        st.builds(t.DateTest, s.RELATIONS, st.just(own("due")), s.ROW_PHRASE),
        st.just(t.Holds(own("ok"))),
        s.quantified(mine, s.row_tests),
        s.compares(st.builds(t.Count, mine), st.integers(0, 2).map(s.limit)),
        s.quantified(st.just(t.Rows("items")), lambda _: st.just(bigger)),
    )


@cache
def goals_of_subjects() -> st.SearchStrategy[Goal]:
    each = Each(ITEMS, place=s.HERE)
    return s.goals(tests_of_subject(), most=2, leaves=2).map(lambda goal: evolve(goal, each=each))


@st.composite
def subjects(draw: st.DrawFn, *, open_cells: int = 2, events: int = 1) -> dict[str, f.RecordRows]:
    """One or two items with names of their own, of which a few cells are open, and a few events."""
    items = []
    for name in ("A", "B")[: draw(st.integers(1, 2))]:
        cells: dict[str, f.Possible] = {
            "area": f.Exactly(name),
            "size": f.Exactly(draw(st.integers(0, 2).map(s.F))),
            "due": f.Exactly(draw(st.sampled_from(s.DAYS))),
            "ok": f.Exactly(draw(st.booleans())),
        }
        for column in draw(st.lists(st.sampled_from(["size", "due", "ok"]), max_size=open_cells, unique=True)):
            cells[column] = draw(s.possible(s.PLAN_COLUMNS["items"][column]))
            open_cells -= 1
        items.append(f.Row({key: s.given(what) for key, what in cells.items()}, place=s.HERE))
    held = [
        {"area": s.given(f.Exactly(area)), "held": s.given(f.Exactly(day))}
        for area, day in draw(st.lists(st.tuples(st.sampled_from("AB"), st.sampled_from(s.DAYS)), max_size=events))
    ]
    rows = {"items": items, "events": [f.Row(cells, place=s.HERE) for cells in held]}
    return {key: f.RecordRows(tuple(found), place=s.HERE) for key, found in rows.items()}


def cases_of(goal: st.SearchStrategy[Goal], facts: st.SearchStrategy[f.Facts]) -> st.SearchStrategy[s.Case]:
    """Over the whole history, or as of one day, with the record open or closed."""
    day = st.sampled_from([None, AS_OF])
    return st.builds(s.Case, goal, facts, day, day)


@cache
def subject_cases() -> st.SearchStrategy[s.Case]:
    return cases_of(goals_of_subjects(), s.facts_of(("w1",), subjects()))


@cache
def tests_in_period(phrase: str) -> st.SearchStrategy[t.Condition]:
    """Tests of a fact, of events and of those of the subject, in one period."""
    period = t.DateValue(parse(phrase))
    inside = t.DateTest(Relation.IN, s.cell("events", "held"), period)
    counts = t.Count(t.Rows("events", (inside,)))
    return st.one_of(
        st.builds(t.DateTest, s.RELATIONS, st.just(s.fact("d1")), st.just(period)),
        s.compares(st.just(counts), st.integers(1, 2).map(s.limit), s.ONE_SIDED),
        st.just(t.Quantified(t.Quantity.SOME, t.Rows("events"), inside)),
    )


@st.composite
def goals_in_periods(draw: st.DrawFn, *, of_subjects: bool = False) -> Goal:
    """The same kind of levels in two periods, each with conditions of its own."""
    count = draw(st.integers(1, 2))
    found = []
    for phrase in HALVES:
        test = tests_in_period(phrase)
        test = st.one_of(test, tests_of_subject()) if of_subjects else s.composed(test, 2)
        pairs = [draw(test) for _ in range(count)]
        steps = (s.FULFILLED, s.PARTIAL)
        levels = tuple(Level(step, c, c, place=s.HERE) for step, c in zip(steps, pairs, strict=False))
        found.append(AskedPeriod(phrase, date(2020, 3, 9), date(2020, 3, 16), levels))
    each = Each(ITEMS if of_subjects else None, tuple(found), place=s.HERE)
    return Goal("1", "goal", found[0].levels, place=s.HERE, each=each)


@cache
def period_cases() -> st.SearchStrategy[s.Case]:
    events = st.fixed_dictionaries({"events": s.rows("events", most=3, open_cells=2)})
    return cases_of(goals_in_periods(), s.facts_of(("d1",), events))


@cache
def both_cases() -> st.SearchStrategy[s.Case]:
    return cases_of(goals_in_periods(of_subjects=True), s.facts_of(("d1",), subjects(open_cells=0, events=2)))


THEMES = {"subjects": subject_cases, "periods": period_cases, "both": both_cases}
