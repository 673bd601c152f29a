"""Hypothesis strategies for plans and facts at the level of the model.

One fixed vocabulary (``PLAN``), goals and facts drawn over it, by theme: each theme keeps the number of complete worlds small, so that
the brute force of ``tests/evaluate/brute.py`` can list them. ``Case`` is what one evaluation needs.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from functools import cache

from hypothesis import strategies as st

from criteria.dates.durations import Duration
from criteria.dates.durations import Unit as In
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation
from criteria.facts import record as f
from criteria.frozen import evolve, frozen
from criteria.model import terms as t
from criteria.model.plan import Closing, Column, FactDeclaration, FixedRow, Goal, Level, Plan, Record
from criteria.model.scale import FULFILLED, NOT_FULFILLED, PARTIAL
from criteria.model.types import Bounds, ChoiceType, DateType, DurationType, NumberType, TextType, Type, Unit, YesNoType
from criteria.source import Place, Source

HERE = Place("plan.criteria", 1, 1)
F = Fraction
DATE, TEXT, YES_NO = DateType(), TextType(), YesNoType()
SMALL = NumberType(Unit.NUMBER, Bounds(F(0), F(4)), whole=True)
TINY = NumberType(Unit.NUMBER, Bounds(F(0), F(2)), whole=True)
MONEY = NumberType(Unit.KRONER)
EARNED = NumberType(Unit.KRONER, Bounds(F(0), None, low_open=True))
AREA = ChoiceType(("A", "B"))
FACTS: dict[str, Type] = {
    **dict.fromkeys(("d1", "d2", "d3"), DATE),
    **dict.fromkeys(("w1", "w2", "w3"), SMALL),
    **dict.fromkeys(("m1", "m2"), MONEY),
    "e1": EARNED,
    **dict.fromkeys(("c1", "c2"), ChoiceType(("a", "b", "c"))),
    **dict.fromkeys(("t1", "t2"), TEXT),
    "y1": YES_NO,
    **dict.fromkeys(("l1", "l2"), DurationType()),
    "n1": NumberType(Unit.DAYS, Bounds(F(0), F(3))),
}
FIRST_DAY = date(2020, 3, 9)
DAYS = tuple(FIRST_DAY + timedelta(n) for n in range(8))  # 9..16 March 2020
EARLY = (date(2019, 1, 10), *(FIRST_DAY - timedelta(n) for n in range(11, 0, -1)))
LATE = (*(DAYS[-1] + timedelta(n) for n in range(1, 13)), date(2020, 6, 20), date(2021, 7, 20))
PHRASES = (
    "2020-03-11", "2020-03-13", "2020-03-12..2020-03-14", "end of 2020-03-12", "medio marts 2020", "primo marts 2020",
)  # fmt: skip


def cell(record: str, column: str, scope: int = 0) -> t.Cell:
    return t.Cell(record, column, scope, PLAN_COLUMNS[record][column])


PLAN_COLUMNS: dict[str, dict[str, Type]] = {
    "items": {"area": AREA, "size": TINY, "due": DATE, "ok": YES_NO},
    "events": {"area": AREA, "held": DATE},
    "visits": {"size": TINY, "when": DATE},
    "cases": {"opened": DATE, "limit": DurationType(), "shut": DATE},
    "entries": {"held": DATE, "entered": DATE},
    "targets": {"area": AREA, "planned": SMALL, "done": SMALL, "counted": SMALL},
}
HELD_IN_TIME = t.DateTest(Relation.BY, cell("events", "held"), t.DateValue(parse("2020-03-13")))
DONE = t.Count(t.Rows("events", (t.Matches(cell("events", "area"), (cell("targets", "area", 1),)), HELD_IN_TIME)))
COMPUTED: dict[tuple[str, str], t.Term] = {
    ("targets", "done"): DONE,
    ("targets", "counted"): t.Smaller((cell("targets", "done"), cell("targets", "planned"))),
}


def _record(key: str, when: str | None = None, rows: tuple[FixedRow, ...] | None = None) -> Record:
    columns = {n: Column(n, n, kind, COMPUTED.get((key, n)), place=HERE) for n, kind in PLAN_COLUMNS[key].items()}
    return Record(key, key, when is not None, columns, when, rows, place=HERE)


RECORDS = {
    "items": _record("items"),
    "events": _record("events", "held"),
    "visits": _record("visits", "when"),
    "cases": _record("cases"),
    "entries": evolve(_record("entries", "held"), recorded="entered"),
    "targets": _record(
        "targets",
        rows=tuple(FixedRow({"area": a, "planned": F(n)}, place=HERE) for a, n in (("A", 1), ("B", 2))),
    ),
}
SUMS = t.Chosen(
    "total",
    (
        ("sum", t.Add((t.Fact("w1", SMALL), t.Fact("w2", SMALL)))),
        ("largest", t.Larger((t.Fact("w1", SMALL), t.Fact("w2", SMALL)))),
    ),
)


def plan_of(*goals: Goal, closes: date | None = None, **changes: object) -> Plan:
    """A plan with the vocabulary and these goals."""
    plan = Plan(
        "Vocabulary", "en", (date(2020, 1, 1), date(2020, 12, 31)), closes, {}, {"total": ("sum", "largest")},
        {path: FactDeclaration(path, path, kind, place=HERE) for path, kind in FACTS.items()},
        RECORDS, goals, (), {path: path for path in FACTS}, Source("plan.criteria", ""),
    )  # fmt: skip
    return evolve(plan, **changes)


def goal_of(*conditions: t.Condition | tuple[t.Condition, t.Condition], id: str = "1") -> Goal:  # noqa: A002
    """A goal whose levels have these conditions (written, or written and relaxed)."""
    pairs = [c if isinstance(c, tuple) else (c, c) for c in conditions]
    names = [FULFILLED, PARTIAL, NOT_FULFILLED] if len(pairs) > 1 else [FULFILLED]
    levels = tuple(Level(n, *pair, place=HERE) for n, pair in zip(names, pairs, strict=False))
    return Goal(id, "goal", levels, place=HERE)


def given(possible: f.Possible, known_from: date | None = None) -> f.Given:
    return f.Given(possible, place=HERE, known_from=known_from)


@frozen
class Case:
    """What one evaluation needs."""

    goal: Goal
    facts: f.Facts
    as_of: date | None = None
    closes: date | None = None
    closing: Closing | None = None

    @property
    def plan(self) -> Plan:
        return plan_of(self.goal, closes=self.closes, closing=self.closing)


# ---- facts ------------------------------------------------------------------------------------------------------------


def possible_days() -> st.SearchStrategy[f.Possible]:
    day = st.sampled_from(DAYS)
    return st.one_of(
        day.map(f.Exactly),
        st.tuples(day, st.integers(0, 4)).map(lambda p: f.DayBetween(p[0], p[0] + timedelta(p[1]))),
        st.just(f.SomeDayOf(parse("2020-03-10..2020-03-14"))),
        st.just(f.SomeDayOf(parse("primo marts 2020"))),
        st.lists(day, min_size=1, max_size=3, unique=True).map(lambda v: f.OneOf(tuple(sorted(v)))),
        st.sampled_from([f.Unknown(), f.Never(), f.Nothing()]),
    )


def possible_numbers(high: int) -> st.SearchStrategy[f.Possible]:
    number = st.integers(0, high).map(F)
    return st.one_of(
        number.map(f.Exactly),
        st.lists(number, min_size=1, max_size=3, unique=True).map(lambda v: f.OneOf(tuple(sorted(v)))),
        st.tuples(number, number).map(lambda p: f.NumberBetween(min(p), max(p))),
        st.sampled_from([f.Unknown(), f.Nothing()]),
    )


def possible_money() -> st.SearchStrategy[f.Possible]:
    number = st.integers(1, 4).map(F)
    return st.one_of(
        number.map(f.Exactly),
        st.tuples(number, number).map(lambda p: f.NumberBetween(min(p), max(p))),
        st.lists(number, min_size=1, max_size=3, unique=True).map(lambda v: f.OneOf(tuple(sorted(v)))),
    )


def possible_texts(options: tuple[str, ...]) -> st.SearchStrategy[f.Possible]:
    one = st.sampled_from(options)
    return st.one_of(
        one.map(f.Exactly),
        st.lists(one, min_size=1, max_size=3, unique=True).map(lambda v: f.OneOf(tuple(sorted(v)))),
        st.sampled_from([f.Unknown(), f.Nothing()]),
    )


def possible_limits() -> st.SearchStrategy[f.Possible]:
    one = st.sampled_from(
        [Duration(0, In.DAYS), Duration(2, In.DAYS), Duration(1, In.WEEKS), Duration(2, In.WORKING_DAYS)]
    )
    return st.one_of(
        one.map(f.Exactly),
        st.lists(one, min_size=2, max_size=2, unique=True).map(lambda v: f.OneOf(tuple(v))),
        st.sampled_from([f.Unknown(), f.Nothing()]),
    )


YES_OR_NO: st.SearchStrategy[f.Possible] = st.sampled_from(
    [f.Exactly(True), f.Exactly(False), f.Unknown(), f.Nothing()]
)


def possible(kind: Type) -> st.SearchStrategy[f.Possible]:
    match kind:
        case DateType():
            return possible_days()
        case NumberType(Unit.KRONER):
            return possible_money()
        case NumberType(_, bounds):
            return possible_numbers(int(bounds.high or 4))
        case ChoiceType(options):
            return possible_texts(options)
        case TextType():
            return possible_texts(("a", "zz"))
        case DurationType():
            return possible_limits()
        case _:
            return YES_OR_NO


def known(kind: Type) -> st.SearchStrategy[f.Possible]:
    return possible(kind).filter(lambda p: isinstance(p, f.Exactly))


def values(paths: tuple[str, ...]) -> st.SearchStrategy[dict[str, f.Given]]:
    """Something (or no key at all) for each path."""
    each = {p: st.one_of(possible(FACTS[p]).map(given), st.none()) for p in paths}
    return st.fixed_dictionaries(each).map(lambda found: {k: v for k, v in found.items() if v is not None})


@st.composite
def rows(draw: st.DrawFn, record: str, most: int = 3, open_cells: int = 2) -> f.RecordRows:
    """A few rows, of which a few cells are open."""
    found = []
    for _ in range(draw(st.integers(0, most))):
        cells = {}
        for column, kind in PLAN_COLUMNS[record].items():
            when = column == RECORDS[record].when
            if open_cells and draw(st.integers(0, 2)) == 0:
                what = draw(possible(kind).filter(lambda p: not isinstance(p, f.Never)) if when else possible(kind))
                open_cells -= not isinstance(what, f.Exactly)
            else:
                what = draw(known(kind))
            cells[column] = given(what)
        found.append(f.Row(cells, place=HERE))
    return f.RecordRows(tuple(found), place=HERE)


# ---- terms and conditions ---------------------------------------------------------------------------------------------

COMPARISONS = st.sampled_from(list(t.Comparison))
ONE_SIDED = st.sampled_from([t.Comparison.AT_LEAST, t.Comparison.AT_MOST, t.Comparison.ABOVE, t.Comparison.BELOW])
PHRASE = st.sampled_from(PHRASES).map(lambda text: t.DateValue(parse(text)))
ROW_PHRASE = st.sampled_from([PHRASES[0], PHRASES[1], "medio marts 2020"]).map(lambda text: t.DateValue(parse(text)))
RELATIONS = st.sampled_from([r for r in Relation if r is not Relation.BETWEEN])
DURATIONS = st.sampled_from(
    [
        Duration(1, In.DAYS),
        Duration(3, In.DAYS),
        Duration(1, In.WEEKS),
        Duration(2, In.WORKING_DAYS),
    ]
)
SHARES = st.sampled_from([F(0), F(1, 3), F(1, 2), F(3, 5), F(1)])


def fact(path: str) -> t.Fact:
    return t.Fact(path, FACTS[path])


def limit(value: Fraction | int, unit: Unit = Unit.NUMBER) -> t.Number:
    return t.Number(F(value), unit)


def date_tests(subject: st.SearchStrategy[t.Term], others: st.SearchStrategy[t.Term]) -> st.SearchStrategy[t.Condition]:
    end = st.one_of(PHRASE, PHRASE, others)
    ordered = st.sampled_from(
        [("2020-03-10", "2020-03-12"), ("primo marts 2020", "2020-03-14"), ("end of 2020-03-11", "2020-03-16")]
    )
    return st.one_of(
        st.builds(t.DateTest, RELATIONS, subject, end),
        ordered.flatmap(
            lambda p: st.builds(
                t.DateTest,
                st.just(Relation.BETWEEN),
                subject,
                st.just(t.DateValue(parse(p[0]))),
                st.just(t.DateValue(parse(p[1]))),
            )
        ),
        st.builds(t.DateTest, st.just(Relation.BETWEEN), subject, others, others),
        st.builds(t.Happened, subject),
    )


def offset(subject: st.SearchStrategy[t.Term]) -> st.SearchStrategy[t.Term]:
    return st.one_of(subject, st.builds(t.Offset, subject, DURATIONS, st.booleans()))


def compares(
    term: st.SearchStrategy[t.Term],
    limits: st.SearchStrategy[t.Term],
    relation: st.SearchStrategy[t.Comparison] = COMPARISONS,
) -> st.SearchStrategy[t.Condition]:
    return st.one_of(
        st.builds(t.Compare, relation, term, limits, st.just(Unit.NUMBER)),
        st.builds(t.Compare, relation, limits, term, st.just(Unit.NUMBER)),
        st.builds(t.Between, term, limits, limits, st.just(Unit.NUMBER)),
    )


def terms(leaf: st.SearchStrategy[t.Term]) -> st.SearchStrategy[t.Term]:
    """Arithmetic over leaves, two deep."""

    def more(inner: st.SearchStrategy[t.Term]) -> st.SearchStrategy[t.Term]:
        several = st.lists(inner, min_size=2, max_size=3).map(tuple)
        binary = [t.Subtract, t.Multiply, t.Divide, t.Difference, t.PercentOf]
        return st.one_of(
            st.builds(t.Add, several), st.builds(t.Larger, several), st.builds(t.Smaller, several),
            *(st.builds(kind, inner, inner) for kind in binary),
        )  # fmt: skip

    return st.recursive(leaf, more, max_leaves=3)


def composed(test: st.SearchStrategy[t.Condition], leaves: int = 4) -> st.SearchStrategy[t.Condition]:
    """Lists, negations and numbers of tests."""

    def more(inner: st.SearchStrategy[t.Condition]) -> st.SearchStrategy[t.Condition]:
        several = st.lists(inner, min_size=1, max_size=3).map(tuple)
        number = st.tuples(st.sampled_from([t.Comparison.AT_LEAST, t.Comparison.EQUAL]), st.integers(0, 2), several)
        return st.one_of(
            st.builds(t.AllOf, several), st.builds(t.AnyOf, several), st.builds(t.Not, inner),
            number.map(lambda p: t.NumberOf(*p)),
        )  # fmt: skip

    return st.recursive(test, more, max_leaves=leaves)


def goals(test: st.SearchStrategy[t.Condition], most: int = 3, leaves: int = 4) -> st.SearchStrategy[Goal]:
    """One to three levels; a lower one may be relaxed."""
    condition = composed(test, leaves)
    level = st.one_of(condition, condition, st.tuples(condition, condition))
    return st.lists(level, min_size=1, max_size=most).map(lambda found: goal_of(*found))


def quantified(
    rows_: st.SearchStrategy[t.Rows], test: Callable[[str], st.SearchStrategy[t.Condition]]
) -> st.SearchStrategy[t.Condition]:
    """Every kind of quantifier over a row set."""

    def build(of: t.Rows) -> st.SearchStrategy[t.Condition]:
        plain = st.sampled_from([t.Quantity.ALL, t.Quantity.NO, t.Quantity.SOME])
        return st.one_of(
            st.builds(t.Quantified, plain, st.just(of), test(of.record), if_any=st.booleans()),
            st.builds(
                t.Quantified, st.just(t.Quantity.SHARE), st.just(of), test(of.record), COMPARISONS,
                SHARES.map(lambda v: limit(v, Unit.PERCENT)), st.booleans(),
            ),
            st.builds(
                t.Quantified, st.just(t.Quantity.COUNT), st.just(of), st.one_of(st.none(), test(of.record)), COMPARISONS,
                st.integers(0, 3).map(limit),
            ),
        )  # fmt: skip

    return rows_.flatmap(build)


def row_dates(record: str, column: str) -> st.SearchStrategy[t.Condition]:
    subject = st.just(cell(record, column))
    return st.one_of(st.builds(t.DateTest, RELATIONS, subject, ROW_PHRASE), st.builds(t.Happened, subject))


@cache
def row_tests(record: str) -> st.SearchStrategy[t.Condition]:
    """Tests of one row's own cells."""
    if record == "items":
        return st.one_of(
            st.sampled_from(["A", "B"]).map(lambda a: t.Matches(cell("items", "area"), (t.TextValue(a),))),
            compares(st.just(cell("items", "size")), st.integers(0, 2).map(limit), ONE_SIDED),
            row_dates("items", "due"),
            st.just(t.Holds(cell("items", "ok"))),
        )
    if record == "events":
        return st.one_of(
            st.sampled_from(["A", "B"]).map(lambda a: t.Matches(cell("events", "area"), (t.TextValue(a),))),
            row_dates("events", "held"),
        )
    if record == "visits":
        return st.one_of(
            compares(st.just(cell("visits", "size")), st.integers(0, 2).map(limit), ONE_SIDED),
            row_dates("visits", "when"),
        )
    return st.one_of(
        compares(
            st.sampled_from([cell("targets", "done"), cell("targets", "counted")]), st.just(cell("targets", "planned"))
        ),
        compares(st.just(cell("targets", "done")), st.integers(0, 2).map(limit)),
    )


@cache
def row_sets(record: str) -> st.SearchStrategy[t.Rows]:
    return st.lists(row_tests(record), max_size=1).map(lambda where: t.Rows(record, tuple(where)))


@cache
def row_quantities(record: str) -> st.SearchStrategy[t.Condition]:
    """Tests of counts, sums and shares, of quantifiers, and of every group."""
    columns = {"items": "size", "visits": "size", "targets": "counted"}
    amounts: list[st.SearchStrategy[t.Term]] = [
        st.builds(t.Count, row_sets(record)),
        st.builds(t.Share, row_sets(record), row_tests(record)),
    ]
    if record in columns:
        amounts.append(st.builds(t.Sum, row_sets(record), st.just(cell(record, columns[record]))))
    tests = [
        quantified(row_sets(record), row_tests),
        compares(st.one_of(amounts), st.sampled_from([F(0), F(1, 2), F(1), F(2), F(3)]).map(limit)),
    ]
    if record != "visits":
        group = t.Matches(cell(record, "area"), (t.GroupValue(record, "area", AREA),))
        inner = quantified(row_sets(record).map(lambda r: t.Rows(record, (group, *r.where))), row_tests)
        choices = st.sampled_from([("A", "B"), None]) if record != "events" else st.just(("A", "B"))
        tests.append(st.builds(t.EveryGroup, st.just(record), st.just("area"), choices, inner))
    return st.one_of(tests)


# ---- themes -----------------------------------------------------------------------------------------------------------

FACT_DATES = ("d1", "d2")
FACT_NUMBERS = ("w1", "w2", "w3")


def clocks() -> st.SearchStrategy[tuple[date | None, date | None]]:
    """An as-of day or none, and a day on which the record closes or none."""
    day = st.sampled_from(DAYS[1:6])
    return st.tuples(st.one_of(st.none(), day), st.one_of(st.none(), day))


def cases_of(goal: st.SearchStrategy[Goal], facts: st.SearchStrategy[f.Facts]) -> st.SearchStrategy[Case]:
    return st.builds(lambda g, found, clock: Case(g, found, *clock), goal, facts, clocks())


def facts_of(
    paths: tuple[str, ...] = (), records: st.SearchStrategy[dict[str, f.RecordRows]] | None = None
) -> st.SearchStrategy[f.Facts]:
    closed = st.integers(0, 5).map(bool)
    return st.builds(
        f.Facts, values(paths), st.just({}) if records is None else records, closed if paths else st.just(True)
    )


@cache
def date_cases() -> st.SearchStrategy[Case]:
    """Two dates, against phrases, offsets and each other."""
    subject = st.sampled_from(FACT_DATES).map(fact)
    tests = st.one_of(
        date_tests(offset(subject), offset(subject)),
        compares(st.builds(t.DaysBetween, subject, subject), st.sampled_from([F(-2), F(0), F(3)]).map(limit)),
    )
    return cases_of(goals(tests), facts_of(FACT_DATES))


@cache
def number_cases() -> st.SearchStrategy[Case]:
    """Three numbers of finite sets, in arithmetic that may share them."""
    leaf = st.one_of(st.sampled_from(FACT_NUMBERS).map(fact), st.just(SUMS), st.integers(0, 2).map(limit))
    limits = st.one_of(st.sampled_from([F(0), F(1, 2), F(1), F(2), F(4)]).map(limit), leaf)
    return cases_of(goals(compares(terms(leaf), limits), leaves=3), facts_of(FACT_NUMBERS))


@cache
def text_cases() -> st.SearchStrategy[Case]:
    """Choices, a free text and a yes/no."""
    subject: st.SearchStrategy[t.Term] = st.sampled_from(("c1", "c2", "t1")).map(fact)
    option = st.one_of(st.sampled_from(["a", "B ", "zz"]).map(t.TextValue), st.sampled_from(("c1", "c2")).map(fact))
    tests: st.SearchStrategy[t.Condition] = st.one_of(
        st.builds(t.Matches, subject, st.lists(option, min_size=1, max_size=2).map(tuple)), st.just(t.Holds(fact("y1")))
    )
    return cases_of(goals(tests), facts_of(("c1", "c2", "t1", "y1")))


def _goals_over(record: str) -> st.SearchStrategy[Goal]:
    return goals(row_quantities(record), most=2, leaves=3)


@cache
def table_cases() -> st.SearchStrategy[Case]:
    """A table that the facts bring."""
    return cases_of(_goals_over("items"), facts_of(records=st.fixed_dictionaries({"items": rows("items")})))


@cache
def log_cases() -> st.SearchStrategy[Case]:
    """A log, as of a day or closed, or not brought at all."""

    def of(record: str) -> st.SearchStrategy[Case]:
        brought = st.fixed_dictionaries({record: rows(record)})
        records: st.SearchStrategy[dict[str, f.RecordRows]] = st.one_of(brought, brought, brought, st.just({}))
        return cases_of(_goals_over(record), facts_of(records=records))

    return st.one_of(of("events"), of("visits"))


@cache
def join_cases() -> st.SearchStrategy[Case]:
    """A table of the plan whose computed columns count the rows of a log."""
    records = st.fixed_dictionaries({"events": rows("events")})
    return cases_of(goals(row_quantities("targets"), most=2, leaves=2), facts_of(records=records))


@cache
def mixed_cases() -> st.SearchStrategy[Case]:
    """Facts and rows in one goal; rows that are tested against a fact."""
    against = st.one_of(
        compares(st.just(cell("items", "size")), st.sampled_from(("w1", "w2")).map(fact), ONE_SIDED),
        date_tests(st.just(cell("items", "due")), offset(st.just(fact("d1")))),
    )
    tests = st.one_of(
        quantified(row_sets("items"), lambda _: against),
        row_quantities("items"),
        compares(st.sampled_from(("w1", "w2")).map(fact), st.integers(0, 3).map(limit)),
        date_tests(st.just(fact("d1")), PHRASE),
    )
    records = st.fixed_dictionaries({"items": rows("items", most=2)})
    return cases_of(goals(tests, most=2, leaves=3), facts_of(("w1", "w2", "d1"), records))


THEMES = {
    "dates": date_cases, "numbers": number_cases, "texts": text_cases, "tables": table_cases,
    "logs": log_cases, "joins": join_cases, "mixed": mixed_cases,
}  # fmt: skip


def cases() -> st.SearchStrategy[Case]:
    """Any theme."""
    return st.one_of([theme() for theme in THEMES.values()])
