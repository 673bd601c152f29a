"""Both batches as ``criteria`` does them: the one place where the bench calls ``plan.batch``."""

from pathlib import Path
from typing import Any

import polars as pl

import criteria
from bench.batch_data import AREAS
from bench.sides import PLANS, Counts

Loaded = tuple[criteria.Plan, dict[str, object]]


def load_scalar(folder: Path) -> Loaded:
    return criteria.load(PLANS["scalar"]), {"facts": pl.read_parquet(folder / "*.parquet")}


def count_scalar(loaded: Loaded) -> Counts:
    plan, tables = loaded
    with plan.batch(tables) as verdicts:
        return {each.goal: counted(each) for each in verdicts.counts}


def counted(goal: Any) -> tuple[int, int, int]:
    """What the hand-written sides count; nothing is open, because every fact is known."""
    assert goal.open == 0
    fulfilled = goal.secured.get("fulfilled", 0)
    return fulfilled, fulfilled + goal.secured.get("partial", 0), goal.depends


def write_scalar(folder: Path, target: Path) -> None:
    criteria.load(PLANS["scalar"]).batch(folder, target).close()


def load_shares(folder: Path) -> Loaded:
    events = pl.read_parquet(folder / "events.parquet").with_columns(pl.col("area").cast(pl.Enum(AREAS)))
    return criteria.load(PLANS["shares"]), {"subjects": pl.read_parquet(folder / "subjects.parquet"), "events": events}


count_shares = count_scalar


def write_shares(folder: Path, target: Path) -> None:
    criteria.load(PLANS["shares"]).batch(folder, target).close()
