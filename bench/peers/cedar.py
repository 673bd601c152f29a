"""Cedar: one policy for each goal and level; one request, whose reasons name the policies that hold."""

from cedarpy import Entities, PolicySet, is_authorized

from bench.rule import Every, Goal
from bench.rule_infix import Spelling, said

CEDAR = Spelling(
    fact=lambda name: f"context.{name}",
    apart=lambda left, right: f"(if {left} > {right} then {left} - {right} else {right} - {left})",
)


def policy(name: str, condition: Every) -> str:
    return f'@id("{name}") permit (principal, action, resource) when {{ {said(condition, CEDAR)} }};'


def engine(goals: dict[str, Goal]):
    pairs = [(f"{name} fulfilled", f"{name} partial") for name in goals]
    texts = [
        policy(name, condition)
        for pair, goal in zip(pairs, goals.values(), strict=True)
        for name, condition in zip(pair, (goal.best, goal.less), strict=True)
    ]
    policies, entities = PolicySet.from_str("\n".join(texts)), Entities.from_json_str("[]")

    def bind(facts: dict[str, int]) -> dict[str, object]:
        return {"principal": 'Plan::"p"', "action": 'Action::"judge"', "resource": 'Plan::"p"', "context": facts}

    def ask(request: dict[str, object]) -> list[int]:
        held = set(is_authorized(request, policies, entities).diagnostics.id_annotations_by_reason.values())
        return [2 if best in held else 1 if less in held else 0 for best, less in pairs]

    return bind, ask
