"""Many fact sets at once, beside hand-written NumPy, Polars and DuckDB SQL, on the same data.

In: files made by bench/batch_data.py in a folder that is thrown away. Out: figures as multiples of the better of Polars and DuckDB in the
same pass, the memory of every side, and how time grows. Holds: each side runs in a process of its own; sides that write verdicts have to
say of each of 2,000 subjects what the compiled plan says, and all sides have to come to the same counts, or they are not printed.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench.environment import told
from bench.figures import Figure, growth

BASES = ("by_polars", "by_duckdb")
SIDES = {"by_polars": "Polars by hand", "by_duckdb": "DuckDB SQL by hand", "by_numpy": "NumPy by hand"} | {
    "ours": "**criteria**"
}
FORMS = {"count": "from memory to counts", "write": "from Parquet to Parquet"}
SIZES = {"scalar": (100_000, 1_000_000, 10_000_000), "shares": (100_000, 1_000_000)}
LABELS = {"scalar": "batch, no table", "shares": "batch, share per area"}
WHY = (
    "keys, blanks and the ends of numbers are looked at first; rows are joined to all subjects, also to those without rows, and shown to "
    "have one each; by hand none of this is done"
)
AIM, MEMORY_AIM, CHECKED, PASSES, MANY = 1.3, 2_000, 2_000, 3, 10_000_000
MAKE = """
import json, sys
from pathlib import Path
from bench import batch_data
batch_data.{batch}(Path(sys.argv[1]), {sets})
print(json.dumps({{}}))
"""


@dataclass
class Ran:
    """A side on a batch of one size in one form: seconds and multiples of the better base, pass by pass."""

    side: str
    sets: int
    form: str
    seconds: list[float] = field(default_factory=list)
    ratios: list[float] = field(default_factory=list)
    megabytes: float = 0
    counts: object = None
    fault: str = ""


class Batch:
    """One batch at all its sizes."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.ran: list[Ran] = []

    def figures(self) -> list[Figure]:
        faults = self.checked()
        for sets in SIZES[self.name]:
            with tempfile.TemporaryDirectory() as folder:
                data = self.made(Path(folder), sets)
                for form in FORMS:
                    self.ran += self.beside(data, sets, form, faults)
                    print(f"  … {sets:,} fact sets, {FORMS[form]}", flush=True)
        return [*(self.figure(ran) for ran in self.ran), *self.memory()]

    def made(self, folder: Path, sets: int) -> Path:
        data = folder / self.name
        _, fault = told(["-c", MAKE.format(batch=self.name, sets=sets), str(data)], 300)
        if fault:
            raise RuntimeError(fault)
        return data

    def checked(self) -> dict[str, str]:
        """Why a side is not measured: it fails, or it says something else of a subject than the compiled plan."""
        faults: dict[str, str] = {}
        with tempfile.TemporaryDirectory() as folder:
            data = self.made(Path(folder), CHECKED)
            for side in SIDES:
                if side == "by_numpy":
                    continue  # it writes no file; its counts have to be those of the others
                found, fault = told(["-m", "bench.one_batch", side, self.name, "check", str(data), "1"])
                if not fault and found["same"] != found["sets"]:
                    fault = f"it says something else of {found['sets'] - found['same']} of {found['sets']} subjects"  # type: ignore[operator]
                if fault:
                    faults[side] = fault
                print(f"  {SIDES[side]}: {fault or f'as the compiled plan says, {CHECKED:,} subjects'}", flush=True)
        return faults

    def beside(self, data: Path, sets: int, form: str, faults: dict[str, str]) -> list[Ran]:
        """All sides in turn, a few times over."""
        sides = [side for side in SIDES if not (form == "write" and side == "by_numpy")]
        every = {side: Ran(side, sets, form, fault=faults.get(side, "") or self.before(side, form)) for side in sides}
        for _ in range(PASSES if sets < MANY else PASSES - 1):
            taken = {side: self.one(ran, data, sets) for side, ran in every.items() if not ran.fault}
            base = min((median(taken[side]) for side in BASES if taken.get(side)), default=None)
            for side, samples in taken.items():
                every[side].seconds += samples
                every[side].ratios += [each / base for each in samples] if base else []
        wanted = next((ran.counts for ran in every.values() if ran.counts), None)
        for ran in every.values():
            if not ran.fault and ran.counts != wanted:
                ran.fault = f"its counts are not those of {SIDES[next(iter(every))]}"
        return list(every.values())

    def before(self, side: str, form: str) -> str:
        """Who fails on fewer fact sets, or takes too long, is not asked about more."""
        return next((ran.fault for ran in self.ran if (ran.side, ran.form) == (side, form) and ran.fault), "")

    def one(self, ran: Ran, data: Path, sets: int) -> list[float]:
        rounds, longest = ("5", 30) if sets <= 100_000 else ("3", 60) if sets <= 1_000_000 else ("2", 150)
        asked = ["-m", "bench.one_batch", ran.side, self.name, ran.form, str(data), rounds]
        found, ran.fault = told(asked, longest)
        if ran.fault:
            ran.fault += f" ({sets:,} fact sets)"
            return []
        counts: dict[str, object] = found["counts"]  # type: ignore[assignment]
        ran.counts, ran.megabytes = list(counts.values()), max(ran.megabytes, float(found["megabytes"]))  # type: ignore[arg-type]
        return list(found["samples"])  # type: ignore[call-overload]

    def figure(self, ran: Ran) -> Figure:
        largest = ran.side == "ours" and ran.sets == SIZES[self.name][-1]
        name = f"{LABELS[self.name]}, {ran.sets:,} sets, {FORMS[ran.form]}: {SIDES[ran.side]}"
        if not ran.fault:
            name += f", {median(ran.seconds):.3g} s"
        samples = [] if ran.fault else ran.ratios
        return Figure(name, "× the better", samples, AIM if largest else None, fault=ran.fault, why=WHY)

    def memory(self) -> Iterator[Figure]:
        """At the largest size: what each side took at its peak beyond what it held before."""
        for ran in self.ran:
            if ran.sets == SIZES[self.name][-1]:
                aim = MEMORY_AIM if ran.side == "ours" else None
                name = f"memory of {LABELS[self.name]}, {ran.sets:,} sets, {FORMS[ran.form]}: {SIDES[ran.side]}"
                yield Figure(name, "MB", [] if ran.fault else [ran.megabytes], aim, fault=ran.fault)

    def curves(self) -> list[str]:
        """Growth with fact sets: ours, or the first hand-written side where ours was not measured."""
        measured = [ran for ran in self.ran if ran.form == "write" and not ran.fault]
        side = next((side for side in ("ours", *SIDES) if any(ran.side == side for ran in measured)), "")
        samples = [(ran.sets, median(ran.seconds)) for ran in measured if ran.side == side]
        return [growth(samples, f"fact sets, {SIDES[side]}, {FORMS['write']}")] if len(samples) > 1 else []
