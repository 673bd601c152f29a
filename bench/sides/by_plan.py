"""What the compiled plan says of each subject, one by one: the sides that write verdicts are held against it on few subjects."""

from collections import defaultdict
from pathlib import Path

import polars as pl

import criteria
from bench.sides import LEVELS, PLANS, Verdicts
from criteria.face import Compiled


def verdicts_scalar(folder: Path) -> Verdicts:
    fast = criteria.load(PLANS["scalar"]).compile()
    rows = pl.read_parquet(folder / "*.parquet").rows(named=True)
    return {row.pop("subject"): verdict(fast, {name: text(value) for name, value in row.items()}) for row in rows}


def verdicts_shares(folder: Path) -> Verdicts:
    fast = criteria.load(PLANS["shares"]).compile()
    events: dict[int, list[dict[str, object]]] = defaultdict(list)
    for row in pl.read_parquet(folder / "events.parquet").rows(named=True):
        events[row["subject"]].append({"area": row["area"], "held": text(row["held"])})
    return {subject: verdict(fast, {"events": rows}) for subject, rows in events.items()}


def verdict(fast: Compiled, facts: dict[str, object]) -> list[tuple[int, bool]]:
    """For each goal its level under the default readings, and whether another combination comes to another one."""
    told = []
    for readings in fast.readings(fast.bind(facts)).values():
        levels = [levels for _, levels in readings]
        assert all(len(each) == 1 for each in levels)
        told.append((LEVELS.index(levels[0][0]), len(set(levels)) > 1))
    return told


def text(value: object) -> str:
    return f"{value} kr" if isinstance(value, int) else str(value)
