"""Values that are refused, told once each, with how many rows have them and the first key.

In: what the facts layer said about a text of a column. Out: the same faults, their place the column: ``facts.csv:concept sent (K-17)
×3``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.batch.engine import Engine
from criteria.batch.raw import Raw
from criteria.batch.typed import Asked
from criteria.diagnostics import Diagnostic, Severity
from criteria.facts.refusal import shown
from criteria.frozen import evolve
from criteria.source import Place

MOST = 20  # of one column; what is more is counted


def told(
    engine: Engine, raw: Raw, key: int, asked: Asked, text: str, said: Mapping[str, Sequence[Diagnostic]]
) -> list[Diagnostic]:
    """The faults of a column, by the text that each is about; ``text`` is the column's text in SQL over ``t``."""
    first = sorted(said)[:MOST]
    if not first:
        return []
    rows = engine.run(
        f"SELECT x, count(*), CAST(min(k) AS VARCHAR) FROM (SELECT {text} AS x, h{key} AS k FROM {raw.name} t)"
        " WHERE x IN (SELECT unnest(?::VARCHAR[])) GROUP BY x",
        [first],
    )
    where = {str(found): (int(count), str(least)) for found, count, least in rows}
    found = [
        evolve(each, place=_place(raw, asked.heading, *where.get(value, (1, ""))))
        for value in first
        for each in said[value]
    ]
    if len(said) > MOST:
        worst = Severity.ERROR if any(d.severity is Severity.ERROR for each in said.values() for d in each) else None
        more = {"count": str(len(said) - MOST)}
        found.append(
            Diagnostic("batch-more-faults", raw.place(asked.heading), more, severity=worst or found[0].severity)
        )
    return found


def _place(raw: Raw, heading: str, count: int, key: str) -> Place:
    """The column, the first key with such a value, and in how many rows it stands."""
    times = f" ×{count}" if count > 1 else ""
    return Place(raw.file, cell=f"{shown(heading)} ({shown(key)}){times}")
