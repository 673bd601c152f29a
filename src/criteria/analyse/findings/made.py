"""One finding, made.

In: a kind of ``model/findings.py``, a place, the values of its sentence. Out: the ``Diagnostic``, as bad as its kind is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from criteria.diagnostics import Diagnostic
from criteria.model.findings import SEVERITIES
from criteria.model.plan import Goal, Plan
from criteria.source import Place


def finding(
    kind: str,
    place: Place,
    goal: str | None = None,
    *,
    suggestion: str | None = None,
    related: Iterable[Place] = (),
    reading: Mapping[str, str] | None = None,
    witness: Mapping[str, object] | None = None,
    **values: str,
) -> Diagnostic:
    """A warning or a notice, never an error."""
    return Diagnostic(kind, place, values, suggestion, SEVERITIES[kind], tuple(related), goal, reading, witness)


def every_goal(plan: Plan) -> Iterator[Goal]:
    """The goals of the plan, and those that its amendments change or add."""
    yield from plan.goals
    for amendment in plan.amendments:
        yield from amendment.goals
