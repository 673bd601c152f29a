"""Building what the calendar has names for: one function a rule of ``grammar/dates.lark``.

In: a reader and the parts of a rule. Out: a ``Stretch`` or ``Pick`` whose year may still be missing; refused where
the words themselves are at fault (a split year that does not follow on, a winter of one year). Whether its days exist
is asked later.
"""

from __future__ import annotations

from collections.abc import Callable

from criteria.dates.durations import Unit
from criteria.dates.reader import Child, Reader, index_of
from criteria.dates.refused import DateRefused
from criteria.dates.shapes import Node
from criteria.dates.terms import Kind, Pick, Stretch, Term
from criteria.dates.years import ambiguous_winter, century

# --- stretches of the calendar ---


def whole_month(read: Reader, month: Child, *year: Child) -> Term:
    return Stretch(Kind.MONTH, read.maybe_year(year), read.number(month))


def numbered(kind: Kind) -> Callable[..., Term]:
    def build(read: Reader, number: Child, *year: Child) -> Term:
        if year and isinstance(year[0], Node) and year[0].rule == "split":
            start = split(read, *year[0].parts)
            raise DateRefused("fiscal-start-missing", found=f"{start:04d}/{(start + 1) % 100:02d}")
        return Stretch(kind, read.maybe_year(year), read.number(number))

    return build


def fiscal(read: Reader, *years: Child) -> Term:
    found = "/".join(f"{read.number(year):02d}" for year in years)
    raise DateRefused("fiscal-start-missing", found=found)


def split(read: Reader, first: Child, second: Child) -> int:
    """The first year of ``2021/22``, whose second must be the next."""
    start, following = read.year(first), read.number(second)
    expected = (start + 1) % 100 if read.kind(second) == "NUMBER" else start + 1
    if following != expected:
        years = f"{start:04d}", f"{start + 1:04d}"
        raise DateRefused("split-year-mismatch", first=years[0], next=years[1], found=f"{following:02d}")
    return start


def whole_year(read: Reader, year: Child) -> Term:
    return Stretch(Kind.YEAR, read.year(year))


def season_of(read: Reader, season: Child, *year: Child) -> Term:
    number = read.number(season)
    if not year:
        return Stretch(Kind.SEASON, None, number)
    node = year[0]
    assert isinstance(node, Node)
    if node.rule in ("split", "season_years"):
        start = split(read, *node.parts)
        if number != 4:
            raise DateRefused("split-season", found=f"{start:04d}/{(start + 1) % 100:02d}")
        return Stretch(Kind.SEASON, start, number)
    spelled = read.year(node)
    if number == 4:
        raise ambiguous_winter(spelled - 1, spelled)
    return Stretch(Kind.SEASON, spelled, number)


def school_year(read: Reader, first: Child, second: Child) -> Term:
    return Stretch(Kind.SCHOOL_YEAR, split(read, first, second))


# --- days ---


def day(read: Reader, *children: Child) -> Term:
    """A day with or without its weekday; the weekday is kept for a note and decides nothing."""
    stretch = read.stretch(children[-1])
    if len(children) == 1:
        return stretch
    return Stretch(stretch.kind, stretch.year, stretch.number, stretch.day, stretch.name, read.number(children[0]))


def worded(read: Reader, day: Child, month: Child, *year: Child) -> Term:
    return Stretch(Kind.DAY, read.maybe_year(year), read.number(month), read.number(day))


def month_first(read: Reader, month: Child, day: Child, *year: Child) -> Term:
    return worded(read, day, month, *year)


def numeric(read: Reader, *children: Child) -> Term:
    """Day, month and perhaps a year in digits, always in this order; perhaps a weekday before them."""
    if read.kind(children[0]) == "WEEKDAY":
        return day(read, children[0], Node("numeric", children[1:]))
    return worded(read, *children)


def unclear(read: Reader, *numbers: Child) -> Term:
    found = "-".join(f"{read.number(n):02d}" for n in numbers)
    first, month, last = map(read.number, numbers)
    raise DateRefused("ambiguous-date", found=found, suggestion=f"{first}.{month}.{century(last, read.pivot):04d}")


def iso(read: Reader, year: Child, month: Child, day: Child) -> Term:
    return Stretch(Kind.DAY, read.year(year), read.number(month), read.number(day))


def iso_pair(kind: Kind) -> Callable[..., Term]:
    def build(read: Reader, year: Child, number: Child) -> Term:
        return Stretch(kind, read.year(year), read.number(number))

    return build


def named(read: Reader, name: Child, *year: Child) -> Term:
    return Stretch(Kind.NAMED, read.maybe_year(year), name=read.name(name))


_SECOND = {"påskedag": "2. påskedag", "pinsedag": "2. pinsedag", "juledag": "2. juledag"}


def named_number(read: Reader, number: Child, name: Child, *year: Child) -> Term:
    """``2. påskedag``; the first is the day itself, and no other day has a second."""
    place, found = read.number(number), read.name(name)
    if found not in _SECOND or place not in (1, 2):
        raise DateRefused("no-such-named-day", found=f"{place}. {found}")
    return Stretch(Kind.NAMED, read.maybe_year(year), name=_SECOND[found] if place == 2 else found)


def pick(read: Reader, nth: Child, day: Child, of: Child) -> Term:
    value = read.tokens[index_of(day)].value
    assert isinstance(value, int | Unit)
    return Pick(read.number(nth), value, read.stretch(of))
