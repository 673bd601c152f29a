"""One evaluation of the Astra plan: written by hand, compiled, with unknown facts, with full reasons; and what it costs to bind facts.

All sides run side by side in each round, over the same 20 fact sets of 95 events or so, and count as multiples of the function written by
hand, or of the compiled plan, in that round. That they agree, tests/compiled/test_astra.py shows.
"""

import random
import sys
import time
from collections.abc import Callable
from datetime import date

from bench.environment import ROOT
from bench.figures import Figure

sys.path.insert(0, str(ROOT / "tests"))

import astra_by_hand as hand
import criteria
from compiled.test_astra import as_facts, drawn
from criteria.compiled.plans import CompiledPlan
from criteria.evaluate.evaluation import default_levels, evaluate
from criteria.evaluate.often import FEW
from criteria.facts import record as f

ASTRA = ROOT / "examples" / "astra-2020"
SETS = 20
OPEN = {  # what a plan's office does not know yet: a month, a third of one, an amount, a day
    "theory available": f.DayBetween(date(2020, 9, 20), date(2020, 11, 20)),
    "template sent": f.DayBetween(date(2020, 10, 11), date(2020, 10, 31)),
    "concept sent": f.Unknown(),
    "overview sent": f.DayBetween(date(2020, 9, 1), date(2020, 10, 30)),
    "approval established": f.DayBetween(date(2020, 5, 1), date(2020, 5, 31)),
}
HAND, COMPILED = "hand", "compiled, from bound facts"
# Multiples of the function written by hand; of the compiled plan; and the aims.
BY_HAND = {
    COMPILED: 1.0,
    "the reference, levels only, complete facts": None,
    "facts bound, already loaded": None,
    "a plain dict loaded and bound": None,
}
BY_COMPILED = {
    "compiled, five facts unknown": 10.0,
    "full reasons, asked again and again": 30.0,
    "full reasons, the reference": None,
}
WHY = {
    "full reasons, asked again and again": "a quarter of it is binding the facts and a fifteenth asking the functions; the rest makes some "
    "250 objects: 37 reasons with facts, dates and margins, beside 26 readings"
}


def prepared() -> dict[str, Callable[[], object]]:
    """Every side, over the same facts."""
    plan, chance = criteria.load(ASTRA / "plan.criteria"), random.Random(7)
    for _ in range(FEW):
        plan.evaluate()
    plain = [drawn(chance) for _ in range(SETS)]
    known = [as_facts(plan.model, facts) for facts in plain]
    opened = [
        f.Facts(
            {**facts.values, **{path: f.Given(what, place=facts.values[path].place) for path, what in OPEN.items()}},
            facts.records,
        )
        for facts in known
    ]
    fast = CompiledPlan(plan.model, {})
    bound, bound_open = [fast.bind(facts) for facts in known], [fast.bind(facts) for facts in opened]
    dicts = [{path: "never" if value is None else value for path, value in facts.items()} for facts in plain]
    goals = plan.model.goals
    return {
        HAND: lambda: [hand.levels(facts) for facts in plain],
        COMPILED: lambda: [fast.levels(facts) for facts in bound],
        "compiled, five facts unknown": lambda: [fast.levels(facts) for facts in bound_open],
        "the reference, levels only, complete facts": lambda: [
            default_levels(plan.model, goal, known[0], None, {}) for goal in goals
        ],
        "full reasons, asked again and again": lambda: [plan.evaluate(facts) for facts in known],
        "full reasons, the reference": lambda: [evaluate(plan.model, known[0])],
        "facts bound, already loaded": lambda: [fast.bind(facts) for facts in known],
        "a plain dict loaded and bound": lambda: [fast.bind(criteria.facts(dicts[0], plan=plan))],
    }


TIMES = {HAND: 20, COMPILED: 20, "compiled, five facts unknown": 5}
ONE_SET = {"full reasons, the reference", "the reference, levels only, complete facts", "a plain dict loaded and bound"}


def seconds(name: str, side: Callable[[], object]) -> float:
    """For one fact set."""
    times = TIMES.get(name, 1)
    start = time.perf_counter()
    for _ in range(times):
        side()
    return (time.perf_counter() - start) / times / (1 if name in ONE_SET else SETS)


def figures(rounds: int) -> list[Figure]:
    """Every side as a multiple of another one of the same round."""
    sides = prepared()
    for side in sides.values():
        side()
    by_hand = Figure("Astra, levels by hand", "µs")
    found = {name: Figure(f"Astra, {name}", "× by hand", aim=aim) for name, aim in BY_HAND.items()}
    found |= {
        name: Figure(f"Astra, {name}", "× compiled", aim=aim, why=WHY.get(name, ""))
        for name, aim in BY_COMPILED.items()
    }
    for _ in range(rounds):
        taken = {name: seconds(name, side) for name, side in sides.items()}
        by_hand.samples.append(taken[HAND] * 1_000_000)
        for name, figure in found.items():
            figure.samples.append(taken[name] / taken[COMPILED if name in BY_COMPILED else HAND])
    return [by_hand, *found.values()]
