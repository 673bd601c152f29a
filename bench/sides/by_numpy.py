"""Both batches in NumPy."""

from pathlib import Path

import numpy as np
import polars as pl

from bench.batch_data import AREAS, day
from bench.rule import AMOUNTS, DAYS
from bench.sides import Counts

Columns = dict[str, np.ndarray]


def load_scalar(folder: Path) -> Columns:
    frame = pl.read_parquet(folder / "*.parquet")
    days = {name: frame[column].to_physical().to_numpy() for name, column in DAYS.items()}
    return days | {name: frame[column].to_numpy() for name, column in AMOUNTS.items()}


def goals(c: Columns) -> dict[str, tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """Fulfilled, at least partial, and whether a reading decides, for each subject."""
    available, template = c["theory_available"], c["template_sent"]
    early = (available <= day(10, 1)) & (c["theory_published"] <= day(12, 31))
    fulfilled, point = early & (template <= day(10, 20)), early & (template <= day(10, 15))
    in_october = template <= day(10, 31)
    partial = in_october & (available <= day(11, 10))
    # The readings at their kindest and at their strictest: medio may end on the 20th, inden may count the day, a level may mean its words.
    kindest = in_october & (available <= day(11, 20))
    strictest = partial & (available > day(10, 2))
    theory = fulfilled, fulfilled | partial, (fulfilled & ~point) | (~fulfilled & kindest & ~strictest)

    sent = c["concept_sent"]
    concept = sent <= day(11, 20), sent == sent, (sent > day(11, 15)) & (sent <= day(11, 20))

    one, other = c["overview_sent"], c["process_plan_sent"]
    later, sooner = np.maximum(one, other), np.minimum(one, other)
    quarter, year = later <= day(9, 30), later <= day(12, 31)
    overview = quarter, year, year & ~quarter & (sooner <= day(9, 30))

    income, expenses = c["accounts_income"], c["accounts_expenses"]
    income_apart, expenses_apart = abs(c["budget_income"] - income), abs(c["budget_expenses"] - expenses)
    apart, whole = income_apart * expenses + expenses_apart * income, income * expenses
    fulfilled, partial = 50 * apart <= whole, 40 * apart <= whole
    # Pooled, the deviation is never larger than as the larger of both, and that never than as their sum, which is the default.
    pooled, together = income_apart + expenses_apart, income + expenses
    depends = (~fulfilled & (50 * pooled <= together)) | (~partial & (40 * pooled <= together))
    economy = fulfilled, partial, depends

    later = np.maximum(c["approval_established"], c["follow_up_established"])
    depends = (later == day(5, 30)) | (later == day(6, 15))
    administration = later <= day(5, 29), later <= day(6, 14), depends
    return {"1": theory, "2": concept, "3": overview, "5": economy, "6": administration}


def count_scalar(columns: Columns) -> Counts:
    return {
        goal: tuple(int(np.count_nonzero(part)) for part in parts)  # type: ignore[misc]
        for goal, parts in goals(columns).items()
    }


def load_shares(folder: Path) -> Columns:
    frame = pl.read_parquet(folder / "events.parquet").with_columns(pl.col("area").cast(pl.Enum(AREAS)))
    return {
        "subject": frame["subject"].to_numpy(),
        "area": frame["area"].to_physical().to_numpy(),
        "held": frame["held"].to_physical().to_numpy(),
    }


def count_shares(c: Columns) -> Counts:
    group = c["subject"] * 4 + c["area"]
    rows = np.bincount(group)
    held = np.bincount(group[(c["held"] >= day(1, 1)) & (c["held"] <= day(12, 31))], minlength=len(rows))
    fulfilled = (5 * held >= 3 * rows).reshape(-1, 4).all(axis=1)
    partial = (5 * held >= 2 * rows).reshape(-1, 4).all(axis=1)
    return {"1": (int(np.count_nonzero(fulfilled)), int(np.count_nonzero(partial)), 0)}
