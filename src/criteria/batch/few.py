"""A column of few different texts, told apart where it stands: no table of texts is joined, and nothing is copied.

In: the table of texts that matter. Out: the value and the companions in SQL, or None where the texts are many. Holds: each text is
compared as a variable, never as a part of SQL.
"""

from __future__ import annotations

from criteria.batch.engine import Engine
from criteria.columnar.columns import Held

FEW = 24
Cells = tuple[str, dict[str, str]]


def compared(engine: Engine, name: str, text: str, held: Held) -> Cells | None:
    """The value, and the companions ``u`` (unknown) and ``o`` (odd), of a column of codes or truths."""
    rows = engine.run(f"SELECT x, v, u, o FROM {name}_all ORDER BY x LIMIT {FEW + 1}")
    if held not in (Held.CODE, Held.TRUTH) or len(rows) > FEW:
        return None
    engine.run(f"DROP TABLE {name}_all")
    values: dict[str, list[str]] = {}
    flags: dict[str, list[str]] = {"u": [], "o": []}
    for number, (x, value, unknown, odd) in enumerate(rows):
        engine.let(f"{name}_{number}", x)
        same = f"{text} = getvariable('{name}_{number}')"
        values.setdefault("NULL" if value is None else str(value), []).append(same)
        flags["u"] += [same] if unknown else []
        flags["o"] += [same] if odd else []
    other, kind = ("-1", "INTEGER") if held is Held.CODE else ("NULL", "BOOLEAN")
    cases = "".join(f" WHEN {' OR '.join(tests)} THEN {value}" for value, tests in values.items())
    cell = f"CAST(CASE WHEN {text} IS NULL THEN NULL{cases} ELSE {other} END AS {kind})"
    return cell, {sign: f"coalesce({' OR '.join(tests) or 'false'}, false)" for sign, tests in flags.items()}
