"""JSON Logic in Python: it reads its rules anew at each evaluation, there is nothing to compile."""

from json_logic import jsonLogic

from bench.rule import Goal
from bench.rule_infix import json_logic


def engine(goals: dict[str, Goal]):
    rules = json_logic(goals)
    return dict, lambda facts: [jsonLogic(rule, facts) for rule in rules]
