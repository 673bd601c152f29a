"""docs/performance.md: which aims are met, what was compared, and every table of one run."""

import os
import platform
from pathlib import Path

from bench.figures import Section, shown, spread

PAGE = Path(__file__).resolve().parents[1] / "docs" / "performance.md"
OPENING = """# Performance

Written by `python3 dev.py bench --write` on {machine}. Figures, not tests: read them as ratios. What is compared ran side by side in the
same run, and each figure is a median with its quartiles. Other machines have other times, and much the same ratios.
"""
AIMS_SAY = """The aims were set before anything was measured. What is missed says by how much."""
NOT_COMPARED = """All are asked the same rule: goals 1, 2, 3, 5 and 6 of [the Astra plan](examples/astra-2020.md) without their rows,
over eight days and four amounts (`bench/rule.py`; for `criteria`, `bench/batch_scalar.criteria`). Days are given as day numbers and amounts
as whole kroner, so that nobody has to read a date or divide. Each answers with the level of each goal. Before anything is
measured, each is asked 2,000 random fact sets, many of them on a limit, and has to say what a function written by hand says; one that
does not is named with the reason and gets no figure.

Nothing else is compared. Tables and logs, dates in words, facts that are not known, sets of levels, readings of a word and reasons are left
out, because most of the others cannot say them. What they cost is told of `criteria` alone. The others do much that `criteria` does
not: they run in other languages, decide who may do what, or compute taxes."""


def page(sections: list[Section], who: str) -> str:
    machine = f"CPython {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores"
    parts = [
        OPENING.format(machine=machine),
        aims(sections),
        f"## What is compared, and what is not\n\n{NOT_COMPARED}\n\n{who}\n",
        *(section.text() for section in sections),
    ]
    return "\n".join(parts)


def aims(sections: list[Section]) -> str:
    """One line an aim, in the order of the page."""
    lines = ["| Work | Aim | Measured | Met |", "|---|---|---|---|"]
    for figure in (figure for section in sections for figure in section.figures if figure.aim is not None):
        aim = f"{'≥' if figure.more_is_better else '≤'} {shown(figure.aim or 0)} {figure.unit}"
        if figure.samples:
            found = f"{shown(figure.median)} ({spread(figure.samples)})"
            lines.append(f"| {figure.name} | {aim} | {found} | {figure.verdict()} |")
        else:
            lines.append(f"| {figure.name} | {aim} | not measured: {figure.fault} | |")
    return "\n".join(["## Aims", "", AIMS_SAY, "", *lines]) + "\n"
