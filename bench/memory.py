"""The memory of this process, in megabytes: its highest so far, and what it holds now."""

import sys
from contextlib import suppress
from pathlib import Path

STATUS = Path("/proc/self/status")


def peak_megabytes() -> float:
    """Not a number where the system does not tell."""
    if STATUS.exists():
        return from_status("VmHWM")
    try:
        import resource
    except ImportError:
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def held_megabytes() -> float:
    return from_status("VmRSS") if STATUS.exists() else peak_megabytes()


def peak_from_here() -> None:
    """Forgets the highest so far, so that what loading the input took is not counted; Linux alone can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def from_status(name: str) -> float:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024
