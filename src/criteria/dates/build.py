"""From the shape of a phrase to what it says.

In: a tree of rules and token numbers, the tokens, and the year that two-digit years lie near. Out: a term whose years
may still be missing, and notes. One function a rule of ``grammar/dates.lark``; the table at the end pairs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from criteria.dates import stretches
from criteria.dates.durations import Duration, Unit
from criteria.dates.reader import Child, Reader, Rule, index_of
from criteria.dates.shapes import Node, shape
from criteria.dates.terms import Boundary, Kind, Part, Range, Shift, Stretch, Term
from criteria.dates.tokens import Token, normal, skeleton, tokens


def reader(found: Sequence[Token], pivot: int) -> Reader:
    """A reader of a phrase; ``term`` of its tree is what the phrase says."""
    return Reader(found, pivot, _RULES)


def _part(read: Reader, part: Child, of: Child) -> Term:
    return Part(read.name(part), read.stretch(of))


def _boundary(read: Reader, of: Child) -> Term:
    return Boundary(read.stretch(of))


def _range(read: Reader, first: Child, last: Child) -> Term:
    return Range(read.simple(first), read.simple(last))


def _weeks(read: Reader, week: Child, last: Child, *year: Child) -> Term:
    return Range(read.stretch(week), Stretch(Kind.WEEK, read.maybe_year(year), read.number(last)))


def _days(read: Reader, first: Child, last: Child, *month: Child) -> Term:
    """Two days of one month, or two quarters of one year."""
    if not month or read.kind(month[0]) != "MONTH":
        kind, year = Kind.QUARTER, read.maybe_year(month)
        return Range(Stretch(kind, year, read.number(first)), Stretch(kind, year, read.number(last)))
    year = read.maybe_year(month[1:])
    number = read.number(month[0])
    return Range(*(Stretch(Kind.DAY, year, number, read.number(day)) for day in (first, last)))


def _numeric_days(read: Reader, first: Child, last: Child, month: Child, *year: Child) -> Term:
    return _days_of(read.number(first), read.number(last), read.number(month), read.maybe_year(year))


def _days_of(first: int, last: int, month: int, year: int | None) -> Term:
    return Range(Stretch(Kind.DAY, year, month, first), Stretch(Kind.DAY, year, month, last))


def _numeric_range(read: Reader, day: Child, month: Child, last_day: Child, last_month: Child, *year: Child) -> Term:
    first = Stretch(Kind.DAY, None, read.number(month), read.number(day))
    return Range(first, Stretch(Kind.DAY, read.maybe_year(year), read.number(last_month), read.number(last_day)))


def _shift(forward: bool) -> Callable[..., Term]:
    def build(read: Reader, amount: Child, unit: Child, anchor: Child) -> Term:
        return Shift(_duration(read, amount, unit), forward, read.simple(anchor))

    return build


def _first_after(read: Reader, number: Child, unit: Child, anchor: Child) -> Term:
    counted = read.tokens[index_of(unit)].value
    assert isinstance(counted, Unit)
    return Shift(Duration(read.number(number), counted), True, read.simple(anchor))


_UNITS = {"weeks_unit": Unit.WEEKS, "months_unit": Unit.MONTHS, "years_unit": Unit.YEARS}


def _duration(read: Reader, amount: Child, unit: Child) -> Duration:
    assert isinstance(amount, Node)
    assert isinstance(unit, Node)
    value = _UNITS[unit.rule] if unit.rule in _UNITS else read.tokens[index_of(unit)].value
    assert isinstance(value, Unit)
    return Duration(2 if amount.rule == "two" else read.number(amount), value)


def duration_of(text: str) -> Duration | None:
    """The duration that ``text`` is, all of it; or None."""
    found = tokens(normal(text))
    tree = shape("duration", skeleton(found))
    return _duration(reader(found, 0), *tree.parts) if isinstance(tree, Node) else None


_RULES: Mapping[str, Rule] = {
    "month": stretches.whole_month,
    "month_number": stretches.whole_month,
    "quarter": stretches.numbered(Kind.QUARTER),
    "half": stretches.numbered(Kind.HALF_YEAR),
    "tertial": stretches.numbered(Kind.TERTIAL),
    "year_alone": stretches.whole_year,
    "fiscal_year": stretches.fiscal,
    "season": stretches.season_of,
    "school_year": stretches.school_year,
    "week": stretches.numbered(Kind.WEEK),
    "iso_week": stretches.iso_pair(Kind.WEEK),
    "iso_month": stretches.iso_pair(Kind.MONTH),
    "day": stretches.day,
    "worded": stretches.worded,
    "month_first": stretches.month_first,
    "named": stretches.named,
    "named_number": stretches.named_number,
    "numeric_year": stretches.numeric,
    "numeric_unclear": stretches.unclear,
    "numeric": stretches.numeric,
    "iso": stretches.iso,
    "pick": stretches.pick,
    "part": _part,
    "boundary": _boundary,
    "range": _range,
    "years": lambda read, first, last: Range(*(Stretch(Kind.YEAR, read.year(y)) for y in (first, last))),
    "weeks": _weeks,
    "days": _days,
    "numeric_days": _numeric_days,
    "numeric_range": _numeric_range,
    "after_": _shift(True),
    "before_": _shift(False),
    "first_after": _first_after,
}
