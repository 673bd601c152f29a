"""Both batches in Polars."""

from datetime import date
from pathlib import Path

import polars as pl

from bench.batch_data import AREAS
from bench.sides import LEVELS, Counts

GOALS = ("1", "2", "3", "5", "6")


def on(month: int, number: int) -> pl.Expr:
    return pl.lit(date(2020, month, number))


def goals() -> dict[str, tuple[pl.Expr, pl.Expr, pl.Expr]]:
    """Fulfilled, at least partial, and whether a reading decides; the reasoning about readings stands in by_numpy.py."""
    c = pl.col
    available, template = c("theory available"), c("template sent")
    early = (available <= on(10, 1)) & (c("theory published") <= on(12, 31))
    fulfilled, point = early & (template <= on(10, 20)), early & (template <= on(10, 15))
    in_october = template <= on(10, 31)
    partial = in_october & (available <= on(11, 10))
    kindest, strictest = in_october & (available <= on(11, 20)), partial & (available > on(10, 2))
    theory = fulfilled, fulfilled | partial, (fulfilled & ~point) | (~fulfilled & kindest & ~strictest)

    sent = c("concept sent")
    concept = sent <= on(11, 20), sent.is_not_null(), (sent > on(11, 15)) & (sent <= on(11, 20))

    both = c("overview sent"), c("process-plan sent")
    later, sooner = pl.max_horizontal(both), pl.min_horizontal(both)
    quarter, year = later <= on(9, 30), later <= on(12, 31)
    overview = quarter, year, year & ~quarter & (sooner <= on(9, 30))

    income, expenses = c("accounts income"), c("accounts expenses")
    income_apart, expenses_apart = (c("budget income") - income).abs(), (c("budget expenses") - expenses).abs()
    apart, whole = income_apart * expenses + expenses_apart * income, income * expenses
    fulfilled, partial = 50 * apart <= whole, 40 * apart <= whole
    pooled, together = income_apart + expenses_apart, income + expenses
    depends = (~fulfilled & (50 * pooled <= together)) | (~partial & (40 * pooled <= together))
    economy = fulfilled, partial, depends

    later = pl.max_horizontal("approval established", "follow-up established")
    depends = (later == on(5, 30)) | (later == on(6, 15))
    administration = later <= on(5, 29), later <= on(6, 14), depends
    return dict(zip(GOALS, (theory, concept, overview, economy, administration), strict=True))


def load_scalar(folder: Path) -> pl.LazyFrame:
    return pl.read_parquet(folder / "*.parquet").lazy()


def count_scalar(frame: pl.LazyFrame) -> Counts:
    sums = [part.sum().alias(f"{goal} {n}") for goal, parts in goals().items() for n, part in enumerate(parts)]
    row = frame.select(sums).collect(engine="streaming").row(0)
    return {goal: tuple(row[3 * n : 3 * n + 3]) for n, goal in enumerate(GOALS)}  # type: ignore[misc]


def named(fulfilled: pl.Expr, partial: pl.Expr) -> pl.Expr:
    """The level as a text of which there are three."""
    best, less, worst = (pl.lit(level, dtype=pl.Enum(LEVELS)) for level in LEVELS)
    return pl.when(fulfilled).then(best).when(partial).then(less).otherwise(worst)


def write_scalar(folder: Path, target: Path) -> None:
    columns = [pl.col("subject")]
    for goal, (fulfilled, partial, depends) in goals().items():
        level = named(fulfilled, partial)
        columns += [level.alias(f"goal_{goal}_best"), level.alias(f"goal_{goal}_worst")]
        columns.append(depends.alias(f"goal_{goal}_depends"))
    pl.scan_parquet(folder / "*.parquet").select(columns).sink_parquet(target)


def load_shares(folder: Path) -> pl.LazyFrame:
    return pl.read_parquet(folder / "events.parquet").with_columns(pl.col("area").cast(pl.Enum(AREAS))).lazy()


def subjects(events: pl.LazyFrame) -> pl.LazyFrame:
    """For each subject whether it is fulfilled, and whether at least partial; the four areas are counted in one pass."""
    within, counts = pl.col("held").is_between(on(1, 1), on(12, 31)), []
    for number, name in enumerate(AREAS):
        here = pl.col("area") == name
        counts.append((here & within).sum().cast(pl.Int64).alias(f"held {number}"))
        counts.append(here.sum().cast(pl.Int64).alias(f"rows {number}"))
    pairs = [(5 * pl.col(f"held {number}"), pl.col(f"rows {number}")) for number in range(len(AREAS))]
    return (
        events.group_by("subject")
        .agg(counts)
        .select(
            "subject",
            fulfilled=pl.all_horizontal([held >= 3 * rows for held, rows in pairs]),
            partial=pl.all_horizontal([held >= 2 * rows for held, rows in pairs]),
        )
    )


def count_shares(events: pl.LazyFrame) -> Counts:
    row = subjects(events).select(pl.col("fulfilled").sum(), pl.col("partial").sum()).collect(engine="streaming").row(0)
    return {"1": (row[0], row[1], 0)}


def write_shares(folder: Path, target: Path) -> None:
    level = named(pl.col("fulfilled"), pl.col("partial"))
    verdicts = subjects(pl.scan_parquet(folder / "events.parquet"))
    verdicts.select("subject", goal_1_best=level, goal_1_worst=level, goal_1_depends=False).sink_parquet(target)
