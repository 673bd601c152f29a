"""Measures speed and memory: `python3 dev.py bench [--write] [--rounds N]`.

Figures, not tests: a busy machine is slower without any fault of the code. So what is compared runs side by side in
each round, cold starts count as multiples of a bare Python in the same round, and each figure is a median with its
quartiles.
`--write` puts the table into docs/performance.md; without it nothing is written.
"""

import argparse
import os
import platform
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "performance.md"
CRITERIA = str(Path(sys.executable).with_name("criteria"))
ASTRA = ROOT / "examples" / "astra-2020"

BARE = [sys.executable, "-c", "pass"]
COLD = {
    "`import lark`": ([sys.executable, "-c", "import lark"], None),
    "`import criteria`": ([sys.executable, "-c", "import criteria"], 4),  # 40 ms over a bare Python of 12 to 16
    "`criteria --help`": ([CRITERIA, "--help"], 4),
    "`criteria check`, Astra": ([CRITERIA, "check", str(ASTRA / "plan.criteria")], None),
    "`criteria evaluate`, Astra": (
        [CRITERIA, "evaluate", str(ASTRA / "plan.criteria"), "--facts", str(ASTRA / "facts.yaml")],
        12,
    ),
}

# Each prints one number a line; they run in a process of their own, so that memory and caches are theirs alone.
PARSE = """
import sys, time
import criteria
from bench.plans import large_plan
text = large_plan({conditions})
start = time.perf_counter()
criteria.parse(text)
print(time.perf_counter() - start)
try:
    import resource
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(peak / (1024 * 1024 if sys.platform == "darwin" else 1024))
except ImportError:
    print("nan")
"""
RESOLVE = """
import time
from criteria.dates import resolve
from bench.plans import phrases
texts = phrases({count})
warm, timed = texts[:500], texts[500:]
for text in warm:
    resolve(text, year=2020)
start = time.perf_counter()
for text in timed:
    resolve(text, year=2020)
print(len(timed) / (time.perf_counter() - start))
"""


@dataclass
class Figure:
    """One line of the table: what was measured, its samples, the aim, and whether more is better."""

    name: str
    unit: str
    samples: list[float]
    aim: float | None = None
    more_is_better: bool = False
    fault: str = ""

    def row(self) -> str:
        if not self.samples:
            return f"| {self.name} | not measured: {self.fault} | | | |"
        median = statistics.median(self.samples)
        low, high = quartiles(self.samples)
        measured = f"| {self.name} | {shown(median)} {self.unit} | {shown(low)}–{shown(high)} |"
        if self.aim is None:
            return f"{measured} | |"
        met = median >= self.aim if self.more_is_better else median <= self.aim
        return f"{measured} {'≥' if self.more_is_better else '≤'} {shown(self.aim)} | {'yes' if met else 'no'} |"


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure speed and memory.")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--rounds", type=int, default=15, help="rounds of cold starts (default 15)")
    parser.add_argument("--conditions", type=int, default=10_000, help="size of the generated plan (default 10000)")
    wanted = parser.parse_args()
    figures = cold_starts(wanted.rounds)
    print_rows(figures)
    for measure in (lambda: large_plan(wanted.conditions), resolving, lambda: single(wanted.rounds)):
        found = measure()
        print_rows(found)
        figures += found
    if wanted.write:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(figures), encoding="utf-8")
        print(f"written: {PAGE.relative_to(ROOT)}")
    return 0


def cold_starts(rounds: int) -> list[Figure]:
    """Every command once a round, next to a bare Python, so that a slow moment slows all of them."""
    bare = Figure("bare `python -c pass`", "ms", [])
    figures = [Figure(name, "× bare", [], aim) for name, (_, aim) in COLD.items()]
    for _ in range(rounds):
        seconds, _ = timed(BARE)
        bare.samples.append(seconds * 1_000)
        for figure in figures:
            taken, fault = timed(COLD[figure.name][0])
            if fault:
                figure.fault = fault
            else:
                figure.samples.append(taken / seconds)
    return [bare, *figures]


def timed(command: list[str]) -> tuple[float, str]:
    """Seconds, and what went wrong. Exit code 1 is an answer too: `check` gives it when it finds something."""
    start = time.perf_counter()
    try:
        done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace")
    except OSError as fault:
        return 0, str(fault)
    taken = time.perf_counter() - start
    crashed = done.returncode > 1 or "Traceback" in done.stderr
    return taken, last_line(done.stderr) if crashed else ""


def large_plan(conditions: int) -> list[Figure]:
    seconds = Figure(f"parse and check {conditions:,} conditions", "s", [], 10)
    memory = Figure("its peak memory", "MB", [], 500)
    repeated(3, PARSE.format(conditions=conditions), [seconds, memory])
    return [seconds, memory]


def resolving() -> list[Figure]:
    rate = Figure("`criteria.dates.resolve`, distinct phrases, warm", "a second", [], 20_000, more_is_better=True)
    repeated(5, RESOLVE.format(count=20_500), [rate])
    return [rate]


def single(rounds: int) -> list[Figure]:
    """One evaluation of the Astra plan, by hand, compiled, and with reasons."""
    from bench.compiled import figures

    return figures(rounds)


def repeated(times: int, program: str, figures: list[Figure]) -> None:
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace"
        )
        if done.returncode:
            for figure in figures:
                figure.fault = last_line(done.stderr)
            return
        for figure, line in zip(figures, done.stdout.split(), strict=True):
            figure.samples.append(float(line))


def last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip()[:150].replace("|", "/") if lines else "no message"


def quartiles(samples: list[float]) -> tuple[float, float]:
    if len(samples) < 2:
        return samples[0], samples[0]
    low, _, high = statistics.quantiles(samples, n=4, method="inclusive")
    return low, high


def shown(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.1f}" if number >= 10 else f"{number:.2f}"


HEAD = "| measured | median | quartiles | aim | met |\n|---|---|---|---|---|"


def print_rows(figures: list[Figure]) -> None:
    if figures[0].name.startswith("bare"):
        print(HEAD)
    for figure in figures:
        print(figure.row(), flush=True)


def page(figures: list[Figure]) -> str:
    machine = f"CPython {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    rows = "\n".join(figure.row() for figure in figures)
    return (
        "# Performance\n\n"
        f"Written by `python3 dev.py bench --write` on {machine}.\n"
        "A cold start is a whole process, with warm bytecode, and counts as a multiple of a bare Python in the same\n"
        "round. Aims are aims, not tests.\n\n"
        f"{HEAD}\n{rows}\n"
    )


if __name__ == "__main__":
    sys.exit(main())
