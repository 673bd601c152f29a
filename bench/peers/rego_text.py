"""The rule as a Rego module, for both engines that read Rego."""

import json

from bench.rule import Every, Goal
from bench.rule_infix import Spelling, said

REGO = Spelling(fact=lambda name: f"input.{name}", both="\n  ", apart=lambda left, right: f"abs({left} - {right})")


def module(goals: dict[str, Goal]) -> str:
    rules = [
        f"goal{name} := 2 if {{\n  {body(goal.best)}\n}} else := 1 if {{\n  {body(goal.less)}\n}} else := 0"
        for name, goal in goals.items()
    ]
    named = ",\n  ".join(f"goal{name}" for name in goals)
    levels = f"levels := [\n  {named}\n]"
    return "\n\n".join(["package plan", "import rego.v1", *rules, levels]) + "\n"


def body(condition: Every) -> str:
    return said(condition, REGO)


as_json = json.dumps
