"""regorus: Rego in Rust."""

from regorus import Engine

from bench.peers.rego_text import as_json, module
from bench.rule import Goal


def engine(goals: dict[str, Goal]):
    made = Engine()
    made.add_policy("plan.rego", module(goals))

    def ask(facts: str) -> list[int]:
        made.set_input_json(facts)
        return made.eval_rule("data.plan.levels")

    return as_json, ask
