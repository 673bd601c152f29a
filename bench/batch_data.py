"""The facts of the two batches as Parquet files, drawn with a fixed seed: the same sizes give the same files.

``scalar(folder, sets)``: one row a subject, eight days and four amounts in whole kroner, all complete, most of them near a limit.
``shares(folder, sets)``: a subject has thirteen events, at least one in each of four areas; about six in ten were held in the year.
"""

from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

from bench.rule import AMOUNTS, DAYS

AREAS = ("Grundskole", "Kommuner", "Gymnasiale uddannelser", "Erhvervsuddannelser")
ROWS = 13
PART = 1_000_000
EPOCH = date(1970, 1, 1).toordinal()
NEAR = {
    "theory_available": ((10, 1), (11, 10), (11, 15), (11, 20)),
    "theory_published": ((12, 31),),
    "template_sent": ((10, 15), (10, 20), (10, 31)),
    "concept_sent": ((11, 15), (11, 20)),
    "overview_sent": ((9, 30), (12, 31)),
    "process_plan_sent": ((9, 30), (12, 31)),
    "approval_established": ((5, 29), (6, 14)),
    "follow_up_established": ((5, 29), (6, 14)),
}


def day(month: int, number: int, year: int = 2020) -> int:
    """Days since 1970, as columns hold them."""
    return date(year, month, number).toordinal() - EPOCH


def scalar(folder: Path, sets: int) -> Path:
    """A file of parts of a million sets, so that making it takes little memory."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, start in enumerate(range(0, sets, PART)):
        count = min(PART, sets - start)
        frame = scalar_part(np.random.default_rng([7, number]), start, count)
        frame.write_parquet(folder / f"part-{number:03d}.parquet")
    return folder


def scalar_part(chance: np.random.Generator, start: int, count: int) -> pl.DataFrame:
    columns: dict[str, object] = {"subject": np.arange(start, start + count, dtype=np.int64)}
    for name, limits in NEAR.items():
        centre = chance.choice(np.array([day(*limit) for limit in limits], dtype=np.int32), count)
        near = centre + chance.integers(-4, 5, count, dtype=np.int32)
        columns[DAYS[name]] = pl.Series(near).cast(pl.Date)
    for side in ("income", "expenses"):
        planned = 1_000 * chance.integers(1_000, 30_000, count)
        # From exactly what was planned to two and a half percent off: sums of both lie on both sides of the limits, and some on them.
        columns[AMOUNTS[f"accounts_{side}"]] = planned
        columns[AMOUNTS[f"budget_{side}"]] = planned + planned // 1_000 * chance.integers(-25, 26, count)
    return pl.DataFrame(columns)


def shares(folder: Path, sets: int) -> Path:
    """The subjects and their events, a file each."""
    folder.mkdir(parents=True, exist_ok=True)
    chance, rows = np.random.default_rng(11), sets * ROWS
    area = chance.integers(0, 4, (sets, ROWS), dtype=np.uint8)
    area[:, :4] = np.arange(4)
    likely = np.repeat(chance.choice([0.5, 0.7, 0.9], sets), ROWS)
    within = chance.integers(day(1, 1), day(12, 31) + 1, rows, dtype=np.int32)
    held = np.where(
        chance.random(rows) < likely, within, day(1, 1, 2021) + chance.integers(0, 60, rows, dtype=np.int32)
    )
    events = pl.DataFrame(
        {
            "subject": np.repeat(np.arange(sets, dtype=np.int64), ROWS),
            "area": pl.Series(area.ravel()).replace_strict(list(range(4)), AREAS, return_dtype=pl.Enum(AREAS)),
            "held": pl.Series(held).cast(pl.Date),
        }
    )
    events.with_columns(pl.col("area").cast(pl.String)).write_parquet(folder / "events.parquet")
    pl.DataFrame({"subject": np.arange(sets, dtype=np.int64)}).write_parquet(folder / "subjects.parquet")
    return folder
