"""The rule that all peers are asked, as terms: the scalar core of the Astra plan, and rules of any size of the same kind.

In: nothing. Out: for each goal the condition of its best level and that of the level below. Days are day numbers, amounts whole kroner,
so every side can say it; one that was never sent has the day ``NEVER``. Each file of ``bench/peers/`` writes the terms down as its engine
reads them; what ``criteria`` reads is ``batch_scalar.criteria``.
"""

from dataclasses import dataclass
from datetime import date

NEVER = 9_999_999


@dataclass(frozen=True)
class Fact:
    name: str


@dataclass(frozen=True)
class Whole:
    number: int


@dataclass(frozen=True)
class Plus:
    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Times:
    left: "Number"
    right: "Number"


@dataclass(frozen=True)
class Apart:
    """How far two numbers lie from each other."""

    left: "Number"
    right: "Number"


Number = Fact | Whole | Plus | Times | Apart


@dataclass(frozen=True)
class AtMost:
    left: Number
    right: Number


@dataclass(frozen=True)
class Every:
    tests: tuple[AtMost, ...]


@dataclass(frozen=True)
class Goal:
    """Fulfilled (2) when ``best`` holds, else partial (1) when ``less`` holds, else not (0)."""

    best: Every
    less: Every


def by(name: str, month: int, day: int) -> AtMost:
    return AtMost(Fact(name), Whole(date(2020, month, day).toordinal()))


APART = Plus(
    Times(Apart(Fact("budget_income"), Fact("accounts_income")), Fact("accounts_expenses")),
    Times(Apart(Fact("budget_expenses"), Fact("accounts_expenses")), Fact("accounts_income")),
)
WHOLE = Times(Fact("accounts_income"), Fact("accounts_expenses"))

ASTRA = {
    "1": Goal(
        Every((by("theory_available", 10, 1), by("theory_published", 12, 31), by("template_sent", 10, 20))),
        Every((by("theory_available", 11, 10), by("template_sent", 10, 31))),
    ),
    "2": Goal(Every((by("concept_sent", 11, 20),)), Every((AtMost(Fact("concept_sent"), Whole(NEVER - 1)),))),
    "3": Goal(
        Every((by("overview_sent", 9, 30), by("process_plan_sent", 9, 30))),
        Every((by("overview_sent", 12, 31), by("process_plan_sent", 12, 31))),
    ),
    # 2 % is a fiftieth, 2.5 % a fortieth; multiplied crosswise, so nobody has to divide.
    "5": Goal(Every((AtMost(Times(Whole(50), APART), WHOLE),)), Every((AtMost(Times(Whole(40), APART), WHOLE),))),
    "6": Goal(
        Every((by("approval_established", 5, 29), by("follow_up_established", 5, 29))),
        Every((by("approval_established", 6, 14), by("follow_up_established", 6, 14))),
    ),
}

# The neutral name of each fact, and what the plan calls it.
DAYS = {
    "theory_available": "theory available",
    "theory_published": "theory published",
    "template_sent": "template sent",
    "concept_sent": "concept sent",
    "overview_sent": "overview sent",
    "process_plan_sent": "process-plan sent",
    "approval_established": "approval established",
    "follow_up_established": "follow-up established",
}
AMOUNTS = {
    "budget_income": "budget income",
    "budget_expenses": "budget expenses",
    "accounts_income": "accounts income",
    "accounts_expenses": "accounts expenses",
}


def many(conditions: int) -> dict[str, Goal]:
    """Ten conditions a goal: days and amounts in turn, six for the best level and four for the one below."""
    return {str(number + 1): goal(number) for number in range(conditions // 10)}


def goal(number: int) -> Goal:
    step, cost, last = Fact(f"step{number}_sent"), Fact(f"cost{number}"), date(2020, number % 12 + 1, 15).toordinal()
    best = (
        AtMost(step, Whole(last - 1)),
        AtMost(Whole(date(2020, 1, 2).toordinal()), step),
        AtMost(cost, Whole(5_000 + number)),
        AtMost(Whole(number), cost),
        AtMost(Plus(cost, Whole(number)), Whole(9_000 + number)),
        AtMost(Times(Whole(2), cost), Whole(12_000 + number)),
    )
    less = (
        AtMost(step, Whole(last + 13)),
        AtMost(cost, Whole(9_000 + number)),
        AtMost(Whole(number), cost),
        AtMost(Plus(cost, Whole(number)), Whole(19_000 + number)),
    )
    return Goal(Every(best), Every(less))


def facts_of(goals: dict[str, Goal]) -> list[str]:
    """Every fact that the goals look at, in order."""
    found: dict[str, None] = {}

    def walk(term: Goal | Every | AtMost | Number) -> None:
        match term:
            case Fact(name):
                found.setdefault(name)
            case Goal(best, less):
                walk(best), walk(less)
            case Every(tests):
                for test in tests:
                    walk(test)
            case Plus(left, right) | Times(left, right) | Apart(left, right) | AtMost(left, right):
                walk(left), walk(right)

    for each in goals.values():
        walk(each)
    return list(found)
