"""The same plan on a cluster: two worker processes, one of which is killed while it works.

One test with many claims, so that there is one cluster for the whole run.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import cluster

SUBJECTS, PARTITIONS = 640, 16
BY_HAND = """
WITH rows AS (
  SELECT k, count(*) AS n, sum(CASE WHEN held >= target THEN 1 ELSE 0 END) AS t FROM {events} GROUP BY k
)
SELECT s.k AS k, CASE WHEN s.sent <= DATE '2020-11-20' AND coalesce(r.t * 5 >= 3 * r.n, FALSE) THEN 0 ELSE 1 END AS best
FROM {facts} s LEFT JOIN rows r ON s.k = r.k
"""


def test_on_a_cluster(tmp_path: Path, subtests: pytest.Subtests) -> None:
    if cluster.left_out():
        pytest.skip(f"{cluster.LEFT_OUT} is set: the tests on a cluster are left out on purpose")
    with cluster.started(tmp_path) as session:
        for claim in CLAIMS:
            folder = tmp_path / claim.__name__
            folder.mkdir()
            with subtests.test(claim.__name__.replace("_", " ")):
                claim(session, folder)


def a_killed_executor_changes_nothing(session: object, folder: Path) -> None:
    """Of a job that counts over rows which the lost worker had sorted by subject already."""
    gate = folder / "gate"
    facts = session.range(SUBJECTS).selectExpr("id AS k", "date_add(DATE '2020-11-01', CAST(id % 40 AS INT)) AS sent")
    events = session.createDataFrame(_events(session, str(gate)), "k long, held int, target int")

    def job() -> object:
        found = session.sql(BY_HAND, facts=facts, events=events)
        return sorted((row.k, row.best) for row in found.collect())

    found, killed = cluster.with_one_killed(session, job, gate)
    assert found == [(k, 0 if k % 40 < 20 and k % 5 >= 3 else 1) for k in range(SUBJECTS)]
    assert killed not in cluster.executors(session)


def _events(session: object, gate: str) -> object:
    """Five rows a subject, as many of them held as its number says; the ninth part waits for the gate."""

    def rows(part: int, subjects: object) -> object:
        import os
        import time

        end = time.monotonic() + 60
        while part == 8 and not os.path.exists(gate) and time.monotonic() < end:
            time.sleep(0.05)
        for k in subjects:
            yield from ((k, 10 if row < k % 5 else 9, 10) for row in range(5))

    return session.sparkContext.parallelize(range(SUBJECTS), PARTITIONS).mapPartitionsWithIndex(rows)


def test_without_java_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=r"need Java 17 .* CRITERIA_WITHOUT_SPARK=1"):
        cluster.started(tmp_path).__enter__()


CLAIMS = [a_killed_executor_changes_nothing]
