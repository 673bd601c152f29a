"""Polars says what the database says, wherever it answers; and where anything is in doubt it leaves the answer to the database."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import strategies as s
from batch import small
from columnar.drawn import facts_of
from criteria import CriteriaError, parse
from criteria.batch.engine import Failed
from criteria.batch.swift import columns, swiftly
from criteria.batch.swift.answers import Swift
from criteria.batch.verdicts import Verdicts, batch
from criteria.columnar.wanted import wanted
from criteria.facts import record as f
from criteria.model.plan import Plan
from criteria.model.types import DateType, NumberType, Type, YesNoType

SOAK = os.environ.get("HYPOTHESIS_PROFILE") == "soak"
FILTERED = [HealthCheck.filter_too_much, HealthCheck.too_slow, HealthCheck.data_too_large]
EXAMPLES, SETS = (400 if SOAK else 20), 40
Told = tuple[list[tuple[Any, ...]], tuple[Any, ...]]


def asked(plan: Plan, source: object, form: str = "", memory: str | None = None) -> Verdicts:
    return batch(plan, source, None, None, {}, True, memory, form)  # type: ignore[arg-type]


def told(verdicts: Verdicts) -> Told:
    with verdicts:
        return sorted(verdicts, key=lambda row: str(row[0])), verdicts.counts


def is_swift(verdicts: Verdicts) -> bool:
    return isinstance(verdicts._found, Swift)


def in_database(plan: Plan, source: object, never: AbstractContextManager[None]) -> Told:
    with never:
        found = asked(plan, source)
    assert not is_swift(found)
    return told(found)


class Never:
    """Without Polars."""

    def __enter__(self) -> None:
        self._worth = swiftly.worth
        swiftly.worth = lambda library, found: False

    def __exit__(self, *_: object) -> None:
        swiftly.worth = self._worth


# ---- on generated plans ---------------------------------------------------------------------------------------------------


def polars_type(kind: Type) -> Any:
    if isinstance(kind, DateType):
        return pl.Date
    if isinstance(kind, NumberType):
        return pl.Int64 if kind.whole else pl.Decimal(18, 2)
    return pl.Boolean if isinstance(kind, YesNoType) else pl.String


def cell(kind: Type, given_: f.Given | None) -> object:
    if given_ is None or not isinstance(given_.possible, f.Exactly):
        return None
    value = given_.possible.value
    if isinstance(kind, NumberType):
        assert not isinstance(value, (str, date, bool))
        scaled = value * kind.unit.scale
        return int(scaled) if kind.whole else Decimal(int(scaled * 100)) / 100
    return value if isinstance(value, (date, bool)) else str(value)


def frames(plan: Plan, sets: list[f.Facts]) -> dict[str, pl.DataFrame]:
    """The facts as typed columns, in no order of keys."""
    looked = wanted(plan)
    kinds = {path: plan.facts[path].type for path in looked.facts}
    rows = [
        {"id": n, **{p: cell(kind, facts.values.get(p)) for p, kind in kinds.items()}} for n, facts in enumerate(sets)
    ]
    schema = {"id": pl.Int64, **{path: polars_type(kind) for path, kind in kinds.items()}}
    found = {"facts": pl.DataFrame(rows, schema, orient="row")}
    for key in looked.records:
        inside = {name: column.type for name, column in plan.records[key].columns.items() if column.computed is None}
        each = [
            {"id": n, **{name: cell(kind, row.cells.get(name)) for name, kind in inside.items()}}
            for n, facts in enumerate(sets)
            for row in (facts.records[key].rows if key in facts.records else ())
        ]
        found[key] = pl.DataFrame(
            each, {"id": pl.Int64, **{n: polars_type(k) for n, k in inside.items()}}, orient="row"
        )
    return found


@pytest.mark.parametrize("theme", s.THEMES)
def test_on_generated_plans_and_facts_it_says_what_the_database_says(theme: str) -> None:
    ways: list[bool] = []

    @settings(max_examples=EXAMPLES, suppress_health_check=FILTERED)
    @given(s.THEMES[theme](), st.integers(0, 1_000_000), st.sampled_from((0.0, 0.4)))
    def check(case: s.Case, seed: int, openness: float) -> None:
        source = frames(case.plan, list(facts_of(random.Random(seed), case.plan, case.goal, SETS, openness)))
        found = asked(case.plan, source)
        ways.append(is_swift(found))
        if ways[-1]:
            assert told(found) == in_database(case.plan, source, Never())
        else:
            found.close()

    check()
    assert any(ways)


# ---- schools --------------------------------------------------------------------------------------------------------------

PLAN = small.PLAN
HELD = [date(2020, 1, 1) + timedelta(days=31 * n) for n in range(13)]


def schools(number: int = 200) -> dict[str, pl.DataFrame]:
    """Blank cells, a share in hundredths, texts in two spellings, schools without events."""
    chance = random.Random(5)
    some = range(number)
    facts = pl.DataFrame(
        {
            "school": [f"S{n:04}" for n in some],
            "concept sent": [chance.choice((None, date(2020, 11, 20), date(2020, 12, 1))) for _ in some],
            "visitors": [chance.choice((None, 4_999, 12_000)) for _ in some],
            "share": pl.Series([chance.choice((None, "59.99", "60.00")) for _ in some]).cast(pl.Decimal(9, 2)),
            "approved": [chance.choice((None, True, False)) for _ in some],
            "area": [chance.choice((None, "North", "South")) for _ in some],
        }
    )
    rows = [(n, chance.choice(("meeting", "Meeting", "talk")), chance.choice(HELD)) for n in some for _ in range(n % 5)]
    events = pl.DataFrame(
        [(f"S{n:04}", kind, held) for n, kind, held in rows], ["school", "kind", "held"], orient="row"
    )
    return {"facts": facts, "events": events}


def in_files(source: dict[str, pl.DataFrame], folder: Path) -> Path:
    for name, frame in source.items():
        frame.write_parquet(folder / f"{name}.parquet", row_group_size=64)
    return folder


def test_frames_and_files_are_answered_by_polars_in_the_order_of_the_source(tmp_path):
    source = schools()
    source["facts"] = source["facts"].sample(fraction=1, shuffle=True, seed=3)
    expected = in_database(PLAN, source, Never())
    for each in (source, {name: frame.lazy() for name, frame in source.items()}, in_files(source, tmp_path)):
        found = asked(PLAN, each)
        assert is_swift(found)
        assert [row[0] for row in found] == source["facts"]["school"].to_list()
        assert told(found) == expected


@pytest.mark.parametrize("form", [".parquet", ".arrow", ".feather", ".csv"])
def test_a_file_holds_what_the_rows_say(form, tmp_path):
    source = schools()
    with asked(PLAN, source, form) as found:
        assert is_swift(found)
        found.write(tmp_path / f"verdicts{form}")
        found.write(tmp_path / f"again{form}")
        rows = found.fetchall()
    assert (tmp_path / f"again{form}").read_bytes() == (tmp_path / f"verdicts{form}").read_bytes()
    read: Callable[..., pl.DataFrame] = {".parquet": pl.read_parquet, ".csv": pl.read_csv}.get(form, pl.read_ipc)
    written = read(tmp_path / f"verdicts{form}")
    assert written.columns == list(found.columns)
    words = {True: "yes", False: "no"}
    said = [tuple(words[c] if isinstance(c, bool) else c for c in row) for row in rows] if form == ".csv" else rows
    assert written.rows() == said


def test_the_facts_of_a_subject_and_a_table_can_be_asked_for():
    with asked(PLAN, schools()) as found:
        assert is_swift(found)
        assert len(found) == 200
        assert found.arrow().num_rows == 200
        assert "concept sent" in found.facts("S0001").values or found.facts("S0001").records
        with pytest.raises(KeyError):
            found.facts("S9999")


# ---- what is left to the database -----------------------------------------------------------------------------------------


def spoilt(change: Callable[[dict[str, pl.DataFrame]], None]) -> dict[str, pl.DataFrame]:
    source = schools()
    change(source)
    return source


def set_fact(name: str, value: pl.Expr | pl.Series) -> Callable[[dict[str, pl.DataFrame]], None]:
    def change(source: dict[str, pl.DataFrame]) -> None:
        source["facts"] = source["facts"].with_columns(value.alias(name))

    return change


def more_events(school: str, kind: str) -> Callable[[dict[str, pl.DataFrame]], None]:
    def change(source: dict[str, pl.DataFrame]) -> None:
        one = pl.DataFrame({"school": [school], "kind": [kind], "held": [date(2020, 5, 1)]})
        source["events"] = pl.concat([source["events"], one])

    return change


@pytest.mark.parametrize(
    "change",
    [
        more_events("S0001", "a kind that stands after the rows that are looked at"),
        more_events("nobody", "meeting"),
        set_fact("visitors", pl.lit(10**18)),
        set_fact("concept sent", pl.lit("medio november 2020")),
        set_fact("share", pl.lit(0.5)),
        set_fact("school", pl.when(pl.col("school") == "S0007").then(None).otherwise(pl.col("school"))),
    ],
    ids=["strange-text", "stranger", "wide", "texts", "floats", "blank-key"],
)
def test_what_is_in_doubt_is_left_to_the_database(change, monkeypatch):
    source = spoilt(change)
    monkeypatch.setattr(columns, "LOOKED_AT", source["events"].height - 1)
    fault, found = attempt(source)
    with Never():
        expected, theirs = attempt(source)
    assert fault == expected
    if found and theirs:
        assert not is_swift(found)
        assert found.notices == theirs.notices
        assert told(found) == told(theirs)


def attempt(source: dict[str, pl.DataFrame], plan: Plan = PLAN) -> tuple[str, Verdicts | None]:
    """What is told instead of an answer, or the answer."""
    try:
        return "", asked(plan, source)
    except CriteriaError as fault:
        return str(fault), None


def test_a_subject_that_stands_there_twice_is_told_by_the_database():
    source = schools()
    source["facts"] = pl.concat([source["facts"], source["facts"].head(1)])
    with pytest.raises(Exception, match="S0000"):
        asked(PLAN, source)


def test_what_memory_may_not_hold_goes_to_the_database():
    found = asked(PLAN, schools(60_000), memory="9 MB", form=".parquet")
    assert not is_swift(found)
    found.close()


def test_a_file_that_is_gone_is_told_by_whoever_needs_it(tmp_path):
    folder = in_files(schools(), tmp_path)
    with asked(PLAN, folder) as found:
        assert is_swift(found)
        (folder / "facts.parquet").unlink()
        with pytest.raises(Failed, match=r"facts\.parquet"):
            found.fetchall()


def test_a_bound_is_kept_between_two_whole_numbers_and_on_them():
    plan = parse(
        'plan "Bounds"\nfacts\n  share: percent above 0% and at most 100%\ngoal 1 "A"\n  fulfilled when share at least 60%\n',
        "bounds",
    ).model
    for shares in (["0.00", "60.00"], ["1.00", "100.01"], ["1.00", "100.00"], ["0.50", "70.00"], ["59.99", "60.00"]):
        source = {"facts": pl.DataFrame({"id": [1, 2], "share": pl.Series(shares).cast(pl.Decimal(9, 2))})}
        fault, found = attempt(source, plan)
        with Never():
            expected, theirs = attempt(source, plan)
        assert fault == expected
        if found and theirs:
            assert is_swift(found) == (not found.notices)
            assert (told(found), found.notices) == (told(theirs), theirs.notices)


def test_sums_that_need_more_than_64_bits_are_not_lost():
    plan = parse(
        'plan "Wide"\n  year 2020\nfacts\n  a: number\n  b: number\n  table x\n    y: number\n'
        'goal 1 "A"\n  fulfilled when a / b at least 10%\n  partial when sum of y of x at least 5\n',
        "wide",
    ).model
    most = 9 * 10**17
    facts = pl.DataFrame({"id": [1, 2, 3], "a": [most, 1, 7], "b": [most, most, 70]})
    rows = pl.DataFrame({"id": [1, 1, 1, 2], "y": [most, most, most, 1]})
    source = {"facts": facts, "x": rows}
    found = asked(plan, source)
    assert not is_swift(found)
    assert told(found) == in_database(plan, source, Never())
