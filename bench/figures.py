"""What was measured: a figure with its samples, as a line of a table; tables, as sections of the page.

A figure is a median with its quartiles. What could not be measured says why, in its line.
"""

import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

HEAD = "| measured | median | quartiles | aim | met |\n|---|---|---|---|---|"


@dataclass
class Figure:
    """One line of a table: what was measured, its samples, the aim, and whether more is better."""

    name: str
    unit: str
    samples: list[float] = field(default_factory=list)
    aim: float | None = None
    more_is_better: bool = False
    fault: str = ""
    why: str = ""  # it may miss its aim

    @property
    def median(self) -> float:
        return statistics.median(self.samples)

    @property
    def met(self) -> bool | None:
        """None where there is no aim, or nothing was measured."""
        if self.aim is None or not self.samples:
            return None
        return self.median >= self.aim if self.more_is_better else self.median <= self.aim

    def row(self) -> str:
        aim = "" if self.aim is None else f"{'≥' if self.more_is_better else '≤'} {shown(self.aim)}"
        if not self.samples:
            return f"| {self.name} | not measured: {self.fault} | | {aim} | |"
        return f"| {self.name} | {shown(self.median)} {self.unit} | {spread(self.samples)} | {aim} | {self.verdict()} |"

    def verdict(self) -> str:
        """Whether the aim is met, or by how much it is missed."""
        if self.aim is None or self.met is None:
            return ""
        by = self.aim / self.median if self.more_is_better else self.median / self.aim
        return "yes" if self.met else f"no, {shown(by)} × off{': ' if self.why else ''}{self.why}"


@dataclass
class Section:
    """A heading, what has to be said about it, and its tables."""

    title: str
    says: str
    figures: list[Figure] = field(default_factory=list)
    tables: list[str] = field(default_factory=list)

    def text(self) -> str:
        parts = [f"## {self.title}", self.says]
        if self.figures:
            parts.append("\n".join([HEAD, *(figure.row() for figure in self.figures)]))
        return "\n\n".join([*parts, *self.tables]) + "\n"


@dataclass(frozen=True)
class Wanted:
    """A section that is still to be measured."""

    title: str
    says: str
    figures: Callable[[], Sequence[Figure]] = list
    tables: Callable[[], Sequence[str]] = list


def measured(wanted: Wanted) -> Section:
    """The section, told on the screen as soon as it is there; a measurement that breaks costs its section and no more."""
    print(f"\n{wanted.title}", flush=True)
    section = Section(wanted.title, wanted.says)
    try:
        section.figures = list(wanted.figures())
        section.tables = list(wanted.tables())
    except Exception as fault:
        section.says += f"\n\nNot measured to the end: {one_line(repr(fault))}."
    print(section.text(), flush=True)
    return section


def growth(samples: Sequence[tuple[int, float]], of: str) -> str:
    """A table of sizes and seconds; what each costs as a multiple of what it would if the first were the rule."""
    first, least = samples[0]
    lines = [f"| {of} | seconds | × linear |", "|---:|---:|---:|"]
    lines += [f"| {n:,} | {taken:.3g} | {taken / least * first / n:.2f} |" for n, taken in samples]
    return "\n".join(lines)


def spread(samples: Sequence[float]) -> str:
    low, high = quartiles(samples)
    return f"{shown(low)}–{shown(high)}"


def quartiles(samples: Sequence[float]) -> tuple[float, float]:
    if len(samples) < 2:
        return samples[0], samples[0]
    low, _, high = statistics.quantiles(samples, n=4, method="inclusive")
    return low, high


def shown(number: float) -> str:
    if number >= 100:
        return f"{number:,.0f}"
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}" if number >= 0.1 else f"{number:.2g}"


def one_line(text: str) -> str:
    """The last line of a message, short enough for a table."""
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1].strip()[:150].replace("|", "/") if lines else "no message"
