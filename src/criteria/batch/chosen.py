"""Facts of subjects that are named, for the reasons that the reference gives.

In: an opened source, keys as texts. Out: the facts of each, or the keys that no subject has.
"""

from __future__ import annotations

from collections.abc import Sequence

from criteria.batch.back import Back
from criteria.batch.sources import Opened
from criteria.facts.record import Facts


def facts_of(opened: Opened, keys: Sequence[str]) -> tuple[dict[str, Facts], list[str]]:
    """The facts by key, in the order asked, and the keys that are not there."""
    engine = opened.engine
    wanted = list(dict.fromkeys(keys))
    engine.run("DROP TABLE IF EXISTS chosen")
    engine.run(
        "CREATE TABLE chosen AS SELECT row_number() OVER () AS n, k FROM subjects"
        " WHERE CAST(k AS VARCHAR) IN (SELECT unnest(?::VARCHAR[]))",
        [wanted],
    )
    named = [str(key) for (key,) in engine.run("SELECT CAST(k AS VARCHAR) FROM chosen ORDER BY n")]
    back = Back(engine, opened.made, "chosen")
    found = dict(zip(named, map(back.facts, back.subjects()), strict=True))
    return {key: found[key] for key in wanted if key in found}, [key for key in wanted if key not in found]
