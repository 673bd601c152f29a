"""The types that a column may come with, and what can be done with each.

In: a type as DuckDB names it. Out: a ``Kind``. Holds: a floating number is never a number of the plan, for 0.1 is not one tenth.
"""

from __future__ import annotations

import re

from criteria.frozen import frozen

_INTEGERS = {
    **{
        name: bits - 1
        for name, bits in (("TINYINT", 8), ("SMALLINT", 16), ("INTEGER", 32), ("BIGINT", 64), ("HUGEINT", 128))
    },
    "UTINYINT": 8,
    "USMALLINT": 16,
    "UINTEGER": 32,
    "UBIGINT": 64,
}
_DECIMAL = re.compile(r"DECIMAL\(([0-9]+),\s*([0-9]+)\)")
_MOMENTS = ("TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")


@frozen
class Kind:
    """``day``, ``moment``, ``number``, ``float``, ``truth``, ``text``, ``empty`` or ``other``; of a number digits and widest value."""

    is_a: str
    scale: int = 0
    widest: int = 0  # times 10**scale


def kind_of(name: str) -> Kind:
    """The kind of a type."""
    if name in _INTEGERS:
        return Kind("number", 0, 2 ** _INTEGERS[name])
    if match := _DECIMAL.fullmatch(name):
        return Kind("number", int(match[2]), 10 ** int(match[1]) - 1)
    if name in _MOMENTS:
        return Kind("moment")
    if name.startswith("ENUM"):
        return Kind("text")
    plain = {
        "DATE": "day",
        "BOOLEAN": "truth",
        "VARCHAR": "text",
        "UUID": "text",
        "DOUBLE": "float",
        "FLOAT": "float",
        '"NULL"': "empty",
        "NULL": "empty",
    }
    return Kind(plain.get(name, "other"))
