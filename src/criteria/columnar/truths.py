"""Conditions that are asked as a whole: a day against another day.

In: a condition over facts, readings in force. Out: whether it holds, and when columns cannot tell. Holds: false where any day in it is
never, as ``evaluate/reference.py`` says. Raises ``Uncolumned``.
"""

from __future__ import annotations

from criteria.columnar import gathered
from criteria.columnar.desk import Desk, Uncolumned, named
from criteria.columnar.expressions import Truth, either, every, negated, some, written
from criteria.columnar.expressions import day as literal_day
from criteria.columnar.given import one_day
from criteria.columnar.moments import Moment, moment
from criteria.columnar.passing import passing
from criteria.columnar.texts import one_of, text
from criteria.columnar.wholes import stands
from criteria.dates.relations import Relation
from criteria.frozen import frozen
from criteria.ladder.cells import texts_of
from criteria.ladder.domains import FIRST, LAST
from criteria.ladder.shape import asked_of_share
from criteria.ladder.windows import window
from criteria.model import terms as t


@frozen
class Asked:
    """Whether a condition ``holds`` where it is ``known``. Where it is not, both answers are possible if it is ``free``, else
    columns cannot rule out either."""

    holds: Truth
    known: Truth = True
    rest: Truth = False
    free: bool = False


def truth(desk: Desk, condition: t.Condition) -> Asked:
    """A condition that has no quantity of its own."""
    match condition:
        case t.DateTest(relation, value, first, None):
            return _related(desk, value, relation, first)
        case t.DateTest(_, value, first, last) if last is not None:
            parts = _related(desk, value, Relation.FROM, first), _related(desk, value, Relation.BY, last)
            whole = every(*(each.holds for each in parts)), every(*(each.known for each in parts))
            return Asked(*whole, some(*(each.rest for each in parts)))
        case t.Matches(value, options):
            return _matches(desk, value, options)
        case t.Quantified(if_any=True):
            return _if_any(desk, condition)
        case _:
            raise Uncolumned(named(condition))


def _related(desk: Desk, value: t.Term, relation: Relation, end: t.Term) -> Asked:
    """A day against another, or against a period of the plan."""
    subject = moment(desk, value)
    if isinstance(end, t.DateValue):
        return _inside(desk, subject, *window(desk.readings, relation, end.phrase.period(desk.readings)))
    other = moment(desk, end)
    _, never, is_open = one_day(desk, subject.base)
    _, no_end, end_open = one_day(desk, other.base)
    none = some(never, no_end)
    holds, unsure = passing(desk, subject, relation, other, named(end))
    rest = some(subject.base.rest, other.base.rest, every(unsure, negated(none)))
    return Asked(every(negated(none), holds), negated(some(is_open, end_open)), rest)


def _inside(desk: Desk, found: Moment, low: int, high: int) -> Asked:
    """A day in a window of the plan."""
    if low <= high:
        low, high = found.bases(low, high)
    if low > high:
        return Asked(False)
    first, never, is_open = one_day(desk, found.base)
    above: Truth = low <= FIRST or written("{} >= " + literal_day(low).text, first)
    below: Truth = high >= LAST or written("{} <= " + literal_day(high).text, first)
    return Asked(every(negated(never), above, below), negated(is_open), found.base.rest)


def _matches(desk: Desk, value: t.Term, options: tuple[t.Term, ...]) -> Asked:
    """A text among some of the plan, of the rows around, or of the group in force."""
    found, codes = text(desk, value)
    named_ones = list[str]()
    for option in options:
        other, texts = text(desk, option)
        if other.code.text != "0" or len(texts) != 1:
            raise Uncolumned("two texts of a source")
        named_ones += texts
    every_text, among = texts_of(value), frozenset(named_ones)
    if not (every_text.others or every_text.values & among):
        return Asked(False)
    if not every_text.others and every_text.values <= among:
        return Asked(True)
    places = sorted({codes.index(one) for one in among if one in codes})
    return Asked(one_of(found.code, places), found.known, found.rest, free=True)


def _if_any(desk: Desk, test: t.Quantified) -> Asked:
    """True where there are no rows."""
    if test.test is None or test.quantity is t.Quantity.COUNT:
        raise Uncolumned("count if any")
    found = gathered.amount_of_rows(desk, t.Share(test.rows, test.test, place=test.place))
    relation, limit = asked_of_share(test)
    holds = either(found.void, True, stands(desk, relation, found.value, limit))
    return Asked(holds, found.known, found.rest)
