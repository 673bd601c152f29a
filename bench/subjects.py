"""Many subjects: 98 municipalities and 10,000 rows of attendance, and how time and memory grow with both.

Figures, not tests. Each run is a process of its own; time is that of the processor, from the start of Python to the whole JSON with full
reasons. `python3 -m bench.subjects FOLDER` leaves the plan and the facts in a folder, to look at.
"""

import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.figures import Figure, growth

ROOT = Path(__file__).resolve().parents[1]
PLAN = """plan "Udviklingsrum"
  sprog dansk
  periode 2021..2022
  registreringen lukkes 1. februar 2023

fakta
  frist for tilmelding: dato
  tabel kommuner, hver en kommune
    navn: tekst
    region: en af "Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland"
    børn: tal
    bekræftet: dato
    opkrævet: dato
    gebyr betalt: kr
    kolonne hold = antallet af tilmeldinger med samme kommune
    kolonne gebyr = 5.000 kr + 2.500 kr * (den største af (hold - 2) og 0)
  tabel tilmeldinger
    kommune: tekst
    person: tekst
    tilmeldt: dato
    underskrevet: ja/nej
  tabel møder
    møde: tal
    holdt: dato
    online: ja/nej
  log fremmøde
    kommune: tekst
    person: tekst
    møde: tal
    dag: dato
    mødt: ja/nej

mål 1 "Tilmelding" for hver kommune
  opfyldt når
    - hold mellem 2 og 4
    - alle tilmeldinger er underskrevet
    - alle tilmeldinger er tilmeldt senest frist for tilmelding
  delvist opfyldt når hold mindst 1

mål 2 "Betaling" for hver kommune
  opfyldt når
    - gebyr betalt mindst gebyr
    - bekræftet efter frist for tilmelding
    - opkrævet efter bekræftet
  delvist opfyldt når gebyr betalt mindst 2.500 kr

mål 3 "Fremmøde" for hver kommune
  definer mødte = andelen af fremmøde hvor mødt
  opfyldt når
    - alle fremmøde er mødt
    - mindst 1 fremmøde dag i foråret 2021
  delvist opfyldt når
    - mødte mindst 80 pct.
    - ingen fremmøde dag efter ultimo december 2022

mål 4 "Dækning"
  opfyldt når
    - mindst 13 kommuner har hold mindst 2
    - mindst 1 kommuner pr. region har hold mindst 2
    - mindst 2 møder er online
"""
REGIONS = ("Hovedstaden", "Sjælland", "Syddanmark", "Midtjylland", "Nordjylland")
RUN = """
import sys, time, resource
from criteria.cli import main
code = main(sys.argv[1:])
usage = resource.getrusage(resource.RUSAGE_SELF)
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, file=sys.stderr)
"""


def write(folder: Path, subjects: int, attendance: int) -> None:
    """The plan, and one CSV a table; the same arguments write the same files."""
    chance = random.Random(1)
    (folder / "plan.criteria").write_text(PLAN, encoding="utf-8")
    facts = folder / "facts"
    facts.mkdir(exist_ok=True)
    names = [f"Kommune {number}" for number in range(1, subjects + 1)]
    sizes = {name: chance.randint(2, 4) for name in names}
    people = [(name, f"{name} {letter}") for name in names for letter in "ABCD"[: sizes[name]]]
    tables = {
        "kommuner": ("navn;region;børn;bekræftet;opkrævet;gebyr betalt", municipalities(names, sizes, chance)),
        "tilmeldinger": (
            "kommune;person;tilmeldt;underskrevet",
            (f"{name};{person};2021-02-{chance.randint(1, 28):02d};ja" for name, person in people),
        ),
        "møder": ("møde;holdt;online", (f"{n};{day(n)};{'ja' if n < 3 else 'nej'}" for n in range(1, 7))),
        "fremmøde": ("kommune;person;møde;dag;mødt", attendances(people, attendance, chance)),
    }
    for name, (header, lines) in tables.items():
        (facts / f"{name}.csv").write_text("\n".join((header, *lines)) + "\n", encoding="utf-8")
    (facts / "frist.yaml").write_text("frist for tilmelding: 2021-03-01\n", encoding="utf-8")


def day(meeting: int) -> str:
    return f"{2021 + (meeting - 1) % 24 // 12}-{(meeting - 1) % 12 + 1:02d}-15"


def municipalities(names: list[str], sizes: dict[str, int], chance: random.Random) -> Iterator[str]:
    for number, name in enumerate(names):
        fee = 5_000 + 2_500 * max(0, sizes[name] - 2) - 2_500 * (number % 20 == 0)
        confirmed = "" if number % 17 == 0 else "2021-03-10"
        yield f"{name};{REGIONS[number % 5]};{chance.randint(1_000, 60_000)};{confirmed};2021-04-01;{fee}"


def attendances(people: list[tuple[str, str]], wanted: int, chance: random.Random) -> Iterator[str]:
    for number in range(wanted):
        name, person = people[number % len(people)]
        meeting = number // len(people) + 1
        yield f"{name};{person};{meeting};{day(meeting)};{'nej' if chance.random() < 0.004 else 'ja'}"


def measured(subjects: int, attendance: int) -> tuple[float, float]:
    """Seconds of the processor, and megabytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, subjects, attendance)
        wanted = ["evaluate", str(folder / "plan.criteria"), "--facts", str(folder / "facts"), "--format", "json"]
        done = subprocess.run(
            [sys.executable, "-c", RUN, *wanted], cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace"
        )
        verdict = json.loads(done.stdout)
        assert len(verdict["goals"][0]["subjects"]) == subjects
        seconds, megabytes = done.stderr.split()[-2:]
        return float(seconds), float(megabytes)


def figures() -> list[Figure]:
    runs = [measured(98, 10_000) for _ in range(3)]
    seconds = Figure("98 subjects, 10,000 rows, the whole process with reasons", "s", [taken for taken, _ in runs])
    return [seconds, Figure("its peak memory", "MB", [megabytes for _, megabytes in runs])]


def curves() -> list[str]:
    """How time grows with rows, and with subjects; each size once."""
    rows = [(n, measured(98, n)[0]) for n in (2_500, 5_000, 10_000, 20_000, 40_000)]
    subjects = [(n, measured(n, 10_000)[0]) for n in (25, 49, 98, 196, 392)]
    return [growth(rows, "rows, 98 subjects"), growth(subjects, "subjects, 10,000 rows")]


if __name__ == "__main__":
    wanted = Path(sys.argv[1])
    wanted.mkdir(exist_ok=True)
    write(wanted, 98, 10_000)
