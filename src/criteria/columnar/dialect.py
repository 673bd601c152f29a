"""What differs between the engines that run the same query.

In: nothing. Out: ``DUCKDB``, ``SPARK``. Holds: all other text is the common subset; every name is a generated one and needs no quotes.
"""

from __future__ import annotations

from criteria.frozen import frozen


@frozen
class Dialect:
    """``wide`` is the type of whole numbers of ``digits`` digits; ``apart`` the days from one date to another."""

    name: str
    wide: str
    digits: int
    apart: str


DUCKDB = Dialect("DuckDB", "HUGEINT", 38, "datediff('day', {start}, {end})")
SPARK = Dialect("Spark", "DECIMAL(38,0)", 38, "datediff({end}, {start})")
