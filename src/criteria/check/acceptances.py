"""Findings that the plan accepts, with its reasons.

In: the ``accept`` lines of the header and of goals; what was found. Out: ``Acceptance``s; findings parted into those that are told and
those that are accepted; acceptances that silence nothing. Holds: an error is never accepted, a reason is never empty.
"""

from __future__ import annotations

from collections.abc import Iterable

from criteria.check.context import Context
from criteria.diagnostics import Diagnostic, Severity
from criteria.model.findings import SEVERITIES, Acceptance, Accepted
from criteria.model.plan import fold
from criteria.nearest import nearest
from criteria.syntax import tree


def acceptances(ctx: Context) -> tuple[Acceptance, ...]:
    """Those of the whole plan, then those of each goal."""
    found = [_read(ctx, line, None) for line in ctx.plan.accepted]
    for block in (*ctx.plan.goals, *(goal for each in ctx.plan.amendments for goal in each.goals)):
        ctx.faults.goal = block.id
        found += [_read(ctx, line, block.id) for line in block.accepted]
    ctx.faults.goal = None
    return tuple(each for each in found if each)


def _read(ctx: Context, line: tree.AcceptLine, goal: str | None) -> Acceptance | None:
    kind = fold(line.kind.text)
    if kind not in SEVERITIES:
        _unknown(ctx, line)
        return None
    reason = line.reason.value.strip() if line.reason else ""
    if not reason:
        said = {"en": f'{line.kind.text} because "…"', "da": f'{line.kind.text}, fordi "…"'}[ctx.language]
        place = line.reason.place if line.reason else line.kind.place
        ctx.faults.error("acceptance-without-reason", place, found=kind, suggestion=said)
        return None
    return Acceptance(kind, reason, goal, place=line.place)


def _unknown(ctx: Context, line: tree.AcceptLine) -> None:
    from criteria.diagnostics import wording

    known = wording().get(fold(line.kind.text))
    kind = "accepting-no-finding" if known else "unknown-finding"
    near = None if known else nearest(line.kind.text, SEVERITIES)
    ctx.faults.error(kind, line.kind.place, found=line.kind.text, suggestion=near)


def parted(found: Iterable[Diagnostic], accepted: Iterable[Acceptance]) -> tuple[list[Diagnostic], list[Accepted]]:
    """What is told, and what is accepted; a goal's own acceptance goes before one of the whole plan."""
    told: list[Diagnostic] = []
    silent: list[Accepted] = []
    by_scope = {(each.kind, each.goal): each for each in reversed(tuple(accepted))}
    for each in found:
        by = by_scope.get((each.kind, each.goal)) or by_scope.get((each.kind, None))
        if by and each.severity is not Severity.ERROR:
            silent.append(Accepted(each, by))
        else:
            told.append(each)
    return told, silent


def unused(accepted: Iterable[Acceptance], silent: Iterable[Accepted]) -> list[Diagnostic]:
    """A notice for each acceptance that silences nothing; known once everything was looked for."""
    used = {(each.by.kind, each.by.goal) for each in silent}
    severity = SEVERITIES["acceptance-unused"]
    return [
        Diagnostic("acceptance-unused", each.place, {"found": each.kind}, severity=severity, goal=each.goal)
        for each in accepted
        if (each.kind, each.goal) not in used
    ]
