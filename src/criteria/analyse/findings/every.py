"""All findings about a plan that can be read: each family is asked in turn.

In: a checked plan; the file that it was taken from, when that stands beside it. Out: findings in the order of their places, each
once. Holds: no facts are needed, and nothing here stops a run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from criteria.analyse.findings import adding_up, broken, comparators, levels, lists, sources, units, weekends
from criteria.diagnostics import Diagnostic
from criteria.model.plan import Plan
from criteria.source import Original

FAMILIES: tuple[Callable[[Plan], Iterator[Diagnostic]], ...] = (
    adding_up.find,
    broken.find,
    comparators.find,
    levels.find,
    lists.find,
    units.find,
    weekends.find,
)


def findings(plan: Plan, original: Original | None = None) -> list[Diagnostic]:
    """What every family finds."""
    told = (*(each for find in FAMILIES for each in find(plan)), *sources.find(plan, original))
    found = {_key(each): each for each in told}
    return sorted(found.values(), key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0))


def _key(finding: Diagnostic) -> tuple[object, ...]:
    reading = tuple(sorted((finding.reading or {}).items()))
    return finding.kind, finding.place, finding.goal, tuple(sorted(finding.values.items())), reading
