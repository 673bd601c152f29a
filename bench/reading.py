"""Reading: a large plan with rows and shares parsed and checked, and date phrases resolved; each in processes of its own."""

import subprocess
import sys

from bench.environment import ROOT
from bench.figures import Figure, one_line

# Each prints one number a line, so that memory and caches are theirs alone.
PARSE = """
import time
import criteria
from bench.memory import peak_megabytes
from bench.plans import large_plan
text = large_plan({conditions})
start = time.perf_counter()
criteria.parse(text)
print(time.perf_counter() - start)
print(peak_megabytes())
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


def reading(conditions: int) -> list[Figure]:
    seconds = Figure(f"parse and check {conditions:,} conditions, with rows and shares", "s", aim=10)
    memory = Figure("its peak memory", "MB", aim=500)
    rate = Figure("`criteria.dates.resolve`, distinct phrases, warm", "a second", aim=20_000, more_is_better=True)
    repeated(3, PARSE.format(conditions=conditions), [seconds, memory])
    repeated(5, RESOLVE.format(count=20_500), [rate])
    return [seconds, memory, rate]


def repeated(times: int, program: str, figures: list[Figure]) -> None:
    for _ in range(times):
        done = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace"
        )
        if done.returncode:
            for figure in figures:
                figure.fault = one_line(done.stderr)
            return
        for figure, line in zip(figures, done.stdout.split(), strict=True):
            figure.samples.append(float(line))
