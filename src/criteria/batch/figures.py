"""What is proven of a column before anybody looks at its values: whether a cell is blank, and its ends.

In: a table, the columns that the goals look at. Out: ``Figures`` for each. A Parquet file brings such figures itself; where it does not,
and for every other table, one query over all columns asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal, InvalidOperation

from criteria.batch.engine import Engine
from criteria.batch.kinds import Kind, kind_of
from criteria.batch.raw import Raw
from criteria.frozen import frozen

ENDED = ("day", "number")


@frozen
class Figures:
    """``low`` and ``high`` as the source writes them; empty where every cell is blank or nothing is known."""

    blank: bool = True
    low: str = ""
    high: str = ""
    empty: bool = False  # every cell is blank

    @property
    def within_calendar(self) -> bool:
        """Whether all days are proven to lie in years that have four digits."""
        try:
            return self.empty or (date.fromisoformat(self.low) <= date.fromisoformat(self.high))
        except ValueError:
            return False

    @property
    def days(self) -> tuple[int | None, int | None]:
        """The first and the last day, where they are proven."""
        if self.empty or not self.low or not self.within_calendar:
            return None, None
        return date.fromisoformat(self.low).toordinal(), date.fromisoformat(self.high).toordinal()

    def ends(self, kind: Kind) -> tuple[int, int]:
        """The proven ends of a number, times ``10**scale``."""
        if self.empty:
            return 0, 0
        low, high = _scaled(self.low, kind.scale), _scaled(self.high, kind.scale)
        return (-kind.widest if low is None else low), (kind.widest if high is None else high)


def _scaled(text: str, scale: int) -> int | None:
    try:
        number = Decimal(text).scaleb(scale)
    except InvalidOperation:
        return None
    return int(number) if number == number.to_integral_value() else None


def figures_of(engine: Engine, raw: Raw, places: Iterable[int]) -> dict[int, Figures]:
    """The figures of these columns."""
    wanted = {place: kind_of(raw.types[place]) for place in places}
    found = of_parquet(engine, raw, wanted) if raw.parquet else {}
    return found | _asked(engine, raw, {place: kind for place, kind in wanted.items() if place not in found})


def _asked(engine: Engine, raw: Raw, wanted: dict[int, Kind]) -> dict[int, Figures]:
    """One query for all."""
    if not wanted:
        return {}
    parts = ["count(*)"]
    for place, kind in wanted.items():
        ends = [f"CAST({end}(h{place}) AS VARCHAR)" for end in ("min", "max")] if kind.is_a in ENDED else ["NULL"] * 2
        parts += [f"count(h{place})", *ends]
    rows, *told = engine.one(f"SELECT {', '.join(parts)} FROM {raw.name}")
    each = zip(*[iter(told)] * 3, strict=True)
    return {
        place: Figures(count < rows, low or "", high or "", count == 0)
        for place, (count, low, high) in zip(wanted, each, strict=True)
    }


def of_parquet(engine: Engine, raw: Raw, wanted: dict[int, Kind]) -> dict[int, Figures]:
    """What the files say of themselves, where every part of them says it."""
    rows = engine.run(
        "SELECT path_in_schema, sum(stats_null_count), sum(num_values), bool_and(stats_null_count IS NOT NULL),"
        " list(coalesce(stats_min_value, stats_min)), list(coalesce(stats_max_value, stats_max)),"
        " bool_and(stats_null_count = num_values OR coalesce(stats_max_value, stats_max) IS NOT NULL)"
        f" FROM parquet_metadata(getvariable('{raw.name}_files')) GROUP BY path_in_schema"
    )
    said = {row[0]: row for row in rows}
    found: dict[int, Figures] = {}
    for place, kind in wanted.items():
        row = said.get(raw.headings[place])
        if row is None or not row[3] or (kind.is_a in ENDED and not row[6]):
            continue
        _, nulls, values, _, lows, highs, _ = row
        ends = _extremes(kind, lows, highs) if kind.is_a in ENDED else ("", "")
        found[place] = Figures(nulls > 0, *ends, nulls == values)
    return found


def _extremes(kind: Kind, lows: list[str | None], highs: list[str | None]) -> tuple[str, str]:
    """Of all parts; days compare as texts as long as their years have four digits, else nothing is known."""
    some, more = [each for each in lows if each is not None], [each for each in highs if each is not None]
    if not some or not more:
        return "", ""
    if kind.is_a == "day":
        four = all(len(each) == 10 for each in (*some, *more))
        return (min(some), max(more)) if four else ("", "")
    try:
        return min(some, key=Decimal), max(more, key=Decimal)
    except InvalidOperation:
        return "", ""
