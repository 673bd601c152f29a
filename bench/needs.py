"""What is still needed on the Astra plan, warm: processor time, for two days of the year."""

import time
from datetime import date
from pathlib import Path

import criteria
from bench.figures import Figure

ASTRA = Path(__file__).resolve().parents[1] / "examples" / "astra-2020"
ROUNDS = 15


def figures() -> list[Figure]:
    plan = criteria.load(ASTRA / "plan.criteria")
    facts = criteria.facts([ASTRA / "facts.yaml", ASTRA / "events.csv"], plan=plan)
    told = []
    for day in (date(2020, 11, 1), date(2020, 6, 15)):
        plan.needs(facts, day)
        figure = Figure(f"needs, Astra, as of {day}", "ms")
        for _ in range(ROUNDS):
            start = time.process_time()
            plan.needs(facts, day)
            figure.samples.append((time.process_time() - start) * 1_000)
        told.append(figure)
    return told
