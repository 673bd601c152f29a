"""Cases with the levels that a reader of the language page works out by hand; one of them at least kills each wrong engine.

Conditions are those of the levels, best first; facts by path; ``rows`` by record, each a tuple of its cells in the order of the columns.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction

import strategies as s
from criteria.dates.phrases import parse
from criteria.dates.relations import Relation
from criteria.facts import record as f
from criteria.frozen import field, frozen
from criteria.model import terms as t
from criteria.model.types import Unit

F = Fraction
YES, SOME, NONE = "fulfilled", "partial", "not_fulfilled"
Condition = t.Condition | tuple[t.Condition, t.Condition]
Cells = tuple[f.Possible | date | F | str | bool | None, ...]


@frozen
class Known:
    """A case, and what comes out under the default readings."""

    conditions: tuple[Condition, ...]
    levels: tuple[str, ...]
    facts: Mapping[str, f.Possible | date | F | str | bool] = field(factory=dict)
    rows: Mapping[str, tuple[Cells, ...]] = field(factory=dict)
    as_of: date | None = None
    closes: date | None = None
    closed: bool = True
    widened: bool = False
    readings: Mapping[str, str] = field(factory=dict)

    @property
    def case(self) -> s.Case:
        values = {path: given(value) for path, value in self.facts.items()}
        records = {
            key: f.RecordRows(tuple(row(key, r) for r in found), place=s.HERE) for key, found in self.rows.items()
        }
        return s.Case(s.goal_of(*self.conditions), f.Facts(values, records, self.closed), self.as_of, self.closes)


def given(value: object) -> f.Given:
    if isinstance(value, date | F | str | bool):
        return s.given(f.Exactly(value))
    return s.given(f.Nothing() if value is None else value)  # type: ignore[arg-type]


def row(record: str, cells: Cells) -> f.Row:
    return f.Row({c: given(v) for c, v in zip(s.PLAN_COLUMNS[record], cells, strict=False)}, place=s.HERE)


def day(number: int) -> date:
    return date(2020, 3, number)


def when(relation: Relation, phrase: str, subject: t.Term | None = None) -> t.Condition:
    return t.DateTest(relation, subject or s.fact("d1"), t.DateValue(parse(phrase)))


def number(
    relation: t.Comparison, left: t.Term | str, right: t.Term | F | int, unit: Unit = Unit.NUMBER
) -> t.Condition:
    first = s.fact(left) if isinstance(left, str) else left
    second = s.limit(right, unit) if isinstance(right, F | int) else right
    return t.Compare(relation, first, second, unit)


def rows_(record: str, *where: t.Condition) -> t.Rows:
    return t.Rows(record, where)


def share(relation: t.Comparison, limit: F, rows: t.Rows, test: t.Condition) -> t.Condition:
    return t.Quantified(t.Quantity.SHARE, rows, test, relation, s.limit(limit, Unit.PERCENT))


AT_LEAST, AT_MOST, ABOVE, BELOW, EQUAL = (
    t.Comparison.AT_LEAST, t.Comparison.AT_MOST, t.Comparison.ABOVE, t.Comparison.BELOW, t.Comparison.EQUAL
)  # fmt: skip
ALL, NO, ANY, COUNT = t.Quantity.ALL, t.Quantity.NO, t.Quantity.SOME, t.Quantity.COUNT
OK, HELD = t.Holds(s.cell("items", "ok")), when(Relation.BY, "2020-03-13", s.cell("events", "held"))
AREA = t.Matches(s.cell("targets", "area"), (t.GroupValue("targets", "area", s.AREA),))
ENOUGH = number(AT_LEAST, s.cell("targets", "done"), s.cell("targets", "planned"))
REACHED = t.EveryGroup(
    "targets", "area", None,
    number(
        AT_LEAST,
        t.Divide(t.Sum(rows_("targets", AREA), s.cell("targets", "counted")), t.Sum(rows_("targets", AREA), s.cell("targets", "planned"))),
        F(3, 5), Unit.PERCENT,
    ),
)  # fmt: skip
ITEM = ("A", F(1), day(10), True)
DEVIATION = t.PercentOf(t.Difference(s.fact("m1"), s.fact("e1")), s.fact("e1"))
POOLED = t.PercentOf(
    t.Difference(t.Add((s.fact("m1"), s.fact("m2"))), t.Add((s.fact("e1"), s.fact("w1")))),
    t.Add((s.fact("e1"), s.fact("w1"))),
)
X, Y = s.fact("m1"), s.fact("m2")
PERCENT = Unit.PERCENT

TWO = (number(AT_LEAST, "w1", 3), t.Holds(s.fact("y1")))
THIRTY_DAYS, A_MONTH = s.Duration(30, s.In.DAYS), s.Duration(1, s.In.MONTHS)

CASES: dict[str, Known] = {
    # -- limits
    "on the limit of at least": Known((number(AT_LEAST, "w1", 2),), (YES,), {"w1": F(2)}),
    "on the limit of above": Known((number(ABOVE, "w1", 2),), (NONE,), {"w1": F(2)}),
    "on the limit of at most": Known((number(AT_MOST, "w1", 2),), (YES,), {"w1": F(2)}),
    "on the limit of below": Known((number(BELOW, "w1", 2),), (NONE,), {"w1": F(2)}),
    "equal, from both sides": Known((number(EQUAL, s.limit(2), s.fact("w1")),), (YES,), {"w1": F(2)}),
    "the sum of tenths": Known((number(AT_MOST, t.Add((X, Y)), F(3, 10)),), (YES,), {"m1": F(1, 10), "m2": F(2, 10)}),
    "a range around a limit gives the levels that its two sides have": Known(
        (number(AT_MOST, "m1", 2), t.Between(X, s.limit(2), s.limit(F(5, 2)), Unit.KRONER)),
        (YES, SOME), {"m1": f.NumberBetween(F(19, 10), F(22, 10))},
    ),
    # -- unknown is every value
    "an unknown number is both": Known((number(AT_LEAST, "m1", 1),), (YES, NONE), {"m1": f.Unknown()}),
    "an unknown number is one number": Known(
        (t.AnyOf((number(AT_LEAST, "m1", 1), t.Not(number(AT_LEAST, "m1", 1)))),), (YES,), {"m1": f.Unknown()}
    ),
    "a missing number is unknown": Known((t.Not(number(AT_LEAST, "m1", 1)),), (YES, NONE)),
    "a known number from later on": Known((number(AT_LEAST, "w1", 0), t.Known(s.fact("w2"))), (YES,)),
    # -- dates
    "by the last day": Known((when(Relation.BY, "2020-03-11..2020-03-13"),), (YES,), {"d1": day(13)}),
    "before the first day": Known((when(Relation.BEFORE, "2020-03-11..2020-03-13"),), (NONE,), {"d1": day(11)}),
    "inden is before, by default": Known((when(Relation.INDEN, "2020-03-11..2020-03-13"),), (NONE,), {"d1": day(12)}),
    "inden is by, on request": Known(
        (when(Relation.INDEN, "2020-03-11..2020-03-13"),), (YES,), {"d1": day(12)}, readings={"inden": "inclusive"}
    ),
    "never passes no test": Known(
        (t.AnyOf((when(Relation.BEFORE, "2020-03-13"), when(Relation.FROM, "2020-03-13"))),), (NONE,), {"d1": f.Never()}
    ),
    "an unknown date may be never": Known(
        (t.AnyOf((when(Relation.BEFORE, "2020-03-13"), when(Relation.FROM, "2020-03-13"))),), (YES, NONE), {"d1": f.Unknown()}
    ),
    "not given and closed is never": Known((t.Happened(s.fact("d1")),), (NONE,)),
    "days from a day that is never have no value": Known(
        (t.Not(number(AT_LEAST, t.DaysBetween(s.fact("d1"), s.fact("d2")), 0)),), (YES,), {"d1": day(10)}
    ),
    "days from one to the other": Known(
        (number(EQUAL, t.DaysBetween(s.fact("d1"), s.fact("d2")), 3),), (YES,), {"d1": day(10), "d2": day(13)}
    ),
    "an imprecise date is one of its days": Known(
        (when(Relation.BY, "2020-03-11"), when(Relation.BY, "2020-03-13")), (YES, SOME, NONE), {"d1": f.DayBetween(day(10), day(14))}
    ),
    "an order of two imprecise dates": Known(
        (t.DateTest(Relation.BY, s.fact("d1"), s.fact("d2")),), (YES, NONE),
        {"d1": f.DayBetween(day(10), day(12)), "d2": f.DayBetween(day(11), day(13))},
    ),
    "two unknown dates in either order": Known(
        (t.DateTest(Relation.BY, s.fact("d1"), s.fact("d2")), t.Happened(s.fact("d1"))), (YES, SOME, NONE),
        {"d1": f.Unknown(), "d2": f.Unknown()},
    ),
    "one day lies by itself": Known((t.DateTest(Relation.BY, s.fact("d1"), s.fact("d1")),), (YES, NONE), {"d1": f.Unknown()}),
    "a day after a limit of its own": Known(
        (t.DateTest(Relation.AFTER, t.Offset(s.fact("d1"), s.Duration(3, s.In.DAYS), True), s.fact("d1")),), (YES, NONE),
        {"d1": f.Unknown()},
    ),
    "a month of one day or another": Known(
        (t.DateTest(Relation.BY, t.Offset(s.fact("d1"), THIRTY_DAYS, True), t.Offset(s.fact("d1"), A_MONTH, True)),),
        (YES, NONE), {"d1": f.DayBetween(date(2020, 1, 1), date(2020, 2, 9))},
    ),
    "a month of any day": Known(
        (t.DateTest(Relation.BY, t.Offset(s.fact("d1"), THIRTY_DAYS, True), t.Offset(s.fact("d1"), A_MONTH, True)),),
        (YES, NONE), {"d1": f.Unknown()},
    ),
    "between turned round by a reading holds of no day": Known(
        (t.DateTest(Relation.BETWEEN, s.fact("d1"), t.DateValue(parse("medio marts 2020")), t.DateValue(parse("2020-03-12"))),),
        (NONE,), {"d1": day(12)}, readings={"primo-medio-ultimo": "point"},
    ),
    # -- as of a day
    "as of a day the future is open": Known((when(Relation.BY, "2020-03-13"),), (YES, NONE), as_of=day(12)),
    "as of a day the past is not": Known((when(Relation.BY, "2020-03-12"),), (NONE,), as_of=day(12)),
    "a day after the as-of day is only later, or never": Known(
        (when(Relation.BY, "2020-03-13"),), (YES, NONE), {"d1": day(16)}, as_of=day(12)
    ),
    "an imprecise date across the as-of day": Known(
        (when(Relation.BY, "2020-03-11"), when(Relation.BY, "2020-03-13"), t.Happened(s.fact("d1"))), (YES, SOME, NONE),
        {"d1": f.DayBetween(day(10), day(12))}, as_of=day(10),
    ),
    "a record that has closed is not open": Known((t.Happened(s.fact("d1")),), (NONE,), as_of=day(12), closes=day(12)),
    "a record that closes later is": Known((t.Happened(s.fact("d1")),), (YES, NONE), as_of=day(12), closes=day(13)),
    "an imprecise date across the as-of day of a closed record": Known(
        (when(Relation.AFTER, "2020-03-12"), t.Happened(s.fact("d1"))), (SOME, NONE),
        {"d1": f.DayBetween(day(10), day(14))}, as_of=day(12), closes=day(11),
    ),
    "the end of the calendar has no future": Known((t.Happened(s.fact("d1")),), (NONE,), as_of=date(9999, 12, 31)),
    "no facts close nothing": Known((t.Happened(s.fact("d1")),), (YES, NONE), closed=False),
    "further rows may come": Known(
        (number(AT_LEAST, t.Count(rows_("events")), 2),), (YES, NONE), rows={"events": (("A", day(10)),)}, as_of=day(12)
    ),
    "further rows come after the as-of day": Known(
        (number(AT_LEAST, t.Count(rows_("events", when(Relation.BY, "2020-03-12", s.cell("events", "held")))), 2),), (NONE,),
        rows={"events": (("A", day(10)),)}, as_of=day(12),
    ),
    "a row after the as-of day is one of them": Known(
        (number(AT_LEAST, t.Count(rows_("events")), 1),), (YES, NONE), rows={"events": (("A", day(14)),)}, as_of=day(12)
    ),
    "a row that happened some day": Known(
        (number(AT_LEAST, t.Count(rows_("events", HELD)), 1), number(AT_LEAST, t.Count(rows_("events")), 1)), (YES, SOME),
        rows={"events": (("A", None),)},
    ),
    "a row that happened some day, or will": Known(
        (number(AT_LEAST, t.Count(rows_("events")), 1),), (YES, NONE), rows={"events": (("A", f.Unknown()),)}, as_of=day(12)
    ),
    "a closed log is what it is": Known(
        (number(AT_LEAST, t.Count(rows_("events")), 2),), (NONE,), rows={"events": (("A", day(10)),)}
    ),
    "a sum that grows": Known(
        (number(AT_MOST, t.Sum(rows_("visits"), s.cell("visits", "size")), 2),), (YES, NONE),
        rows={"visits": ((F(2), day(10)),)}, as_of=day(12),
    ),
    "rows that only fail": Known(
        (share(AT_LEAST, F(3, 5), rows_("events"), HELD), share(AT_LEAST, F(11, 20), rows_("events"), HELD)), (YES, NONE),
        rows={"events": (("A", day(10)),)}, as_of=day(13),
    ),
    "rows that only pass": Known(
        (t.Not(share(BELOW, F(3, 5), rows_("events"), t.Not(HELD))), share(AT_LEAST, F(11, 20), rows_("events"), t.Not(HELD))),
        (YES, NONE), rows={"events": (("A", day(10)),)}, as_of=day(13),
    ),
    # -- rows
    "60 % of five is three": Known(
        (share(AT_LEAST, F(3, 5), rows_("items"), OK),), (YES,), rows={"items": (ITEM,) * 3 + (("A", F(1), day(10), False),) * 2}
    ),
    "7 of 25 are 28 %": Known(
        (share(AT_LEAST, F(28, 100), rows_("items"), OK),), (YES,),
        rows={"items": (ITEM,) * 7 + (("A", F(1), day(10), False),) * 18},
    ),
    "all of no rows is a fault": Known((t.Quantified(ALL, rows_("items"), OK),), (YES, NONE), rows={"items": ()}),
    "all of no rows, if any, holds": Known((t.Quantified(ALL, rows_("items"), OK, if_any=True),), (YES,), rows={"items": ()}),
    "a fault is one fault": Known(
        (t.AllOf((t.Quantified(ALL, rows_("items"), OK), t.Not(t.Quantified(ALL, rows_("items"), OK)))),), (NONE,), rows={"items": ()}
    ),
    "no group at all is a fault": Known(
        (t.EveryGroup("items", "area", None, t.Quantified(ANY, rows_("items"), OK)),), (YES, NONE), rows={"items": ()}
    ),
    "a zero divisor is a fault": Known(
        (number(AT_MOST, t.PercentOf(s.fact("w1"), s.fact("w2")), 1),), (YES, NONE), {"w1": F(1), "w2": F(0)}
    ),
    "a count of no rows is none": Known((number(EQUAL, t.Count(rows_("items")), 0),), (YES,), rows={"items": ()}),
    "a table that is missing has any rows": Known((number(ABOVE, t.Count(rows_("items")), 3),), (YES, NONE)),
    "groups that are missing may be any": Known(
        (t.EveryGroup("items", "area", None, number(AT_LEAST, t.Count(rows_("items")), 1)),), (YES, NONE)
    ),
    "the last test of a list counts": Known(
        (t.AllOf((number(AT_LEAST, "w1", 1), number(AT_LEAST, "w1", 2), number(AT_LEAST, "w1", 3))),), (NONE,), {"w1": F(2)}
    ),
    "an unknown cell is one that passes and one that fails": Known(
        (share(AT_LEAST, F(2, 3), rows_("items"), OK), share(AT_LEAST, F(1, 3), rows_("items"), OK)), (YES, SOME),
        rows={"items": (ITEM, ("A", F(1), day(10), f.Unknown()), ("A", F(1), day(10), False))},
    ),
    "a row may belong": Known(
        (number(AT_LEAST, t.Count(rows_("items", t.Matches(s.cell("items", "area"), (t.TextValue("A"),)))), 2),), (YES, NONE),
        rows={"items": (ITEM, (f.Unknown(), F(1), day(10), True))},
    ),
    "two counts over one open row": Known(
        (
            t.AllOf((
                number(EQUAL, t.Count(rows_("items", t.Matches(s.cell("items", "area"), (t.TextValue("A"),)))), 1),
                number(EQUAL, t.Count(rows_("items", t.Matches(s.cell("items", "area"), (t.TextValue("B"),)))), 1),
            )),
        ),
        (NONE,), rows={"items": ((f.Unknown(), F(1), day(10), True),)},
    ),
    "days without a value in one row, and with one in another": Known(
        (number(AT_LEAST, t.Sum(rows_("items"), t.DaysBetween(s.fact("d1"), s.cell("items", "due"))), 0),), (YES, NONE),
        {"d1": day(10)}, {"items": (("A", F(1), f.OneOf((day(10),)), True), ("A", F(1), f.Unknown(), True))},
    ),
    "a zero divisor in every row": Known(
        (number(AT_LEAST, t.Sum(rows_("items"), t.Divide(s.limit(1), s.cell("items", "size"))), 0),), (YES, NONE),
        rows={"items": (("A", F(0), day(10), True),)},
    ),
    # -- groups, joins, computed columns
    "reached in every area": Known(
        (REACHED,), (YES,), rows={"events": (("A", day(10)), ("B", day(10)), ("B", day(11)))}
    ),
    "reached in one area only": Known((REACHED,), (NONE,), rows={"events": (("A", day(10)), ("A", day(10)), ("A", day(10)))}),
    "more than planned counts no more than planned": Known(
        (number(AT_LEAST, t.Sum(rows_("targets"), s.cell("targets", "counted")), 2),), (NONE,), rows={"events": (("A", day(10)),) * 5}
    ),
    "all done, else reached, as of a day": Known(
        (t.Quantified(ALL, rows_("targets"), ENOUGH), number(AT_LEAST, t.Count(rows_("targets", ENOUGH)), 1)), (YES, SOME),
        rows={"events": (("A", day(10)),)}, as_of=day(11),
    ),
    "all done can no longer be": Known(
        (t.Quantified(ALL, rows_("targets"), ENOUGH), REACHED), (NONE,), rows={"events": (("A", day(10)),)}, as_of=day(13)
    ),
    "rows of two areas that rest on one open cell": Known(
        (t.AllOf((
            number(EQUAL, t.Count(rows_("targets", number(EQUAL, s.cell("targets", "done"), 1))), 2),
        )),), (NONE,), rows={"events": ((f.Unknown(), day(10)),)},
    ),
    # -- levels
    "the first level that holds": Known((number(AT_LEAST, "w1", 2), number(AT_LEAST, "w1", 1)), (YES,), {"w1": F(3)}),
    "a lower level is as good": Known(
        (number(AT_LEAST, "w1", 4), (number(EQUAL, "w1", 2), number(AT_LEAST, "w1", 2))), (SOME,), {"w1": F(3)}
    ),
    "a lower level as written": Known(
        (number(AT_LEAST, "w1", 4), (number(EQUAL, "w1", 2), number(AT_LEAST, "w1", 2))), (NONE,), {"w1": F(3)},
        readings={"lower-levels": "literal"},
    ),
    "none of, and exactly one of": Known(
        (t.NumberOf(EQUAL, 0, TWO), t.NumberOf(EQUAL, 1, TWO)), (SOME,), {"w1": F(1), "y1": True}
    ),
    "exactly one of two that hold": Known((t.NumberOf(EQUAL, 1, TWO),), (NONE,), {"w1": F(3), "y1": True}),
    "texts compare folded": Known((t.Matches(s.fact("t1"), (t.TextValue(" ÅBEN  dag"),)),), (YES,), {"t1": "åben dag"}),
    # -- arithmetic over open numbers
    "a deviation rests twice on the accounts": Known(
        (number(AT_MOST, DEVIATION, F(1, 50), PERCENT), number(AT_MOST, DEVIATION, F(1, 20), PERCENT)), (YES, SOME),
        {"m1": F(100), "e1": f.NumberBetween(F(100), F(104))},
    ),
    "a deviation without an upper end": Known(
        (number(BELOW, DEVIATION, 1, PERCENT),), (YES, NONE), {"m1": F(100), "e1": f.Unknown()}
    ),
    "kinks that meet inside": Known(
        (number(AT_LEAST, t.Add((t.Difference(X, Y), t.Difference(t.Add((X, Y)), s.limit(1)))), F(1, 2)),), (YES, NONE),
        {"m1": f.NumberBetween(F(0), F(1)), "m2": f.NumberBetween(F(0), F(1))},
    ),
    "a number less itself is nothing": Known((number(EQUAL, t.Subtract(X, X), 0),), (YES,), {"m1": f.Unknown()}),
    "the larger of a number and twice it": Known(
        (number(AT_LEAST, t.Larger((X, t.Multiply(s.limit(2), X))), 2),), (YES, NONE), {"m1": f.NumberBetween(F(0), F(1))}
    ),
    "the smaller of a number and its double less one": Known(
        (number(AT_MOST, t.Smaller((X, t.Subtract(t.Add((X, X)), s.limit(1)))), F(1)),), (YES,), {"m1": f.NumberBetween(F(0), F(1))}
    ),
    "an open base of either sign": Known(
        (number(AT_LEAST, t.PercentOf(s.limit(1), t.Subtract(X, Y)), F(1, 4), PERCENT),), (YES, NONE),
        {"m1": f.NumberBetween(F(0), F(4)), "m2": f.NumberBetween(F(1), F(2))},
    ),
    "pooled bases": Known(
        (number(AT_MOST, POOLED, F(1, 50), PERCENT), number(AT_MOST, POOLED, F(1, 10), PERCENT)), (YES, SOME, NONE),
        {"m1": F(100), "m2": F(1), "e1": f.NumberBetween(F(90), F(110)), "w1": F(1)},
    ),
    "a product of an open number with itself is its hull": Known(
        (number(BELOW, t.Multiply(X, X), 0),), (YES, NONE), {"m1": f.NumberBetween(F(-1), F(1))}, widened=True
    ),
    "quantities that share an open number may come out wider": Known(
        (t.AllOf((number(ABOVE, t.Subtract(X, Y), 0), number(ABOVE, t.Subtract(Y, X), 0))),), (YES, NONE),
        {"m1": f.NumberBetween(F(0), F(1)), "m2": f.NumberBetween(F(0), F(1))}, widened=True,
    ),
}  # fmt: skip
