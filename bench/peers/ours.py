"""criteria itself: ``batch_scalar.criteria`` compiled, and rules of any size as the text of a plan."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import assert_never

import criteria
from bench.rule import AMOUNTS, ASTRA, DAYS, NEVER, Apart, AtMost, Fact, Goal, Number, Plus, Times, Whole, facts_of

PLAN = Path(__file__).resolve().parents[1] / "batch_scalar.criteria"
UNKNOWN = ("theory_available", "template_sent", "concept_sent", "overview_sent", "approval_established")
LEVELS = {("fulfilled",): 2, ("partial",): 1, ("not_fulfilled",): 0}


def engine(goals: dict[str, Goal]) -> tuple[Callable[..., object], Callable[..., object]]:
    plan = criteria.load(PLAN) if goals is ASTRA else criteria.parse(text(goals), "bench")
    fast = plan.compile()
    assert not fast.left
    return lambda facts: fast.bind(given(facts)), fast.levels


def numbered(levels: dict[str, tuple[str, ...]]) -> tuple[int, ...]:
    return tuple(LEVELS[each] for each in levels.values())


def given(facts: dict[str, int], unknown: tuple[str, ...] = ()) -> dict[str, object]:
    """The facts under the plan's own names, days as days."""
    days = {
        name: "unknown" if neutral in unknown else "never" if day == NEVER else date.fromordinal(day).isoformat()
        for neutral, name in DAYS.items()
        for day in (facts[neutral],)
    }
    return days | {name: f"{facts[neutral]} kr" for neutral, name in AMOUNTS.items()}


def text(goals: dict[str, Goal]) -> str:
    """A rule of ``bench.rule.many`` as a plan."""
    facts = [f"  {spoken(name)}: {'date' if name.endswith('sent') else 'kr'}" for name in facts_of(goals)]
    lines = ['plan "Generated"', "  year 2020", "", "facts", *facts]
    for name, goal in goals.items():
        lines += ["", f'goal {name} "Goal {name}"']
        lines += ["  fulfilled when", *(f"    - {said(test)}" for test in goal.best.tests)]
        lines += ["  partial when", *(f"    - {said(test)}" for test in goal.less.tests)]
    return "\n".join(lines) + "\n"


def spoken(name: str) -> str:
    return name.replace("_", " ")


def said(test: AtMost) -> str:
    match test:
        case AtMost(Fact(name), Whole(number)) if name.endswith("sent"):
            return f"{spoken(name)} by {date.fromordinal(number)}"
        case AtMost(Whole(number), Fact(name)) if name.endswith("sent"):
            return f"{spoken(name)} after {date.fromordinal(number - 1)}"
        case AtMost(Whole(number), right):
            return f"{amount(right)} at least {number} kr"
        case AtMost(left, right):
            return f"{amount(left)} at most {amount(right)}"
        case _:
            assert_never(test)


def amount(term: Number) -> str:
    match term:
        case Fact(name):
            return spoken(name)
        case Whole(number):
            return f"{number} kr"
        case Plus(left, right):
            return f"{amount(left)} + {amount(right)}"
        case Times(Whole(number), right):
            return f"{number} * {amount(right)}"
        case Times() | Apart():
            raise NotImplementedError(term)
        case _:
            assert_never(term)
