"""Facts and cells: chosen where nothing is chosen yet, kept where something is.

In: a fact or a cell that the facts give, and a set of values. Out: drafts in which it is one of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import islice

from criteria.analyse.witnesses import telling
from criteria.analyse.witnesses.drafts import Draft, Drafts, Search
from criteria.dates.durations import Duration
from criteria.dates.durations import Unit as In
from criteria.evaluate.given import as_text
from criteria.evaluate.leaves import constant
from criteria.evaluate.worlds import Env, RowRef
from criteria.facts.record import Exactly, Given, Value
from criteria.ladder.domains import ANY_TEXT, EARLIEST, EVERY_NUMBER, LATEST, YES_NO, Days, Domain, Numbers, Texts
from criteria.model import terms as t
from criteria.model.identity import digits_of
from criteria.model.plan import Column, fold
from criteria.model.types import ChoiceType, DateType, DurationType, NumberType, TextType, Type, YesNoType

LIMITS = (Duration(2, In.WEEKS), Duration(10, In.WORKING_DAYS), Duration(1, In.DAYS))
SOME_DAY = Days(((EARLIEST, LATEST),))


def fact(search: Search, draft: Draft, term: t.Fact, domain: Domain) -> Drafts:
    """A single fact lies in the set."""
    known = draft.values.get(term.path)
    if known is not None:
        if _inside(known, domain):
            yield draft
        return
    for value in candidates(search, term.type, domain):
        search.step()
        yield draft.with_fact(term.path, value)


def cell(search: Search, draft: Draft, row: RowRef, column: Column, domain: Domain) -> Drafts:
    """A cell that the facts (or the plan) give lies in the set."""
    record = search.plan.records[row.record]
    if record.rows is not None:
        value = record.rows[row.number].values.get(column.key)
        if (domain.never if isinstance(domain, Days) else False) if value is None else _holds(domain, value):
            yield draft
        return
    known = draft.rows[row.record][row.number].cells.get(column.key)
    if known is not None:
        if _inside(known, domain):
            yield draft
        return
    always = record.is_log and column.key in (record.when, record.recorded)
    for value in candidates(search, column.type, domain):
        search.step()
        if value is not None or not always:
            yield draft.with_cell(row, column.key, value)


def new_row(search: Search, draft: Draft, record: str) -> Iterator[tuple[Draft, RowRef]]:
    """A row more: where rows have names, with one that no other has, then without."""
    begun, row = draft.with_row(record)
    column = search.named.get(record)
    if column is not None and isinstance(search.plan.records[record].columns[column].type, TextType):
        yield begun.with_cell(row, column, new_name(begun, record, column)), row
    yield begun, row


def new_name(draft: Draft, record: str, column: str) -> str:
    """A text that no other row has there."""
    cells = (row.cells.get(column) for row in draft.rows[record])
    names = {one.possible.value for one in cells if one and isinstance(one.possible, Exactly)}
    return next(name for name in telling.plain_texts() if name not in names)


def row_of(search: Search, term: t.Cell, env: Env) -> RowRef:
    """The row that a cell is of."""
    if term.scope >= 0:
        return env.rows[term.scope]
    assert search.subject is not None
    return search.subject


def column_of(search: Search, term: t.Cell) -> Column:
    return search.plan.records[term.record].columns[term.column]


def candidates(search: Search, kind: Type, domain: Domain) -> Iterator[Value | None]:
    """A few values of the set that tell; None is never."""
    match kind, domain:
        case DateType(), Days():
            for day in telling.days(domain, search.prefer, usual_day(search)):
                yield None if day is None else date.fromordinal(day)
        case NumberType(), Numbers():
            yield from telling.numbers(domain, kind, search.prefer)
        case YesNoType(), Texts():
            yield from (word == "yes" for word in ("yes", "no") if (word in domain.values) != domain.others)
        case DurationType(), Texts():
            yield from (limit for limit in LIMITS if _holds(domain, limit))
        case ChoiceType(options), Texts():
            yield from (option for option in options if (fold(option) in domain.values) != domain.others)
        case TextType(form), Texts() if form:
            yield from (text for text in _of_form(form) if (text in domain.values) != domain.others)
        case _, Texts():
            yield from telling.texts(domain, search.spelled)


def _of_form(form: str) -> Iterator[str]:
    """Numbers of identity whose check digit is right."""
    begun = {"ean": "579000000", "cvr": "1000"}[form]
    numbers = (f"{begun}{more:04d}" for more in range(200))
    yield from islice((found for number in numbers if isinstance(found := digits_of(form, number), str)), 8)


def anything(kind: Type) -> Domain:
    """Every value of a type, but for never."""
    match kind:
        case DateType():
            return SOME_DAY
        case NumberType():
            return EVERY_NUMBER
        case YesNoType():
            return YES_NO
        case _:
            return ANY_TEXT


def usual_day(search: Search) -> int:
    """A day that anybody would take where nothing is asked."""
    return (search.plan.period[0] if search.plan.period else date(2024, 1, 1)).toordinal()


def _inside(known: Given, domain: Domain) -> bool:
    if not isinstance(known.possible, Exactly):
        return isinstance(domain, Days) and domain.never
    return _holds(domain, known.possible.value)


def _holds(domain: Domain, value: Value) -> bool:
    """Whether a value lies in a set."""
    match domain, value:
        case Days(), date():
            return domain.within(value.toordinal(), value.toordinal()) is not None
        case Numbers(), Fraction():
            return telling.holds(domain, value)
        case Texts(), _:
            return (as_text(value) in domain.values) != domain.others
        case _:
            return domain == constant(value)
