"""CEL in Python: one program."""

import celpy

from bench.rule import Goal
from bench.rule_infix import Spelling, one_list


def engine(goals: dict[str, Goal]):
    made = celpy.Environment()
    evaluate = made.program(made.compile(one_list(goals, Spelling()))).evaluate

    def bind(facts: dict[str, int]) -> dict[str, object]:
        return {name: celpy.celtypes.IntType(value) for name, value in facts.items()}

    return bind, evaluate
