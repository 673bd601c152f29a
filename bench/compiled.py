"""One evaluation of the Astra plan: written by hand, compiled, with unknown facts, with full reasons; and what it costs to bind facts.

`python3 -m bench.compiled [--rounds N]`. All sides run side by side in each round, over the same 20 fact sets of 95 events or so, and count
as multiples of the function written by hand in that round. That they agree, tests/compiled/test_astra.py shows.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from bench.run import HEAD, Figure

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

import astra_by_hand as hand  # noqa: E402
import criteria  # noqa: E402
from compiled.test_astra import as_facts, drawn  # noqa: E402
from criteria.compiled.plans import CompiledPlan  # noqa: E402
from criteria.evaluate.evaluation import default_levels  # noqa: E402
from criteria.facts import record as f  # noqa: E402

ASTRA = ROOT / "examples" / "astra-2020"
SETS = 20
OPEN = {  # what a plan's office does not know yet: a month, a third of one, an amount, a day
    "theory available": f.DayBetween(date(2020, 9, 20), date(2020, 11, 20)),
    "template sent": f.DayBetween(date(2020, 10, 11), date(2020, 10, 31)),
    "concept sent": f.Unknown(),
    "overview sent": f.DayBetween(date(2020, 9, 1), date(2020, 10, 30)),
    "approval established": f.DayBetween(date(2020, 5, 1), date(2020, 5, 31)),
}
AIMS = {
    "compiled, from bound facts": 1.0,
    "compiled, five facts unknown": 10.0,
    "full reasons, the reference": 30.0,
}


def prepared() -> dict[str, Callable[[], object]]:
    """Every side, over the same facts."""
    plan, chance = criteria.load(ASTRA / "plan.criteria"), random.Random(7)
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
        "hand": lambda: [hand.levels(facts) for facts in plain],
        "compiled, from bound facts": lambda: [fast.levels(facts) for facts in bound],
        "compiled, five facts unknown": lambda: [fast.levels(facts) for facts in bound_open],
        "the reference, levels only, complete facts": lambda: [
            default_levels(plan.model, goal, known[0], None, {}) for goal in goals
        ],
        "full reasons, the reference": lambda: [plan.evaluate(known[0])],
        "facts bound, already loaded": lambda: [fast.bind(facts) for facts in known],
        "a plain dict loaded and bound": lambda: [fast.bind(criteria.facts(dicts[0], plan=plan))],
    }


TIMES = {"hand": 20, "compiled, from bound facts": 20, "compiled, five facts unknown": 5}
ONE_SET = {"full reasons, the reference", "the reference, levels only, complete facts", "a plain dict loaded and bound"}


def seconds(name: str, side: Callable[[], object]) -> float:
    """For one fact set."""
    times = TIMES.get(name, 1)
    start = time.perf_counter()
    for _ in range(times):
        side()
    return (time.perf_counter() - start) / times / (1 if name in ONE_SET else SETS)


def figures(rounds: int) -> list[Figure]:
    """Every side as a multiple of the one written by hand."""
    sides = prepared()
    for side in sides.values():
        side()
    by_hand = Figure("Astra, levels by hand", "µs", [])
    found = {name: Figure(f"Astra, {name}", "× by hand", [], AIMS.get(name)) for name in sides if name != "hand"}
    for _ in range(rounds):
        least = seconds("hand", sides["hand"])
        by_hand.samples.append(least * 1_000_000)
        for name, figure in found.items():
            figure.samples.append(seconds(name, sides[name]) / least)
    return [by_hand, *found.values()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Measure single evaluations.")
    parser.add_argument("--rounds", type=int, default=15)
    print(HEAD)
    for figure in figures(parser.parse_args().rounds):
        print(figure.row(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
