"""From the shape of a phrase to what it says.

In: a tree of rules and token numbers, the tokens, and the year that two-digit years lie near. Out: a term whose years
may still be missing, and notes. One function a rule of ``grammar/dates.lark``; the table at the end pairs them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

from criteria.dates.durations import Duration, Unit
from criteria.dates.refused import DateRefused, Note
from criteria.dates.shapes import Node, shape
from criteria.dates.terms import Boundary, Kind, Part, Pick, Range, Shift, Simple, Stretch, Term
from criteria.dates.tokens import Token, normal, skeleton, tokens
from criteria.dates.years import ambiguous_winter, century

Child = Node | int


@frozen
class Reader:
    """The tokens of one phrase, and what was noticed while reading them."""

    tokens: Sequence[Token]
    pivot: int
    notes: list[Note] = field(factory=list)

    def number(self, child: Child) -> int:
        """The number that a token carries."""
        value = self.tokens[_index(child)].value
        assert isinstance(value, int)
        return value

    def name(self, child: Child) -> str:
        """The name that a token carries."""
        return str(self.tokens[_index(child)].value)

    def kind(self, child: Child) -> str:
        """The class of a token."""
        return self.tokens[_index(child)].kind

    def year(self, child: Child) -> int:
        """A year in four digits, or in two: then the one nearest to the context, with a note."""
        child = child.parts[0] if isinstance(child, Node) else child
        number = self.number(child)
        if self.kind(child) == "YEAR":
            return number
        year = century(number, self.pivot)
        self.notes.append(Note("century-inferred", (("found", f"{number:02d}"), ("year", str(year)))))
        return year

    def maybe_year(self, children: Sequence[Child]) -> int | None:
        """The year among ``children``, when there is one."""
        return self.year(children[0]) if children else None

    def term(self, child: Child) -> Term:
        """The term of a rule."""
        assert isinstance(child, Node)
        return _RULES[child.rule](self, *child.parts)

    def simple(self, child: Child) -> Simple:
        """The term of a rule that may stand in a range."""
        term = self.term(child)
        assert not isinstance(term, Shift | Range)
        return term

    def stretch(self, child: Child) -> Stretch:
        """The term of a rule that names a stretch of the calendar."""
        term = self.term(child)
        assert isinstance(term, Stretch)
        return term


def _index(child: Child) -> int:
    while isinstance(child, Node):
        child = child.parts[0]
    return child


# --- stretches of the calendar ---


def _month(read: Reader, month: Child, *year: Child) -> Term:
    return Stretch(Kind.MONTH, read.maybe_year(year), read.number(month))


def _numbered(kind: Kind) -> Callable[..., Term]:
    def build(read: Reader, number: Child, *year: Child) -> Term:
        if year and isinstance(year[0], Node) and year[0].rule == "split":
            start = _split(read, *year[0].parts)
            raise DateRefused("fiscal-start-missing", found=f"{start:04d}/{(start + 1) % 100:02d}")
        return Stretch(kind, read.maybe_year(year), read.number(number))

    return build


def _fiscal(read: Reader, *years: Child) -> Term:
    found = "/".join(f"{read.number(year):02d}" for year in years)
    raise DateRefused("fiscal-start-missing", found=found)


def _split(read: Reader, first: Child, second: Child) -> int:
    """The first year of ``2021/22``, whose second must be the next."""
    start, following = read.year(first), read.number(second)
    expected = (start + 1) % 100 if read.kind(second) == "NUMBER" else start + 1
    if following != expected:
        years = f"{start:04d}", f"{start + 1:04d}"
        raise DateRefused("split-year-mismatch", first=years[0], next=years[1], found=f"{following:02d}")
    return start


def _year(read: Reader, year: Child) -> Term:
    return Stretch(Kind.YEAR, read.year(year))


def _season(read: Reader, season: Child, *year: Child) -> Term:
    number = read.number(season)
    if not year:
        return Stretch(Kind.SEASON, None, number)
    node = year[0]
    assert isinstance(node, Node)
    if node.rule in ("split", "season_years"):
        start = _split(read, *node.parts)
        if number != 4:
            raise DateRefused("split-season", found=f"{start:04d}/{(start + 1) % 100:02d}")
        return Stretch(Kind.SEASON, start, number)
    spelled = read.year(node)
    if number == 4:
        raise ambiguous_winter(spelled - 1, spelled)
    return Stretch(Kind.SEASON, spelled, number)


def _school_year(read: Reader, first: Child, second: Child) -> Term:
    return Stretch(Kind.SCHOOL_YEAR, _split(read, first, second))


# --- days ---


def _day(read: Reader, *children: Child) -> Term:
    """A day with or without its weekday; the weekday is kept for a note and decides nothing."""
    stretch = read.stretch(children[-1])
    if len(children) == 1:
        return stretch
    return Stretch(stretch.kind, stretch.year, stretch.number, stretch.day, stretch.name, read.number(children[0]))


def _worded(read: Reader, day: Child, month: Child, *year: Child) -> Term:
    return Stretch(Kind.DAY, read.maybe_year(year), read.number(month), read.number(day))


def _month_first(read: Reader, month: Child, day: Child, *year: Child) -> Term:
    return _worded(read, day, month, *year)


def _numeric(read: Reader, *children: Child) -> Term:
    """Day, month and perhaps a year in digits, always in this order; perhaps a weekday before them."""
    if read.kind(children[0]) == "WEEKDAY":
        return _day(read, children[0], Node("numeric", children[1:]))
    day, month, *year = children
    return Stretch(Kind.DAY, read.maybe_year(year), read.number(month), read.number(day))


def _unclear(read: Reader, *numbers: Child) -> Term:
    found = "-".join(f"{read.number(n):02d}" for n in numbers)
    first, month, last = map(read.number, numbers)
    raise DateRefused("ambiguous-date", found=found, suggestion=f"{first}.{month}.{century(last, read.pivot):04d}")


def _iso(read: Reader, year: Child, month: Child, day: Child) -> Term:
    return Stretch(Kind.DAY, read.year(year), read.number(month), read.number(day))


def _iso_pair(kind: Kind) -> Callable[..., Term]:
    def build(read: Reader, year: Child, number: Child) -> Term:
        return Stretch(kind, read.year(year), read.number(number))

    return build


def _named(read: Reader, name: Child, *year: Child) -> Term:
    return Stretch(Kind.NAMED, read.maybe_year(year), name=read.name(name))


_SECOND = {"påskedag": "2. påskedag", "pinsedag": "2. pinsedag", "juledag": "2. juledag"}


def _named_number(read: Reader, number: Child, name: Child, *year: Child) -> Term:
    """``2. påskedag``; the first is the day itself, and no other day has a second."""
    place, found = read.number(number), read.name(name)
    if found not in _SECOND or place not in (1, 2):
        raise DateRefused("no-such-named-day", found=f"{place}. {found}")
    return Stretch(Kind.NAMED, read.maybe_year(year), name=_SECOND[found] if place == 2 else found)


def _pick(read: Reader, nth: Child, day: Child, of: Child) -> Term:
    value = read.tokens[_index(day)].value
    assert isinstance(value, int | Unit)
    return Pick(read.number(nth), value, read.stretch(of))


# --- parts, boundaries, ranges, durations ---


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
    counted = read.tokens[_index(unit)].value
    assert isinstance(counted, Unit)
    return Shift(Duration(read.number(number), counted), True, read.simple(anchor))


_UNITS = {"weeks_unit": Unit.WEEKS, "months_unit": Unit.MONTHS, "years_unit": Unit.YEARS}


def _duration(read: Reader, amount: Child, unit: Child) -> Duration:
    assert isinstance(amount, Node)
    assert isinstance(unit, Node)
    value = _UNITS[unit.rule] if unit.rule in _UNITS else read.tokens[_index(unit)].value
    assert isinstance(value, Unit)
    return Duration(2 if amount.rule == "two" else read.number(amount), value)


def duration_of(text: str) -> Duration | None:
    """The duration that ``text`` is, all of it; or None."""
    found = tokens(normal(text))
    tree = shape("duration", skeleton(found))
    return _duration(Reader(found, 0), *tree.parts) if isinstance(tree, Node) else None


_RULES: Mapping[str, Callable[..., Term]] = {
    "month": _month,
    "month_number": _month,
    "quarter": _numbered(Kind.QUARTER),
    "half": _numbered(Kind.HALF_YEAR),
    "tertial": _numbered(Kind.TERTIAL),
    "year_alone": _year,
    "fiscal_year": _fiscal,
    "season": _season,
    "school_year": _school_year,
    "week": _numbered(Kind.WEEK),
    "iso_week": _iso_pair(Kind.WEEK),
    "iso_month": _iso_pair(Kind.MONTH),
    "day": _day,
    "worded": _worded,
    "month_first": _month_first,
    "named": _named,
    "named_number": _named_number,
    "numeric_year": _numeric,
    "numeric_unclear": _unclear,
    "numeric": _numeric,
    "iso": _iso,
    "pick": _pick,
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
