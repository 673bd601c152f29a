"""Measures speed and memory beside peers: `python3 dev.py bench [--write] [--rounds N] [--only WORDS]`.

Figures, not tests: a busy machine is slower without any fault of the code. So what is compared runs side by side in each round, and each
figure is a median with its quartiles. `--write` puts everything into docs/performance.md; without it nothing is written. The peers live in
an environment of their own (bench/environment.py). A measurement that fails is told, and costs nothing but itself.
"""

import argparse
import sys
import time

from bench import batches, beside, cold, environment, findings, needs, reading, single, subjects
from bench.figures import Wanted, measured
from bench.page import PAGE, page
from criteria.files import write

PLAN_SAYS = """The whole plan with its events and processes: 20 complete fact sets of 95 events or so, bound to the plan beforehand. By
hand is plain Python over the same facts, under the default readings (`tests/astra_by_hand.py`). Unknown are five facts of one goal or
another, which gives sets of levels. Full reasons are what `criteria evaluate` tells, under every reading."""
BESIDE_SAYS = """Levels alone, from facts already in the form that each engine likes best. Each peer runs in a process of its own, in
turn with the function written by hand and with `criteria`; a figure counts as a multiple of the former in the same round."""
COMPILING_SAYS = """Rules of ten conditions a goal, over days and amounts, from the engine's own text to the form that it evaluates. For
`criteria` that is reading and checking the plan, with every fault it could find, and generating its code. The second table is how that
grows: 1 in its last column is linear."""
SCALAR_SAYS = """The same goals over eight days and four amounts as columns (`bench/batch_scalar.criteria`), all facts known, with the
level of each goal and whether another of the 22 combinations of readings comes to another one. Who writes it by hand has worked out
what the readings come to, so each condition is asked once (`bench/sides/`). From memory to counts: each side holds the columns as it
likes best, and tells how many subjects are fulfilled, at least partial, and dependent on a reading. From Parquet to Parquet: a file
with every verdict, fifteen columns, levels as texts. `criteria` also looks whether each subject is there once, which cells are blank
and how large numbers can become; all of that is counted. A figure counts as a multiple of the better of Polars and DuckDB in the same
pass; NumPy is told beside. Memory is the peak beyond what was held before."""
SHARES_SAYS = """Thirteen events a subject in four areas: at least 60 percent of them in every area held in the year
(`bench/batch_shares.criteria`). Told as above; by hand, the four areas are counted in one pass. NumPy adds up by number, which it can
only because subjects are numbered from 0."""
FINDINGS_SAYS = """Processor time: what `criteria check` finds in a plan beside what reading it takes, and what is still needed on a
day. The plans of many goals are made so that each date has two readings and each lower level a gap."""
SUBJECTS_SAYS = """Municipalities with registrations and rows of attendance, from the files to the whole JSON with reasons. The last
column sets the time beside what it would be if it grew in step from the first size on: 1 is linear, and it lies below 1 where a start
or other rows weigh too."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="dev.py bench", description="Measure speed and memory beside peers.")
    parser.add_argument("--write", action="store_true", help="write docs/performance.md")
    parser.add_argument("--rounds", type=int, default=15, help="rounds of what is compared (default 15)")
    parser.add_argument("--only", default="", help="only the sections whose title has these words; for trying out")
    wanted = parser.parse_args()
    if wanted.write and wanted.only:
        parser.error("the page is written whole: --write goes without --only")
    start = time.monotonic()
    faults = beside.every_fault(environment.set_up())
    sections = [measured(each) for each in every(wanted.rounds, faults) if wanted.only in each.title]
    print(f"{(time.monotonic() - start) / 60:.1f} minutes")
    if wanted.write:
        write(PAGE, page(sections, beside.who(faults)).encode())
        print(f"written: {PAGE.relative_to(environment.ROOT)}")
    return 0


def every(rounds: int, faults: dict[str, str]) -> list[Wanted]:
    """What is measured, in the order of the page."""
    scalar, shares = batches.Batch("scalar"), batches.Batch("shares")
    return [
        Wanted("One evaluation of the Astra plan", PLAN_SAYS, lambda: single.figures(rounds)),
        Wanted(
            "One evaluation of the same rule, beside peers", BESIDE_SAYS, lambda: beside.evaluations(faults, rounds)
        ),
        Wanted("Batch without a table", SCALAR_SAYS, scalar.figures, scalar.curves),
        Wanted("Batch with the share per area", SHARES_SAYS, shares.figures, shares.curves),
        Wanted("Compiling a rule", COMPILING_SAYS, tables=lambda: beside.compiling(faults)),
        Wanted(
            "Importing",
            "In a fresh process with warm bytecode, in the environment of the peers.",
            lambda: beside.importing(faults, min(rounds, 9)),
        ),
        Wanted(
            "Cold starts",
            "A whole process each, with warm bytecode, next to a bare Python in the same round.",
            lambda: cold.cold_starts(rounds),
        ),
        Wanted("Reading plans and dates", "In processes of their own.", lambda: reading.reading(10_000)),
        Wanted("Findings and needs", FINDINGS_SAYS, lambda: [*findings.figures(), *needs.figures()]),
        Wanted("Many subjects, and how time grows", SUBJECTS_SAYS, subjects.figures, subjects.curves),
    ]


if __name__ == "__main__":
    sys.exit(main())
