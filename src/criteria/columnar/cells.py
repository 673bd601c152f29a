"""Cells of the rows in force: given, computed, or fixed by the plan.

In: a ``Cell`` and the rows in force. Out: an ``Amount``, a ``Day`` or a ``Text``. Raises ``Uncolumned`` for a row of another relation
than the one in hand, and for the subject's own row.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from criteria.columnar import amounts
from criteria.columnar.columns import Column
from criteria.columnar.desk import At, Desk, Uncolumned
from criteria.columnar.expressions import Truth, every, literal, negated, truth, written
from criteria.columnar.expressions import day as literal_day
from criteria.columnar.given import Day, Text, day_of, number_of, text_of
from criteria.columnar.wholes import Ratio, constant
from criteria.evaluate.given import Clock
from criteria.ladder.domains import EARLIEST, FIRST, LAST, LATEST, within
from criteria.model import terms as t
from criteria.model.plan import fold
from criteria.model.types import NumberType


def row_of(desk: Desk, cell: t.Cell) -> At:
    """The row that a cell's scope means."""
    if not 0 <= cell.scope < len(desk.rows):
        raise Uncolumned("row of the subject")
    return desk.rows[cell.scope]


def fixed(desk: Desk, cell: t.Cell) -> date | Fraction | str | bool | None:
    """The value that the plan gives a cell; None where a relation holds it."""
    at = row_of(desk, cell)
    if at.number is None:
        return None
    rows = desk.plan.records[at.record].rows or ()
    value = rows[at.number].values.get(cell.column)
    if value is None or not isinstance(value, date | Fraction | str | bool):
        raise Uncolumned("blank of a table of the plan")
    return value


def held(desk: Desk, cell: t.Cell) -> Column | None:
    """The column that holds it; None where all rows are blank."""
    if desk.columns.records.get(cell.record) is not desk.relation:
        raise Uncolumned("rows within rows")
    return desk.relation.columns.get(cell.column)


def number(desk: Desk, cell: t.Cell) -> amounts.Amount:
    """A number of a row."""
    at, column = row_of(desk, cell), desk.plan.records[cell.record].columns[cell.column]
    if column.computed is not None:
        with desk.inside(at, alone=True):
            return amounts.amount(desk, column.computed)
    value = fixed(desk, cell)
    if isinstance(value, Fraction):
        return amounts.Amount(Ratio(constant(value.numerator), constant(value.denominator)))
    kind = column.type
    if not isinstance(kind, NumberType):
        raise Uncolumned("number that is none")
    found = number_of(desk, held(desk, cell), desk.raw)
    return amounts.Amount(found.value, found.known, False, found.rest, within(kind.bounds, whole=kind.whole))


def day(desk: Desk, cell: t.Cell) -> Day:
    """A date of a row."""
    if desk.plan.records[cell.record].columns[cell.column].computed is not None:
        raise Uncolumned("computed day")
    value = fixed(desk, cell)
    if isinstance(value, date):
        found = literal_day(value.toordinal())
        return Day(found, found, False, True, False, (value.toordinal(), value.toordinal()))
    column = held(desk, cell)
    record = desk.plan.records[cell.record]
    if record.is_log and cell.column == (record.recorded or record.when):
        return _some_day(desk, column, day_of(desk, column, desk.raw, WHOLE))
    return day_of(desk, column, desk.raw)


def _some_day(desk: Desk, column: Column | None, found: Day) -> Day:
    """A row of a log has happened, so a blank day is some day, and not never."""
    first, last = literal_day(EARLIEST), literal_day(LATEST)
    if column is None:
        return Day(first, last, False, False, False)
    if not (column.blank or column.unknown):
        return found
    blank: Truth = every(written("{} IS NULL", desk.raw(column.name)), negated(_never(desk, column)))
    blank, no_first, no_last = desk.let(blank), found.first, found.last
    if found.single and found.never is not False:  # no day is a span turned round
        turned = "CASE WHEN {} THEN {} ELSE {} END"
        no_first = written(turned, truth(found.never), literal_day(LAST), found.first)
        no_last = written(turned, truth(found.never), literal_day(FIRST), found.first)
    return Day(
        desk.named(written("CASE WHEN {} THEN {} ELSE {} END", truth(blank), first, no_first)),
        desk.named(written("CASE WHEN {} THEN {} ELSE {} END", truth(blank), last, no_last)),
        desk.let(every(found.never, negated(blank))),
        False,
        found.rest,
        found.ends,
    )


def _never(desk: Desk, column: Column) -> Truth:
    return desk.raw(column.never) if column.never else False


def text(desk: Desk, cell: t.Cell) -> tuple[Text, tuple[str, ...]]:
    """A text or yes/no of a row, with the texts that its codes stand for."""
    if desk.plan.records[cell.record].columns[cell.column].computed is not None:
        raise Uncolumned("computed text")
    value = fixed(desk, cell)
    if isinstance(value, bool):
        return Text(literal(int(value)), True, False), YES_NO
    if isinstance(value, str):
        return Text(literal(0), True, False), (fold(value),)
    column = held(desk, cell)
    return text_of(desk, column, desk.raw), (column.codes if column is not None and column.codes else YES_NO)


YES_NO = ("no", "yes")
WHOLE = Clock(None, closed=True, open_facts=False)  # the day of a log's row is known, whatever day it is as of
