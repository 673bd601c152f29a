"""The rows of a record under their subjects: what they come to, as columns beside the subjects.

In: the desk of the subjects, a record that a source holds. Out: the desk of its rows; counts and sums by subject, each under a name. Holds:
a subject without rows has nought of everything. Raises ``Uncolumned`` where rows are missing.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.columnar.desk import At, Desk, Uncolumned, staged
from criteria.columnar.expressions import Sql, Truth, truth
from criteria.columnar.wholes import NARROW, Whole, compared, constant
from criteria.model.nodes import Comparison

MOST_ROWS = 10**12  # no source holds more for one subject; an engine refuses a sum that overflows, it does not lose it


def rows_desk(desk: Desk, record: str) -> Desk:
    """The desk at which the rows are written, with the readings, rows and groups that are in force at ``desk``."""
    found = desk.columns.records.get(record)
    if found is None:
        raise Uncolumned("rows that are missing")
    if desk.relation is not desk.columns.subjects:
        raise Uncolumned("rows within rows")
    if record not in desk.beside:
        inner = Desk(desk.plan, desk.columns, found, desk.clock, desk.readings, desk.dialect, lists=desk.lists)
        desk.beside[record] = inner, {}
    inner = desk.beside[record][0]
    inner.readings, inner.groups, inner.rows = desk.readings, desk.groups, (At(record), *desk.rows)
    return inner


def counted(desk: Desk, record: str, holds: Truth) -> Whole:
    """How many rows of the subject a truth holds of."""
    if holds is False:
        return constant(0)
    text = "count(*)" if holds is True else desk.dialect.counted.format(truth(holds).text)
    return Whole(beside(desk, record, text), 0, MOST_ROWS)


def anyone(desk: Desk, record: str, holds: Truth) -> Truth:
    """Whether a truth holds of some row of the subject."""
    return compared(desk, Comparison.ABOVE, counted(desk, record, holds), constant(0))


def largest(desk: Desk, record: str, holds: Truth, value: Whole) -> Whole:
    """The largest of a whole number over the rows that a truth holds of; nought where there is none."""
    text = f"max(CASE WHEN {truth(holds).text} THEN {value.sql.text} END)"
    return Whole(beside(desk, record, text), min(0, value.low), max(0, value.high))


def summed(desk: Desk, record: str, holds: Truth, value: Whole) -> Whole:
    """The sum of a whole number over the rows that a truth holds of."""
    inner = desk.beside[record][0]
    low, high = min(0, value.low) * MOST_ROWS, max(0, value.high) * MOST_ROWS
    if max(-low, high) >= 10**desk.dialect.digits:
        raise Uncolumned(f"number of more than {desk.dialect.digits} digits")
    kind = desk.dialect.wide if max(-low, high) > NARROW else "BIGINT"
    part = (
        inner.named(value.sql).text
        if holds is True
        else f"CASE WHEN {truth(holds).text} THEN {value.sql.text} ELSE 0 END"
    )
    return Whole(beside(desk, record, desk.dialect.summed.format(part=part, type=kind)), low, high)


def beside(desk: Desk, record: str, text: str, without: str = "0") -> Sql:
    """A name for what the rows come to, ``without`` any of them what it is then."""
    names = desk.beside[record][1]
    place = list(desk.beside).index(record)
    if text not in names:
        names[text] = f"a{place}_{len(names)}"
    if without != "0":
        desk.without[names[text]] = without
    return Sql(names[text], plain=True)


def aggregates(desk: Desk) -> Iterator[tuple[str, list[str], str, list[str]]]:
    """Each record: parts of a WITH list, the name of the last, and the names beside the subjects."""
    for place, (record, (inner, names)) in enumerate(desk.beside.items()):
        if not names:
            continue
        first = f"r{place} AS ({_rows(desk, inner)})"
        parts, last = staged(inner, f"r{place}", after=f"r{place}s")
        sums = ", ".join(f"{text} AS {name}" for text, name in names.items())
        whole = f"a{place} AS (SELECT k, {sums} FROM {last} GROUP BY k)"
        yield record, [first, *parts, whole], f"a{place}", list(names.values())


def _rows(desk: Desk, inner: Desk) -> str:
    """The rows with what is read of them; beside each what is read of its subject."""
    rows, subjects = inner.relation, desk.columns.subjects
    if not inner.brought:
        return f"SELECT {rows.key} AS k{''.join(f', {name}' for name in inner.used)} FROM {rows.name}"
    own = "".join(f", t.{name}" for name in inner.used)
    other = "".join(f", s.{name} AS {called}" for name, called in inner.brought.items())
    both = f"{rows.name} AS t JOIN {subjects.name} AS s ON s.{subjects.key} = t.{rows.key}"
    return f"SELECT t.{rows.key} AS k{own}{other} FROM {both}"
