"""CEL in Rust: one compiled program."""

import cel

from bench.rule import Goal
from bench.rule_infix import Spelling, one_list


def engine(goals: dict[str, Goal]):
    execute = cel.compile(one_list(goals, Spelling())).execute
    return cel.Context, execute
