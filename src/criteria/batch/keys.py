"""The keys of subjects: one type in all tables, none missing, none twice, no row without a subject.

In: headed tables, then the typed relations. Out: the key in SQL, and faults and notices with counts and the first few keys.
"""

from __future__ import annotations

from collections.abc import Mapping

from criteria.batch.engine import Engine
from criteria.batch.headings import Headed, Layout
from criteria.batch.kinds import kind_of
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.refusal import shown
from criteria.source import Place

FIRST = 5  # keys that a message names
_NEUTRAL = "'^''(''*[-=+@\\t\\r\uff1d\uff0b\uff0d\uff20])'"


def key_type(layout: Layout) -> tuple[str, list[Diagnostic]]:
    """The type that all tables have for it, else texts; a number that is not exact is no key."""
    every = [*([layout.facts] if layout.facts else []), *layout.records.values()]
    types = {headed.raw.types[headed.key] for headed in every}
    odd = [headed for headed in every if kind_of(headed.raw.types[headed.key]).is_a not in ("number", "text", "day")]
    faults = [
        Diagnostic("batch-key-type", headed.raw.place(layout.key), {"found": headed.raw.types[headed.key]})
        for headed in odd
    ]
    return (types.pop() if len(types) == 1 else "VARCHAR"), faults


def key_cell(headed: Headed, type_: str) -> str:
    """The key in SQL over ``t``, as it was before a spreadsheet's apostrophe was put before it."""
    cell = f"t.h{headed.key}"
    if headed.raw.delimited:
        return f"CASE WHEN starts_with({cell}, '''') THEN regexp_replace({cell}, {_NEUTRAL}, '\\1') ELSE {cell} END"
    return cell if headed.raw.types[headed.key] == type_ else f"CAST({cell} AS {type_})"


def keyless(engine: Engine, headed: Headed, key: str) -> list[Diagnostic]:
    """Rows without a key."""
    count = engine.one(f"SELECT count(*) - count(h{headed.key}) FROM {headed.raw.name}")[0]
    return [Diagnostic("batch-key-blank", headed.raw.place(key), {"count": str(count)})] if count else []


def twice(engine: Engine, key: str, place: Place) -> list[Diagnostic]:
    """Keys that more than one subject has."""
    rises = "SELECT bool_and(k > before) FROM (SELECT k, lag(k) OVER () AS before FROM subjects)"
    if (
        engine.one(rises)[0] is not False
    ):  # each above the one before it, as keys often stand: cheaper than to gather them all
        return []
    query = "SELECT k FROM subjects GROUP BY k HAVING count(*) > 1"
    count = engine.one(f"SELECT count(*) FROM ({query})")[0]
    if not count:
        return []
    return [
        Diagnostic("batch-key-twice", place, {"count": str(count), "keys": _some(engine, query), "key": shown(key)})
    ]


def strangers(engine: Engine, relations: Mapping[str, str], places: Mapping[str, Place]) -> list[Diagnostic]:
    """Rows whose key no subject has; nobody looks at them."""
    found = []
    for record, relation in relations.items():
        query = f"SELECT DISTINCT k FROM {relation} r WHERE NOT EXISTS (SELECT 1 FROM subjects s WHERE s.k = r.k)"
        count = engine.one(f"SELECT count(*) FROM ({query})")[0]
        if count:
            values = {"count": str(count), "keys": _some(engine, query)}
            found.append(Diagnostic("batch-stranger", places[record], values, severity=Severity.WARNING))
    return found


def _some(engine: Engine, query: str) -> str:
    """The first few keys, in their order."""
    rows = engine.run(f"SELECT CAST(k AS VARCHAR) FROM ({query}) ORDER BY k LIMIT {FIRST + 1}")
    named = [shown(str(key)) for (key,) in rows]
    return ", ".join(named[:FIRST]) + (", …" if len(named) > FIRST else "")
