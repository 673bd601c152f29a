"""What every family needs: one finding made, the goals of a plan, and what stands inside a condition.

In: a kind of ``model/findings.py``, a place, the values of its sentence; or a plan, or a node. Out: the ``Diagnostic``, as bad as its
kind is; goals; nodes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from criteria.diagnostics import Diagnostic
from criteria.frozen import names_of
from criteria.model import terms as t
from criteria.model.findings import SEVERITIES
from criteria.model.nodes import is_node
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


def asked(goal: Goal) -> Iterator[t.Condition]:
    """What its levels or its line ask, as written."""
    yield from (level.literal for level in goal.levels)
    if goal.linear:
        yield goal.linear.tested


def nodes(node: object, *, readings: bool = True) -> Iterator[object]:
    """The node and all nodes below it, in reading order; without ``readings`` only what can be read in one way."""
    if isinstance(node, tuple):
        for part in node:
            yield from nodes(part, readings=readings)
    elif is_node(node) and (readings or not isinstance(node, t.Chosen | t.ChosenCondition)):
        yield node
        for name in names_of(type(node)):
            if name != "place":
                yield from nodes(getattr(node, name), readings=readings)


def joined(condition: t.Condition) -> Iterator[t.Condition]:
    """The single conditions that must all hold."""
    if isinstance(condition, t.AllOf):
        for item in condition.items:
            yield from joined(item)
    else:
        yield condition
