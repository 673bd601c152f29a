"""DataLogic: JSON Logic compiled in Rust."""

from datalogic_py import DataHandle, Engine

from bench.rule import Goal
from bench.rule_infix import json_logic


def engine(goals: dict[str, Goal]):
    made = Engine()
    rule, session = made.compile(json_logic(goals)), made.session()
    evaluate = session.evaluate_data
    return DataHandle, lambda data: evaluate(rule, data)
