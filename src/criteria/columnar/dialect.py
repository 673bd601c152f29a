"""What differs between the engines that run the same query.

In: nothing. Out: ``DUCKDB``, ``SPARK``, ``POLARS``. Holds: all other text is the common subset; every name is a generated one and needs
no quotes. Polars has no wider type than 64 bits and loses what does not fit without a word: there a number of more than 18 digits is
refused when the query is written.
"""

from __future__ import annotations

from criteria.frozen import frozen


@frozen
class Dialect:
    """``wide`` is the type of whole numbers of ``digits`` digits; ``apart`` the days from one date to another; ``counted`` how many rows a
    truth holds of; ``summed`` the sum of whole numbers, in a type that holds it; ``place`` a small number, for the places of levels;
    ``orders``: whether rows may be put in order within a subject."""

    name: str
    wide: str
    digits: int
    apart: str
    counted: str = "count(CASE WHEN {} THEN 1 END)"
    summed: str = "CAST(sum({part}) AS {type})"
    place: str = "{}"
    orders: bool = True


DUCKDB = Dialect("DuckDB", "HUGEINT", 38, "datediff('day', {start}, {end})")
SPARK = Dialect("Spark", "DECIMAL(38,0)", 38, "datediff({end}, {start})")
POLARS = Dialect(
    *("Polars", "BIGINT", 18, "(CAST({end} AS BIGINT) - CAST({start} AS BIGINT))"),
    counted="count(*) FILTER (WHERE {})",
    summed="sum(CAST({part} AS {type}))",
    place="CAST({} AS TINYINT)",
    orders=False,
)
