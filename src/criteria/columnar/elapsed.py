"""The time from one day to another: days, working days, bank days.

In: two terms that are days. Out: an ``Amount``, without a value where either is never. Raises ``Uncolumned``, for months, too: they have
parts.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from criteria.columnar import amounts
from criteria.columnar.desk import Desk, Uncolumned, named
from criteria.columnar.expressions import Sql, Truth, every, latest, negated, some
from criteria.columnar.given import one_day
from criteria.columnar.listed import EPOCH, listed, number
from criteria.columnar.moments import Moment, moment
from criteria.columnar.wholes import NARROW, Ratio, Whole, light, minus
from criteria.dates.elapsed import counted_between
from criteria.ladder.domains import LAST
from criteria.model import terms as t
from criteria.model.types import Unit


def apart(desk: Desk, term: t.DaysBetween) -> amounts.Amount:
    """Days, the first not counted."""
    start, end = moment(desk, term.start), moment(desk, term.end)
    assert NARROW > LAST
    if start.moved == end.moved == 0:
        first, last = one_day(desk, start.base)[0], one_day(desk, end.base)[0]
        text = desk.dialect.apart.format(start=first.text, end=last.text)
        days = Whole(desk.named(Sql(text, latest((first, last)))), -LAST, LAST)
        return _between(desk, (start, end), days, False)
    return _counted(desk, (start, end), lambda day: day - EPOCH, named(term))


def elapsed(desk: Desk, term: t.Elapsed) -> amounts.Amount:
    """Days that count: how many there were until the one, less how many until the other."""
    if term.unit is Unit.MONTHS:
        raise Uncolumned(named(term))
    bank, first = term.unit is Unit.BANK_DAYS, date.fromordinal(EPOCH)

    def measure(day: int) -> int:
        return counted_between(first, date.fromordinal(day), bank=bank)

    return _counted(desk, (moment(desk, term.start), moment(desk, term.end)), measure, named(term))


def _counted(desk: Desk, ends: tuple[Moment, Moment], measure: Callable[[int], int], construct: str) -> amounts.Amount:
    """The measure of the last day less that of the first, both from lists."""
    found, missing = list[Whole](), list[Truth]()
    for each in ends:
        if each.moved == 0 and construct == "days between":
            found.append(Whole(desk.named(number(desk, each.base.first)), -LAST, LAST))
            continue
        told = listed(desk, each.base, lambda base, each=each: (measure(each.at(base)),), construct)  # type: ignore[misc]
        found.append(Whole(told.numbers[0], -LAST, LAST))
        missing.append(told.missing)
    days = light(desk, minus(desk, found[1], found[0]))
    return _between(desk, ends, days, some(*missing))


def _between(desk: Desk, ends: tuple[Moment, Moment], days: Whole, missing: Truth) -> amounts.Amount:
    """No value where either is never."""
    (_, never, is_open), (_, no_end, end_open) = (one_day(desk, each.base) for each in ends)
    none = some(never, no_end)
    rest = some(*(each.base.rest for each in ends), every(missing, negated(none)))
    return amounts.Amount(Ratio(days), negated(some(is_open, end_open)), none, rest)
