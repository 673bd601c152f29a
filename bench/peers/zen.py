"""GoRules ZEN: one compiled expression, in Rust."""

import zen as library

from bench.rule import Goal
from bench.rule_infix import Spelling, one_list

ZEN = Spelling(both=" and ", apart=lambda left, right: f"abs({left} - {right})")


def engine(goals: dict[str, Goal]):
    evaluate = library.compile_expression(one_list(goals, ZEN)).evaluate
    return dict, evaluate
