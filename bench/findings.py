"""What `criteria check` finds, on the Astra plan and on plans of 10 to 100 goals of ten conditions.

Processor time, beside what reading and checking the same text takes in the same run.
"""

import time
from pathlib import Path

from bench.figures import Figure
from criteria.pipeline import analysed, check_file, check_text

ASTRA = Path(__file__).resolve().parents[1] / "examples" / "astra-2020"
ROUNDS = 3
MONTHS = ("marts", "maj", "oktober", "november")


def dated_plan(goals: int, conditions: int = 10) -> str:
    """Goals whose lower levels have gaps, under two readings of each date."""
    names = [[f"goal{goal} item{n}" for n in range(conditions)] for goal in range(goals)]
    lines = ['plan "Large"', "  year 2020", "facts", *(f"  {name}: date" for goal in names for name in goal)]
    for number, goal in enumerate(names, 1):
        lines += [f'goal {number} "Goal {number}"', "  fulfilled when"]
        lines += [f"    - {name} by medio {MONTHS[n % 4]} 2020" for n, name in enumerate(goal)]
        lines += ["  partial when"]
        for n, name in enumerate(goal):
            month = MONTHS[n % 4]
            lines.append(f"    - {name} {'by' if n % 2 else f'after 2. {month} and inden'} ultimo {month} 2020")
    return "\n".join(lines) + "\n"


def figures() -> list[Figure]:
    texts = {name: (ASTRA / f"{name}.criteria").read_text(encoding="utf-8") for name in ("plan", "plan.literal")}
    texts |= {f"{goals} goals of 10 conditions": dated_plan(goals) for goals in (10, 30, 100)}
    analysed(check_file(ASTRA / "plan.criteria"))
    told: list[Figure] = []
    for name, text in texts.items():
        read, found = Figure(f"{name}: read and checked", "s"), Figure(f"{name}: all findings", "s")
        count = 0
        for _ in range(ROUNDS if len(text) < 50_000 else 1):
            start = time.process_time()
            checked = check_text(text, "plan.criteria")
            middle = time.process_time()
            count = len(analysed(checked).diagnostics)
            read.samples.append(middle - start)
            found.samples.append(time.process_time() - middle)
        found.name += f" ({count})"
        told += [read, found]
    return told
