"""Facts of a subject as SQL: a day, a number or a text, and what is open of it.

In: a raw column and the clock. Out: ``Day``, ``Number``, ``Text``. Holds: as ``evaluate/given.py`` says for every value; what columns
cannot hold sends the row to the reference (``rest``).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from criteria.columnar.columns import Column
from criteria.columnar.desk import Desk, Uncolumned
from criteria.columnar.expressions import Sql, Truth, day, either, every, literal, negated, some, truth, written
from criteria.columnar.wholes import Ratio, Whole, constant
from criteria.evaluate.given import Clock, possible
from criteria.facts.record import Exactly, Given, Nothing, Possible, Unknown
from criteria.frozen import evolve, frozen
from criteria.ladder.domains import FIRST, LAST, Days
from criteria.model.types import DateType
from criteria.source import Place

NEVER = FIRST  # the day that stands for never; a fact of that very day goes to the reference


@frozen
class Day:
    """Some day from ``first`` to ``last`` (none where they are turned round), or never. ``single``: one value in every row, which is
    ``first``, the day NEVER where it is never. ``ends``: where a day that is known is proven to lie."""

    first: Sql
    last: Sql
    never: Truth
    single: bool
    rest: Truth
    ends: tuple[int, int] | None = None


def one_day(desk: Desk, found: Day) -> tuple[Sql, Truth, Truth]:
    """The day where there is one only, whether it is never, and whether anything is open."""
    if found.single:
        return found.first, found.never, False
    is_day = written("{} <= {}", found.first, found.last)
    is_open = desk.let(either(found.never, is_day, written("{} < {}", found.first, found.last)))
    return found.first, desk.let(negated(is_day)), is_open


@frozen
class Number:
    """A number where ``known``, else any of its type."""

    value: Ratio
    known: Truth
    rest: Truth


@frozen
class Text:
    """The place of a text among the column's ``codes`` where ``known``, else any text of its type; yes is 1 and no 0."""

    code: Sql
    known: Truth
    rest: Truth


Raw = Callable[[str], Sql]


def day_of(desk: Desk, column: Column | None, raw: Raw, clock: Clock | None = None) -> Day:
    """A date; one that the source does not have is blank in every row."""
    clock = clock or desk.clock
    blank = _days(Nothing(), clock)
    if column is None:
        return _constant(blank)
    value = raw(column.name)
    until = raw(column.last) if column.last else value
    unknown, never, odd = (_says(raw, name) for name in (column.unknown, column.never, column.odd))
    given: Truth = written("{} IS NOT NULL", value) if column.blank or column.unknown or column.never else True
    outside = False if column.low is not None and column.low > NEVER else _outside(value, given)
    later = _later(clock)
    single = not column.last and unknown is False and blank.single and (later is None or later.single)
    rest = desk.let(some(odd, outside))
    if single:
        found = _single(desk, value, given, blank, later, rest)
    else:
        found = _open(desk, (value, until, clock), (given, unknown, never), blank, later, rest)
    return evolve(found, ends=_ends(column, clock))


def _ends(column: Column, clock: Clock) -> tuple[int, int] | None:
    """Between which days all that are known lie."""
    if column.low is None or column.high is None:
        return None
    return column.low, min(column.high, clock.today)


def _says(raw: Raw, name: str) -> Truth:
    return raw(name) if name else False


def _outside(value: Sql, given: Truth) -> Truth:
    """A day that no date of ours can be, or that stands for never."""
    return every(given, written(f"NOT ({{}} BETWEEN {day(NEVER + 1).text} AND {day(LAST).text})", value))


def _days(what: Possible, clock: Clock) -> Days:
    found = possible(Given(what, place=Place("")), DateType(), clock, {})
    assert isinstance(found, Days)
    return found


def _later(clock: Clock) -> Days | None:
    """What is known on the as-of day of a date after it; None where no date lies after it."""
    return _days(Exactly(date.fromordinal(LAST)), clock) if clock.today < LAST else None


def _constant(days: Days) -> Day:
    """The same in every row."""
    if days.single:
        found = day(days.first if days.spans else NEVER)
        return Day(found, found, not days.spans, True, False)
    return _spread(days)


def _spread(days: Days) -> Day:
    """The same in every row, beside rows where several days are left: no day is a span turned round."""
    first, last = (days.first, days.last) if days.spans else (LAST, FIRST)
    return Day(day(first), day(last), days.never, False, False)


def _single(desk: Desk, value: Sql, given: Truth, blank: Days, later: Days | None, rest: Truth) -> Day:
    """One day, or never."""
    found = value
    if given is not True:
        found = written(f"coalesce({{}}, {_constant(blank).first.text})", value)
    if later is not None:
        after = _constant(later).first
        found = written(f"CASE WHEN {{}} > {day(desk.clock.today).text} THEN {after.text} ELSE {{}} END", found, found)
    found = desk.named(found)
    may_never = given is not True or later is not None
    return Day(found, found, written("{} = " + day(NEVER).text, found) if may_never else False, True, rest)


def _open(
    desk: Desk,
    held: tuple[Sql, Sql, Clock],
    said: tuple[Truth, Truth, Truth],
    blank: Days,
    later: Days | None,
    rest: Truth,
) -> Day:
    """The first and the last day that are left, and never."""
    (value, until, clock), (given, unknown, never) = held, said
    whole = _days(Unknown(), clock)
    cases = [(unknown, _spread(whole)), (never, _spread(Days((), never=True))), (negated(given), _spread(blank))]
    first, last, may_never = value, until, Sql("FALSE", plain=True)
    if later is not None:
        first, last, may_never = _as_of(desk, value, until, later)
    for when, what in reversed(cases):
        if when is False:
            continue
        holds = truth(when)
        first, last = (
            written("CASE WHEN {} THEN {} ELSE {} END", holds, what.first, first),
            written("CASE WHEN {} THEN {} ELSE {} END", holds, what.last, last),
        )
        may_never = truth(either(when, what.never, _folded(may_never)))
    return Day(desk.named(first), desk.named(last), desk.let(_folded(may_never)), False, rest)


def _folded(found: Sql) -> Truth:
    return {"TRUE": True, "FALSE": False}.get(found.text, found)


def _as_of(desk: Desk, value: Sql, until: Sql, later: Days) -> tuple[Sql, Sql, Sql]:
    """Days after the as-of day are only later, or never."""
    today, after = day(desk.clock.today), _spread(later)
    past = f" > {today.text}"
    ahead, partly = written("{}" + past, value), written("{}" + past, until)
    end = after.last if later.spans else today
    first = written("CASE WHEN {} THEN {} ELSE {} END", ahead, after.first, value)
    last = written("CASE WHEN {} THEN {} WHEN {} THEN {} ELSE {} END", ahead, after.last, partly, end, until)
    return first, last, truth(either(partly, later.never, False))


def number_of(desk: Desk, column: Column | None, raw: Raw) -> Number:
    """A number; a blank one is not known."""
    if column is None:
        return Number(Ratio(constant(0)), False, False)
    if column.low is None or column.high is None:
        raise Uncolumned("number without proven ends")
    value = raw(column.name)
    unknown = _says(raw, column.unknown)
    known = every(
        written("{} IS NOT NULL", value) if column.blank or column.unknown else True,
        negated(unknown),
    )
    if column.scale:
        value = written(f"{{}} * {10**column.scale}", value)
    wide = max(-column.low, column.high) >= 2**63
    value = Sql(f"CAST({value.text} AS {desk.dialect.wide if wide else 'BIGINT'})", value.stage)
    if column.blank or column.unknown:
        value = written("coalesce({}, 0)", value)
    low, high = (min(column.low, 0), max(column.high, 0)) if known is not True else (column.low, column.high)
    whole = Whole(desk.named(value), low, high)
    return Number(Ratio(whole, constant(10**column.scale * column.shown)), desk.let(known), _says(raw, column.odd))


def text_of(desk: Desk, column: Column | None, raw: Raw) -> Text:
    """A text or yes/no; a blank one is not known."""
    if column is None:
        return Text(literal(-1), False, False)
    value = raw(column.name)
    given: Truth = written("{} IS NOT NULL", value) if column.blank or column.unknown else True
    known = every(given, negated(_says(raw, column.unknown)))
    if column.held.value == "truth":
        value = written("CASE WHEN {} THEN 1 ELSE 0 END", value)
    elif given is not True:
        value = written("coalesce({}, -1)", value)
    return Text(desk.named(value), desk.let(known), _says(raw, column.odd))
