#!/usr/bin/env python3
"""Sets up the development environment and runs a task in it: `python3 dev.py TASK [ARGUMENT…]`.

In: a fresh clone and a Python of at least 3.11; nothing else needs to be installed.
Out: `.venv` as requirements-dev.txt pins it, the project installed editable, the task run; exit code 0 only if all
went well.
Arguments after the task go to the task's last command, as in `python3 dev.py test tests/dates`.
"""

# An older Python has to be able to read this file, to be told that it is too old.
from __future__ import annotations

import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "dev-stamp.json"
ASTRA = Path("examples", "astra-2020")
FACTS = ["--facts", str(ASTRA / "facts.yaml"), "--facts", str(ASTRA / "events.csv")]

RUFF = ["{python}", "-m", "ruff"]
# The long tests come first and one after the other, so whoever is done takes over what another has not begun.
PYTEST = ["{python}", "-m", "pytest", "-n", "2", "--dist", "worksteal"]
LINT = [[*RUFF, "check", "."], [*RUFF, "format", "--check", "."], ["{python}", "-m", "mypy", "--strict", "src"]]

# task → what it is for, its commands, extra environment. pytest stands last so that its summary is the last line.
TASKS: dict[str, tuple[str, list[list[str]], dict[str, str]]] = {
    "demo": (
        "evaluate the Astra example and show its verdicts",
        [["{bin}/criteria", "evaluate", str(ASTRA / "plan.criteria"), *FACTS]],
        {},
    ),
    "test": ("style, types and every test, with branch coverage", [*LINT, [*PYTEST, "--cov", "--cov-branch"]], {}),
    "lint": ("style and types only", LINT, {}),
    "golden": ("write the golden files anew; read the difference before committing", [PYTEST], {"UPDATE_GOLDEN": "1"}),
    "bench": ("measure speed and memory", [["{python}", "-m", "bench.run"]], {}),
    "soak": ("the property tests, for long", [PYTEST], {"HYPOTHESIS_PROFILE": "soak"}),
    "docs": ("the tests that run the documentation", [["{python}", "-m", "pytest", "tests/test_docs.py"]], {}),
    "setup": ("make or renew the environment, and nothing else", [], {}),
}


def main(arguments: list[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036
        return refuse(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]} ({sys.executable}).")
    if not arguments or arguments[0] not in TASKS:
        print("usage: python3 dev.py TASK [ARGUMENT…]\n")
        for name, (purpose, _, _) in TASKS.items():
            print(f"  {name:8}{purpose}")
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    return set_up() or run_task(arguments[0], arguments[1:])


def refuse(reason: str) -> int:
    print(f"dev.py: {reason}", file=sys.stderr)
    return 1


def set_up() -> int:
    """Brings `.venv` up to date; does nothing when neither the pinned list nor the grammar has changed."""
    environment = digest([ROOT / "requirements-dev.txt", ROOT / "pyproject.toml"])
    grammar = digest([ROOT / "hatch_build.py", *sorted((ROOT / "grammar").glob("*.lark"))])
    done = json.loads(STAMP.read_text()) if STAMP.exists() else {}
    if done.get("environment") != environment:
        failed = make_venv() or install()
    elif done.get("grammar") != grammar or not (ROOT / "src" / "criteria" / "_tables").exists():
        failed = run([str(PYTHON), "hatch_build.py"])
    else:
        return 0
    if failed:
        return failed
    STAMP.write_text(json.dumps({"environment": environment, "grammar": grammar}))
    return 0


def digest(files: list[Path]) -> str:
    total = hashlib.sha256(sys.version.encode())
    for file in files:
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


def make_venv() -> int:
    made_by = VENV / "pyvenv.cfg"
    if PYTHON.exists() and made_by.exists() and f"version = {platform.python_version()}\n" in made_by.read_text():
        return 0
    print("… making .venv", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], capture_output=True, text=True)
    if made.returncode == 0:
        return 0
    # Debian and Ubuntu ship Python without ensurepip: venv then stops half way and leaves a folder that looks finished.
    shutil.rmtree(VENV, ignore_errors=True)
    print((made.stdout + made.stderr).strip(), file=sys.stderr)
    return refuse(
        "a virtual environment could not be made. On Debian or Ubuntu, install what is missing with:\n"
        "    sudo apt install python3-venv"
    )


def install() -> int:
    pip = [str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    return run([*pip, "--require-hashes", "-r", "requirements-dev.txt"]) or run(
        [*pip, "--no-deps", "--no-build-isolation", "-e", "."]
    )


def run_task(task: str, extra: list[str]) -> int:
    _, commands, environment = TASKS[task]
    filled = [[part.format(python=PYTHON, bin=BIN) for part in command] for command in commands]
    if filled and extra:
        # A part of the tests cannot cover everything, so it is not asked to.
        filled[-1] = [part for part in filled[-1] if not part.startswith("--cov")] + extra
    failed = [" ".join(command[2:5]) for command in filled if run(command, environment)]
    if failed:
        return refuse("failed: " + "; ".join(failed))
    return 0


def run(command: list[str], environment: dict[str, str] | None = None) -> int:
    shown = [Path(command[0]).name, *command[1:]]
    print("…", " ".join(shown), flush=True)
    # UTF-8 mode, because Windows would print æøå in the code page of the console; bytecode is kept, so that commands start fast.
    kept = {"PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(command, cwd=ROOT, env={**os.environ, **kept, **(environment or {})}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
