"""The facts as they stand if nothing more happens: what is known on a day, and then the record closes.

In: a plan, its facts, a day. Out: facts to be read as a whole history. Holds: days after the day, and rows of logs that happened or were
put down after it, are gone; a log that nobody brought has no rows; a value that was not known yet is unknown, and a number that nobody
gave stays so.
"""

from __future__ import annotations

from datetime import date

from criteria.dates.readings import defaults
from criteria.evaluate.years import as_known
from criteria.facts.record import DayBetween, Exactly, Facts, Given, Nothing, OneOf, RecordRows, Row, SomeDayOf, Unknown
from criteria.frozen import evolve
from criteria.model.plan import Plan, Record
from criteria.source import Place

NOBODY = Place("")


def at_rest(plan: Plan, facts: Facts, as_of: date) -> Facts:
    """What is known on the day, closed."""
    facts = as_known(plan, facts, as_of)
    values = {path: _known(given, as_of) for path, given in facts.values.items()}
    brought = {key: _rows(plan.records[key], rows, as_of) for key, rows in facts.records.items()}
    logs = {key: RecordRows((), place=NOBODY) for key, one in plan.records.items() if one.is_log and key not in brought}
    return evolve(facts, values=values, records={**brought, **logs}, closed=True)


def _rows(record: Record, rows: RecordRows, as_of: date) -> RecordRows:
    when = (record.recorded or record.when) if record.is_log else None
    kept = [row for row in rows.rows if when is None or not _ahead(row.cells.get(when), as_of)]
    return evolve(rows, rows=tuple(_row(row, when, as_of) for row in kept))


def _row(row: Row, when: str | None, as_of: date) -> Row:
    cells = {key: given if key == when else _known(given, as_of) for key, given in row.cells.items()}
    return evolve(row, cells=cells)


def _known(given: Given, as_of: date) -> Given:
    if given.known_from is not None and given.known_from > as_of:
        return Given(Unknown(), place=given.place)
    return Given(Nothing(), place=given.place) if _ahead(given, as_of) else given


def _ahead(given: Given | None, as_of: date) -> bool:
    """Whether every day that it can be lies after the day."""
    match given.possible if given else None:
        case Exactly(value) if isinstance(value, date):
            return value > as_of
        case DayBetween(first, _):
            return first > as_of
        case SomeDayOf(phrase):
            return phrase.period(defaults()).earliest > as_of
        case OneOf(values):
            days = [value for value in values if isinstance(value, date)]
            return bool(days) and min(days) > as_of
        case _:
            return False
