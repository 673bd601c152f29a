"""The same plan on Spark, beside SQL written by hand: `python3 -m bench.spark [--subjects N] [--rounds N]`.

One process, two cores, rows that Spark makes itself; thirteen events a subject in four areas (`bench/batch_shares.criteria`). Each side
counts its levels; a figure counts as a multiple of the SQL by hand in the same round. Both are first shown to agree on every subject.
"""

import argparse
import sys
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import criteria
from bench.figures import HEAD, Figure

PLAN = Path(__file__).with_name("batch_shares.criteria")
AREAS = "array('Grundskole', 'Kommuner', 'Gymnasiale uddannelser', 'Erhvervsuddannelser')"
EVENTS = f"""
SELECT subject, element_at({AREAS}, CAST(CASE WHEN n < 4 THEN n ELSE abs(hash(subject, n)) % 4 END AS INT) + 1) AS area,
       date_add(DATE '2019-10-01', CAST(abs(hash(n, subject)) % 610 AS INT)) AS held
FROM (SELECT subject, explode(sequence(0, 12)) AS n FROM {{subjects}})
"""
BY_HAND = """
WITH areas AS (
  SELECT subject, area, count(*) AS n,
         sum(CASE WHEN held BETWEEN DATE '2020-01-01' AND DATE '2020-12-31' THEN 1 ELSE 0 END) AS t
  FROM {events} GROUP BY subject, area
), least AS (
  SELECT subject, min(CASE WHEN t * 5 >= 3 * n THEN 2 WHEN t * 5 >= 2 * n THEN 1 ELSE 0 END) AS level
  FROM areas GROUP BY subject
)
SELECT s.subject, CASE coalesce(l.level, 0) WHEN 2 THEN 'fulfilled' WHEN 1 THEN 'partial' ELSE 'not_fulfilled' END AS level
FROM {subjects} s LEFT JOIN least l ON s.subject = l.subject
"""


def session() -> Any:
    """Two cores of this process."""
    builder = import_module("pyspark.sql").SparkSession.builder.master("local[2]").appName("criteria bench")
    settings = {
        "spark.ui.enabled": "false",
        "spark.log.level": "OFF",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
        "spark.sql.shuffle.partitions": "4",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.decimalOperations.allowPrecisionLoss": "false",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def sides(spark: Any, subjects: int) -> dict[str, Callable[[], Any]]:
    """Each gives a DataFrame of subjects with their levels, planned anew."""
    plan = criteria.load(PLAN)
    facts = spark.range(subjects).withColumnRenamed("id", "subject").cache()
    events = spark.sql(EVENTS, subjects=facts).cache()
    facts.count(), events.count()
    looked = ours(plan, spark, facts, events)
    return {
        "by hand": lambda: spark.sql(BY_HAND, subjects=facts, events=events),
        "criteria, looked over beforehand": lambda: looked,
        "criteria": lambda: ours(plan, spark, facts, events),
    }


def ours(plan: criteria.Plan, spark: Any, facts: Any, events: Any) -> Any:
    found = plan.on_spark(spark, {"facts": facts, "events": events}, key="subject")
    return found.select("subject", found.goal_1_best.alias("level"))


def agree(made: dict[str, Callable[[], Any]]) -> None:
    by_hand = made["by hand"]()
    for name, side in made.items():
        apart = side().exceptAll(by_hand).count()
        assert not apart, f"{name} says otherwise of {apart} subjects"


def figures(subjects: int, rounds: int) -> list[Figure]:
    """Counts of levels, side by side."""
    spark = session()
    try:
        made = sides(spark, subjects)
        agree(made)
        seconds = Figure(f"{subjects:,} subjects by hand, SQL on Spark", "s")
        found = {name: Figure(f"{name}, SQL on Spark", "× by hand") for name in made if name != "by hand"}
        for _ in range(rounds):
            taken = {name: timed(side) for name, side in made.items()}
            seconds.samples.append(taken["by hand"])
            for name, figure in found.items():
                figure.samples.append(taken[name] / taken["by hand"])
        return [seconds, *found.values()]
    finally:
        spark.stop()


def timed(side: Callable[[], Any]) -> float:
    start = time.perf_counter()
    side().groupBy("level").count().collect()
    return time.perf_counter() - start


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure a plan on Spark beside SQL by hand.")
    parser.add_argument("--subjects", type=int, default=200_000)
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    print(HEAD)
    for figure in figures(wanted.subjects, wanted.rounds):
        print(figure.row(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
