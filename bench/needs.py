"""What is still needed on the Astra plan, warm: `python3 bench/needs.py`. Processor time, median of 15, for two days of the year."""

import statistics
import time
from datetime import date
from pathlib import Path

import criteria

ASTRA = Path(__file__).resolve().parents[1] / "examples" / "astra-2020"
ROUNDS = 15


def main() -> None:
    plan = criteria.load(ASTRA / "plan.criteria")
    facts = criteria.facts([ASTRA / "facts.yaml", ASTRA / "events.csv"], plan=plan)
    for day in (date(2020, 11, 1), date(2020, 6, 15)):
        plan.needs(facts, day)
        spent = []
        for _ in range(ROUNDS):
            start = time.process_time()
            plan.needs(facts, day)
            spent.append(time.process_time() - start)
        print(f"needs, Astra, as of {day}: {statistics.median(spent) * 1000:.0f} ms")


if __name__ == "__main__":
    main()
