"""Both batches as DuckDB SQL."""

from pathlib import Path

import duckdb

from bench.batch_data import AREAS
from bench.sides import Counts

# Fulfilled (f), at least partial (p), and whether a reading decides (d); the reasoning about readings stands in by_numpy.py.
GOALS = {
    "1": (
        "early AND template <= DATE '2020-10-20'",
        "(early AND template <= DATE '2020-10-20') OR (template <= DATE '2020-10-31' AND available <= DATE '2020-11-10')",
        """CASE WHEN early AND template <= DATE '2020-10-20' THEN template > DATE '2020-10-15'
        ELSE template <= DATE '2020-10-31' AND available <= DATE '2020-11-20'
        AND NOT (available > DATE '2020-10-02' AND available <= DATE '2020-11-10') END""",
    ),
    "2": (
        "concept <= DATE '2020-11-20'",
        "concept IS NOT NULL",
        "concept > DATE '2020-11-15' AND concept <= DATE '2020-11-20'",
    ),
    "3": (
        "later_overview <= DATE '2020-09-30'",
        "later_overview <= DATE '2020-12-31'",
        "later_overview BETWEEN DATE '2020-10-01' AND DATE '2020-12-31' AND sooner_overview <= DATE '2020-09-30'",
    ),
    "5": (
        "50 * apart <= whole",
        "40 * apart <= whole",
        "(50 * apart > whole AND 50 * pooled <= together) OR (40 * apart > whole AND 40 * pooled <= together)",
    ),
    "6": (
        "later_established <= DATE '2020-05-29'",
        "later_established <= DATE '2020-06-14'",
        "later_established = DATE '2020-05-30' OR later_established = DATE '2020-06-15'",
    ),
}
NAMED = """SELECT subject, "theory available" AS available, "template sent" AS template, "concept sent" AS concept,
  "theory available" <= DATE '2020-10-01' AND "theory published" <= DATE '2020-12-31' AS early,
  greatest("overview sent", "process-plan sent") AS later_overview, least("overview sent", "process-plan sent") AS sooner_overview,
  greatest("approval established", "follow-up established") AS later_established,
  abs("budget income" - "accounts income") AS income_apart, abs("budget expenses" - "accounts expenses") AS expenses_apart,
  income_apart * "accounts expenses" + expenses_apart * "accounts income" AS apart, "accounts income" * "accounts expenses" AS whole,
  income_apart + expenses_apart AS pooled, "accounts income" + "accounts expenses" AS together
FROM {source}"""
# The four areas are counted in one pass.
COUNTED = ", ".join(
    f"5 * count(*) FILTER (area = '{name}' AND within) AS held{number}, count(*) FILTER (area = '{name}') AS rows{number}"
    for number, name in enumerate(AREAS)
)
SHARES = """SELECT subject, {fulfilled} AS fulfilled, {partial} AS partial FROM (SELECT subject, {counted} FROM (
  SELECT subject, area, held BETWEEN DATE '2020-01-01' AND DATE '2020-12-31' AS within FROM {source}) GROUP BY subject)"""


def shares(source: str) -> str:
    fulfilled, partial = (
        " AND ".join(f"held{number} >= {fifths} * rows{number}" for number in range(len(AREAS))) for fifths in (3, 2)
    )
    return SHARES.format(fulfilled=fulfilled, partial=partial, counted=COUNTED, source=source)


LEVEL = "CASE WHEN {0} THEN 'fulfilled' WHEN {1} THEN 'partial' ELSE 'not_fulfilled' END"
VERDICT = LEVEL + " AS goal_{goal}_best, " + LEVEL + " AS goal_{goal}_worst, {2} AS goal_{goal}_depends"


def load_scalar(folder: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"CREATE TABLE facts AS FROM '{folder}/*.parquet'")
    return connection


def count_scalar(connection: duckdb.DuckDBPyConnection) -> Counts:
    counts = ", ".join(f"count(*) FILTER ({part})" for parts in GOALS.values() for part in parts)
    row = connection.execute(f"SELECT {counts} FROM ({NAMED.format(source='facts')})").fetchone()
    return {goal: row[3 * n : 3 * n + 3] for n, goal in enumerate(GOALS)}  # type: ignore[index, misc]


def write_scalar(folder: Path, target: Path) -> None:
    verdicts = ", ".join(VERDICT.format(*parts, goal=goal) for goal, parts in GOALS.items())
    named = NAMED.format(source=f"'{folder}/*.parquet'")
    duckdb.connect().execute(f"COPY (SELECT subject, {verdicts} FROM ({named})) TO '{target}' (FORMAT parquet)")


def load_shares(folder: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    connection.execute(f"CREATE TYPE area AS ENUM (SELECT DISTINCT area FROM '{folder}/events.parquet')")
    connection.execute(
        f"CREATE TABLE events AS SELECT subject, area::area AS area, held FROM '{folder}/events.parquet'"
    )
    return connection


def count_shares(connection: duckdb.DuckDBPyConnection) -> Counts:
    counts = "count(*) FILTER (fulfilled), count(*) FILTER (partial), 0"
    row = connection.execute(f"SELECT {counts} FROM ({shares('events')})").fetchone()
    return {"1": row}  # type: ignore[dict-item]


def write_shares(folder: Path, target: Path) -> None:
    verdict = VERDICT.format("fulfilled", "partial", "false", goal="1")
    judged = shares(f"'{folder}/events.parquet'")
    duckdb.connect().execute(f"COPY (SELECT subject, {verdict} FROM ({judged})) TO '{target}' (FORMAT parquet)")
