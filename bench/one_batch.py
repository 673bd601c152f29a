"""One side of one batch in a process of its own: `python -m bench.one_batch SIDE BATCH FORM FOLDER ROUNDS`, in the peers' environment.

Out: one line of JSON. ``count`` loads the facts into memory, which is not measured, and counts verdicts; ``write`` goes from Parquet to
Parquet with every verdict, whose counts are taken afterwards. Both tell seconds of each round, megabytes at the peak beyond what was held
before, and the counts. ``check`` writes, too, and tells on how many subjects the compiled plan says the same.
"""

import importlib
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import duckdb

from bench.memory import held_megabytes, peak_from_here, peak_megabytes
from bench.sides import Counts, Verdicts, by_plan

PLACE = "CASE {0}::VARCHAR WHEN 'fulfilled' THEN 0 WHEN 'partial' THEN 1 WHEN 'not_fulfilled' THEN 2 END"


def main(module: ModuleType, batch: str, form: str, folder: Path, rounds: int) -> dict[str, object]:
    if form == "count":
        facts = getattr(module, f"load_{batch}")(folder)
        count: Callable[[object], Counts] = getattr(module, f"count_{batch}")
        return rounds_of(lambda: count(facts), rounds)
    write, target = getattr(module, f"write_{batch}"), folder.with_name(f"{module.__name__}.{batch}.parquet")
    if form == "check":
        write(folder, target)
        expected: Verdicts = getattr(by_plan, f"verdicts_{batch}")(folder)
        found = verdicts(target)
        return {"sets": len(expected), "same": sum(found.get(subject) == told for subject, told in expected.items())}
    told = rounds_of(lambda: write(folder, target), rounds)
    told["counts"] = counts(target)
    return told


def rounds_of(work: Callable[[], Counts | None], rounds: int) -> dict[str, object]:
    """The first round warms the process up, and counts for memory alone."""
    held = held_megabytes()
    peak_from_here()
    found, samples = work(), []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        samples.append(time.perf_counter() - start)
    return {"samples": samples, "megabytes": max(0.0, peak_megabytes() - held), "counts": found}


def goals(target: Path) -> list[tuple[str, str]]:
    """For each goal of a file of verdicts its level and whether it depends, as SQL; best and worst have to be the same."""
    names = [name for name, *_ in duckdb.execute(f"DESCRIBE FROM '{target}'").fetchall() if name.endswith("_best")]
    for best in names:
        worst = best.replace("_best", "_worst")
        apart = duckdb.execute(f'SELECT count(*) FROM \'{target}\' WHERE "{best}" <> "{worst}"').fetchone()
        assert apart == (0,), f"{best} and {worst} differ, though every fact is known"
    return [(PLACE.format(f'"{best}"'), f'"{best.replace("_best", "_depends")}"') for best in names]


def counts(target: Path) -> Counts:
    found = goals(target)
    parts = [
        f"count(*) FILTER ({level} = 0), count(*) FILTER ({level} < 2), count(*) FILTER ({depends})"
        for level, depends in found
    ]
    row = duckdb.execute(f"SELECT {', '.join(parts)} FROM '{target}'").fetchone() or ()
    return {str(n): row[3 * n : 3 * n + 3] for n in range(len(found))}


def verdicts(target: Path) -> Verdicts:
    columns = ", ".join(f"{level}, {depends}" for level, depends in goals(target))
    rows = duckdb.execute(f"SELECT subject, {columns} FROM '{target}'").fetchall()
    return {int(row[0]): list(zip(row[1::2], row[2::2], strict=True)) for row in rows}


if __name__ == "__main__":
    side, batch, form, folder, rounds = sys.argv[1:]
    print(json.dumps(main(importlib.import_module(f"bench.sides.{side}"), batch, form, Path(folder), int(rounds))))
