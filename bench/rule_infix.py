"""The terms of ``bench/rule.py`` as infix text, in the spelling of one language; and as JSON Logic."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never

from bench.rule import Apart, AtMost, Every, Fact, Goal, Number, Plus, Times, Whole


def chosen(left: str, right: str) -> str:
    """The distance of two numbers, where a language has no function for it."""
    return f"({left} > {right} ? {left} - {right} : {right} - {left})"


@dataclass(frozen=True)
class Spelling:
    fact: Callable[[str], str] = str
    both: str = " && "
    apart: Callable[[str, str], str] = chosen


def said(term: Every | AtMost | Number, how: Spelling) -> str:
    match term:
        case Fact(name):
            return how.fact(name)
        case Whole(number):
            return str(number)
        case Plus(left, right):
            return f"({said(left, how)} + {said(right, how)})"
        case Times(left, right):
            return f"({said(left, how)} * {said(right, how)})"
        case Apart(left, right):
            return how.apart(said(left, how), said(right, how))
        case AtMost(left, right):
            return f"{said(left, how)} <= {said(right, how)}"
        case Every(tests):
            return how.both.join(said(test, how) for test in tests)
        case _:
            assert_never(term)


def one_list(goals: dict[str, Goal], how: Spelling) -> str:
    """All goals as one list of nested conditional expressions."""
    return f"[{', '.join(conditional(goal, how) for goal in goals.values())}]"


def conditional(goal: Goal, how: Spelling) -> str:
    return f"(({said(goal.best, how)}) ? 2 : (({said(goal.less, how)}) ? 1 : 0))"


def json_logic(goals: dict[str, Goal]) -> list[object]:
    """One rule a goal; a list of rules comes to the list of their values."""
    return [{"if": [as_json(goal.best), 2, as_json(goal.less), 1, 0]} for goal in goals.values()]


def as_json(term: Every | AtMost | Number) -> object:
    match term:
        case Fact(name):
            return {"var": name}
        case Whole(number):
            return number
        case Plus(left, right):
            return {"+": [as_json(left), as_json(right)]}
        case Times(left, right):
            return {"*": [as_json(left), as_json(right)]}
        case Apart(left, right):
            one, other = as_json(left), as_json(right)
            return {"max": [{"-": [one, other]}, {"-": [other, one]}]}
        case AtMost(left, right):
            return {"<=": [as_json(left), as_json(right)]}
        case Every(tests):
            return {"and": [as_json(test) for test in tests]}
        case _:
            assert_never(term)
