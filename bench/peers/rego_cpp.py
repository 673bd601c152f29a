"""rego-cpp: Rego in C++, compiled into a bundle."""

from regopy import Input, Interpreter

from bench.peers.rego_text import module
from bench.rule import Goal


def engine(goals: dict[str, Goal]):
    made = Interpreter()
    made.add_module("plan", module(goals))
    bundle = made.build("data.plan.levels")

    def ask(facts: Input) -> list[int]:
        made.set_input(facts)
        levels = made.query_bundle(bundle).results[0].expressions[0]
        return [int(level) for level in levels]

    return Input, ask
