"""The same plan on a cluster: two worker processes, one of which is killed while it works.

One test with many claims, so that there is one cluster for the whole run.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

import cluster
import strategies as s
from columnar.held import held
from columnar.test_agreement import answered
from criteria.columnar.dialect import SPARK
from criteria.columnar.query import query
from criteria.diagnostics import CriteriaError
from criteria.evaluate.levels import clock_of
from criteria.facts import record as f
from criteria.frozen import evolve
from criteria.model.plan import Plan
from criteria.spark import output
from criteria.spark.session import Cluster
from pages import ROOT, Page, pieces
from spark import schools
from spark.refused import REFUSED, refusal
from spark.stage import Stage
from test_docs import work_through

PARTITIONS = 16
SETS = 30  # of facts, for one plan
SCHOOLS = 240
AS_OF = "2020-11-20"


def test_on_a_cluster(
    tmp_path: Path,
    subtests: pytest.Subtests,
    monkeypatch: pytest.MonkeyPatch,
    golden: Callable[[str, str], None],
) -> None:
    if cluster.left_out():
        pytest.skip(f"{cluster.LEFT_OUT} is set: the tests on a cluster are left out on purpose")
    with cluster.started(tmp_path) as session:
        for claim in CLAIMS:
            folder = tmp_path / claim.__name__
            folder.mkdir()
            with subtests.test(claim.__name__.replace("_", " ")), monkeypatch.context() as patch:
                claim(Stage(session, folder, patch, golden))


def test_without_java_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(pytest.fail.Exception, match=r"need Java 17 .* CRITERIA_WITHOUT_SPARK=1"):
        cluster.started(tmp_path).__enter__()


def test_without_pyspark_it_says_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster, "java_version", lambda: 17)
    monkeypatch.setitem(sys.modules, "pyspark", None)
    with pytest.raises(pytest.fail.Exception, match=r"need the package pyspark, .* CRITERIA_WITHOUT_SPARK=1"):
        cluster.started(tmp_path).__enter__()


# ---- the same answers ------------------------------------------------------------------------------------------------------


def generated_plans_have_the_answers_that_they_have_in_one_process(stage: Stage) -> None:
    """The text of the query, on both engines, over the same relations."""
    told = 0
    for theme in s.THEMES:
        cases = some_cases(theme)
        sets = [evolve(case.facts, closed=True) for case in cases]
        for case in one_with_a_query(cases):
            asked, rows = answered(case.plan, sets, case.as_of)
            assert on_this_cluster(stage.session, case.plan, sets, case.as_of) == (asked.goals, rows), theme
            told += len(rows)
    assert told >= 5 * SETS


def one_with_a_query(cases: list[s.Case]) -> list[s.Case]:
    """The first plan of which some goal is a query and may leave something open, else the first of which one is."""
    found: dict[bool, s.Case] = {}
    for case in cases:
        _, columns = held(case.plan, [evolve(case.facts, closed=True)])
        mine = query(case.plan, columns, clock_of(case.plan, f.Facts({}, {}), case.as_of), {}, SPARK)
        if mine.goals:
            found.setdefault(case.as_of is not None and any(goal.rests for goal in mine.goals), case)
    return [found[key] for key in (True, False) if key in found][:1]


def on_this_cluster(session: Any, plan: Plan, sets: list[f.Facts], as_of: date | None) -> tuple[object, object]:
    tables, columns = held(plan, sets)
    mine = query(plan, columns, clock_of(plan, f.Facts({}, {}), as_of), {}, SPARK, every_reading=True)
    for table in tables:
        kinds = ", ".join(f"{name} {kind}" for name, kind in table.types.items())
        session.createDataFrame([*zip(*table.columns.values(), strict=True)], kinds).createOrReplaceTempView(table.name)
    found = [row.asDict() for row in session.sql(mine.text).collect()]
    for table in tables:
        session.catalog.dropTempView(table.name)
    return mine.goals, sorted(found, key=lambda row: row["k"])


def some_cases(theme: str) -> list[s.Case]:
    found: list[s.Case] = []

    @settings(max_examples=SETS, database=None, suppress_health_check=[*HealthCheck])
    @given(s.THEMES[theme]())
    def draw(case: s.Case) -> None:
        found.append(case)

    draw()
    return found


def every_school_has_the_levels_of_the_reference(stage: Stage) -> None:
    """Columns of every type, blanks, texts that are read, goals that the workers work out; and no word of a user in any query."""
    rows = schools.drawn(SCHOOLS)
    texts: list[str] = []
    ask = Cluster.query
    stage.patch.setattr(Cluster, "query", lambda self, text: (texts.append(text), ask(self, text))[1])
    for as_of in (None, AS_OF):
        found = schools.PLAN.on_spark(stage.session, frames(stage.session, rows), key=schools.KEY, as_of=as_of)
        assert found.columns[:4] == [schools.KEY, "goal_1_best", "goal_1_worst", "goal_1_depends"]
        assert told(found) == expected(rows, as_of)
        with schools.PLAN.batch(schools.columns(rows), key=schools.KEY, as_of=as_of) as here:
            assert {row[0]: row[1:] for row in here} == expected(rows, as_of)
    whole = " ".join(texts).casefold()
    assert "datediff" in whole or "2020" in whole
    assert [
        word for word in ("ø", "--", "north", "meeting", "school", "concept", "lead", "fulfilled") if word in whole
    ] == []


def frames(session: object, rows: tuple[list[tuple[object, ...]], ...]) -> dict[str, object]:
    names = ("facts", "events", "classes")
    kinds = (schools.FACTS, schools.EVENTS, schools.CLASSES)
    return {name: session.createDataFrame(each, kind) for name, each, kind in zip(names, rows, kinds, strict=True)}


def told(frame: object) -> dict[str, tuple[object, ...]]:
    found = [tuple(row) for row in frame.collect()]
    assert len({row[0] for row in found}) == len(found)
    return {row[0]: row[1:] for row in found}


def expected(rows: tuple[list[tuple[object, ...]], ...], as_of: str | None) -> dict[str, tuple[object, ...]]:
    """Of every school alone, by the plan compiled, which is held against the reference elsewhere."""
    compiled = schools.PLAN.compile()
    found: dict[str, tuple[object, ...]] = {}
    for key, facts in schools.alone(rows).items():
        goals = compiled.readings(compiled.bind(facts, as_of)).values()
        each = [(*best_and_worst(goal[0][1]), any(levels != goal[0][1] for _, levels in goal)) for goal in goals]
        found[key] = tuple(part for goal in each for part in goal)
    return found


def best_and_worst(levels: tuple[str, ...]) -> tuple[str, str]:
    """Of scores along a line the ends: ``0..100`` may be any of them."""
    return levels[0].rpartition("..")[2], levels[-1].partition("..")[0]


# ---- a worker is lost ------------------------------------------------------------------------------------------------------


def a_killed_executor_changes_no_verdict(stage: Stage) -> None:
    """Of a job over rows that the lost worker had sorted by subject already."""
    rows = schools.drawn(64)
    given = frames(stage.session, rows) | {"events": waiting(stage.session, rows[1], schools.EVENTS, stage.folder)}
    asked = schools.PLAN.on_spark(stage.session, given, key=schools.KEY)
    (stage.folder / "armed").touch()
    found, killed = cluster.with_one_killed(stage.session, lambda: told(asked), stage.folder / "gate")
    assert found == expected(rows, None)
    assert killed not in cluster.executors(stage.session)


def a_task_that_ran_twice_leaves_nothing_behind(stage: Stage) -> None:
    """Of a run that writes: what the lost worker had begun is written by another, once."""
    rows = schools.drawn(64)
    given = frames(stage.session, rows) | {"facts": waiting(stage.session, rows[0], schools.FACTS, stage.folder)}
    asked = schools.PLAN.on_spark(stage.session, given, key=schools.KEY)
    path = str(stage.folder / "verdicts")
    with pytest.raises(CriteriaError, match="no mark that the run came to an end"):
        output.read(stage.session, path)
    (stage.folder / "armed").touch()
    cluster.with_one_killed(stage.session, lambda: [output.write(asked, path)], stage.folder / "gate")
    assert told(output.read(stage.session, path)) == expected(rows, None)
    with pytest.raises(CriteriaError, match="exists already"):
        output.write(asked, path)
    output.write(output.read(stage.session, path), f"{path}-in-one", one_file=True)
    (part,) = Path(f"{path}-in-one").glob("part-*.parquet")
    keys = [row[0] for row in stage.session.read.parquet(str(part)).collect()]
    assert keys == sorted(keys) == sorted(expected(rows, None))
    os.remove(f"{path}/_SUCCESS")
    with pytest.raises(CriteriaError, match="no mark that the run came to an end"):
        output.read(stage.session, path)


def waiting(session: object, rows: list[tuple[object, ...]], kinds: str, folder: Path) -> object:
    """The rows in parts, the ninth of which waits for the gate once the job is armed."""
    armed, gate = str(folder / "armed"), str(folder / "gate")

    def passed(part: int, mine: Iterator[tuple[object, ...]]) -> Iterator[tuple[object, ...]]:
        import os
        import time

        end = time.monotonic() + 60
        while part == 8 and os.path.exists(armed) and not os.path.exists(gate) and time.monotonic() < end:
            time.sleep(0.05)
        yield from mine

    spread = session.sparkContext.parallelize(rows, PARTITIONS).mapPartitionsWithIndex(passed)
    return session.createDataFrame(spread, kinds)


# ---- what is refused, and what is left behind ----------------------------------------------------------------------


def nothing_of_ours_is_left_in_the_session(stage: Stage) -> None:
    assert stage.session.catalog.listTables() == []


def what_would_not_be_exact_is_refused_by_name(stage: Stage) -> None:
    """Settings, types, values, keys: each with what was found and what was expected."""
    lines = [line for name, ask in REFUSED.items() for line in (f"# {name}", *refusal(stage, ask), "")]
    stage.golden("\n".join(lines), "spark/refused.expected")


def the_page_holds_what_it_says(stage: Stage) -> None:
    """The blocks of the page about clusters that need one."""
    path = ROOT / "docs" / "cluster.md"
    page = Page(path, stage.folder)
    page.namespace |= {"session": stage.session, "shared": str(stage.folder)}
    stage.patch.chdir(stage.folder)
    for piece in pieces(path.read_text(encoding="utf-8")):
        work_through(page, piece)
    assert page.faults == []


CLAIMS = [
    generated_plans_have_the_answers_that_they_have_in_one_process,
    every_school_has_the_levels_of_the_reference,
    a_killed_executor_changes_no_verdict,
    a_task_that_ran_twice_leaves_nothing_behind,
    what_would_not_be_exact_is_refused_by_name,
    the_page_holds_what_it_says,
    nothing_of_ours_is_left_in_the_session,
]
