"""Each way to install the project gives a working one: editable, from a wheel, from a wheel made of the sdist.

Each starts from a copy of the tree without anything that tools made, installs into an empty virtual environment with
the versions that requirements-dev.txt pins, and is used from a folder outside the copy.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BIN = "Scripts" if os.name == "nt" else "bin"

PLAN = """\
plan "A small plan"
  year 2020

facts
  concept
    sent: date

goal 1 "Concept"
  fulfilled when
    - concept sent before medio november
"""


@pytest.fixture
def tree(tmp_path):
    """What a commit would hold now: tracked files and new ones, without what is ignored, such as compiled tables."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    copy = tmp_path / "tree"
    for name in filter(None, listed.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, copy / name)
    assert not (copy / "src" / "criteria" / "_tables").exists()
    return copy


def editable(tree):
    return ["--editable", str(tree)]


def wheel(tree):
    return [build(tree, "wheel", "*.whl")]


def wheel_from_sdist(tree):
    with tarfile.open(build(tree, "sdist", "*.tar.gz")) as archive:
        archive.extractall(tree.parent / "unpacked", filter="data")
    (unpacked,) = (tree.parent / "unpacked").iterdir()
    assert not (unpacked / "src" / "criteria" / "_tables").exists(), "the sdist carries the grammar, not the tables"
    # Nothing of the tree may help the second build.
    shutil.rmtree(tree)
    return [build(unpacked, "wheel", "*.whl")]


def build(tree, kind, pattern):
    # The build tools are those of this environment, which are pinned; a build of its own would fetch the newest.
    run(sys.executable, "-m", "build", "--no-isolation", f"--{kind}", str(tree), cwd=tree.parent)
    (built,) = (tree / "dist").glob(pattern)
    return str(built)


@pytest.mark.slow
@pytest.mark.parametrize("way", [editable, wheel, wheel_from_sdist])
def test_an_installation_works_outside_the_checkout(way, tree, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    python = install(tmp_path, way(tree))
    criteria = python.with_name("criteria")

    # The package is found where it was installed, with its tables and its promise of types.
    place = run(
        python,
        "-c",
        "import criteria.tables, pathlib; criteria.tables.automaton('criteria'); criteria.tables.automaton('dates');"
        "print(pathlib.Path(criteria.__file__).parent)",
        cwd=elsewhere,
    )
    assert ROOT not in Path(place.strip()).parents
    assert (Path(place.strip()) / "py.typed").exists()

    assert "evaluate" in run(criteria, "--help", cwd=elsewhere)
    period = json.loads(run(criteria, "date", "medio november 2020", "--format", "json", cwd=elsewhere))
    assert (period["earliest"], period["latest"]) == ("2020-11-11", "2020-11-20")
    (elsewhere / "small.criteria").write_text(PLAN, encoding="utf-8")
    run(criteria, "check", "small.criteria", cwd=elsewhere)


def install(folder, wanted):
    """Into an empty environment; the pip of this one does the work, because making another pip takes seconds."""
    venv.create(folder / "venv", with_pip=False)
    python = folder / "venv" / BIN / ("python.exe" if os.name == "nt" else "python")
    pinned = re.findall(r"^[\w.-]+==\S+", (ROOT / "requirements-dev.txt").read_text(), re.MULTILINE)
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(pinned))
    # As an environment variable, it also holds for the tools that the editable build fetches.
    pinning = {"PIP_CONSTRAINT": str(constraints), "PIP_BUILD_CONSTRAINT": str(constraints)}
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", *wanted, cwd=folder, environment=pinning)
    return python


def run(*command, cwd, environment=None):
    """Its standard output; anything but success shows what it printed."""
    clean = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "VIRTUAL_ENV"))
    }
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**clean, "PYTHONUTF8": "1", **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{command[0]} {command[1:]}\n{done.stdout}\n{done.stderr}"
    return done.stdout
