"""The rule of ``bench/rule.py`` as a programmer writes it by hand in plain Python, and facts drawn around its limits.

Out: levels as numbers (2 fulfilled, 1 partial, 0 not), in the order of the goals. The same seed draws the same facts.
"""

import random
from collections.abc import Callable
from datetime import date

from bench.rule import NEVER, Every, Goal
from bench.rule_infix import Spelling, said

Facts = dict[str, int]


def day(month: int, number: int) -> int:
    return date(2020, month, number).toordinal()


MAY_29, JUNE_14, SEPTEMBER_30, OCTOBER_1 = day(5, 29), day(6, 14), day(9, 30), day(10, 1)
OCTOBER_20, OCTOBER_31, NOVEMBER_10, NOVEMBER_20 = day(10, 20), day(10, 31), day(11, 10), day(11, 20)
NEW_YEARS_EVE = day(12, 31)


def levels(facts: Facts) -> tuple[int, ...]:
    """The level of goals 1, 2, 3, 5 and 6."""
    available, template = facts["theory_available"], facts["template_sent"]
    if available <= OCTOBER_1 and facts["theory_published"] <= NEW_YEARS_EVE and template <= OCTOBER_20:
        theory = 2
    else:
        theory = 1 if available <= NOVEMBER_10 and template <= OCTOBER_31 else 0
    sent = facts["concept_sent"]
    concept = 2 if sent <= NOVEMBER_20 else 1 if sent < NEVER else 0
    later = max(facts["overview_sent"], facts["process_plan_sent"])
    overview = 2 if later <= SEPTEMBER_30 else 1 if later <= NEW_YEARS_EVE else 0
    income, expenses = facts["accounts_income"], facts["accounts_expenses"]
    apart = abs(facts["budget_income"] - income) * expenses + abs(facts["budget_expenses"] - expenses) * income
    whole = income * expenses
    economy = 2 if 50 * apart <= whole else 1 if 40 * apart <= whole else 0
    last = max(facts["approval_established"], facts["follow_up_established"])
    administration = 2 if last <= MAY_29 else 1 if last <= JUNE_14 else 0
    return theory, concept, overview, economy, administration


def drawn(count: int, seed: int = 2020) -> list[Facts]:
    """Complete facts, most of them near a limit; one day in twenty is never."""
    chance = random.Random(seed)
    return [one(chance) for _ in range(count)]


def one(chance: random.Random) -> Facts:
    def near(limits: tuple[int, ...], spread: int) -> int:
        return NEVER if chance.random() < 0.05 else chance.choice(limits) + chance.randint(-spread, spread)

    return {
        "theory_available": near((OCTOBER_1, NOVEMBER_10), 3),
        "theory_published": near((NEW_YEARS_EVE,), 3),
        "template_sent": near((OCTOBER_20, OCTOBER_31), 3),
        "concept_sent": near((NOVEMBER_20,), 3),
        "overview_sent": near((SEPTEMBER_30, NEW_YEARS_EVE), 3),
        "process_plan_sent": near((SEPTEMBER_30, NEW_YEARS_EVE), 3),
        "approval_established": near((MAY_29, JUNE_14), 3),
        "follow_up_established": near((MAY_29, JUNE_14), 3),
        **amounts(chance),
    }


def amounts(chance: random.Random) -> Facts:
    """Within some percent; one set in five lies on a limit, to the krone, or one krone beyond it."""
    income, expenses = (1_000 * chance.randint(1_000, 29_000) for _ in range(2))
    if chance.random() < 0.2:
        off = income // chance.choice((50, 40)) + chance.choice((0, 1))
        return {
            "budget_income": income + off,
            "budget_expenses": expenses,
            "accounts_income": income,
            "accounts_expenses": expenses,
        }
    return {
        "budget_income": income,
        "budget_expenses": expenses,
        "accounts_income": income + chance.randint(-income // 60, income // 60),
        "accounts_expenses": expenses + chance.randint(-expenses // 60, expenses // 60),
    }


PYTHON = Spelling(
    fact=lambda name: f'facts["{name}"]', both=" and ", apart=lambda left, right: f"abs({left} - {right})"
)


def compiled(goals: dict[str, Goal]) -> Callable[[Facts], tuple[int, ...]]:
    """A rule of any size as Python source, compiled: what a programmer's module would cost to load."""

    def when(condition: Every) -> str:
        return said(condition, PYTHON)

    lines = [f"        2 if {when(goal.best)} else 1 if {when(goal.less)} else 0," for goal in goals.values()]
    source = "\n".join(["def levels(facts):", "    return (", *lines, "    )"])
    names: dict[str, Callable[[Facts], tuple[int, ...]]] = {}
    exec(compile(source, "by hand", "exec"), names)
    return names["levels"]
