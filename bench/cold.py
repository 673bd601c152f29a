"""Cold starts: a whole process each, with warm bytecode, as a multiple of a bare Python in the same round."""

import subprocess
import sys
import time
from pathlib import Path

from bench.environment import ROOT
from bench.figures import Figure, one_line

CRITERIA = str(Path(sys.executable).with_name("criteria"))
ASTRA = ROOT / "examples" / "astra-2020"
BARE = [sys.executable, "-c", "pass"]
IMPORT = "`import criteria`"
HELP = "`criteria`, its help"
EVALUATE = "`criteria evaluate`, Astra"
COLD = {
    "`import lark`": [sys.executable, "-c", "import lark"],
    IMPORT: [sys.executable, "-c", "import criteria"],
    HELP: [CRITERIA, "--help"],
    "`criteria check`, Astra": [CRITERIA, "check", str(ASTRA / "plan.criteria")],
    EVALUATE: [CRITERIA, "evaluate", str(ASTRA / "plan.criteria"), "--facts", str(ASTRA / "facts.yaml")],
}
WHY = "a third of it loads modules, a third reads the plan, a third looks at what these facts leave open; the start alone is the line below"
AIMS = {HELP: 4.0}


def cold_starts(rounds: int) -> list[Figure]:
    """Every command once a round, next to a bare Python, so that a slow moment slows all of them."""
    bare, over = Figure("bare `python -c pass`", "ms"), Figure(f"{IMPORT}, beyond a bare Python", "ms", aim=40)
    whole = Figure(f"{EVALUATE}, the whole process", "ms", aim=200, why=WHY)
    figures = [Figure(name, "× bare", aim=AIMS.get(name)) for name in COLD]
    for _ in range(rounds):
        seconds, _ = timed(BARE)
        bare.samples.append(seconds * 1_000)
        for figure in figures:
            taken, figure.fault = timed(COLD[figure.name])
            if figure.fault:
                continue
            figure.samples.append(taken / seconds)
            if figure.name == IMPORT:
                over.samples.append((taken - seconds) * 1_000)
            if figure.name == EVALUATE:
                whole.samples.append(taken * 1_000)
    return [bare, over, whole, *figures]


def timed(command: list[str]) -> tuple[float, str]:
    """Seconds, and what went wrong. Exit code 1 is an answer too: `check` gives it when it finds something."""
    start = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace")
    except OSError as fault:
        return 0, str(fault)
    taken = time.perf_counter() - start
    crashed = done.returncode > 1 or "Traceback" in done.stderr
    return taken, one_line(done.stderr) if crashed else ""
