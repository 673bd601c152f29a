"""Columns of texts: each different text is read once, as files of facts are read, and the column is joined to what it means.

In: a table, its columns of texts. Out: ``Shelf`` and a view ``x, v, l, u, n, o`` for each, or the faults of its texts. Holds: no text is
part of a query; the texts of a table are gathered in one pass.
"""

from __future__ import annotations

from criteria.batch.meanings import Meaning, Row, Shelf, meaning
from criteria.diagnostics import Diagnostic
from criteria.facts.values import Setting, read_value
from criteria.facts.written import Written
from criteria.frozen import frozen
from criteria.spark.fitting import Fitted, Table
from criteria.spark.session import Cluster

MOST = 1_000_000  # different texts of a table
SCHEMA = "x STRING, v STRING, l DATE, u BOOLEAN, n BOOLEAN, o BOOLEAN"
TOLD = 20


@frozen
class Told:
    """What the texts of a column come to, and the view that says it of each."""

    shelf: Shelf
    view: str


def told(cluster: Cluster, table: Table, where: Setting) -> tuple[dict[str, Told], list[Diagnostic]]:
    """By the column's name."""
    columns = [column for column in table.columns if column.written]
    if not columns:
        return {}, []
    pairs = ", ".join(f"{number}, CAST({column.name} AS STRING)" for number, column in enumerate(columns))
    text = f"SELECT DISTINCT n, x FROM (SELECT stack({len(columns)}, {pairs}) AS (n, x) FROM {table.view})"
    rows = cluster.rows(f"{text} WHERE x IS NOT NULL LIMIT {MOST + 1}")
    if len(rows) > MOST:
        return {}, [Diagnostic("spark-texts", table.place, {"limit": str(MOST)})]
    found: dict[str, Told] = {}
    faults: list[Diagnostic] = []
    for number, column in enumerate(columns):
        texts = sorted(str(value) for n, value in rows if n == number)
        found[column.name], more = _column(cluster, column, texts, where)
        faults += more
    return found, faults


def _column(cluster: Cluster, column: Fitted, texts: list[str], where: Setting) -> tuple[Told, list[Diagnostic]]:
    """Every text of a column, read."""
    shelf, faults, rows = Shelf(column.kind), list[Diagnostic](), list[tuple[str, *Row]]()
    for text in texts:
        possible, found = read_value(Written(text, column.place), column.kind, column.key, where)
        faults += found
        read = meaning(possible, column.kind, column.texts or ()) if possible is not None else Meaning()
        if shelf.keeps(read):
            rows.append((text, *read.row))
    return Told(shelf, cluster.show_rows(rows, SCHEMA)), faults[:TOLD]
