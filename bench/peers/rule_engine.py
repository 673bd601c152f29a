"""rule-engine: one rule that comes to a list; its numbers are decimals."""

from decimal import Decimal

import rule_engine as library

from bench.rule import Goal
from bench.rule_infix import Spelling, one_list

RULES = Spelling(both=" and ")


def engine(goals: dict[str, Goal]):
    context = library.Context(resolver=library.resolve_item)
    evaluate = library.Rule(one_list(goals, RULES), context=context).evaluate

    def bind(facts: dict[str, int]) -> dict[str, Decimal]:
        return {name: Decimal(value) for name, value in facts.items()}

    return bind, evaluate
