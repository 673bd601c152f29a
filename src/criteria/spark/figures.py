"""What the rows of a table show when they are looked at once: proven ends, blank cells, and what no plan can read.

In: a table. Out: for each column ``Figures``; faults for a key that is missing or stands twice, for numbers outside what the plan
declares, a word about rows of nobody. Holds: one pass over the rows of a table, however many columns it has.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from criteria.columnar.columns import Held
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.refusal import shown
from criteria.facts.values import Setting, read_value
from criteria.facts.written import Written
from criteria.frozen import frozen
from criteria.spark.fitting import Fitted, Laid, Table
from criteria.spark.session import Cluster

FIRST = 5  # keys that a message names
EPOCH = date(1970, 1, 1).toordinal()


@frozen
class Figures:
    """Of one column: whether a row is blank; the ends of its values, times 10**scale; of dates as ordinals."""

    blank: bool
    low: int | None = None
    high: int | None = None


def looked_over(
    cluster: Cluster, laid: Laid, where: Setting
) -> tuple[dict[tuple[str, str], Figures], list[Diagnostic]]:
    """Of every column, by its table's view and its name."""
    found: dict[tuple[str, str], Figures] = {}
    faults: list[Diagnostic] = []
    for table in (laid.subjects, *laid.records.values()):
        asked = ["count(*)", "count(k)", "count(DISTINCT k)" if table is laid.subjects else "0"]
        for column in table.columns:
            asked += _asked(column)
        row = cluster.rows(f"SELECT {', '.join(asked)} FROM {table.view}")[0]
        answers = iter(row)
        faults += _keys(cluster, laid, table, [int(next(answers)) for _ in range(3)])
        for column in table.columns:
            found[table.view, column.name], more = _figures(column, int(row[0]), answers, where)
            faults += more
    for table in laid.records.values() if laid.named else ():
        faults += _strangers(cluster, table, laid.subjects)
    return found, faults


def _asked(column: Fitted) -> list[str]:
    """The aggregates of a column."""
    name = column.name
    match None if column.written else column.held:
        case Held.DAY:
            return [f"count({name})", f"min(unix_date({name}))", f"max(unix_date({name}))"]
        case Held.NUMBER:
            return [f"count({name})", f"min({name})", f"max({name})"]
        case _:
            return [f"count({name})"]


def _figures(column: Fitted, rows: int, answers: Iterator[object], where: Setting) -> tuple[Figures, list[Diagnostic]]:
    """The answers to what was asked of a column."""
    blank = _whole(next(answers)) < rows
    match None if column.written else column.held:
        case Held.DAY:
            return _days(column, blank, next(answers), next(answers))
        case Held.NUMBER:
            return _numbers(column, blank, (next(answers), next(answers)), where)
        case _:
            return Figures(blank), []


def _whole(found: object) -> int:
    assert isinstance(found, int | Decimal)
    return int(found)


def _days(column: Fitted, blank: bool, first: object, last: object) -> tuple[Figures, list[Diagnostic]]:
    if first is None or last is None:
        return Figures(blank, EPOCH, EPOCH), []
    low, high = _whole(first) + EPOCH, _whole(last) + EPOCH
    if low < 1 or high > date.max.toordinal():
        values = {"fact": column.key, "expected": "0001-01-01..9999-12-31"}
        return Figures(blank), [Diagnostic("spark-days", column.place, values)]
    return Figures(blank, low, high), []


def _numbers(
    column: Fitted, blank: bool, ends: tuple[object, object], where: Setting
) -> tuple[Figures, list[Diagnostic]]:
    """The ends are read as any number of a file is, so that bounds are the plan's."""
    values = [Decimal(end) for end in ends if isinstance(end, int | Decimal)]
    if not values:
        return Figures(blank, 0, 0), []
    faults: list[Diagnostic] = []
    for value in dict.fromkeys(values):
        _, found = read_value(Written(f"{value:f}", column.place, exact=True), column.kind, column.key, where)
        faults += found
    low, high = (int(Fraction(value) * 10**column.scale) for value in (values[0], values[-1]))
    if len(str(max(-low, high))) + column.scale > 38:
        faults.append(Diagnostic("spark-digits", column.place, {"fact": column.key}))
    return Figures(blank, low, high), faults


def _keys(cluster: Cluster, laid: Laid, table: Table, figures: Sequence[int]) -> list[Diagnostic]:
    """Every row has a key, and every subject one row."""
    rows, keyed, subjects = figures
    if keyed < rows:
        return [Diagnostic("batch-key-blank", table.place, {"count": str(rows - keyed)})]
    if table is not laid.subjects or subjects == rows:
        return []
    values = {**_some(cluster, f"SELECT k FROM {table.view} GROUP BY k HAVING count(*) > 1"), "key": shown(laid.key)}
    return [Diagnostic("batch-key-twice", table.place, values)]


def _strangers(cluster: Cluster, table: Table, subjects: Table) -> list[Diagnostic]:
    """Rows whose key no subject has; nobody looks at them."""
    values = _some(
        cluster, f"SELECT DISTINCT r.k FROM {table.view} AS r LEFT ANTI JOIN {subjects.view} AS s ON r.k = s.k"
    )
    if values["count"] == "0":
        return []
    return [Diagnostic("batch-stranger", table.place, values, severity=Severity.WARNING)]


def _some(cluster: Cluster, query: str) -> dict[str, str]:
    """How many keys, and the first few."""
    ((count,),) = cluster.rows(f"SELECT count(*) FROM ({query})")
    if not count:
        return {"count": "0", "keys": ""}
    rows = cluster.rows(f"SELECT CAST(k AS STRING) FROM ({query}) ORDER BY k LIMIT {FIRST}")
    return {
        "count": str(count),
        "keys": ", ".join(shown(str(key)) for (key,) in rows) + (", …" if count > FIRST else ""),
    }
