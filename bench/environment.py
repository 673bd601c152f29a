"""`.venv-bench`, the environment of the peers; the development environment stays as it is.

In: bench/requirements.txt, pinned with hashes. Out: the interpreter, and what could not be installed, with the reason. Holds: what cannot
be installed costs that package alone; a program run in the environment sees this folder's sources and no others.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.figures import one_line

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv-bench"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
PINNED = ROOT / "bench" / "requirements.txt"
STAMP = VENV / "bench-stamp.json"
PIP = [str(PYTHON), "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes"]


def set_up() -> dict[str, str]:
    """Brings `.venv-bench` up to date; gives the packages that could not be installed, and why."""
    wanted = hashlib.sha256(sys.version.encode() + PINNED.read_bytes()).hexdigest()
    done = json.loads(STAMP.read_text()) if STAMP.exists() else {}
    if done.get("wanted") != wanted:
        print("… making .venv-bench for the peers", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=True)
        done = {}
    if not done or done["failed"]:  # what failed once may have been the network
        done = {"wanted": wanted, "failed": install()}
        STAMP.write_text(json.dumps(done))
    return dict(done["failed"])


def install() -> dict[str, str]:
    """All at once; where that fails, one by one, so that whoever can be had is there."""
    if not pip("-r", str(PINNED)):
        return {}
    failed: dict[str, str] = {}
    for entry in re.findall(r"^[\w.-]+==(?:.*\\\n)*.*", PINNED.read_text(encoding="utf-8"), re.MULTILINE):
        with tempfile.TemporaryDirectory() as folder:
            alone = Path(folder) / "requirements.txt"
            alone.write_text(entry + "\n", encoding="utf-8")
            if fault := pip("--no-deps", "-r", str(alone)):
                failed[entry.split("==")[0]] = fault
    return failed


def pip(*arguments: str) -> str:
    """What went wrong, or nothing."""
    done = subprocess.run([*PIP, *arguments], capture_output=True, encoding="utf-8", errors="replace")
    faults = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    return one_line("\n".join(faults) or done.stderr) if done.returncode else ""


def version(package: str) -> str:
    """As it is pinned."""
    found = re.search(rf"^{re.escape(package)}==([^\s;]+)", PINNED.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else "not pinned"


def told(arguments: list[str], seconds: float = 120) -> tuple[dict[str, object], str]:
    """What a program of the environment prints as JSON, or why it printed nothing. It may crash, and it may not take forever."""
    try:
        done = subprocess.run(
            [str(PYTHON), *arguments],
            cwd=ROOT,
            env=surroundings(),
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        return {}, f"took more than {seconds:.0f} s"
    if done.returncode:
        return {}, one_line(done.stderr) if done.stderr.strip() else f"ended with code {done.returncode}"
    return json.loads(done.stdout.splitlines()[-1]), ""


def surroundings() -> dict[str, str]:
    path = os.pathsep.join(str(folder) for folder in (ROOT, ROOT / "src"))
    return {**os.environ, "PYTHONPATH": path, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": ""}
