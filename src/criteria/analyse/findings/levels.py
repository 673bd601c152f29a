"""What the levels of a goal leave open, contradict or decide by a word: the findings that the ladder shows.

In: a plan. Out: findings, each with the readings that it holds under and, unless it tells what cannot be, facts that show it.
"""

from __future__ import annotations

from collections.abc import Iterator

from criteria.analyse.findings.bands import bands
from criteria.analyse.findings.deciding import deciding
from criteria.analyse.findings.look import Claim, Look, holding, look
from criteria.analyse.findings.made import every_goal, finding
from criteria.analyse.findings.reached import reached
from criteria.analyse.findings.slopes import slopes
from criteria.analyse.witness import Witness
from criteria.diagnostics import Diagnostic
from criteria.ladder.diagram import TooWide
from criteria.model.findings import SEVERITIES
from criteria.model.plan import Goal, Plan


def find(plan: Plan) -> Iterator[Diagnostic]:
    """Every goal that has levels."""
    for goal in every_goal(plan):
        try:
            this = look(plan, goal)
            told = list(_of_goal(this)) if this else []
        except TooWide:  # its levels, or what is asked of them
            told = [finding("too-wide", goal.place, goal.id, id=goal.id)]
        yield from told


def _of_goal(this: Look) -> Iterator[Diagnostic]:
    claims: dict[tuple[object, ...], list[Claim]] = {}
    for family in (reached, slopes, bands, deciding):
        for claim in family(this):
            claims.setdefault((claim.kind, claim.key), []).append(claim)
    for alike in claims.values():
        told = _told(this, this.goal, alike)
        if told is not None:
            yield told


def _told(this: Look, goal: Goal, alike: list[Claim]) -> Diagnostic | None:
    """The first of equal claims that facts show, with the readings that all of them have in common."""
    for claim in alike:
        found: Witness | None = claim.shown()
        if found is not None or claim.certain:
            reading = claim.reading or holding(this, sorted({one.number for one in alike}))
            shown = found.data if found else None
            return Diagnostic(
                claim.kind, claim.place, claim.values, None, SEVERITIES[claim.kind], (), goal.id, reading or None, shown
            )  # fmt: skip
    return None
