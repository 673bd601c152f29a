"""A batch of many is as many single evaluations: in every kind of source, on generated facts, whatever columns cannot hold."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import polars
import pyarrow
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyarrow import feather

import strategies as s
from batch import small
from criteria import CriteriaError, parse
from criteria.batch.verdicts import batch
from criteria.evaluate.evaluation import evaluate
from criteria.facts import record as f
from criteria.facts.load import load
from criteria.facts.spelling import spelled
from criteria.frozen import evolve
from criteria.model.plan import Plan

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
FILTERED = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]
SETS = 6
EXAMPLES = {"dates": 4, "numbers": 3, "texts": 5, "tables": 1, "logs": 2}


def asked(plan: Plan, source: object, as_of: date | None = None) -> dict[object, dict[str, object]]:
    with batch(plan, source, None, as_of, {}, False, None) as found:  # type: ignore[arg-type]
        return {row[0]: dict(zip(found.columns, row, strict=True)) for row in found}


def single(plan: Plan, facts: f.Facts, as_of: date | None = None) -> dict[str, tuple[object, ...]]:
    found = {}
    for goal in evaluate(plan, facts, as_of).goals:
        depends = any(each.levels != goal.levels for each in goal.readings)
        found[goal.id] = (goal.levels[0], goal.levels[-1], depends, goal.widened)
    return found


def same(plan: Plan, rows: dict[object, dict[str, object]], sets: dict[object, f.Facts], as_of: date | None) -> None:
    assert rows.keys() == sets.keys()
    for key, facts in sets.items():
        for goal, (best, worst, depends, widened) in single(plan, facts, as_of).items():
            mine = tuple(rows[key][f"goal_{goal}_{end}"] for end in ("best", "worst", "depends"))
            assert widened or mine == (best, worst, depends), (key, goal)


def of_school(place: int) -> f.Facts:
    key, sent, visitors, share, approved, area, _ = small.ROWS[place]
    events = [{"kind": kind, "held": held} for school, kind, held in small.EVENTS if school == key]
    named = {"concept sent": sent, "visitors": visitors, "share": share, "approved": approved, "area": area}
    facts, faults = load({**named, "events": events}, small.PLAN)
    assert not [each for each in faults if each.severity.value == "error"]
    return facts


@pytest.mark.parametrize("kind", small.SOURCES)
@pytest.mark.parametrize("as_of", [None, date(2020, 11, 12)])
def test_every_kind_of_source_gives_the_verdicts_of_single_evaluations(kind, as_of, tmp_path):
    sets = {row[0]: of_school(place) for place, row in enumerate(small.ROWS)}
    same(small.PLAN, asked(small.PLAN, small.SOURCES[kind](tmp_path), as_of), sets, as_of)


def as_texts(plan: Plan, sets: Sequence[f.Facts]) -> tuple[dict[str, object], dict[object, f.Facts]]:
    """The facts as columns of texts, and what a file of the same texts says."""
    told = [{path: spelled(each, plan.facts[path].type, "en") for path, each in facts.values.items()} for facts in sets]
    subjects = [{"id": place, **dict.fromkeys(plan.facts), **texts} for place, texts in enumerate(told)]
    schema = {"id": polars.Int64, **dict.fromkeys(plan.facts, polars.String)}
    source: dict[str, object] = {"facts": polars.DataFrame(subjects, schema=schema)}
    read: list[dict[str, object]] = [dict(texts) for texts in told]
    for key, record in plan.records.items():
        if record.rows is not None or not any(key in facts.records for facts in sets):
            continue
        columns = [name for name, column in record.columns.items() if column.computed is None]
        rows = []
        for place, facts in enumerate(sets):
            brought = facts.records[key].rows if key in facts.records else ()
            cells = [
                {name: spelled(given, record.columns[name].type, "en") for name, given in row.cells.items()}
                for row in brought
            ]
            read[place][key] = cells
            rows += [{"id": place, **dict.fromkeys(columns), **each} for each in cells]
        source[key] = polars.DataFrame(rows, schema={"id": polars.Int64, **dict.fromkeys(columns, polars.String)})
    return source, {place: load(each, plan)[0] for place, each in enumerate(read)}


@pytest.mark.parametrize("theme", EXAMPLES)
def test_a_batch_of_n_is_n_single_evaluations(theme):
    @settings(max_examples=300 if SOAK else EXAMPLES[theme], suppress_health_check=FILTERED)
    @given(st.lists(s.THEMES[theme](), min_size=SETS, max_size=SETS))
    def check(cases: list[s.Case]) -> None:
        plan, as_of = cases[0].plan, cases[0].as_of
        source, sets = as_texts(plan, [case.facts for case in cases])
        assert all(facts.closed for facts in sets.values())
        same(plan, asked(plan, source, as_of), sets, as_of)

    check()


ODD = ("medio juni 2020", "1 November 2020 or 1 December 2020", "november 2020", "unknown", "never", None, "2020-11-20")


@pytest.mark.parametrize("as_of", [None, date(2020, 11, 15)])
@pytest.mark.parametrize("closes", [None, date(2020, 10, 1)])
def test_what_no_column_holds_is_evaluated_for_itself(as_of, closes):
    plan = evolve(small.PLAN, record_closes=closes)
    rows = [{"id": place, "concept sent": text, "visitors": "1..20000"} for place, text in enumerate(ODD)]
    found = asked(plan, {"facts": polars.DataFrame(rows)}, as_of)
    sets = {row["id"]: load({k: v for k, v in row.items() if k != "id" and v}, plan)[0] for row in rows}
    same(plan, found, sets, as_of)


LINE = parse(
    """
plan "Line"
facts
  share: percent
  table schools, each a school
    school: text
    rate: percent
goal 1 "Line"
  score of share linear from 0% at 20% to 100% at 60%
goal 2 "Each" for each school
  fulfilled when rate at least 50%
""",
    "line",
)


def test_goals_that_no_query_answers_are_named_and_answered():
    facts = polars.DataFrame({"id": [1, 2, 3], "share": ["30", "unknown", "70"]})
    schools = polars.DataFrame({"id": [1, 1, 2], "school": ["A", "B", "A"], "rate": [40, 60, 50]})
    with LINE.batch({"facts": facts, "schools": schools}) as found:
        left = [each.values for each in found.notices if each.kind == "batch-left"]
        assert [each["goal"] for each in left] == ["1", "2"]
        rows = {row[0]: row[1:] for row in found}
    assert rows[1] == ("25", "25", False, "not_fulfilled", "not_fulfilled", False)
    assert rows[2][:3] == ("100", "0", False)
    assert rows[3][0] == "100"


def test_readings_move_and_each_combination_is_told(tmp_path):
    plan = parse(small.PLAN.source.text, "schools")
    source = small.in_parquet(tmp_path)
    with plan.batch(source, every_reading=True) as found:
        assert "goal_1_best (primo-medio-ultimo point)" in found.columns
        row = dict(zip(found.columns, next(row for row in found if row[0].startswith("Ø")), strict=True))
    assert (row["goal_1_best"], row["goal_1_depends"]) == ("fulfilled", True)
    assert row["goal_1_best (primo-medio-ultimo point)"] == row["goal_1_worst (primo-medio-ultimo point)"] == "partial"
    with plan.batch(source, readings={"primo-medio-ultimo": "point"}) as found:
        assert [row[1] for row in found if row[0].startswith("Ø")] == ["partial"]


def test_answers_as_rows_arrow_and_files(tmp_path):
    plan = parse(small.PLAN.source.text, "schools")
    (tmp_path / "facts").mkdir()
    with plan.batch(small.in_csv(tmp_path / "facts"), tmp_path / "out.parquet") as found:
        rows = found.fetchall()
        assert len(found) == len(rows) == 4
        assert repr(found) == "<Verdicts 'Schools', 4 subjects>"
        table = found.arrow()
        found.write(tmp_path / "out.feather")
        found.write(tmp_path / "out.csv")
        assert found.counts[0].secured == {"fulfilled": 2, "partial": 1, "not_fulfilled": 1}
        assert found.facts("A").values["visitors"].possible == f.Exactly(Fraction(12500))
        with pytest.raises(KeyError):
            found.facts("Z")
        with pytest.raises(CriteriaError, match="folder"):
            found.write(tmp_path / "nowhere" / "out.csv")
    assert table.column_names == list(found.columns)
    for told in (
        polars.read_parquet(tmp_path / "out.parquet").to_arrow(),
        feather.read_table(tmp_path / "out.feather"),
        table,
    ):
        assert [tuple(row.values()) for row in pyarrow.table(told).to_pylist()] == rows
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts", "out.csv", "out.feather", "out.parquet"]


def test_a_key_that_looks_like_a_formula_runs_nowhere_and_comes_back(tmp_path):
    keys = ["=1+1", "-5", "@x", "'=y", "Å;b"]
    facts = polars.DataFrame({"id": keys, "area": ["North"] * 5})
    plan = parse(small.PLAN.source.text, "schools")
    with plan.batch({"facts": facts}) as found:
        found.write(tmp_path / "out.csv")
    text = (tmp_path / "out.csv").read_text(encoding="utf-8-sig")
    assert [line.split(",")[0] for line in text.splitlines()[1:]] == ["'=1+1", "-5", "'@x", "''=y", "Å;b"]
    (tmp_path / "facts.csv").write_text(
        "\n".join(["id,area", *(line.split(",")[0] + ",North" for line in text.splitlines()[1:])])
    )
    assert list(asked(small.PLAN, tmp_path / "facts.csv")) == keys


def test_a_source_without_rows_gives_a_table_without_rows(tmp_path):
    (tmp_path / "facts.csv").write_text("id,share\n")
    (tmp_path / "schools.csv").write_text("id,school,rate\n")
    with LINE.batch(tmp_path, tmp_path / "out.parquet") as found:
        assert found.fetchall() == []
        assert len(found.columns) == 7
    assert polars.read_parquet(tmp_path / "out.parquet").height == 0


def test_rows_alone_name_their_subjects():
    schools = polars.DataFrame({"id": [2, 1, 2], "school": ["A", "A", "B"], "rate": [40, 60, 50]})
    with LINE.batch({"schools": schools}) as found:
        assert [(row[0], row[4]) for row in found] == [(1, "fulfilled"), (2, "not_fulfilled")]


@pytest.mark.parametrize("keys", [["b", "a", "c"], ["a", "b", "c"], [3, 1, 2]])
def test_keys_may_stand_in_any_order_but_never_twice(keys):
    facts = polars.DataFrame({"id": keys, "area": ["North"] * 3})
    assert list(asked(small.PLAN, {"facts": facts})) == keys
    with pytest.raises(CriteriaError, match="more than once"):
        asked(small.PLAN, {"facts": facts.with_columns(id=polars.Series([keys[0], keys[1], keys[0]]))})


def test_what_is_worked_out_as_it_is_written_is_the_same(tmp_path):
    plan = parse(
        'plan "P"\n  year 2020\nfacts\n  sent: date\ngoal 1 "Sent"\n  fulfilled when sent by medio november\n', "p"
    )
    facts = {"facts": polars.DataFrame({"id": [1, 2, 3], "sent": [date(2020, 11, 12), date(2020, 11, 18), None]})}
    with plan.batch(facts) as found:
        rows = found.fetchall()
    with plan.batch(facts, tmp_path / "out.parquet") as found:
        assert found.fetchall() == rows == polars.read_parquet(tmp_path / "out.parquet").rows()
        assert found.counts[0].depends == 1 and len(found) == 3


@pytest.mark.parametrize("names", [["A", "A"], ["A", None]])
def test_rows_that_goals_are_asked_of_have_names_of_their_own(names):
    schools = polars.DataFrame({"id": [1, 2, 2], "school": ["A", *names], "rate": [40, 60, 50]})
    with pytest.raises(CriteriaError, match=r"schools: a row has no name in school, or two have the same \('?2'?\)"):
        LINE.batch({"schools": schools})


def test_rows_stand_in_the_order_of_the_source_and_a_file_is_the_same_each_time(tmp_path):
    """Also where texts and events are joined to subjects, and where some subjects are evaluated for themselves."""
    keys = [f"K{place * 7919 % 20_011}" for place in range(20_011)]
    sent = [
        ODD[place % 7] if place % 500 < 7 else f"2020-{place % 12 + 1:02}-{place % 28 + 1:02}"
        for place in range(20_011)
    ]
    facts = polars.DataFrame({"school": keys, "concept sent": sent})
    events = polars.DataFrame({"school": keys[::-3], "kind": ["meeting"] * len(keys[::-3])})
    source = tmp_path / "source"
    source.mkdir()
    facts.write_parquet(source / "facts.parquet", row_group_size=4_000)
    events.write_parquet(source / "events.parquet")
    plan = parse(small.PLAN.source.text, "schools")
    for name in ("one.parquet", "two.parquet"):
        plan.batch(source, tmp_path / name).close()
    assert (tmp_path / "one.parquet").read_bytes() == (tmp_path / "two.parquet").read_bytes()
    assert polars.read_parquet(tmp_path / "one.parquet")["school"].to_list() == keys
    with plan.batch({"facts": facts, "events": events}) as found:
        assert [row[0] for row in found] == keys
